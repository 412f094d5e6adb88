package vn.thutuc.catalogue.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.thutuc.catalogue.Agencies;
import vn.thutuc.catalogue.CatalogueProblem;
import vn.thutuc.catalogue.FactsFolder;
import vn.thutuc.catalogue.Procedure;

/**
 * Imports a list into a folder of facts. What a person has read or edited stays as it is, and so
 * does everything that is not in the list.
 */
final class ListImport {

  private static final Pattern FACTS =
      Pattern.compile("(\\d\\.\\d{6})-[a-z0-9-]+(\\.\\d{4}-\\d{2}-\\d{2})?\\.yaml");

  private final Path out;
  private final Map<String, List<Path>> files = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private int written;
  private int unchanged;

  private ListImport(Path out) throws IOException {
    this.out = out;
    Files.createDirectories(out);
    try (Stream<Path> all = Files.walk(out)) {
      all.sorted().forEach(this::note);
    }
  }

  /**
   * What an import did.
   *
   * @param rows rows of the list that were looked at
   * @param written files written
   * @param unchanged files that said the same already
   * @param findings everything to know about the rows
   */
  record Outcome(int rows, int written, int unchanged, List<Finding> findings) {

    long count(Finding.Kind kind) {
      return findings.stream().filter(finding -> finding.kind() == kind).count();
    }
  }

  static Outcome run(Path list, Path out, Set<String> only, Agencies agencies) throws IOException {
    ListImport run = new ListImport(out);
    int rows = 0;
    for (ListRows.Row row : ListRows.read(list, agencies)) {
      boolean wanted =
          only.isEmpty()
              || row.procedure() != null && only.contains(row.procedure().code())
              || row.findings().stream().anyMatch(one -> only.contains(one.code()));
      if (wanted) {
        rows++;
        run.findings.addAll(row.findings());
        if (row.procedure() != null) {
          run.write(row, String.valueOf(list.getFileName()));
        }
      }
    }
    return new Outcome(rows, run.written, run.unchanged, List.copyOf(run.findings));
  }

  private void note(Path file) {
    Matcher name = FACTS.matcher(String.valueOf(file.getFileName()));
    if (name.matches()) {
      files.computeIfAbsent(name.group(1), code -> new ArrayList<>()).add(file);
    }
  }

  private void write(ListRows.Row row, String list) throws IOException {
    Procedure procedure = row.procedure();
    String text = Marks.stamped(procedure, list);
    List<CatalogueProblem> problems = FactsFolder.parse(procedure.code(), text).problems();
    if (!problems.isEmpty()) {
      refuse(row, problems.get(0));
      return;
    }
    List<Path> present = files.getOrDefault(procedure.code(), List.of());
    if (present.isEmpty()) {
      save(out.resolve(FileNames.place(procedure)), text);
      return;
    }
    Path file = present.get(0);
    String before = Files.readString(file, StandardCharsets.UTF_8);
    if (before.equals(text)) {
      unchanged++;
    } else if (present.size() == 1 && Marks.isUntouched(before)) {
      save(file, text);
    } else {
      keep(row, file, present.size());
    }
  }

  private void refuse(ListRows.Row row, CatalogueProblem problem) {
    findings.add(
        new Finding(row.line(), row.procedure().code(), Finding.Kind.REFUSED, problem.toString()));
  }

  private void keep(ListRows.Row row, Path file, int versions) {
    String why = versions > 1 ? "thủ tục có nhiều bản theo ngày" : "tệp có người đọc hoặc sửa";
    findings.add(
        new Finding(
            row.line(),
            row.procedure().code(),
            Finding.Kind.KEPT,
            "%s: %s, giữ nguyên".formatted(out.relativize(file), why)));
  }

  private void save(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
    written++;
  }
}
