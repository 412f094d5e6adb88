package vn.thutuc.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvinceInitTests {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void writesFilesForAnotherProvinceThatCanBeImported() throws IOException {
    Path gialai = folder.resolve("a/gialai");

    assertThat(run("init", "--province", "H21", "--out", gialai.toString())).isZero();

    OrganisationFiles files = OrganisationFiles.read(gialai);
    assertThat(files.people()).isEmpty();
    assertThat(files.units())
        .extracting(UnitRow::id, UnitRow::key)
        .contains(tuple("H21", "ubnd-tinh"), tuple("H21.201", "ubnd-xa"));
    assertThat(files.units().get(0).name()).isEqualTo("Ủy ban nhân dân tỉnh Gia Lai");
    assertThat(gialai.resolve("README.md")).content().contains("H21").doesNotContain("{");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("Written", "people.csv");
  }

  @Test
  void givesEveryProvinceTheRoleKeysOfTheDemoProvince() throws IOException {
    run("--province", "H29", "--out", folder.toString());

    OrganisationFiles files = OrganisationFiles.read(folder);
    assertThat(files.units().get(0).name()).isEqualTo("Ủy ban nhân dân thành phố Hồ Chí Minh");
    assertThat(files.units())
        .extracting(UnitRow::key)
        .contains("so-xay-dung", "so-nong-nghiep-moi-truong", "so-tu-phap", "vp-ubnd-tinh")
        .contains("ubnd-tinh", "trung-tam-phuc-vu-hanh-chinh-cong", "van-phong-dang-ky-dat-dai");
  }

  @Test
  void refusesAnUnknownCodeAndNamesTheNearest() {
    assertThat(run("init", "--province", "H22", "--out", folder.resolve("x").toString()))
        .isEqualTo(1);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("H22 is not the code", "H21 Gia Lai", "H24 Hải Phòng");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void refusesTheCodeOfAMinistry() {
    assertThat(run("init", "--province", "G15")).isEqualTo(1);

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("G15 is not", "H37 Lạng Sơn");
  }

  @Test
  void neverOverwritesAndWritesNothingThen() throws IOException {
    Files.writeString(folder.resolve("people.csv"), "mine");

    assertThat(run("init", "--province", "H21", "--out", folder.toString())).isEqualTo(2);

    assertThat(folder.resolve("people.csv")).hasContent("mine");
    assertThat(folder.resolve("units.csv")).doesNotExist();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("Nothing written", "people.csv", "--out");
  }

  @Test
  void explainsItsUseWhenArgumentsAreMissingOrUnknown() {
    assertThat(run("init")).isEqualTo(1);
    assertThat(run("init", "--province")).isEqualTo(1);
    assertThat(run("init", "--province", "H21", "--force", "yes")).isEqualTo(1);

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage: init --province CODE");
  }

  private int run(String... args) {
    return ProvinceInit.run(
        args,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }
}
