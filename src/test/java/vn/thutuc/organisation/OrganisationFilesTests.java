package vn.thutuc.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrganisationFilesTests {

  private static final String UNITS_HEADER =
      "id,parent,name,short_name,kind,agency,key,area_class\n";
  private static final String PEOPLE_HEADER = "id,name,unit,roles\n";

  @TempDir private Path folder;

  @Test
  void readsTheDemoProvince() {
    OrganisationFiles files = OrganisationFiles.read("classpath:provinces/H37");

    assertThat(files.units()).extracting(UnitRow::key).contains("so-xay-dung", "ubnd-xa");
    assertThat(files.people())
        .extracting(PersonRow::id)
        .contains("motcua", "chuyenvien", "truongphong", "lanhdao", "vanthu")
        .contains("thietke", "quantri", "thanhtra", "motcuadongkinh", "chuyenvientnmt");
  }

  @Test
  void givesEveryAgencyOfTheDemoProvinceEveryRoleOfADossier() {
    OrganisationFiles files = OrganisationFiles.read("classpath:provinces/H37/");
    Set<String> held =
        files.people().stream()
            .flatMap(person -> person.roles().stream().map(role -> agency(files, person) + role))
            .collect(Collectors.toSet());

    assertThat(files.units())
        .filteredOn(unit -> unit.id().equals(unit.agency()))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            agency ->
                assertThat(held)
                    .contains(
                        agency.id() + "one-stop-officer",
                        agency.id() + "specialist",
                        agency.id() + "head",
                        agency.id() + "leader",
                        agency.id() + "clerk"));
  }

  private static String agency(OrganisationFiles files, PersonRow person) {
    return files.units().stream()
        .filter(unit -> unit.id().equals(person.unit()))
        .map(UnitRow::agency)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void listsEveryProblemWithFileLineAndRemedy() throws IOException {
    units(
        """
        H1,,Tỉnh,,province,H1,,
        # a remark
        H1.1,H9,Sở A,,department,H1.1,,
        H1.2,H1.3,Sở B,,department,H1.2,,
        H1.3,H1.2,Sở C,,department,H1.3,,
        H1.3,H1,Sở D,,department,H1.4,,
        H 2,,Tỉnh khác,,,H1,,
        H1.5,H1,Cơ quan ngoài,,outside,,,
        H1.6,H1,Phòng,,room,H1.7,,
        H1.7,H1,Phòng,,room,H1,,
        """);
    people(
        """
        a.b,Chuyên viên A,H1,specialist
        b,Chuyên viên B,H8,specialist
        c,Chuyên viên C,H1,boss;leader
        c,Người khác,H1.1,
        c,Chuyên viên C,H1,clerk
        d,,H1.5,clerk
        """);

    assertThat(problems())
        .extracting(problem -> problem.file() + ":" + problem.line() + " " + problem.what())
        .containsExactlyInAnyOrder(
            "units.csv:4 unknown parent H9",
            "units.csv:5 H1.2 is an ancestor of itself",
            "units.csv:6 H1.3 is an ancestor of itself",
            "units.csv:7 duplicate id H1.3, first on line 6",
            "units.csv:7 unknown agency H1.4",
            "units.csv:8 no usable id",
            "units.csv:8 name or kind is empty",
            "units.csv:8 H 2 is a second root beside H1",
            "units.csv:10 H1.7 is not an agency",
            "people.csv:2 no usable id",
            "people.csv:3 b is in unknown unit H8",
            "people.csv:4 unknown role boss",
            "people.csv:5 duplicate id c with another name than on line 4",
            "people.csv:5 c has no role",
            "people.csv:6 c is in unit H1 already, line 4",
            "people.csv:7 the name is empty",
            "people.csv:7 d is in H1.5, a body outside the house");
    assertThat(problems()).allSatisfy(problem -> assertThat(problem.remedy()).isNotBlank());
  }

  @Test
  void namesTheLineOfAProblemBehindBlankAndQuotedLines() throws IOException {
    units("H1,,\"Tỉnh, mẫu\",,province,H1,,\n\nH1.1,H9,Sở A,,department,H1.1,,");
    people("");

    assertThat(problems()).extracting(FileProblem::line).containsExactly(4L);
  }

  @Test
  void saysWhichFileOrColumnIsMissing() throws IOException {
    Files.writeString(folder.resolve("units.csv"), "id,name\nH1,Tỉnh\n");

    assertThat(problems())
        .extracting(FileProblem::toString)
        .containsExactly(
            "units.csv: the header lacks agency, area_class, key, kind, parent, short_name"
                + " -> the header is id,parent,name,short_name,kind,agency,key,area_class",
            "people.csv: the file is missing -> create it with the header id,name,unit,roles");
  }

  @Test
  void putsEveryProblemIntoItsMessage() throws IOException {
    units("H1,,Tỉnh,,province,H1,,\nH1.1,H9,Sở A,,department,H1.1,,\n");
    people("b,Chuyên viên B,H8,specialist\n");

    assertThatThrownBy(() -> OrganisationFiles.read(folder))
        .hasMessageContainingAll("2 problem", "units.csv:3: unknown parent H9", "people.csv:2");
  }

  @Test
  void readsFilesThatBeginWithAByteOrderMark() throws IOException {
    Files.writeString(
        folder.resolve("units.csv"), "\uFEFF" + UNITS_HEADER + "H1,,Tỉnh,,province,H1,,\n");
    people("");

    assertThat(OrganisationFiles.read(folder).units()).hasSize(1);
  }

  private List<FileProblem> problems() {
    return catchThrowableOfType(
            OrganisationFilesException.class, () -> OrganisationFiles.read(folder))
        .problems();
  }

  private void units(String rows) throws IOException {
    Files.writeString(folder.resolve("units.csv"), UNITS_HEADER + rows);
  }

  private void people(String rows) throws IOException {
    Files.writeString(folder.resolve("people.csv"), PEOPLE_HEADER + rows);
  }
}
