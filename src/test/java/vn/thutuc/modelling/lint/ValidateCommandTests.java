package vn.thutuc.modelling.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a shell runs it. */
class ValidateCommandTests {

  private static final String BAD = "src/test/resources/lint/bad";
  private static final String GOOD = "src/test/resources/lint/good";
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Run(int code, String out, String err) {}

  private static Run validate(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = ValidateCommand.run(args, new PrintStream(out, true), new PrintStream(err, true));
    return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
  }

  @Test
  void goodModelsEndWithZero() {
    Run run = validate(GOOD);

    assertThat(run.code()).isZero();
    assertThat(run.out()).endsWith("0 errors, 0 warnings\n");
  }

  @Test
  void aFolderThatIsALinkIsReadLikeAnyOther(@TempDir Path folder) throws IOException {
    Files.createSymbolicLink(folder.resolve("processes"), Path.of(GOOD).toAbsolutePath());

    Run run = validate(folder.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).doesNotStartWith("0 files").endsWith("0 errors, 0 warnings\n");
  }

  @Test
  void withoutAPathTheHousesOwnModelsAreChecked() {
    Run run = validate();

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains(" files, 0 errors, 0 warnings");
  }

  @Test
  void badModelsEndWithOneAndALineEach() {
    Run run = validate(BAD + "/task-form");

    assertThat(run.code()).isEqualTo(ValidateCommand.FINDINGS);
    assertThat(run.out().lines().findFirst())
        .hasValueSatisfying(
            line ->
                assertThat(line)
                    .startsWith(BAD + "/task-form/mau-task-form.bpmn:Task_Do [task-form] A user"));
    assertThat(run.out()).endsWith("1 files, 1 errors, 0 warnings\n");
  }

  @Test
  void warningsAloneAreNoError() {
    Run run = validate(BAD + "/implicit-join");

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("[implicit-join] warning: ").contains("0 errors, 1 warnings");
  }

  @Test
  void oneFileIsCheckedBesideTheHousesModels() {
    Run run = validate(BAD + "/call-inputs/mau-call-inputs.bpmn");

    assertThat(run.code()).isEqualTo(ValidateCommand.FINDINGS);
    assertThat(run.out()).contains("[call-inputs] 'tra-ket-qua' needs the input 'returnMethod'");
  }

  @Test
  void wrongUseEndsWithTwo() {
    assertThat(validate("khong-co").code()).isEqualTo(ValidateCommand.WRONG_USE);
    assertThat(validate("khong-co").err()).contains("khong-co does not exist");
    assertThat(validate("--format", "xml").code()).isEqualTo(ValidateCommand.WRONG_USE);
    assertThat(validate("--against", "khong-co").code()).isEqualTo(ValidateCommand.WRONG_USE);
    assertThat(validate("docs").err()).contains("no model, table or form");
  }

  @Test
  void jsonHoldsEveryFinding() throws IOException {
    Run run = validate(BAD, "--format", "json");
    JsonNode report = JSON.readTree(run.out());

    assertThat(run.code()).isEqualTo(ValidateCommand.FINDINGS);
    assertThat(report.path("errors").asInt() + report.path("warnings").asInt())
        .isEqualTo(report.path("findings").size())
        .isGreaterThan(50);
    assertThat(report.path("findings"))
        .allSatisfy(
            finding -> {
              assertThat(finding.path("severity").asText()).isIn("error", "warning");
              assertThat(Path.of(finding.path("file").asText())).exists();
              assertThat(Path.of(finding.path("page").asText())).exists();
              assertThat(finding.path("message").asText()).isNotBlank();
            });
  }

  @Test
  void sarifNamesRulesLevelsAndLines(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.sarif");
    Run run = validate(BAD, "--format", "sarif", "--output", file.toString());
    JsonNode report = JSON.readTree(Files.readString(file));
    JsonNode one = report.path("runs").path(0);
    JsonNode rules = one.path("tool").path("driver").path("rules");

    assertThat(run.code()).isEqualTo(ValidateCommand.FINDINGS);
    assertThat(run.out()).isEmpty();
    assertThat(report.path("version").asText()).isEqualTo("2.1.0");
    assertThat(rules).hasSize(Rules.ALL.size());
    assertThat(rules)
        .allSatisfy(rule -> assertThat(rule.path("helpUri").asText()).startsWith("file:/"));
    assertThat(one.path("results"))
        .hasSizeGreaterThan(50)
        .allSatisfy(
            result -> {
              JsonNode rule = rules.path(result.path("ruleIndex").asInt());
              assertThat(rule.path("id").asText()).isEqualTo(result.path("ruleId").asText());
              assertThat(rule.path("defaultConfiguration").path("level").asText())
                  .isEqualTo(result.path("level").asText());
              JsonNode place = result.path("locations").path(0).path("physicalLocation");
              assertThat(place.path("artifactLocation").path("uri").asText()).startsWith(BAD);
              assertThat(place.path("region").path("startLine").asInt(1)).isPositive();
            });
  }
}
