package vn.thutuc.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The sheet of a procedure, read from its facts and from the model in force. */
class ProcedureSheetTests extends SecurityCase {

  @Test
  void itShowsStepsUnitsAndDaysAndWhatNobodyKnowsStaysUnknown() {
    JsonNode sheet = web.api("motcua").get("procedures/" + PERMIT + "/sheet").json();

    assertThat(sheet.path("competent").asText()).isEqualTo("Sở Xây dựng");
    JsonNode appraise = step(sheet, "Chuyên viên thẩm định hồ sơ");
    assertThat(appraise.path("who").asText()).isEqualTo("Chuyên viên, Sở Xây dựng");
    assertThat(appraise.path("parts").path(0).path("time").asText()).isEqualTo("4 giờ làm việc");
    JsonNode check = step(sheet, "Bộ phận Một cửa kiểm tra thành phần hồ sơ");
    assertThat(check.path("who").asText()).isEqualTo("Cán bộ một cửa, Bộ phận Một cửa");
    assertThat(check.path("parts")).hasSizeGreaterThan(1);
    assertThat(sheet.path("model").path("sha256").asText()).matches("[0-9a-f]{64}");
    assertThat(sheet.path("model").path("shares").asText()).contains("chưa phê duyệt");
    assertThat(sheet.path("papers")).hasSize(4);
    assertThat(sheet.path("fees")).isEmpty();
  }

  private static JsonNode step(JsonNode sheet, String name) {
    return StreamSupport.stream(sheet.path("steps").spliterator(), false)
        .filter(step -> step.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is missing in " + sheet.path("steps")));
  }

  @Test
  void calledProcessesAreOneRowWithTheirName() {
    JsonNode sheet = web.api("motcua").get("procedures/" + PERMIT + "/sheet").json();
    assertThat(sheet.path("steps"))
        .filteredOn(step -> !step.path("called").isNull())
        .isNotEmpty()
        .allSatisfy(step -> assertThat(step.path("called").asText()).contains(" "));
  }

  @Test
  void anUnknownProcedureIsSaidAndAStrangerIsSentToTheLogin() {
    assertThat(web.api("motcua").get("procedures/9.999999/sheet").status()).isEqualTo(404);
    assertThat(web.nobody().get("/api/procedures/" + PERMIT + "/sheet").status()).isEqualTo(401);
  }
}
