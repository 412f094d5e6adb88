package vn.thutuc.organisation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;

/** Reads and checks {@code units.csv}. */
final class UnitRows {

  private static final List<String> COLUMNS =
      List.of("id", "parent", "name", "short_name", "kind", "agency", "key", "area_class");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]+(\\.[A-Za-z0-9]+)*");

  private final Map<String, UnitRow> byId = new HashMap<>();
  private final List<FileProblem> problems;

  private UnitRows(List<FileProblem> problems) {
    this.problems = problems;
  }

  static List<UnitRow> read(Resource file, List<FileProblem> problems) {
    return CsvFile.read(file, COLUMNS, UnitRows::row, problems);
  }

  private static UnitRow row(CsvFile.Row row) {
    String name = row.get("name");
    String shortName = row.get("short_name");
    return new UnitRow(
        row.line(),
        row.get("id"),
        row.get("parent"),
        name,
        shortName == null ? name : shortName,
        row.get("kind"),
        row.get("agency"),
        row.get("key"),
        row.get("area_class"));
  }

  static void check(List<UnitRow> units, List<FileProblem> problems) {
    UnitRows check = new UnitRows(problems);
    units.forEach(check::identity);
    units.forEach(check::parent);
    units.forEach(check::agency);
    check.root(units);
  }

  private void identity(UnitRow unit) {
    if (unit.id() == null || !ID.matcher(unit.id()).matches()) {
      wrong(unit, "no usable id", "letters and digits, parts joined by dots, e.g. H37.12");
    }
    if (unit.name() == null || unit.kind() == null) {
      wrong(unit, "name or kind is empty", "fill in both");
    }
    UnitRow first = byId.putIfAbsent(String.valueOf(unit.id()), unit);
    if (first != null) {
      wrong(
          unit,
          "duplicate id %s, first on line %d".formatted(unit.id(), first.line()),
          "give one of them another id");
    }
  }

  private void parent(UnitRow unit) {
    if (unit.parent() == null) {
      return;
    }
    if (!byId.containsKey(unit.parent())) {
      wrong(
          unit,
          "unknown parent %s".formatted(unit.parent()),
          "add the parent to units.csv or name an existing unit");
    } else if (isInCycle(unit)) {
      wrong(
          unit,
          "%s is an ancestor of itself".formatted(unit.id()),
          "correct the parent of one unit of the cycle");
    }
  }

  private boolean isInCycle(UnitRow unit) {
    Set<String> seen = new HashSet<>();
    String at = unit.parent();
    while (at != null && seen.add(at) && !at.equals(unit.id())) {
      UnitRow above = byId.get(at);
      at = above == null ? null : above.parent();
    }
    return at != null && at.equals(unit.id());
  }

  private void agency(UnitRow unit) {
    if (unit.agency() == null) {
      return;
    }
    UnitRow agency = byId.get(unit.agency());
    if (agency == null) {
      wrong(
          unit,
          "unknown agency %s".formatted(unit.agency()),
          "add it to units.csv, or leave the cell empty for a body outside the house");
    } else if (!unit.agency().equals(agency.agency())) {
      wrong(
          unit,
          "%s is not an agency".formatted(unit.agency()),
          "an agency names itself in its own agency cell");
    }
  }

  private void root(List<UnitRow> units) {
    List<UnitRow> roots = units.stream().filter(unit -> unit.parent() == null).toList();
    if (roots.isEmpty()) {
      problems.add(
          new FileProblem(
              OrganisationFiles.UNITS,
              0,
              "no unit is the root",
              "leave the parent of exactly one unit empty"));
    }
    roots.stream()
        .skip(1)
        .forEach(
            unit ->
                wrong(
                    unit,
                    "%s is a second root beside %s".formatted(unit.id(), roots.get(0).id()),
                    "name its parent"));
  }

  private void wrong(UnitRow unit, String what, String remedy) {
    problems.add(new FileProblem(OrganisationFiles.UNITS, unit.line(), what, remedy));
  }
}
