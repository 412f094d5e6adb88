package vn.thutuc.catalogue.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thutuc.catalogue.CatalogueProblem;
import vn.thutuc.catalogue.FactsFolder;
import vn.thutuc.catalogue.FactsFolder.Version;
import vn.thutuc.catalogue.FactsWriter;
import vn.thutuc.catalogue.Procedure;

/**
 * Plans what a table of changes does to a folder of facts from a day on: a dated new version of
 * each procedure, the old one ending the day before. Nothing is written while planning, and one
 * wrong row stops the whole table.
 */
final class Decree {

  private final FactsFolder folder;
  private final LocalDate from;
  private final LocalDate today;
  private final Map<Path, String> writes = new LinkedHashMap<>();
  private final List<Planned> planned = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  private Decree(FactsFolder folder, LocalDate from, LocalDate today) {
    this.folder = folder;
    this.from = from;
    this.today = today;
  }

  /**
   * What becomes of one procedure.
   *
   * @param code its code
   * @param title its short title
   * @param file the file of the new version
   * @param differences what is new
   * @param sources what the rows rest on
   * @param mustChange what of the model must change; empty when the model stays as it is
   * @param warnings what a signer has to know
   * @param already whether the folder says so already, so that nothing is written
   */
  record Planned(
      String code,
      String title,
      Path file,
      List<Differences.Difference> differences,
      List<String> sources,
      List<String> mustChange,
      List<String> warnings,
      boolean already) {}

  /** The plan: what to write, for which procedures, and why it cannot be done. */
  record Plan(
      LocalDate from, List<Planned> planned, Map<Path, String> writes, List<String> errors) {}

  static Plan plan(FactsFolder folder, List<Change> changes, LocalDate from, LocalDate today)
      throws IOException {
    Decree decree = new Decree(folder, from, today);
    Map<String, List<Change>> byCode =
        changes.stream()
            .collect(
                Collectors.groupingBy(
                    change -> String.valueOf(change.code()), TreeMap::new, Collectors.toList()));
    Map<String, List<Version>> versions =
        folder.versions().stream().collect(Collectors.groupingBy(one -> one.procedure().code()));
    for (Map.Entry<String, List<Change>> entry : byCode.entrySet()) {
      List<Version> known = versions.getOrDefault(entry.getKey(), List.of());
      decree.plan(entry.getKey(), entry.getValue(), known);
    }
    if (changes.isEmpty()) {
      decree.errors.add("bảng thay đổi không có dòng nào");
    }
    return new Plan(from, decree.planned, decree.writes, decree.errors);
  }

  private void plan(String code, List<Change> changes, List<Version> versions) throws IOException {
    Version base =
        versions.stream()
            .filter(one -> one.procedure().effective().on(from))
            .findFirst()
            .orElse(null);
    if (base == null) {
      errors.add(
          "dòng %d [%s]: %s".formatted(changes.get(0).line(), code, missing(code, versions)));
      return;
    }
    NewVersion next = new NewVersion(base.procedure());
    changes.forEach(next::enter);
    if (!next.errors().isEmpty()) {
      errors.addAll(next.errors());
      return;
    }
    date(next.tree(), base.procedure());
    FactsFolder.Parsed parsed = FactsFolder.parse(code, next.tree());
    if (parsed.procedure() == null) {
      for (CatalogueProblem problem : parsed.problems()) {
        errors.add("dòng %d: %s".formatted(changes.get(0).line(), problem));
      }
      return;
    }
    write(changes, base, parsed.procedure(), versions);
  }

  private String missing(String code, List<Version> versions) {
    String broken =
        folder.problems().stream()
            .filter(problem -> problem.file().contains("/" + code + "-"))
            .map(problem -> " (tệp có lỗi: " + problem + ")")
            .findFirst()
            .orElse("");
    return versions.isEmpty()
        ? "không có thủ tục này trong danh mục" + broken
        : "không có bản nào hiệu lực ngày %s".formatted(from) + broken;
  }

  private void date(ObjectNode tree, Procedure base) {
    LocalDate until = base.effective().until();
    tree.putObject("effective")
        .put("from", from.toString())
        .put("until", until == null ? "unknown" : until.toString());
  }

  private void write(List<Change> changes, Version base, Procedure next, List<Version> versions)
      throws IOException {
    boolean sameDay = from.equals(base.procedure().effective().from());
    List<Differences.Difference> differences =
        Differences.of(base.procedure(), next).stream()
            .filter(one -> !one.path().startsWith("effective/"))
            .toList();
    boolean already = differences.isEmpty();
    Path file = sameDay ? base.file() : dated(base.file());
    if (!already && sameDay && !from.isAfter(today)) {
      errors.add(
          "dòng %d [%s]: đã có bản hiệu lực từ %s (%s) và bản đó đang áp dụng; chọn ngày sau %s"
              .formatted(changes.get(0).line(), next.code(), from, file.getFileName(), today));
      return;
    }
    if (!already) {
      writes.put(file, FactsWriter.write(next));
      if (!sameDay) {
        String old = Files.readString(base.file(), StandardCharsets.UTF_8);
        writes.put(base.file(), Endings.end(old, base.procedure(), from.minusDays(1)));
      }
    }
    List<Differences.Difference> shown =
        already ? sinceBefore(versions, base.procedure()) : differences;
    planned.add(
        new Planned(
            next.code(),
            next.shortTitle(),
            file,
            shown,
            changes.stream().map(Change::source).distinct().toList(),
            mustChange(changes, shown),
            warnings(changes, base, versions, sameDay && !already),
            already));
  }

  /** When the table is applied again the report still says what it changed. */
  private static List<Differences.Difference> sinceBefore(List<Version> versions, Procedure now) {
    LocalDate start = now.effective().from();
    return versions.stream()
        .filter(one -> start != null && one.procedure().effective().on(start.minusDays(1)))
        .findFirst()
        .map(one -> Differences.of(one.procedure(), now))
        .orElse(List.of())
        .stream()
        .filter(one -> !one.path().startsWith("effective/"))
        .toList();
  }

  private Path dated(Path base) {
    String name = String.valueOf(base.getFileName());
    String stem = name.replaceFirst("(\\.\\d{4}-\\d{2}-\\d{2})?\\.yaml$", "");
    return base.resolveSibling("%s.%s.yaml".formatted(stem, from));
  }

  private static List<String> mustChange(
      List<Change> changes, List<Differences.Difference> differences) {
    return Stream.concat(
            changes.stream().map(Change::structure).filter(text -> text != null),
            differences.stream()
                .filter(Differences.Difference::structure)
                .map(Differences.Difference::toString))
        .distinct()
        .toList();
  }

  private List<String> warnings(
      List<Change> changes, Version base, List<Version> versions, boolean merged) {
    List<String> warnings = new ArrayList<>();
    folder.determinations(base.procedure().code()).stream()
        .filter(
            made -> made.effective().until() == null || !made.effective().until().isBefore(from))
        .filter(made -> changes.stream().anyMatch(one -> isTermOf(one, made.phase())))
        .map(
            made ->
                "Quyết định của tỉnh (%s) vẫn thắng: %s = %s; rà soát determinations.yaml"
                    .formatted(made.by(), made.phase(), made.term()))
        .forEach(warnings::add);
    versions.stream()
        .filter(one -> one.procedure().effective().from() != null)
        .filter(one -> one.procedure().effective().from().isAfter(from))
        .map(
            one ->
                "Bản từ %s đã có sẵn và không có thay đổi này"
                    .formatted(one.procedure().effective().from()))
        .forEach(warnings::add);
    if (merged) {
      warnings.add("Gộp vào bản đã có từ %s, chưa áp dụng".formatted(from));
    }
    return warnings;
  }

  private static boolean isTermOf(Change change, String phase) {
    return change.term() != null
        && phase.equals(change.phase() == null ? "settlement" : change.phase());
  }
}
