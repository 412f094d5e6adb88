package vn.thutuc.catalogue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Reads every file of the catalogue; a file that is wrong stops only itself. */
final class CatalogueFiles {

  private static final String DETERMINATIONS = "determinations.yaml";
  private static final String DEFAULTS = "defaults.yaml";
  private static final Set<String> AT_THE_ROOT = Set.of(DETERMINATIONS, DEFAULTS, Agencies.FILE);
  private static final Pattern FACTS =
      Pattern.compile("(\\d\\.\\d{6})-[a-z0-9-]+(\\.\\d{4}-\\d{2}-\\d{2})?\\.yaml");

  /** Another package's file beside a model, e.g. {@code 1.001193-dang-ky-khai-sinh.cases.yaml}. */
  private static final Pattern ANNEX =
      Pattern.compile("\\d\\.\\d{6}-[a-z0-9-]+\\.[a-z][a-z-]*\\.yaml");

  static final ObjectMapper YAML =
      YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  private final ResourcePatternResolver resolver;
  private final String root;
  private final List<CatalogueProblem> problems = new ArrayList<>();
  private final List<Facts> facts = new ArrayList<>();
  private final Map<String, List<Facts>> byCode = new TreeMap<>();
  private List<DeterminationsReader.Placed> determinations = List.of();
  private Defaults defaults = Defaults.NONE;
  private Agencies agencies = Agencies.NONE;

  private CatalogueFiles(ResourcePatternResolver resolver, String root) {
    this.resolver = resolver;
    this.root = root.endsWith("/") ? root : root + "/";
  }

  static Snapshot read(ResourcePatternResolver resolver, String root) {
    CatalogueFiles files = new CatalogueFiles(resolver, root);
    files.found().forEach(files::read);
    List<Determination> fitting = DeterminationsReader.fitting(files.determinations, files.facts);
    files.gaps();
    return new Snapshot(files.facts, fitting, files.defaults, files.agencies, files.problems);
  }

  /** Only the table of agencies, the procedures left aside. */
  static Agencies agencies(ResourcePatternResolver resolver, String root) {
    CatalogueFiles files = new CatalogueFiles(resolver, root);
    files.found().stream().filter(file -> file.name().equals(Agencies.FILE)).forEach(files::read);
    return files.agencies;
  }

  static Snapshot at(Path folder) {
    return read(new PathMatchingResourcePatternResolver(), "file:" + folder.toAbsolutePath() + "/");
  }

  /** A file with its place below the root, the name under which people know it. */
  private record Found(String place, Resource resource) {

    String name() {
      return place.substring(place.lastIndexOf('/') + 1);
    }
  }

  private List<Found> found() {
    List<Found> found =
        Arrays.stream(resources())
            .map(resource -> new Found(place(resource), resource))
            .sorted(Comparator.comparing(Found::place))
            .toList();
    if (found.isEmpty()) {
      problems.add(
          new CatalogueProblem(
              root, "", "không có tệp thủ tục nào", "kiểm tra cấu hình thutuc.catalogue.root"));
    }
    return found;
  }

  private Resource[] resources() {
    try {
      return resolver.getResources(root + "**/*.yaml");
    } catch (FileNotFoundException noFolder) {
      return new Resource[0];
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The catalogue below " + root + " cannot be read", unreadable);
    }
  }

  /** Field folder and name: the last two parts of the path, or the name of a file at the root. */
  private static String place(Resource resource) {
    String name = String.valueOf(resource.getFilename());
    if (AT_THE_ROOT.contains(name)) {
      return name;
    }
    String[] parts = path(resource).split("/");
    return parts.length < 2 ? name : parts[parts.length - 2] + "/" + name;
  }

  private static String path(Resource resource) {
    try {
      return resource.getURL().getPath();
    } catch (IOException noAddress) {
      return "";
    }
  }

  private void read(Found file) {
    if (file.name().equals(DETERMINATIONS)) {
      determinations = parsed(file, DeterminationsReader::read, List.of());
    } else if (file.name().equals(DEFAULTS)) {
      defaults = parsed(file, Defaults::read, Defaults.NONE);
    } else if (file.name().equals(Agencies.FILE)) {
      agencies = parsed(file, Agencies::table, Agencies.NONE);
    } else if (!ANNEX.matcher(file.name()).matches()) {
      facts(file);
    }
  }

  private void facts(Found file) {
    Matcher name = FACTS.matcher(file.name());
    if (!name.matches()) {
      problem(
          file,
          "",
          "tên tệp không đúng dạng",
          "đặt tên <mã>-<tên-không-dấu>.yaml, ví dụ 1.001193-dang-ky-khai-sinh.yaml");
      return;
    }
    Procedure procedure = sound(file, FactsReader::read);
    if (procedure == null) {
      return;
    }
    if (!procedure.code().equals(name.group(1))) {
      problem(file, "code", "mã khác với mã trong tên tệp", "sửa mã hoặc đổi tên tệp");
    } else {
      Facts read = new Facts(file.place(), procedure, Fingerprint.of(procedure));
      List<Facts> versions = byCode.computeIfAbsent(procedure.code(), code -> new ArrayList<>());
      Optional<Facts> other =
          versions.stream()
              .filter(one -> one.procedure().effective().overlaps(procedure.effective()))
              .findFirst();
      if (other.isPresent()) {
        overlap(file, procedure, other.get());
      } else {
        versions.add(read);
        facts.add(read);
      }
    }
  }

  private void overlap(Found file, Procedure procedure, Facts other) {
    problem(
        file,
        "effective",
        "hiệu lực %s trùng thời gian với %s (%s)"
            .formatted(
                procedure.effective().days(), other.place(), other.procedure().effective().days()),
        "ghi until cho tệp cũ là ngày trước from của tệp mới");
  }

  /** Days between two versions on which nothing is in force. */
  private void gaps() {
    for (List<Facts> versions : byCode.values()) {
      List<Facts> ordered =
          versions.stream()
              .sorted(Comparator.comparing(one -> one.procedure().effective().firstDay()))
              .toList();
      for (int next = 1; next < ordered.size(); next++) {
        LocalDate end = ordered.get(next - 1).procedure().effective().until();
        LocalDate start = ordered.get(next).procedure().effective().from();
        if (end.plusDays(1).isBefore(start)) {
          problems.add(
              new CatalogueProblem(
                  ordered.get(next).place(),
                  "effective.from",
                  "từ %s đến %s không có bản nào hiệu lực (bản trước: %s)"
                      .formatted(
                          end.plusDays(1), start.minusDays(1), ordered.get(next - 1).place()),
                  "sửa until của bản trước hoặc from của bản này"));
        }
      }
    }
  }

  /** Reads a file and gives null when anything in it is wrong. */
  private <T> T sound(Found file, Function<Section, T> reader) {
    int before = problems.size();
    T result = parsed(file, reader, null);
    return problems.size() == before ? result : null;
  }

  /** Reads a file and gives {@code otherwise} when it is no YAML at all. */
  private <T> T parsed(Found file, Function<Section, T> reader, T otherwise) {
    try (InputStream content = file.resource().getInputStream()) {
      return reader.apply(new Section(file.place(), "", YAML.readTree(content), problems));
    } catch (JsonProcessingException broken) {
      problems.add(broken(file.place(), broken));
      return otherwise;
    } catch (IOException unreadable) {
      problem(file, "", "không đọc được tệp", "kiểm tra quyền đọc tệp");
      return otherwise;
    }
  }

  static CatalogueProblem broken(String place, JsonProcessingException broken) {
    return new CatalogueProblem(
        place,
        "",
        "không phải YAML đúng, dòng %s: %s"
            .formatted(
                broken.getLocation() == null ? "?" : broken.getLocation().getLineNr(),
                broken.getOriginalMessage()),
        "sửa chỗ lệch lề, thiếu dấu nháy hoặc khóa lặp lại");
  }

  private void problem(Found file, String key, String what, String remedy) {
    problems.add(new CatalogueProblem(file.place(), key, what, remedy));
  }
}
