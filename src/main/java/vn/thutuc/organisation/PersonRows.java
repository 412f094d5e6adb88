package vn.thutuc.organisation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;

/** Reads and checks {@code people.csv}. */
final class PersonRows {

  private static final List<String> COLUMNS = List.of("id", "name", "unit", "roles");

  /** A column that files may leave out. */
  private static final String EMAIL = "email";

  /** One address and nothing that a header of a mail would take for another. */
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;\"()]+@[^\\s@<>,;\"()]+");

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]+");

  private final Map<String, UnitRow> units;
  private final Map<String, PersonRow> first = new HashMap<>();
  private final Map<String, PersonRow> firstInUnit = new HashMap<>();
  private final List<FileProblem> problems;

  private PersonRows(Map<String, UnitRow> units, List<FileProblem> problems) {
    this.units = units;
    this.problems = problems;
  }

  static List<PersonRow> read(Resource file, List<FileProblem> problems) {
    return CsvFile.read(file, COLUMNS, PersonRows::row, problems);
  }

  private static PersonRow row(CsvFile.Row row) {
    String roles = row.get("roles");
    return new PersonRow(
        row.line(), row.get("id"), row.get("name"), row.get("unit"), split(roles), row.get(EMAIL));
  }

  private static List<String> split(String roles) {
    return roles == null
        ? List.of()
        : Arrays.stream(roles.split(";"))
            .map(String::strip)
            .filter(role -> !role.isEmpty())
            .distinct()
            .toList();
  }

  static void check(List<PersonRow> people, List<UnitRow> units, List<FileProblem> problems) {
    Map<String, UnitRow> byId =
        units.stream()
            .collect(Collectors.toMap(unit -> String.valueOf(unit.id()), u -> u, (a, b) -> a));
    PersonRows check = new PersonRows(byId, problems);
    people.forEach(check::identity);
    people.forEach(check::unit);
    people.forEach(check::roles);
    people.forEach(check::email);
  }

  private void identity(PersonRow person) {
    if (person.id() == null || !ID.matcher(person.id()).matches()) {
      wrong(person, "no usable id", "letters and digits only, it is the login");
    }
    if (person.name() == null) {
      wrong(person, "the name is empty", "fill it in");
    }
    PersonRow before = first.putIfAbsent(String.valueOf(person.id()), person);
    if (before != null && !String.valueOf(before.name()).equals(person.name())) {
      wrong(
          person,
          "duplicate id %s with another name than on line %d".formatted(person.id(), before.line()),
          "another person needs another id; the same person keeps the name");
    }
    PersonRow again = firstInUnit.putIfAbsent(person.id() + "@" + person.unit(), person);
    if (again != null) {
      wrong(
          person,
          "%s is in unit %s already, line %d".formatted(person.id(), person.unit(), again.line()),
          "put all roles into one line, separated by ;");
    }
  }

  private void unit(PersonRow person) {
    UnitRow unit = units.get(String.valueOf(person.unit()));
    if (unit == null) {
      wrong(
          person,
          "%s is in unknown unit %s".formatted(person.id(), person.unit()),
          "add the unit to units.csv or name an existing one");
    } else if (unit.agency() == null) {
      wrong(
          person,
          "%s is in %s, a body outside the house".formatted(person.id(), person.unit()),
          "give the unit an agency in units.csv or remove the person");
    }
  }

  private void roles(PersonRow person) {
    if (person.roles().isEmpty()) {
      wrong(person, "%s has no role".formatted(person.id()), "use some of " + Role.known());
    }
    person.roles().stream()
        .filter(role -> Role.of(role).isEmpty())
        .forEach(
            role ->
                wrong(person, "unknown role %s".formatted(role), "use some of " + Role.known()));
  }

  private void email(PersonRow person) {
    if (person.email() != null
        && (person.email().length() > 200 || !ADDRESS.matcher(person.email()).matches())) {
      wrong(person, "the email is no address", "write one address, like ten@tinh.gov.vn");
    }
  }

  private void wrong(PersonRow person, String what, String remedy) {
    problems.add(new FileProblem(OrganisationFiles.PEOPLE, person.line(), what, remedy));
  }
}
