package vn.thutuc.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taking back a step, notes and the diagram over HTTP: who may, and each refusal in words. */
class TalkApiTests extends SecurityCase {

  private void refused(Web.Answer answer, int status, String code, String words) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
    assertThat(answer.json().path("detail").asText()).contains(words);
  }

  private String appraised(String number) {
    String appraise = task(number).getId();
    play.does(
        "chuyenvien",
        number,
        "Task_Appraise",
        Map.of("opinion", "Đủ", "proposal", "grant", "resultKind", "PERMIT_TRACKED"));
    return appraise;
  }

  @Test
  void aStepIsTakenBackAndItsFormIsFilledAgain() {
    String number = permitAtTheSpecialist();
    String path = "tasks/" + appraised(number) + "/step-return";
    Web.Caller specialist = web.api("chuyenvien");
    assertThat(specialist.get(path).json().path("allowed").asBoolean()).isTrue();
    assertThat(specialist.get("dossiers/" + number + "/step-return").json().path("step").asText())
        .contains("thẩm định");
    assertThat(web.api("chuyenvien2").get("dossiers/" + number + "/step-return").status())
        .isEqualTo(204);

    String again =
        specialist.post(path, Map.of("reason", "Bấm nhầm")).json().path("taskId").asText();

    JsonNode form =
        web.login("chuyenvien").engine().get("task/" + again + "/form-variables").json();
    assertThat(form.path("opinion").path("value").asText()).isEqualTo("Đủ");
    assertThat(form.path("opinion").path("type").asText()).isEqualTo("String");
    assertThat(form.path("proposal").path("value").asText()).isEqualTo("grant");
    assertThat(web.login("chuyenvientaichinh").engine().get("task/" + again + "/form-variables"))
        .satisfies(answer -> assertThat(answer.isOk()).as(answer.body()).isFalse())
        .satisfies(answer -> assertThat(answer.body()).doesNotContain("Đủ"));
  }

  @Test
  void onceTheHeadHasOpenedTheFormOverHttpTheStepIsRefused() {
    String number = permitAtTheSpecialist();
    String path = "tasks/" + appraised(number) + "/step-return";
    Task review = task(number);
    web.login("truongphong").engine().get("task/" + review.getId() + "/form-variables");

    refused(
        web.api("chuyenvien").post(path, Map.of("reason", "Bấm nhầm")),
        409,
        "step-return-refused",
        "đã mở bước");
    assertThat(task(number).getId()).isEqualTo(review.getId());
  }

  /** Whatever shows the words of a paper at a step. */
  @ParameterizedTest
  @ValueSource(strings = {"", "/%d/versions/1", "/%d/versions/1/preview"})
  void readingThePaperCountsAsOpened(String reading) {
    String number = permitAtTheSpecialist();
    Task appraise = task(number);
    play.as(
        "chuyenvien",
        () -> {
          engine.getTaskService().claim(appraise.getId(), "chuyenvien");
          return null;
        });
    long paper =
        web.api("chuyenvien")
            .post("tasks/" + appraise.getId() + "/paper", Map.of("result", "PERMIT_TRACKED"))
            .json()
            .path("paper")
            .path("id")
            .asLong();
    String path = "tasks/" + appraised(number) + "/step-return";
    assertThat(web.api("chuyenvien").get(path).json().path("allowed").asBoolean()).isTrue();

    String address = "tasks/" + task(number).getId() + "/paper" + reading.formatted(paper);
    assertThat(web.api("truongphong").get(address).status()).as(address).isEqualTo(200);

    refused(
        web.api("chuyenvien").post(path, Map.of("reason", "Bấm nhầm")),
        409,
        "step-return-refused",
        "đã mở bước");
  }

  @Test
  void aStepThatWasTakenBackIsNotDrawnAsPassed() {
    String number = permitAtTheSpecialist();
    String path = "tasks/" + appraised(number) + "/step-return";
    assertThat(web.api("chuyenvien").post(path, Map.of("reason", "Nhầm")).status()).isEqualTo(200);

    JsonNode procedure =
        web.api("chuyenvien")
            .get("dossiers/" + number + "/diagram")
            .json()
            .path("processes")
            .get(0);

    assertThat(procedure.path("active").findValuesAsText("element")).contains("Task_Appraise");
    assertThat(procedure.path("done").findValuesAsText("element"))
        .contains("Task_CheckPapers")
        .doesNotContain("Task_Review");
  }

  @Test
  void aTabCountsAsOpenedAndAListDoesNot() {
    String number = permitAtTheSpecialist();
    String path = "tasks/" + appraised(number) + "/step-return";
    String review = task(number).getId();
    Web.Caller head = web.api("truongphong");
    head.post("tasks/cards", Map.of("tasks", java.util.List.of(review)));
    head.post("work-lists/tasks", Map.of("numbers", java.util.List.of(number)));
    assertThat(web.api("chuyenvien").get(path).json().path("allowed").asBoolean()).isTrue();

    head.get("tasks/" + review + "/dossier");

    assertThat(web.api("chuyenvien").get(path).json().path("allowed").asBoolean()).isFalse();
  }

  @Test
  void wrongRequestsToTakeAStepBackAreToldSo() {
    String number = permitAtTheSpecialist();
    String open = task(number).getId();
    refused(
        web.api("chuyenvien").post("tasks/" + open + "/step-return", Map.of("reason", "Nhầm")),
        404,
        "step-not-found",
        "Không tìm thấy bước");
    String path = "tasks/" + appraised(number) + "/step-return";
    refused(web.api("chuyenvien").post(path, Map.of()), 422, "field-missing", "Lý do");
    refused(web.api("chuyenvientaichinh").get(path), 404, "step-not-found", "Không tìm thấy bước");
    refused(
        web.api("truongphong").post(path, Map.of("reason", "Nhầm")),
        409,
        "step-return-refused",
        "chỉ người đó lấy lại được");
    assertThat(web.nobody().get("/api/" + path).status()).isEqualTo(401);
  }

  @Test
  void notesAreWrittenReadAndCountedOverHttp() {
    String number = permitAtTheSpecialist();
    Task appraise = task(number);
    Web.Caller specialist = web.api("chuyenvien");
    String path = "dossiers/" + number + "/notes";
    Web.Answer written =
        specialist.post(
            path,
            Map.of("text", "Xem giúp <b>tôi</b>", "mention", "truongphong", "requestId", "1"));
    assertThat(written.status()).as(written.body()).isEqualTo(201);
    assertThat(
            specialist
                .post(
                    path,
                    Map.of(
                        "text", "Xem giúp <b>tôi</b>", "mention", "truongphong", "requestId", "1"))
                .json()
                .path("id"))
        .isEqualTo(written.json().path("id"));
    refused(
        specialist.post(path, Map.of("text", "khác", "requestId", "1")),
        409,
        "request-used",
        "chưa được gửi");
    assertThat(specialist.get(path).json().path("notes")).hasSize(1);
    assertThat(specialist.get(path).json().path("me").asText()).isEqualTo("chuyenvien");

    Web.Caller head = web.api("truongphong");
    String count = "tasks/" + appraise.getId() + "/notes/unread";
    assertThat(head.get(count).json().path("unread").asInt()).isEqualTo(1);
    assertThat(head.get("notes/mentions").json()).hasSize(1);
    JsonNode page = head.get(path).json();
    assertThat(page.path("notes").get(0).path("text").asText()).isEqualTo("Xem giúp <b>tôi</b>");
    assertThat(page.path("notes").get(0).path("forMe").asBoolean()).isTrue();
    head.call(
        "PUT", path + "/reading", Map.of("upTo", page.path("notes").get(0).path("id").asLong()));
    assertThat(head.get(count).json().path("unread").asInt()).isZero();
    assertThat(specialist.get(path + "/colleagues").json().findValuesAsText("id"))
        .contains("truongphong", "motcua", "lanhdao")
        .doesNotContain("chuyenvien", "chuyenvientaichinh", "thanhtra", "quantri");
  }

  @Test
  void notesRefuseStrangersReadersAndWrongInput() {
    String number = permitAtTheSpecialist();
    String path = "dossiers/" + number + "/notes";
    Web.Caller stranger = web.api("chuyenvientaichinh");
    refused(stranger.get(path), 404, "dossier-not-found", "Không tìm thấy hồ sơ");
    refused(stranger.get(path + "/colleagues"), 404, "dossier-not-found", "Không tìm thấy");
    refused(
        stranger.post(path, Map.of("text", "a", "requestId", "1")),
        404,
        "dossier-not-found",
        "Không tìm thấy hồ sơ");
    refused(
        web.api("thanhtra").post(path, Map.of("text", "a", "requestId", "1")),
        403,
        "read-only",
        "chỉ được xem");
    Web.Caller specialist = web.api("chuyenvien");
    refused(specialist.post(path, Map.of("requestId", "1")), 422, "field-missing", "Chưa nhập");
    refused(
        specialist.post(path, Map.of("text", "a", "mention", "khongai", "requestId", "1")),
        422,
        "colleague-unknown",
        "tài khoản");
    refused(
        specialist.post(path + "/999999/withdrawal", Map.of()), 404, "note-not-found", "tải lại");
    assertThat(specialist.get(path + "?before=x").status()).isEqualTo(400);
    assertThat(web.nobody().get("/api/" + path).status()).isEqualTo(401);
  }

  @Test
  void theDiagramShowsWhereTheDossierStandsToWhoMaySeeIt() {
    String number = permitAtTheSpecialist();
    String path = "dossiers/" + number + "/diagram";

    JsonNode procedure = web.api("chuyenvien").get(path).json().path("processes").get(0);

    assertThat(procedure.path("xml").asText()).contains("BPMNDiagram", "Task_Appraise");
    assertThat(procedure.path("active").findValuesAsText("element")).contains("Task_Appraise");
    assertThat(procedure.path("done").findValuesAsText("element")).contains("Task_CheckPapers");
    refused(web.api("chuyenvientaichinh").get(path), 404, "dossier-not-found", "Không tìm thấy");
  }

  @Test
  void theDiagramShowsTheCalledProcessTheDossierIsInsideOf() {
    String number = permitAtTheSpecialist();
    play.does(
        "chuyenvien",
        number,
        "Task_Appraise",
        Map.of(
            "opinion",
            "Thiếu",
            "proposal",
            "supplement",
            "missingPapers",
            "Sơ đồ",
            "reason",
            "Thiếu"));

    JsonNode processes =
        web.api("chuyenvien").get("dossiers/" + number + "/diagram").json().path("processes");

    assertThat(processes).hasSize(2);
    assertThat(processes.get(1).path("calledAt").asText()).contains("Yêu cầu bổ sung");
    assertThat(processes.get(1).path("running").asBoolean()).isTrue();
    assertThat(processes.get(1).path("active")).isNotEmpty();
  }

  @Test
  void whoHeadsAUnitIsToldSoAndWhoDoesNotIsNotRefused() {
    assertThat(web.api("truongphong").get("me").json().path("heads").asBoolean()).isTrue();
    assertThat(web.api("lanhdao").get("me").json().path("heads").asBoolean()).isFalse();
    assertThat(web.api("quantri").get("me").json().path("heads").asBoolean()).isFalse();
  }
}
