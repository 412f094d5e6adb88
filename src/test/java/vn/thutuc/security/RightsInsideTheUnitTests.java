package vn.thutuc.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractIntegerAssert;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** Inside one unit everybody does their own step, and nobody another's. */
class RightsInsideTheUnitTests extends SecurityCase {

  private static final Map<String, Object> APPROVED =
      Map.of("variables", Map.of("leaderDecision", Map.of("value", "approve")));

  private static Map<String, Object> user(String person) {
    return Map.of("userId", person);
  }

  private AbstractIntegerAssert<?> thatPosting(String person, Task task, String act, Object body) {
    Web.Answer answer = web.engineRest(person).post("task/" + task.getId() + act, body);
    return assertThat(answer.status()).as(person + " POST " + act + ": " + answer.body());
  }

  private List<String> candidates(Task task) {
    return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
        .map(IdentityLink::getGroupId)
        .toList();
  }

  @Test
  void aSpecialistNeitherClaimsNorCompletesTheLeadersTask() {
    Task sign = task(permitAtTheLeader());
    for (String person : List.of("chuyenvien", "truongphong", "vanthu", "motcua")) {
      thatPosting(person, sign, "/claim", user(person)).isEqualTo(403);
      thatPosting(person, sign, "/complete", APPROVED).isEqualTo(403);
      thatPosting(person, sign, "/submit-form", APPROVED).isEqualTo(403);
      thatPosting(person, sign, "/resolve", APPROVED).isEqualTo(403);
    }
    thatPosting("lanhdao", sign, "/claim", user("lanhdao")).isEqualTo(204);
    for (String person : List.of("chuyenvien", "truongphong")) {
      thatPosting(person, sign, "/complete", APPROVED).isEqualTo(403);
      thatPosting(person, sign, "/submit-form", APPROVED).isEqualTo(403);
    }
    assertThat(again(sign)).isNotNull();
  }

  @Test
  void theHeadDoesNotBecomeASignerByAnyOtherDoor() {
    Task sign = task(permitAtTheLeader());
    thatPosting("truongphong", sign, "/assignee", user("truongphong")).isEqualTo(403);
    thatPosting("truongphong", sign, "/delegate", user("truongphong")).isEqualTo(403);
    thatPosting(
            "truongphong",
            sign,
            "/identity-links",
            Map.of("groupId", "H37.12.head", "type", "candidate"))
        .isEqualTo(403);
    thatPosting(
            "truongphong",
            sign,
            "/identity-links",
            Map.of("userId", "truongphong", "type", "assignee"))
        .isEqualTo(403);
    assertThat(
            web.engineRest("truongphong")
                .call(
                    "PUT",
                    "task/" + sign.getId(),
                    Map.of("assignee", "truongphong", "tenantId", "H37.12"))
                .status())
        .isEqualTo(403);
    assertThat(again(sign).getAssignee()).isNull();
    assertThat(candidates(sign)).containsExactly("H37.12.leader");
  }

  @Test
  void aLateSignatureStaysTheLeadersWhileOtherLateStepsOpenToTheHead() {
    String atTheLeader = permitAtTheLeader();
    Task sign = task(atTheLeader);
    Task appraise = task(permitAtTheSpecialist());
    play.to(LocalDateTime.parse("2026-03-06T08:00"));

    assertThat(again(sign).getPriority()).isGreaterThan(50);
    assertThat(candidates(appraise)).contains("H37.12.head");
    assertThat(candidates(sign)).containsExactly("H37.12.leader");
    thatPosting("truongphong", sign, "/claim", user("truongphong")).isEqualTo(403);
  }

  @Test
  void nobodyClaimsForSomebodyElse() {
    Task appraise = task(permitAtTheSpecialist());
    thatPosting("chuyenvien", appraise, "/claim", user("lanhdao")).isEqualTo(403);
    thatPosting("truongphong", appraise, "/claim", user("chuyenvien")).isEqualTo(403);
    assertThat(again(appraise).getAssignee()).isNull();
  }

  @Test
  void aTaskIsClaimedBeforeItIsCompletedAndMayBeGivenBack() {
    Task appraise = task(permitAtTheSpecialist());
    thatPosting("chuyenvien", appraise, "/complete", "{}").isEqualTo(403);
    thatPosting("chuyenvien", appraise, "/submit-form", "{}").isEqualTo(403);
    thatPosting("chuyenvien", appraise, "/resolve", "{}").isEqualTo(403);

    thatPosting("chuyenvien", appraise, "/claim", user("chuyenvien")).isEqualTo(204);
    thatPosting("motcua", appraise, "/unclaim", "{}").isEqualTo(403);
    thatPosting("chuyenvien", appraise, "/unclaim", "{}").isEqualTo(204);
    assertThat(again(appraise).getAssignee()).isNull();
    thatPosting("chuyenvien", appraise, "/claim", user("chuyenvien")).isEqualTo(204);
    thatPosting(
            "chuyenvien",
            appraise,
            "/submit-form",
            Map.of(
                "variables",
                Map.of(
                    "opinion", Map.of("value", "Đủ"),
                    "proposal", Map.of("value", "grant"),
                    "resultKind", Map.of("value", "PERMIT_TRACKED"))))
        .isEqualTo(204);
    assertThat(again(appraise)).isNull();
  }

  @Test
  void theHeadAssignsInsideTheUnitToWhoeverHoldsTheRole() {
    Task appraise = task(permitAtTheSpecialist());
    thatPosting("truongphong", appraise, "/assignee", user("chuyenvien")).isEqualTo(204);
    assertThat(again(appraise).getAssignee()).isEqualTo("chuyenvien");
    for (String wrong : List.of("chuyenvienmauson", "lanhdao", "vanthu", "nguoila")) {
      thatPosting("truongphong", appraise, "/assignee", user(wrong)).isEqualTo(403);
    }
    thatPosting("chuyenvien", appraise, "/assignee", user("chuyenvien")).isEqualTo(403);
    thatPosting("lanhdao", appraise, "/assignee", user("chuyenvien")).isEqualTo(403);
    assertThat(again(appraise).getAssignee()).isEqualTo("chuyenvien");
    thatPosting("truongphong", appraise, "/unclaim", "{}").isEqualTo(204);
  }

  @Test
  void theHeadOfAnotherAgencyOrOfTheServiceCentreAssignsNothing() {
    Task appraise = task(permitAtTheSpecialist());
    thatPosting("truongphongtaichinh", appraise, "/assignee", user("chuyenvientaichinh"))
        .isGreaterThanOrEqualTo(400);
    Task examine = task(birthAtTheSpecialist());
    thatPosting("giamdocttdongkinh", examine, "/assignee", user("chuyenviendongkinh"))
        .isEqualTo(403);
    assertThat(again(appraise).getAssignee()).isNull();
    assertThat(again(examine).getAssignee()).isNull();
  }

  @Test
  void officersThrowNoErrorsAndNoEscalations() {
    Task appraise = task(permitAtTheSpecialist());
    thatPosting("chuyenvien", appraise, "/claim", user("chuyenvien")).isEqualTo(204);
    for (String person : List.of("chuyenvien", "truongphong", "lanhdao")) {
      thatPosting(person, appraise, "/bpmnError", Map.of("errorCode", "not-received"))
          .isEqualTo(403);
      thatPosting(person, appraise, "/bpmnEscalation", Map.of("escalationCode", "x"))
          .isEqualTo(403);
    }
    assertThat(again(appraise)).isNotNull();
  }

  @Test
  void officersDoNotTouchInstancesVariablesOrModels() {
    String number = permitAtTheSpecialist();
    Task appraise = task(number);
    thatPosting("chuyenvien", appraise, "/claim", user("chuyenvien")).isEqualTo(204);
    String p = "process-instance/" + appraise.getProcessInstanceId();
    Map<String, Object> value = Map.of("value", "approve");
    Object cancel =
        Map.of(
            "instructions",
            List.of(Map.of("type", "startBeforeActivity", "activityId", "Task_Number")));
    for (String person : List.of("chuyenvien", "truongphong", "lanhdao", "motcua", "thietke")) {
      Web.Caller caller = web.engineRest(person);
      for (Web.Answer answer :
          List.of(
              caller.call("DELETE", p, null),
              caller.post(p + "/modification", cancel),
              caller.call("PUT", p + "/variables/leaderDecision", value),
              caller.call("PUT", p + "/suspended", Map.of("suspended", true)),
              caller.call("PUT", "task/" + appraise.getId() + "/variables/leaderDecision", value),
              caller.call("PUT", "task/" + appraise.getId() + "/localVariables/x", value),
              caller.post("message", Map.of("messageName", "stop", "businessKey", number)),
              caller.call("DELETE", "deployment/" + deployment(appraise), null))) {
        assertThat(answer.status()).as(person + " " + answer.body()).isGreaterThanOrEqualTo(400);
      }
    }
    for (String person : List.of("chuyenvien", "truongphong", "lanhdao", "motcua", "thanhtra")) {
      assertThat(
              web.engineRest(person)
                  .post("deployment/create", Deployments.of("x.bpmn", "<x/>"))
                  .status())
          .isEqualTo(403);
    }
    assertThat(
            engine
                .getRuntimeService()
                .getVariables(appraise.getProcessInstanceId())
                .get("leaderDecision"))
        .isNull();
  }

  private String deployment(Task task) {
    return engine
        .getRepositoryService()
        .getProcessDefinition(task.getProcessDefinitionId())
        .getDeploymentId();
  }

  @Test
  void aDossierIsNotStartedBehindTheSignatureNorStartedAgain() {
    long before = jdbc.sql("select count(*) from dossier").query(Long.class).single();
    Map<String, Object> variables =
        Map.of(
            "applicantName", Map.of("value", "Công ty Bước Giữa"),
            "applicantAddress", Map.of("value", "Lạng Sơn"),
            "channel", Map.of("value", "COUNTER"),
            "returnMethod", Map.of("value", "COUNTER"));
    Web.Answer started =
        web.engineRest("motcua")
            .post(
                "process-definition/key/TTHC-1.000028/start",
                Map.of(
                    "variables",
                    variables,
                    "startInstructions",
                    List.of(Map.of("type", "startBeforeActivity", "activityId", "Task_Number"))));
    assertThat(started.status()).as(started.body()).isEqualTo(403);

    String number = permitAtTheSpecialist();
    Task appraise = task(number);
    Web.Answer withKey =
        web.engineRest("motcua")
            .post(
                "process-definition/key/TTHC-1.000028/start",
                Map.of("variables", variables, "businessKey", number));
    assertThat(withKey.status()).as(withKey.body()).isGreaterThanOrEqualTo(400);
    engine.getRuntimeService().deleteProcessInstance(appraise.getProcessInstanceId(), "thử");
    Web.Answer restarted =
        web.engineRest("motcua")
            .post(
                "process-definition/" + appraise.getProcessDefinitionId() + "/restart",
                Map.of(
                    "processInstanceIds",
                    List.of(appraise.getProcessInstanceId()),
                    "instructions",
                    List.of(Map.of("type", "startBeforeActivity", "activityId", "Task_Number"))));
    assertThat(restarted.status()).as(restarted.body()).isEqualTo(403);
    assertThat(jdbc.sql("select count(*) from dossier").query(Long.class).single())
        .isEqualTo(before + 1);
  }

  @Test
  void notEvenTheAdministratorDeletesAModelWithDossiers() {
    Task appraise = task(permitAtTheSpecialist());
    Web.Caller administrator = web.engineRest("quantri");
    for (String path :
        List.of(
            "deployment/" + deployment(appraise),
            "deployment/" + deployment(appraise) + "?cascade=true",
            "process-definition/" + appraise.getProcessDefinitionId() + "?cascade=true",
            "process-definition/key/TTHC-1.000028?cascade=true")) {
      Web.Answer answer = administrator.call("DELETE", path, null);
      assertThat(answer.status()).as(path + answer.body()).isEqualTo(403);
      assertThat(answer.json().path("message").asText())
          .startsWith("Không thể xóa quy trình TTHC-1.000028")
          .contains("hồ sơ đang chạy hoặc còn thời hạn lưu");
    }
    assertThat(again(appraise)).isNotNull();
  }

  @Test
  void formsAndTablesThatModelsUseAreNotDeleted() {
    for (String name :
        List.of("forms/shared/ky-duyet.form", "processes/shared/thang-canh-bao.dmn")) {
      String id =
          engine
              .getRepositoryService()
              .createDeploymentQuery()
              .deploymentName(name)
              .singleResult()
              .getId();
      Web.Answer answer = web.engineRest("quantri").call("DELETE", "deployment/" + id, null);
      assertThat(answer.status()).as(answer.body()).isEqualTo(403);
      assertThat(answer.json().path("message").asText()).contains(name, "phiên bản mới");
    }
  }
}
