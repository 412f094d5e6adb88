package vn.thutuc.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.TestPropertySource;
import vn.thutuc.modelling.ModelIdentity;
import vn.thutuc.process.deployment.DraftsInForce;
import vn.thutuc.process.deployment.ModelDeployer;

/**
 * What people deploy is in force only when a second person has reviewed it and its day has come.
 */
@TestPropertySource(properties = "thutuc.test.house=drafts")
class ModelDraftTests extends SecurityCase {

  private static final String PERMIT = "TTHC-1.000028";
  private static final String PERMIT_FILE = "1.000028-giay-phep-luu-hanh-xe-qua-tai.bpmn";
  private static final String PERMIT_PATH = "processes/duong-bo/" + PERMIT_FILE;
  private static final String FORM = "ky-duyet.form";
  private static final String FORM_PATH = "forms/shared/" + FORM;

  @Autowired DraftsInForce drafts;
  @Autowired ModelDeployer deployer;

  private static int marks;

  @BeforeEach
  void today() {
    play.to(LocalDateTime.parse("2026-03-02T09:00"));
  }

  /** No test leaves an open draft to the next. */
  @AfterEach
  void close() {
    jdbc.sql("update model_draft set closed_at = now(), state = 'REJECTED' where closed_at is null")
        .update();
  }

  private static String file(String path) {
    try (InputStream file = ModelDraftTests.class.getResourceAsStream("/" + path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The permit with another word in its documentation. */
  private static String changedPermit() {
    String model = file(PERMIT_PATH);
    String changed =
        model.replace(
            "name=\"Chuyên viên thẩm định hồ sơ\"",
            "name=\"Chuyên viên thẩm định hồ sơ (lần %d)\"".formatted(++marks));
    assertThat(changed).isNotEqualTo(model);
    return changed;
  }

  private Web.Answer deploys(String person, String name, String content) {
    Web.Answer answer =
        web.engineRest(person).post("deployment/create", Deployments.of(name, content));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  /** The newest open draft. */
  private JsonNode newest() {
    JsonNode page = web.api("thietke").get("models/drafts").json();
    return page.path("drafts").path(0).path("draft");
  }

  private long drafted(String person, String name, String content) {
    deploys(person, name, content);
    JsonNode draft = newest();
    assertThat(draft.path("sha256").asText()).isEqualTo(hash(content));
    return draft.path("id").asLong();
  }

  private static String hash(String content) {
    return ModelIdentity.sha256(content.getBytes(StandardCharsets.UTF_8));
  }

  private static String report(String content, boolean ok) {
    return "{\"format\":\"thutuc-rehearsal/1\",\"procedures\":[{\"code\":\"1.000028\",\"ok\":%s,\"model\":{\"sha256\":\"%s\"},\"paths\":[{\"path\":\"happy\",\"verdict\":\"PASSED\"}]}]}"
        .formatted(ok, hash(content));
  }

  private Web.Answer reviews(String person, long id, String report) {
    return web.api(person)
        .post("models/drafts/" + id + "/review", Map.of("report", report, "note", "Đã xem"));
  }

  private Web.Answer puts(String person, long id, String from) {
    return web.api(person)
        .post("models/drafts/" + id + "/in-force", Map.of("from", from, "decision", "15/QĐ-SXD"));
  }

  private ProcessDefinition inForce() {
    return engine
        .getRepositoryService()
        .createProcessDefinitionQuery()
        .processDefinitionKey(PERMIT)
        .latestVersion()
        .singleResult();
  }

  private static void assertRefused(Web.Answer answer, int status, String code, String words) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
    assertThat(answer.json().path("detail").asText()).contains(words);
  }

  @Test
  void nobodySeesADraftOfAProcessAndDossiersGoOnWithTheVersionInForce() {
    String before = inForce().getId();
    drafted("thietke", PERMIT_FILE, changedPermit());

    for (String person : List.of("motcua", "chuyenvien", "thietke", "quantri")) {
      JsonNode definitions =
          web.engineRest(person)
              .get("process-definition?key=" + PERMIT + "&latestVersion=true")
              .json();
      assertThat(definitions).as(person).hasSize(1);
      assertThat(definitions.path(0).path("id").asText()).isEqualTo(before);
    }
    assertThat(
            web.engineRest("motcua")
                .get("process-definition?startableInTasklist=true&latest=true&key=" + PERMIT)
                .json())
        .allSatisfy(one -> assertThat(one.path("id").asText()).isEqualTo(before));
    String number = permitAtTheSpecialist();
    assertThat(task(number).getProcessDefinitionId()).isEqualTo(before);
  }

  @Test
  void aDraftOfASharedProcessIsNotCalledAndOneOfAFormIsNotShown() {
    String called = file("processes/shared/bo-sung.bpmn");
    drafted(
        "thietke",
        "bo-sung.bpmn",
        called.replace(
            "<bpmn:process id=\"bo-sung\" name=\"", "<bpmn:process id=\"bo-sung\" name=\"NHÁP "));
    drafted("thietke", FORM, file(FORM_PATH).replaceFirst("\"text\": \"", "\"text\": \"NHÁP "));

    String number = permitAtTheLeader();

    String taskId = task(number).getId();
    for (String person : List.of("lanhdao", "quantri")) {
      Web.Answer form = web.engineRest(person).get("task/" + taskId + "/deployed-form");
      assertThat(form.status()).as(form.body()).isEqualTo(200);
      assertThat(form.body()).doesNotContain("NHÁP");
    }
    assertThat(
            engine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionNameLike("NHÁP%")
                .count())
        .isZero();
    // The engine's own look-up of the latest form fails when two tenants have one.
    play.does("lanhdao", number, "Task_Sign", Map.of("leaderDecision", "approve"));
  }

  @Test
  void aDraftOfATableDoesNotRing() {
    String table = file("processes/shared/thang-canh-bao.dmn");
    drafted("thietke", "thang-canh-bao.dmn", table.replace("\"near\"", "\"gan\""));
    assertThat(
            engine
                .getRepositoryService()
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("thang-canh-bao")
                .count())
        .isEqualTo(1);
  }

  @Test
  void anOwnDraftIsReplacedAndAnotherDesignersIsKept() {
    String same = changedPermit();
    long first = drafted("thietke", PERMIT_FILE, same);
    deploys("thietke", PERMIT_FILE, same);
    assertThat(newest().path("id").asLong()).isEqualTo(first);
    long others = drafted("quantri", PERMIT_FILE, changedPermit());
    long second = drafted("thietke", PERMIT_FILE, changedPermit());

    JsonNode page = web.api("quantri").get("models/drafts").json();
    List<Long> open =
        StreamSupport.stream(page.path("drafts").spliterator(), false)
            .map(row -> row.path("draft").path("id").asLong())
            .toList();
    assertThat(open).containsExactly(second, others);
    JsonNode replaced = web.api("quantri").get("models/drafts/" + first).json();
    assertThat(replaced.path("row").path("draft").path("state").asText()).isEqualTo("SUPERSEDED");
  }

  @Test
  void theSecondPersonIsNeverTheAuthorNorAnOfficer() {
    String model = changedPermit();
    long own = drafted("quantri", PERMIT_FILE, model);
    assertRefused(
        reviews("quantri", own, report(model, true)), 403, "second-person-needed", "người thứ hai");
    for (String person : List.of("chuyenvien", "lanhdao", "motcua", "thanhtra")) {
      assertRefused(
          reviews(person, own, report(model, true)), 403, "designer-only", "Chỉ người thiết kế");
      assertThat(web.api(person).get("models/drafts").status()).isEqualTo(403);
      assertThat(web.api(person).get("models/drafts/" + own + "/file").status()).isEqualTo(403);
      assertThat(web.api(person).get("models/export").status()).isEqualTo(403);
    }
    assertThatThrownBy(
            () ->
                jdbc.sql("update model_draft set reviewed_by = author where id = ?")
                    .param(own)
                    .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("two_persons");
    assertThat(reviews("thietke", own, report(model, true)).status()).isEqualTo(200);
  }

  @Test
  void aReportOfAnotherFileARedOneOrNoneIsRefused() {
    String model = changedPermit();
    long id = drafted("thietke", PERMIT_FILE, model);
    assertRefused(
        reviews("quantri", id, report(model + " ", true)),
        422,
        "report-of-another-file",
        "tệp khác");
    assertRefused(reviews("quantri", id, report(model, false)), 422, "report-not-ok", "chưa đạt");
    assertRefused(reviews("quantri", id, "{}"), 422, "report-unreadable", "model.sha256");
    assertRefused(reviews("quantri", id, "không phải"), 422, "report-unreadable", "JSON");
    assertRefused(reviews("quantri", id, ""), 422, "report-missing", "rehearse");
    assertRefused(
        reviews("quantri", id, report(model, true).replace("PASSED", "NOT_APPLICABLE")),
        422,
        "report-empty",
        "đường đi");
    assertRefused(puts("quantri", id, "2026-03-02"), 409, "wrong-state", "chưa được xem xét");
  }

  @Test
  void aReviewedDraftIsPutInForceAtOnceAndEverythingIsWrittenDown() {
    String model = changedPermit();
    int before = inForce().getVersion();
    long id = drafted("thietke", PERMIT_FILE, model);
    String report = report(model, true);
    assertThat(reviews("quantri", id, report).status()).isEqualTo(200);
    assertRefused(reviews("quantri", id, report), 409, "wrong-state", "đã được xem xét");
    assertRefused(puts("thietke", id, "2026-03-01"), 422, "day-in-the-past", "hôm nay");
    assertRefused(
        web.api("thietke").post("models/drafts/" + id + "/in-force", Map.of("from", "2026-03-02")),
        422,
        "field-missing",
        "số quyết định");

    Web.Answer put = puts("thietke", id, "2026-03-02");

    assertThat(put.status()).as(put.body()).isEqualTo(200);
    assertThat(put.json().path("row").path("draft").path("state").asText()).isEqualTo("IN_FORCE");
    assertThat(inForce().getVersion()).isEqualTo(before + 1);
    assertThat(inForce().getTenantId()).isNull();
    assertThat(put.json().path("log"))
        .extracting(
            row ->
                row.path("line").path("act").asText() + " " + row.path("actor").path("id").asText())
        .containsExactly(
            "DRAFTED thietke", "REVIEWED quantri", "SCHEDULED thietke", "IN_FORCE thietke");
    JsonNode last = put.json().path("log").path(3).path("line");
    assertThat(last.path("sha256").asText()).isEqualTo(hash(model));
    assertThat(last.path("reportSha256").asText()).isEqualTo(hash(report));
    assertThat(last.path("decision").asText()).isEqualTo("15/QĐ-SXD");
    assertThat(web.api("quantri").get("access-log").body())
        .contains("MODEL_REVIEWED", "MODEL_PUT_IN_FORCE", hash(model));
    assertThatThrownBy(() -> jdbc.sql("delete from model_draft_event").update())
        .hasMessageContaining("append-only");
  }

  @Test
  void aLaterDayComesByItselfOnce() {
    String model = changedPermit();
    int before = inForce().getVersion();
    long id = drafted("thietke", PERMIT_FILE, model);
    reviews("quantri", id, report(model, true));
    assertThat(puts("quantri", id, "2026-03-05").status()).isEqualTo(200);

    String other = changedPermit();
    long second = drafted("quantri", PERMIT_FILE, other);
    reviews("thietke", second, report(other, true));
    assertRefused(puts("quantri", second, "2026-04-01"), 409, "another-scheduled", "đang chờ");

    play.to(LocalDateTime.parse("2026-03-04T23:59:59"));
    assertThat(drafts.bringDue()).isZero();
    assertThat(inForce().getVersion()).isEqualTo(before);
    play.to(LocalDateTime.parse("2026-03-05T00:00"));
    assertThat(drafts.bringDue()).isEqualTo(1);
    assertThat(drafts.bringDue()).isZero();
    assertThat(inForce().getVersion()).isEqualTo(before + 1);

    JsonNode now = web.api("thietke").get("models/drafts/" + second).json();
    assertThat(now.path("outdated").asBoolean()).isTrue();
  }

  @Test
  void aDraftOfAVersionThatIsNotInForceAnyMoreSaysSoBeforeReview() {
    String old = changedPermit();
    long outdated = drafted("quantri", PERMIT_FILE, old);
    String model = changedPermit();
    long id = drafted("thietke", PERMIT_FILE, model);
    reviews("quantri", id, report(model, true));
    puts("quantri", id, "2026-03-02");

    assertRefused(
        reviews("thietke", outdated, report(old, true)), 409, "base-not-in-force", "không còn");
    Web.Answer known =
        web.api("thietke")
            .post(
                "models/drafts/" + outdated + "/review",
                Map.of("report", report(old, true), "overOtherVersion", true));
    assertThat(known.status()).as(known.body()).isEqualTo(200);
  }

  @Test
  void aVersionThatChangedWhileADayWasWaitedForTakesTheDayBack() {
    String model = changedPermit();
    long id = drafted("thietke", PERMIT_FILE, model);
    reviews("quantri", id, report(model, true));
    puts("quantri", id, "2026-03-05");
    engine
        .getRepositoryService()
        .createDeployment()
        .name(PERMIT_PATH)
        .source("nguoi-dung")
        .addString(PERMIT_PATH, changedPermit())
        .deploy();
    String before = inForce().getId();

    play.to(LocalDateTime.parse("2026-03-05T08:00"));
    assertThat(drafts.bringDue()).isZero();

    assertThat(inForce().getId()).isEqualTo(before);
    JsonNode draft = web.api("thietke").get("models/drafts/" + id).json().path("row").path("draft");
    assertThat(draft.path("state").asText()).isEqualTo("REVIEWED");
    assertThat(draft.path("reason").asText()).contains("đã thay đổi");
  }

  @Test
  void aModelWhoseFormIsOnlyADraftIsNotPutInForceAndSaysWhy() {
    drafted(
        "thietke",
        "bieu-mau-moi.form",
        file(FORM_PATH).replace("\"ky-duyet\"", "\"bieu-mau-moi\""));
    String model =
        changedPermit().replace("camunda:formRef=\"ky-duyet\"", "camunda:formRef=\"bieu-mau-moi\"");
    long id = drafted("thietke", PERMIT_FILE, model);
    reviews("quantri", id, report(model, true));
    String before = inForce().getId();
    Web.Answer put = puts("quantri", id, "2026-03-02");
    assertThat(put.json().path("row").path("draft").path("reason").asText())
        .contains("bieu-mau-moi");
    assertThat(put.json().path("row").path("draft").path("state").asText()).isEqualTo("REVIEWED");
    assertThat(inForce().getId()).isEqualTo(before);
  }

  @Test
  void aFormIsReviewedWithANoteAndAVersionOfPeopleIsHeld() {
    String form = file(FORM_PATH).replaceFirst("\"text\": \"", "\"text\": \"Sửa ");
    assertThat(form).isNotEqualTo(file(FORM_PATH));
    long id = drafted("thietke", FORM, form);
    assertRefused(
        web.api("quantri").post("models/drafts/" + id + "/review", Map.of("note", " ")),
        422,
        "field-missing",
        "nội dung đã xem xét");
    assertThat(
            web.api("quantri")
                .post("models/drafts/" + id + "/review", Map.of("note", "Đã mở biểu mẫu"))
                .status())
        .isEqualTo(200);
    assertThat(puts("quantri", id, "2026-03-02").status()).isEqualTo(200);

    String number = permitAtTheLeader();
    assertThat(
            web.engineRest("lanhdao").get("task/" + task(number).getId() + "/deployed-form").body())
        .contains("Sửa ");
    jdbc.sql("update deployed_resource set sha256 = 'x' where path = ?").param(FORM_PATH).update();
    try {
      assertThat(deployer.deploy().held()).containsExactly(FORM_PATH);
    } finally {
      jdbc.sql("update deployed_resource set sha256 = ? where path = ?")
          .params(hash(file(FORM_PATH)), FORM_PATH)
          .update();
    }
  }

  @Test
  void aRejectionNeedsAReasonAndEndsTheDraft() {
    String model = changedPermit();
    long id = drafted("thietke", PERMIT_FILE, model);
    assertRefused(
        web.api("quantri").post("models/drafts/" + id + "/rejection", Map.of("reason", "")),
        422,
        "field-missing",
        "lý do");
    assertThat(
            web.api("quantri")
                .post("models/drafts/" + id + "/rejection", Map.of("reason", "Thiếu bước"))
                .status())
        .isEqualTo(200);
    assertRefused(reviews("quantri", id, report(model, true)), 409, "wrong-state", "bị từ chối");
    assertThat(web.api("quantri").get("models/drafts/999999").status()).isEqualTo(404);
  }

  @Test
  void takingTheVersionInForceAwayDoesNotBringTheOneBeforeBack() {
    String model = changedPermit();
    long id = drafted("thietke", PERMIT_FILE, model);
    reviews("quantri", id, report(model, true));
    puts("quantri", id, "2026-03-02");
    ProcessDefinition fresh = inForce();
    for (String path :
        List.of(
            "process-definition/" + fresh.getId(),
            "deployment/" + fresh.getDeploymentId(),
            "process-definition/key/" + PERMIT)) {
      assertThat(web.engineRest("quantri").call("DELETE", path, null).status())
          .as(path)
          .isEqualTo(403);
    }
    assertThat(inForce().getId()).isEqualTo(fresh.getId());
  }
}
