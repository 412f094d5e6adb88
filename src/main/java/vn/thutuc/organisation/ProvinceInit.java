package vn.thutuc.organisation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import vn.thutuc.organisation.ProvinceCodes.Province;

/**
 * The operator's command {@code init --province H21 [--out DIR]}: writes the files of the
 * organisation for another province, to be corrected by people who know it. It never overwrites.
 */
public final class ProvinceInit {

  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final int FILES_EXIST = 2;
  private static final String USAGE =
      "Usage: init --province CODE [--out DIR]   e.g. --province H21";

  private final PrintStream out;
  private final PrintStream err;

  private ProvinceInit(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Runs the command.
   *
   * @param args {@code --province CODE}, {@code --out DIR}; a leading {@code init} is skipped
   * @param out takes what was done
   * @param err takes what is wrong and what to do
   * @return 0 when the files are written, 2 when one of them exists already (then none is written),
   *     1 for everything else that is wrong
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    List<String> words = List.of(args);
    boolean isNamed = !words.isEmpty() && words.get(0).equals("init");
    return new ProvinceInit(out, err).run(isNamed ? words.subList(1, words.size()) : words);
  }

  private int run(List<String> words) {
    Map<String, String> options = options(words);
    if (!options.containsKey("--province")) {
      return refuse(USAGE);
    }
    String code = options.get("--province");
    ProvinceCodes codes = ProvinceCodes.read();
    return codes
        .find(code)
        .map(province -> write(province, options.getOrDefault("--out", "provinces/" + code)))
        .orElseGet(() -> refuseCode(code, codes));
  }

  /** The options given, none when anything else was given with them. */
  private static Map<String, String> options(List<String> words) {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i + 1 < words.size(); i += 2) {
      options.put(words.get(i), words.get(i + 1));
    }
    boolean isClean =
        words.size() == 2 * options.size()
            && List.of("--province", "--out").containsAll(options.keySet());
    return isClean ? options : Map.of();
  }

  private int refuseCode(String code, ProvinceCodes codes) {
    String nearest =
        codes.nearest(code).stream().map(Province::toString).collect(Collectors.joining(", "));
    return refuse(
        "%s is not the code of a province in force. Did you mean: %s?".formatted(code, nearest));
  }

  private int write(Province province, String folder) {
    try {
      return write(files(province), Path.of(folder));
    } catch (InvalidPathException noPath) {
      return refuse("%s is not a folder name. Choose another one with --out.".formatted(folder));
    } catch (IOException failed) {
      return refuse(
          "Writing to %s failed: %s. Choose a folder you may write to with --out."
              .formatted(folder, failed));
    }
  }

  private int write(Map<String, String> files, Path folder) throws IOException {
    List<Path> existing =
        files.keySet().stream().map(folder::resolve).filter(Files::exists).toList();
    if (!existing.isEmpty()) {
      err.printf(
          "Nothing written: %s exist(s) already and is never overwritten."
              + " Move it away or choose another folder with --out.%n",
          existing.stream().map(Path::toString).collect(Collectors.joining(", ")));
      return FILES_EXIST;
    }
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.writeString(path, file.getValue(), StandardOpenOption.CREATE_NEW);
      out.println("Written " + path);
    }
    out.println("Next: correct the units, fill in people.csv (README.md says how), then import.");
    return DONE;
  }

  private static Map<String, String> files(Province province) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(OrganisationFiles.UNITS, filled("units-template.csv", province));
    files.put(OrganisationFiles.PEOPLE, "id,name,unit,roles\n");
    files.put("README.md", filled("README-template.md", province));
    return files;
  }

  private static String filled(String template, Province province) throws IOException {
    return new ClassPathResource("organisation/" + template)
        .getContentAsString(StandardCharsets.UTF_8)
        .replace("{code}", province.code())
        .replace("{province}", province.fullName())
        .replace("{level}", province.level());
  }

  private int refuse(String message) {
    err.println(message);
    return REFUSED;
  }
}
