package vn.thutuc.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** Acts beside the form over HTTP: who may, and each refusal with its code and its words. */
class ActsApiTests extends SecurityCase {

  private JsonNode refused(Web.Answer answer, int status, String code, String words) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
    assertThat(answer.json().path("detail").asText()).contains(words);
    return answer.json();
  }

  private static Map<String, Object> giving(String to, String reason) {
    Map<String, Object> body = new HashMap<>();
    body.put("to", to);
    body.put("reason", reason);
    return body;
  }

  @Test
  void whatCanBeDoneIsToldToTheUnitAndToNobodyElse() {
    Task appraise = task(permitAtTheSpecialist());
    String acts = "tasks/" + appraise.getId() + "/acts";

    assertThat(web.nobody().get("/api/" + acts).status()).isEqualTo(401);
    refused(web.api("chuyenvientaichinh").get(acts), 404, "task-not-found", "không còn");
    JsonNode panel = web.api("truongphong").get(acts).json();
    assertThat(panel.path("giving").path("assign").path("allowed").asBoolean()).isTrue();
    assertThat(panel.path("giving").path("officers")).hasSize(2);
    JsonNode specialists = web.api("chuyenvien").get(acts).json();
    assertThat(specialists.path("giving").path("assign").path("allowed").asBoolean()).isFalse();
    assertThat(specialists.path("extension").path("reason").asText()).contains("lãnh đạo");
  }

  @Test
  void eachRefusalHasACodeAndNamesItsField() {
    Task appraise = task(permitAtTheSpecialist());
    String path = "tasks/" + appraise.getId();
    Web.Caller specialist = web.api("chuyenvien");

    JsonNode missing =
        refused(
            specialist.post(path + "/hand-over", giving("chuyenvien2", " ")),
            422,
            "field-missing",
            "Lý do");
    assertThat(missing.path("field").asText()).isEqualTo("reason");
    refused(
        specialist.post(path + "/hand-over", giving("chuyenvien2", "Bận")),
        409,
        "hand-over-refused",
        "Hãy nhận việc trước");
    refused(
        specialist.post(path + "/assignment", giving("chuyenvien", "Bận")),
        403,
        "assignment-refused",
        "Chỉ trưởng đơn vị");
    assertThat(specialist.post(path + "/put-back", "{\"until\":\"mai\"}").status()).isEqualTo(400);
    assertThat(specialist.post(path + "/hand-over", "x").status()).isEqualTo(400);
    refused(
        specialist.post(
            "task-moves",
            Map.of(
                "requestId",
                "1",
                "tasks",
                List.of(appraise.getId()),
                "to",
                "chuyenvien",
                "reason",
                "Bận")),
        403,
        "head-only",
        "Chỉ trưởng đơn vị");
    refused(
        web.api("truongphong").post("task-moves", Map.of("requestId", "1", "reason", "Bận")),
        422,
        "tasks-out-of-range",
        "500");
  }

  @Test
  void theSecondWhoCompletesATaskIsToldInPlainWords() {
    String number = permitAtTheSpecialist();
    Task appraise = task(number);
    play.does(
        "chuyenvien",
        number,
        "Task_Appraise",
        Map.of("opinion", "Đủ", "proposal", "grant", "resultKind", "PERMIT_TRACKED"));

    Web.Answer late =
        web.engineRest("chuyenvien2").post("task/" + appraise.getId() + "/submit-form", "{}");

    assertThat(late.status()).as(late.body()).isEqualTo(403);
    assertThat(late.json().path("message").asText())
        .startsWith("Việc này không còn")
        .contains("chưa được ghi");
    JsonNode fate = web.api("chuyenvien2").get("tasks/" + appraise.getId() + "/fate").json();
    assertThat(fate.path("text").asText())
        .contains("đã được Chuyên viên A – Sở Xây dựng hoàn thành");
    refused(
        web.api("chuyenvientaichinh").get("tasks/" + appraise.getId() + "/fate"),
        404,
        "task-not-found",
        "không còn hoặc không thuộc đơn vị");
  }

  @Test
  void aMoveIsSeenByWhoOpenedIt() {
    Task appraise = task(permitAtTheSpecialist());
    JsonNode opened =
        web.api("truongphong")
            .post(
                "task-moves",
                Map.of(
                    "requestId",
                    "own",
                    "tasks",
                    List.of(appraise.getId()),
                    "to",
                    "chuyenvien2",
                    "reason",
                    "Chia việc"))
            .json();
    long id = opened.path("move").path("id").asLong();

    refused(
        web.api("truongphongtaichinh").get("task-moves/" + id),
        404,
        "move-not-found",
        "của anh/chị");
    assertThat(web.api("truongphong").get("task-moves/" + id).isOk()).isTrue();
  }
}
