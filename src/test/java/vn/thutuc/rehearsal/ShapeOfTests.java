package vn.thutuc.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ShapeOfTests {

  private final ModelFile model = ModelFolder.of(null).procedure("1.000028").orElseThrow();

  @Test
  void codesNamesSharesAndPhasesAreNotShape() {
    ModelFile other =
        with(
            text()
                .replace("TTHC-1.000028", "TTHC-1.000029")
                .replace("Chuyên viên thẩm định hồ sơ", "Chuyên viên xem hồ sơ")
                .replace("value=\"500\"", "value=\"400\"")
                .replace("'PERMIT'", "'LICENCE'")
                .replace("Task_Appraise", "Task_Examine"));

    assertThat(ShapeOf.hash(other)).isEqualTo(ShapeOf.hash(model));
  }

  @Test
  void conditionsRolesAndCallsAreShape() {
    assertThat(ShapeOf.hash(with(text().replace("proposal == 'refuse'", "proposal == 'grant'"))))
        .isNotEqualTo(ShapeOf.hash(model));
    assertThat(ShapeOf.hash(with(text().replace("&#39;clerk&#39;", "&#39;head&#39;"))))
        .isNotEqualTo(ShapeOf.hash(model));
    assertThat(
            ShapeOf.hash(
                with(text().replace("calledElement=\"qua-han\"", "calledElement=\"tu-choi\""))))
        .isNotEqualTo(ShapeOf.hash(model));
  }

  private String text() {
    return new String(model.content(), StandardCharsets.UTF_8);
  }

  private ModelFile with(String xml) {
    return new ModelFile("processes/1.000029-khac.bpmn", xml.getBytes(StandardCharsets.UTF_8));
  }
}
