package vn.thutuc.organisation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/** The organisation as {@code units.csv} and {@code people.csv} describe it, read and checked. */
public final class OrganisationFiles {

  static final String UNITS = "units.csv";
  static final String PEOPLE = "people.csv";

  private final List<UnitRow> units;
  private final List<PersonRow> people;

  private OrganisationFiles(List<UnitRow> units, List<PersonRow> people) {
    this.units = List.copyOf(units);
    this.people = List.copyOf(people);
  }

  /**
   * Reads a folder.
   *
   * @throws OrganisationFilesException when anything is wrong, with all of it
   */
  public static OrganisationFiles read(Path folder) {
    return read(
        new FileSystemResource(folder.resolve(UNITS)),
        new FileSystemResource(folder.resolve(PEOPLE)));
  }

  /**
   * Reads a Spring resource location, e.g. {@code classpath:provinces/H37} or {@code file:/etc/x}.
   *
   * @throws OrganisationFilesException when anything is wrong, with all of it
   */
  public static OrganisationFiles read(String location) {
    ResourceLoader loader = new DefaultResourceLoader();
    String folder = location.endsWith("/") ? location : location + "/";
    return read(loader.getResource(folder + UNITS), loader.getResource(folder + PEOPLE));
  }

  private static OrganisationFiles read(Resource unitsFile, Resource peopleFile) {
    List<FileProblem> problems = new ArrayList<>();
    List<UnitRow> units = UnitRows.read(unitsFile, problems);
    List<PersonRow> people = PersonRows.read(peopleFile, problems);
    if (problems.stream().noneMatch(problem -> problem.line() == 0)) {
      UnitRows.check(units, problems);
      PersonRows.check(people, units, problems);
    }
    if (!problems.isEmpty()) {
      throw new OrganisationFilesException(problems);
    }
    return new OrganisationFiles(units, people);
  }

  List<UnitRow> units() {
    return units;
  }

  List<PersonRow> people() {
    return people;
  }
}
