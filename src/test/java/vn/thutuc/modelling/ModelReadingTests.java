package vn.thutuc.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.thutuc.modelling.ModelDifference.Change;
import vn.thutuc.modelling.ModelIdentity.Kind;

/** Models as people read them: their steps in order, and what one version changes about another. */
class ModelReadingTests {

  private static final Path PERMIT =
      Path.of("processes/duong-bo/1.000028-giay-phep-luu-hanh-xe-qua-tai.bpmn");

  private static String permit() throws IOException {
    return Files.readString(PERMIT);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void stepsStandInTheOrderTheyAreDoneAndEventsComeLast() throws IOException {
    List<ModelSteps.Step> steps = ModelSteps.of(bytes(permit())).steps();

    List<String> ids = steps.stream().map(ModelSteps.Step::id).toList();
    assertThat(ids)
        .containsSubsequence(
            "Task_CheckPapers",
            "Task_Appraise",
            "Task_Review",
            "Task_Sign",
            "Task_Number",
            "Call_Return");
    assertThat(ids).doesNotHaveDuplicates().contains("Call_Late_Settlement");
    assertThat(steps.stream().filter(ModelSteps.Step::exceptional).map(ModelSteps.Step::id))
        .contains("Call_Late_Settlement", "Call_Late_Completeness")
        .doesNotContain("Call_Return", "Task_Sign");
    ModelSteps.Step appraise =
        steps.stream().filter(step -> step.id().equals("Task_Appraise")).findFirst().orElseThrow();
    assertThat(appraise.place()).isEqualTo("competent");
    assertThat(appraise.role()).isEqualTo("specialist");
    assertThat(appraise.phase()).isEqualTo("settlement");
    assertThat(appraise.share()).isEqualTo(500);
  }

  @Test
  void everyStepOfEveryShippedModelIsShown() throws IOException {
    try (var files = Files.walk(Path.of("processes"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".bpmn")).toList()) {
        String text = Files.readString(file);
        long drawn = text.split("<bpmn:(userTask|callActivity) ", -1).length - 1L;
        assertThat(ModelSteps.of(bytes(text)).steps()).as(file.toString()).hasSize((int) drawn);
      }
    }
  }

  @Test
  void aFileThatIsNoModelHasNoSteps() {
    assertThat(ModelSteps.of(bytes("<x")).steps()).isEmpty();
    assertThat(ModelSteps.of(bytes("<x/>")).steps()).isEmpty();
    assertThat(ModelIdentity.of("x.bpmn", bytes("<x/>"))).isEmpty();
    assertThat(ModelIdentity.of("x.form", bytes("{"))).isEmpty();
    assertThat(ModelIdentity.of("x.png", bytes("{}"))).isEmpty();
  }

  @Test
  void whatIsAddedRemovedAndChangedIsNamedById() throws IOException {
    String old = permit();
    String fresh =
        old.replaceFirst(
                "<camunda:property name=\"share\" value=\"500\" />",
                "<camunda:property name=\"share\" value=\"450\" />")
            .replace("name=\"Hồ sơ chờ thẩm định\"", "name=\"Hồ sơ đến thẩm định\"")
            .replace("id=\"Event_Rung_Completeness\"", "id=\"Event_Rung_New\"");

    List<ModelDifference.Line> lines =
        ModelDifference.between(Kind.PROCESS, bytes(old), bytes(fresh));

    assertThat(lines)
        .extracting(line -> line.change() + " " + line.id())
        .containsExactlyInAnyOrder(
            "ADDED Event_Rung_New",
            "REMOVED Event_Rung_Completeness",
            "CHANGED Task_Appraise",
            "CHANGED Gateway_ToAppraise");
    assertThat(lines)
        .filteredOn(line -> line.id().equals("Task_Appraise"))
        .singleElement()
        .extracting(ModelDifference.Line::values)
        .isEqualTo(List.of(new ModelDifference.Value("share", "500", "450")));
  }

  @Test
  void drawingAloneIsNoDifferenceAndWithoutAVersionInForceAllIsNew() throws IOException {
    String old = permit();
    assertThat(
            ModelDifference.between(
                Kind.PROCESS,
                bytes(old),
                bytes(old.replaceFirst("<dc:Bounds x=\"\\d+", "<dc:Bounds x=\"7"))))
        .isEmpty();
    assertThat(ModelDifference.between(Kind.PROCESS, null, bytes(old)))
        .isNotEmpty()
        .allMatch(line -> line.change() == Change.ADDED);
  }

  @Test
  void fieldsOfFormsAreComparedByKey() throws IOException {
    String old = Files.readString(Path.of("forms/shared/ky-duyet.form"));
    String fresh = old.replaceFirst("\"required\": true", "\"required\": false");
    assertThat(fresh).isNotEqualTo(old);
    assertThat(ModelDifference.between(Kind.FORM, bytes(old), bytes(fresh)))
        .singleElement()
        .satisfies(line -> assertThat(line.change()).isEqualTo(Change.CHANGED))
        .satisfies(line -> assertThat(line.values().get(0).property()).isEqualTo("validate"));
  }
}
