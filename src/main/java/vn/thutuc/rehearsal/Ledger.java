package vn.thutuc.rehearsal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What has been rehearsed and passed, on every path or on the straight way alone: one line a
 * procedure, with the versions it holds for. As long as what is executed of the model, its facts
 * and what all models share stay the same, nobody has to wait for the same walks again; whatever
 * changes falls out of it by itself.
 */
final class Ledger {

  private static final String HEAD = "code,model,facts,shared,paths,walks,flows,taken,excused";
  private static final int COLUMNS = 9;

  private final Path file;
  private final Map<String, Line> lines = new TreeMap<>();

  /**
   * One procedure that passed.
   *
   * @param code national code
   * @param model hash of what the engine executes of the model
   * @param facts version of the facts it was rehearsed with, determinations included
   * @param shared version of shared processes, forms, tables and the calendar
   * @param paths named paths that apply and passed
   * @param walks walks that looked for every flow
   * @param flows sequence flows of the model; 0 when only the straight way was walked
   * @param taken flows taken
   * @param excused flows no dossier can take while a term is unknown
   */
  record Line(
      String code,
      String model,
      String facts,
      String shared,
      int paths,
      int walks,
      int flows,
      int taken,
      int excused) {

    private boolean isOf(String model, String facts, String shared) {
      return this.model.equals(model)
          && Objects.equals(this.facts, facts)
          && this.shared.equals(shared);
    }

    /** Whether every path was walked and every flow looked for. */
    boolean isWhole() {
      return flows > 0;
    }

    private static Line parse(String text) {
      String[] cells = text.split(",", -1);
      if (cells.length != COLUMNS) {
        throw new IllegalArgumentException("Not a line of a rehearsal ledger: " + text);
      }
      return new Line(
          cells[0],
          cells[1],
          cells[2],
          cells[3],
          Integer.parseInt(cells[4]),
          Integer.parseInt(cells[5]),
          Integer.parseInt(cells[6]),
          Integer.parseInt(cells[7]),
          Integer.parseInt(cells[8]));
    }

    private String text() {
      return String.join(
          ",",
          code,
          model,
          facts,
          shared,
          String.valueOf(paths),
          String.valueOf(walks),
          String.valueOf(flows),
          String.valueOf(taken),
          String.valueOf(excused));
    }
  }

  private Ledger(Path file) {
    this.file = file;
  }

  /**
   * Reads a ledger; one that is not there yet is empty.
   *
   * @throws IOException when the file cannot be read
   * @throws IllegalArgumentException when it is no ledger
   */
  static Ledger read(Path file) throws IOException {
    Ledger ledger = new Ledger(file);
    if (Files.exists(file)) {
      List<String> all = Files.readAllLines(file, StandardCharsets.UTF_8);
      if (all.isEmpty() || !all.get(0).equals(HEAD)) {
        throw new IllegalArgumentException(
            file + " is no rehearsal ledger: it begins not with " + HEAD);
      }
      all.stream().skip(1).map(Line::parse).forEach(line -> ledger.lines.put(line.code(), line));
    }
    return ledger;
  }

  /** Whether exactly these versions have passed on every path. */
  boolean holds(String code, String model, String facts, String shared) {
    Line line = lines.get(code);
    return line != null && line.isOf(model, facts, shared) && line.isWhole();
  }

  /** Whether exactly these versions have passed at least on the straight way. */
  boolean holdsStraight(String code, String model, String facts, String shared) {
    Line line = lines.get(code);
    return line != null && line.isOf(model, facts, shared);
  }

  List<Line> lines() {
    return List.copyOf(lines.values());
  }

  /**
   * Takes what a rehearsal showed; one that failed loses its line. The straight way alone takes no
   * line of every path away that holds for the same versions.
   *
   * @param model hash of what the engine executes of the model
   */
  void take(ProcedureReport report, String model, String shared) throws IOException {
    if (!report.ok()) {
      lines.remove(report.code());
    } else if (report.coverage() != null
        || !holds(report.code(), model, report.version(), shared)) {
      lines.put(report.code(), line(report, model, shared));
    }
    write();
  }

  private static Line line(ProcedureReport report, String model, String shared) {
    int passed = (int) report.paths().stream().filter(path -> path.walked() != null).count();
    Cover.Coverage found = report.coverage();
    return new Line(
        report.code(),
        model,
        report.version(),
        shared,
        passed,
        found == null ? 0 : found.walks(),
        found == null ? 0 : found.flows(),
        found == null ? 0 : found.taken(),
        found == null ? 0 : found.excused().size());
  }

  private void write() throws IOException {
    List<String> all = new ArrayList<>(List.of(HEAD));
    lines.values().forEach(line -> all.add(line.text()));
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    Files.write(beside, all, StandardCharsets.UTF_8);
    Files.move(beside, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }
}
