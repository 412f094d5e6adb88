package vn.thutuc.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.demo.DemoSubmissions;

/**
 * A dossier of one commune does not exist for the people of another, by id, by list and by count,
 * through the engine's interface, the web applications' and ours.
 */
class IsolationTests extends SecurityCase {

  private static final List<String> STRANGERS =
      List.of("chuyenvienmauson", "truongphongmauson", "lanhdao");

  private String number;
  private Task task;
  private String instance;
  private String definition;

  private record Probe(String method, String path, Object body) {}

  @BeforeEach
  void aBirthOfDongKinhWaitsForItsSpecialist() {
    number = birthAtTheSpecialist();
    task = task(number);
    instance = task.getProcessInstanceId();
    definition = task.getProcessDefinitionId();
    engine.getTaskService().createComment(task.getId(), instance, "Ghi chú của Đông Kinh");
  }

  private List<String> reads() {
    String variable =
        engine
            .getHistoryService()
            .createHistoricVariableInstanceQuery()
            .processInstanceId(instance)
            .variableName("channel")
            .singleResult()
            .getId();
    String activity =
        engine
            .getHistoryService()
            .createHistoricActivityInstanceQuery()
            .processInstanceId(instance)
            .activityId("Task_Examine")
            .singleResult()
            .getId();
    String t = "task/" + task.getId();
    String p = "process-instance/" + instance;
    return List.of(
        t,
        t + "/form",
        t + "/form-variables",
        t + "/deployed-form",
        t + "/variables",
        t + "/variables/channel",
        t + "/localVariables",
        t + "/identity-links",
        t + "/comment",
        p,
        p + "/variables",
        p + "/variables/channel",
        p + "/activity-instances",
        p + "/comment",
        "execution/" + instance,
        "execution/" + instance + "/localVariables",
        "variable-instance/" + variable,
        "job/" + job(),
        "job/" + job() + "/stacktrace",
        "history/process-instance/" + instance,
        "history/activity-instance/" + activity,
        "history/variable-instance/" + variable);
  }

  private List<String> lists() {
    return List.of(
        "task?processInstanceId=" + instance,
        "process-instance?businessKey=" + number,
        "execution?processInstanceId=" + instance,
        "variable-instance?processInstanceIdIn=" + instance,
        "job?processInstanceId=" + instance,
        "event-subscription?processInstanceId=" + instance,
        "history/task?taskId=" + task.getId(),
        "history/process-instance?processInstanceBusinessKey=" + number,
        "history/activity-instance?processInstanceId=" + instance,
        "history/variable-instance?processInstanceId=" + instance,
        "history/identity-link-log?taskId=" + task.getId(),
        "history/user-operation?processInstanceId=" + instance,
        "history/job-log?processInstanceId=" + instance);
  }

  private List<String> counts() {
    return List.of(
        "task/count?processInstanceId=" + instance,
        "task/count?processInstanceBusinessKey=" + number,
        "process-instance/count?businessKey=" + number,
        "execution/count?processInstanceId=" + instance,
        "variable-instance/count?processInstanceIdIn=" + instance,
        "job/count?processInstanceId=" + instance,
        "history/task/count?processInstanceId=" + instance,
        "history/process-instance/count?processInstanceBusinessKey=" + number,
        "history/activity-instance/count?processInstanceId=" + instance,
        "history/variable-instance/count?processInstanceId=" + instance);
  }

  private String job() {
    return engine
        .getManagementService()
        .createJobQuery()
        .processInstanceId(instance)
        .listPage(0, 1)
        .get(0)
        .getId();
  }

  private void owesItsRefusalToTheRightsOnly(Web.Caller own, List<Web.Caller> strangers) {
    for (String path : reads()) {
      assertThat(own.get(path).status()).as("own people GET " + path).isBetween(200, 299);
      for (Web.Caller stranger : strangers) {
        Web.Answer answer = stranger.get(path);
        assertThat(answer.status()).as("GET " + path).isGreaterThanOrEqualTo(400);
        assertThat(answer.body()).doesNotContain(number, "Thẩm tra", "COUNTER", "Ghi chú");
      }
    }
    for (String path : lists()) {
      assertThat(own.get(path).json().size()).as("own people GET " + path).isPositive();
      strangers.forEach(s -> assertThat(s.get(path).body()).as("GET " + path).isEqualTo("[]"));
    }
    for (String path : counts()) {
      assertThat(own.get(path).json().path("count").asInt()).as(path).isPositive();
      strangers.forEach(
          s -> assertThat(s.get(path).json().path("count").asInt(-1)).as(path).isZero());
    }
  }

  @Test
  void strangersReadNothingThroughTheEnginesInterface() {
    owesItsRefusalToTheRightsOnly(
        web.engineRest("chuyenviendongkinh"), STRANGERS.stream().map(web::engineRest).toList());
  }

  @Test
  void strangersReadNothingThroughTheWebApplications() {
    owesItsRefusalToTheRightsOnly(
        web.login("chuyenviendongkinh").engine(), List.of(web.login("chuyenvienmauson").engine()));
  }

  /** The engine answers these by id without asking for the tenant: nobody is answered. */
  @Test
  void commentsAndAttachmentsAreNotServedByTheirIdAlone() {
    String comment =
        engine.getTaskService().getTaskComments(task.getId()).stream()
            .findFirst()
            .orElseThrow()
            .getId();
    String attachment =
        engine
            .getTaskService()
            .createAttachment(
                "text",
                task.getId(),
                instance,
                "Giấy tờ",
                "",
                new ByteArrayInputStream(new byte[] {1}))
            .getId();
    String t = "task/" + task.getId();
    for (String person : List.of("chuyenvienmauson", "motcua", "chuyenviendongkinh")) {
      Web.Caller caller = web.engineRest(person);
      assertThat(caller.get(t + "/comment/" + comment).status()).isEqualTo(403);
      assertThat(caller.get(t + "/attachment/" + attachment).status()).isEqualTo(403);
      assertThat(caller.get(t + "/attachment/" + attachment + "/data").isOk()).isFalse();
      assertThat(caller.call("DELETE", t + "/attachment/" + attachment, null).isOk()).isFalse();
    }
    assertThat(engine.getTaskService().getTaskAttachment(task.getId(), attachment)).isNotNull();
  }

  @Test
  void statisticsOfOtherUnitsAreNotCounted() {
    for (String path :
        List.of(
            "history/process-definition/" + definition + "/statistics",
            "process-definition/" + definition + "/statistics",
            "process-definition/statistics",
            "history/task/report?reportType=count&groupBy=taskName",
            "history/process-definition/cleanable-process-instance-report")) {
      Web.Answer answer = web.engineRest("chuyenviennoivu").get(path);
      if (answer.isOk()) {
        answer
            .json()
            .forEach(
                row ->
                    assertThat(row.path("instances").asInt() + row.path("count").asInt())
                        .as(path + " " + row)
                        .isZero());
      } else {
        assertThat(answer.status()).as(path).isEqualTo(403);
      }
    }
  }

  private List<Probe> taskWrites(String stranger) {
    String t = "task/" + task.getId();
    Map<String, Object> self = Map.of("userId", stranger);
    Map<String, Object> value = Map.of("value", 1);
    return List.of(
        new Probe("POST", t + "/claim", self),
        new Probe("POST", t + "/complete", "{}"),
        new Probe("POST", t + "/submit-form", "{}"),
        new Probe("POST", t + "/resolve", "{}"),
        new Probe("POST", t + "/delegate", self),
        new Probe("POST", t + "/unclaim", "{}"),
        new Probe("POST", t + "/assignee", self),
        new Probe("POST", t + "/identity-links", Map.of("userId", stranger, "type", "candidate")),
        new Probe(
            "POST",
            t + "/identity-links/delete",
            Map.of("groupId", "H37.201.specialist", "type", "candidate")),
        new Probe("POST", t + "/comment/create", Map.of("message", "Chen vào")),
        new Probe("DELETE", t + "/comment", null),
        new Probe("POST", t + "/bpmnError", Map.of("errorCode", "not-received")),
        new Probe("POST", t + "/bpmnEscalation", Map.of("escalationCode", "x")),
        new Probe("PUT", t, Map.of("name", "x", "assignee", stranger)),
        new Probe("DELETE", t, null),
        new Probe("PUT", t + "/variables/channel", value),
        new Probe("PUT", t + "/localVariables/x", value),
        new Probe("DELETE", t + "/variables/channel", null));
  }

  private List<Probe> instanceWrites() {
    String p = "process-instance/" + instance;
    List<String> one = List.of(instance);
    Map<String, Object> value = Map.of("value", 1);
    Object cancel = List.of(Map.of("type", "cancel", "activityId", "Task_Examine"));
    return List.of(
        new Probe("DELETE", p, null),
        new Probe("POST", "process-instance/delete", Map.of("processInstanceIds", one)),
        new Probe("PUT", p + "/suspended", Map.of("suspended", true)),
        new Probe(
            "PUT",
            "process-instance/suspended",
            Map.of("suspended", true, "processInstanceIds", one)),
        new Probe(
            "POST",
            "process-instance/suspended-async",
            Map.of("suspended", true, "processInstanceIds", one)),
        new Probe(
            "PUT",
            "process-instance/suspended",
            Map.of("suspended", true, "processDefinitionKey", "TTHC-1.001193")),
        new Probe("POST", p + "/modification", Map.of("instructions", cancel)),
        new Probe("POST", p + "/modification-async", Map.of("instructions", cancel)),
        new Probe(
            "POST",
            "modification/execute",
            Map.of(
                "processDefinitionId",
                definition,
                "processInstanceIds",
                one,
                "instructions",
                cancel)),
        new Probe(
            "POST",
            "modification/executeAsync",
            Map.of(
                "processDefinitionId",
                definition,
                "processInstanceIds",
                one,
                "instructions",
                cancel)),
        new Probe("PUT", p + "/variables/channel", value),
        new Probe("DELETE", p + "/variables/channel", null),
        new Probe("PUT", "execution/" + instance + "/localVariables/x", value),
        new Probe(
            "POST",
            "process-instance/variables-async",
            Map.of("processInstanceIds", one, "variables", Map.of("x", value))),
        new Probe("POST", "message", Map.of("messageName", "withdraw", "businessKey", number)),
        new Probe(
            "POST", "message", Map.of("messageName", "withdraw", "processInstanceId", instance)),
        new Probe(
            "POST",
            "process-instance/message-async",
            Map.of("messageName", "withdraw", "processInstanceIds", one)),
        new Probe("POST", "execution/" + instance + "/signal", "{}"));
  }

  private List<Probe> jobAndHistoryWrites() {
    String j = "job/" + job();
    List<String> one = List.of(instance);
    return List.of(
        new Probe("PUT", j + "/duedate", Map.of("duedate", "2026-03-03T08:15:00.000+0700")),
        new Probe("POST", j + "/execute", null),
        new Probe("PUT", j + "/retries", Map.of("retries", 0)),
        new Probe("PUT", j + "/suspended", Map.of("suspended", true)),
        new Probe("DELETE", j, null),
        new Probe("DELETE", "history/process-instance/" + instance, null),
        new Probe(
            "POST", "history/process-instance/delete", Map.of("historicProcessInstanceIds", one)),
        new Probe(
            "POST",
            "history/process-instance/set-removal-time",
            Map.of("clearedRemovalTime", true, "historicProcessInstanceIds", one)),
        new Probe("DELETE", "history/process-instance/" + instance + "/variable-instances", null),
        new Probe(
            "POST",
            "migration/execute",
            Map.of(
                "processInstanceIds",
                one,
                "migrationPlan",
                Map.of(
                    "sourceProcessDefinitionId",
                    definition,
                    "targetProcessDefinitionId",
                    definition,
                    "instructions",
                    List.of()))),
        new Probe("DELETE", "process-definition/" + definition + "?cascade=true", null),
        new Probe("DELETE", "deployment/" + deployment() + "?cascade=true", null));
  }

  private String deployment() {
    return engine.getRepositoryService().getProcessDefinition(definition).getDeploymentId();
  }

  /** Everything the engine holds of the instance, as one text. */
  private List<String> state() {
    List<String> rows = new ArrayList<>();
    for (String table :
        List.of("act_ru_task", "act_ru_execution", "act_ru_variable", "act_hi_varinst")) {
      rows.addAll(
          jdbc.sql("select t::text from " + table + " t where proc_inst_id_ = ? order by id_")
              .param(instance)
              .query(String.class)
              .list());
    }
    rows.addAll(
        jdbc.sql("select t::text from act_ru_job t where process_instance_id_ = ? order by id_")
            .param(instance)
            .query(String.class)
            .list());
    rows.addAll(
        jdbc.sql(
                "select l::text from act_ru_identitylink l where task_id_ = ? union all"
                    + " select c.message_ from act_hi_comment c where c.task_id_ = ?")
            .param(task.getId())
            .param(task.getId())
            .query(String.class)
            .list());
    return rows;
  }

  private void changesNothing(String stranger, Web.Caller caller) {
    List<String> before = state();
    List<Probe> probes = new ArrayList<>(taskWrites(stranger));
    probes.addAll(instanceWrites());
    probes.addAll(jobAndHistoryWrites());
    for (Probe probe : probes) {
      Web.Answer answer = caller.call(probe.method(), probe.path(), probe.body());
      String what = stranger + " " + probe.method() + " " + probe.path() + " " + answer.body();
      assertThat(answer.status()).as(what).isGreaterThanOrEqualTo(400).isNotIn(401, 405, 415);
      assertThat(answer.body()).as(what).doesNotContain("HTTP 404", "JsonParse", "\"error\":");
      assertThat(state()).as(what).isEqualTo(before);
    }
  }

  @Test
  void strangersChangeNothingThroughTheEnginesInterface() {
    changesNothing("chuyenvienmauson", web.engineRest("chuyenvienmauson"));
    changesNothing("truongphongmauson", web.engineRest("truongphongmauson"));
    changesNothing("thanhtra", web.engineRest("thanhtra"));
    changesNothing("thietke", web.engineRest("thietke"));
  }

  @Test
  void strangersChangeNothingThroughTheWebApplications() {
    changesNothing("truongphongmauson", web.login("truongphongmauson").engine());
  }

  @Test
  void filtersShowStrangersNothingAlsoWhenTheyNarrowThem() {
    Web.Caller own = web.engineRest("chuyenviendongkinh");
    Web.Caller stranger = web.engineRest("chuyenvienmauson");
    String all =
        jdbc.sql("select id_ from act_ru_filter where name_ = 'Tất cả việc của đơn vị'")
            .query(String.class)
            .single();
    Object narrow = Map.of("processInstanceId", instance);
    assertThat(own.post("filter/" + all + "/count", narrow).json().path("count").asInt())
        .isEqualTo(1);
    assertThat(stranger.post("filter/" + all + "/count", narrow).json().path("count").asInt(-1))
        .isZero();
    assertThat(stranger.post("filter/" + all + "/list", narrow).body()).isEqualTo("[]");
    assertThat(stranger.get("filter/" + all + "/list").body()).doesNotContain(task.getId());
    assertThat(
            stranger
                .post(
                    "filter/create", Map.of("resourceType", "Task", "name", "x", "query", Map.of()))
                .status())
        .isEqualTo(403);
  }

  @Test
  void forOurInterfaceTheDossierIsNotThere() {
    for (String person : STRANGERS) {
      Web.Caller api = web.api(person);
      assertThat(api.get("dossiers/" + number).status()).isEqualTo(404);
      assertThat(api.get("tasks/" + task.getId() + "/card").status()).isEqualTo(404);
      assertThat(api.get("tasks/" + task.getId() + "/dossier").status()).isEqualTo(404);
      assertThat(api.post("dossiers/" + number + "/withdrawal", Map.of("reason", "x")).status())
          .isEqualTo(404);
      assertThat(api.post("dossiers/" + number + "/stop", Map.of("ground", "x")).status())
          .isEqualTo(404);
      assertThat(api.post("dossiers/" + number + "/supplement", Map.of("note", "x")).status())
          .isEqualTo(404);
      assertThat(api.post("dossiers/search", Map.of("q", number)).body()).doesNotContain(number);
      assertThat(api.post("tasks/cards", Map.of("tasks", List.of(task.getId()))).body())
          .isEqualTo("[]");
      assertThat(api.post("work-lists/tasks", Map.of("numbers", List.of(number))).body())
          .isEqualTo("[]");
    }
    Web.Caller own = web.api("chuyenviendongkinh");
    assertThat(own.post("tasks/cards", Map.of("tasks", List.of(task.getId()))).body())
        .contains(number);
    assertThat(own.post("work-lists/tasks", Map.of("numbers", List.of(number))).body())
        .contains(task.getId());
    assertThat(web.api("chuyenviendongkinh").get("dossiers/" + number).isOk()).isTrue();
    assertThat(web.api("chuyenviendongkinh").post("dossiers/search", Map.of("q", number)).body())
        .contains(number);
  }

  @Test
  void aDossierReceivedForAnotherAgencyIsSeenByBothAndNobodyElse() {
    String desk = "motcuattpvhcc";
    String forwarded =
        play.receives(
            desk,
            DemoSubmissions.person(BIRTH, "Người Chuyển Tiếp Thử")
                .at(MAU_SON)
                .by(Channel.COUNTER)
                .build());
    play.does(
        desk,
        forwarded,
        "Task_CheckPapers",
        Map.of("papersChecked", true, "checkResult", "complete"));
    play.does(desk, forwarded, "Task_Forward", Map.of("note", "Chuyển xã Mẫu Sơn"));
    Task examine = task(forwarded);

    assertThat(web.engineRest("chuyenvienmauson").get("task/" + examine.getId()).isOk()).isTrue();
    assertThat(web.engineRest(desk).get("task/" + examine.getId()).isOk()).isFalse();
    assertThat(
            web.engineRest(desk)
                .post("task/" + examine.getId() + "/claim", Map.of("userId", desk))
                .isOk())
        .isFalse();
    assertThat(web.api(desk).get("dossiers/" + forwarded).isOk()).isTrue();
    assertThat(web.api("chuyenvienmauson").get("dossiers/" + forwarded).isOk()).isTrue();
    assertThat(web.api("chuyenviendongkinh").get("dossiers/" + forwarded).status()).isEqualTo(404);
    assertThat(web.api("motcua").get("dossiers/" + forwarded).status()).isEqualTo(404);
    assertThat(web.engineRest("chuyenviendongkinh").get("task/" + examine.getId()).isOk())
        .isFalse();
  }
}
