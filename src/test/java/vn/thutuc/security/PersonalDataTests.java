package vn.thutuc.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What people are called and where they are reached stands in the dossier, not in the engine. */
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataTests extends SecurityCase {

  private static final String NAME = "Tường Vân Khuếch";
  private static final String ID = "ZQ7712340987";
  private static final String PHONE = "0987712340";
  private static final String MAIL = "khuech.van@example.invalid";
  private static final String ADDRESS = "Ngõ Quỳnh Uyển 77, phường Đông Kinh";
  private static final String COLLECTOR = "Quách Nhượng Hằng";
  private static final String COLLECTOR_ID = "ZQ5598761234";
  private static final String OPINION = "Hồ sơ của Tường Vân Khuếch đủ điều kiện";
  private static final List<String> PERSONAL =
      List.of(
          NAME, "Khuếch", ID, PHONE, MAIL, "Quỳnh Uyển", COLLECTOR, COLLECTOR_ID, "Nhượng Hằng");

  private static Map<String, Object> variables(Object... pairs) {
    Map<String, Object> variables = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      variables.put((String) pairs[i], Map.of("value", pairs[i + 1]));
    }
    return Map.of("variables", variables);
  }

  private static Map<String, Object> startForm(Object... more) {
    List<Object> pairs =
        new ArrayList<>(
            List.of(
                "applicantName", NAME,
                "applicantIdNumber", ID,
                "applicantPhone", PHONE,
                "applicantEmail", MAIL,
                "applicantAddress", ADDRESS));
    pairs.addAll(List.of(more));
    return variables(pairs.toArray());
  }

  private String startedInTasklist() {
    Web.Answer started =
        web.engineRest("motcua")
            .post(
                "process-definition/key/TTHC-1.000028/submit-form",
                startForm("channel", "COUNTER", "returnMethod", "COUNTER"));
    assertThat(started.isOk()).as(started.body()).isTrue();
    play.settle();
    return started.json().path("businessKey").asText();
  }

  private void step(String person, String number, String step, Object... form) {
    Task task =
        engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).list().stream()
            .filter(open -> open.getTaskDefinitionKey().equals(step))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No " + step + " but " + play.openSteps(number)));
    Web.Caller caller = web.login(person).engine();
    Map<String, Object> claim = Map.of("userId", person);
    assertThat(caller.post("task/" + task.getId() + "/claim", claim).isOk()).isTrue();
    Web.Answer done = caller.post("task/" + task.getId() + "/submit-form", variables(form));
    assertThat(done.isOk()).as(step + done.body()).isTrue();
    play.settle();
  }

  private Web.Answer receivedByUs(Map<String, Object> owner, String channel) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("procedure", PERMIT);
    body.put("channel", channel);
    body.put("returnMethod", "POSTAL");
    body.put("owner", owner);
    body.put("submitter", owner);
    body.put("collector", Map.of("name", COLLECTOR, "idNumber", COLLECTOR_ID));
    return web.api("motcua").post("dossiers", body);
  }

  private static Map<String, Object> owner(String name) {
    return Map.of(
        "kind", "PERSON",
        "name", name,
        "idNumber", ID,
        "phone", PHONE,
        "email", MAIL,
        "address", ADDRESS);
  }

  /** Rows of the engine's tables that hold any of the texts, as table.column: text. */
  private List<String> found(List<String> texts) {
    record Column(String table, String name, String type) {}
    List<Column> columns =
        jdbc.sql(
                """
                select table_name, column_name, data_type from information_schema.columns
                where table_schema = 'public' and table_name like 'act\\_%'
                  and data_type in ('character varying', 'text', 'character', 'bytea')
                """)
            .query((row, i) -> new Column(row.getString(1), row.getString(2), row.getString(3)))
            .list();
    assertThat(columns).hasSizeGreaterThan(200);
    List<String> found = new ArrayList<>();
    for (Column column : columns) {
      String holds =
          column.type().equals("bytea")
              ? "position(convert_to(?, 'UTF8') in %s) > 0".formatted(column.name())
              : "position(? in %s) > 0".formatted(column.name());
      for (String text : texts) {
        if (jdbc.sql("select count(*) from %s where %s".formatted(column.table(), holds))
                .param(text)
                .query(Long.class)
                .single()
            > 0) {
          found.add(column.table() + "." + column.name() + ": " + text);
        }
      }
    }
    return found;
  }

  private void playDossiersToTheirEnds() {
    String counter = startedInTasklist();
    step("motcua", counter, "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
    step(
        "chuyenvien",
        counter,
        "Task_Appraise",
        "opinion",
        OPINION,
        "proposal",
        "grant",
        "resultKind",
        "PERMIT_TRACKED");
    step("truongphong", counter, "Task_Review", "headDecision", "approve", "note", OPINION);
    step("lanhdao", counter, "Task_Sign", "leaderDecision", "approve", "note", OPINION);
    step("vanthu", counter, "Task_Number", "resultNumber", "77/PD", "resultDate", "2026-03-03");
    step(
        "motcua",
        counter,
        "Task_ReturnAtCounter",
        "collectorName",
        COLLECTOR,
        "collectorIdNumber",
        COLLECTOR_ID,
        "registerSigned",
        true);
    assertThat(play.openSteps(counter)).isEmpty();

    Web.Answer open = receivedByUs(owner(NAME), "COUNTER");
    String number = open.isOk() ? open.json().path("number").asText() : startedInTasklist();
    step(
        "motcua",
        number,
        "Task_CheckPapers",
        "papersChecked",
        true,
        "checkResult",
        "incomplete",
        "missingPapers",
        "Giấy ủy quyền của " + NAME,
        "reason",
        "Chữ ký của " + NAME + " không rõ");
    assertThat(
            web.api("motcua")
                .post("dossiers/" + number + "/withdrawal", Map.of("reason", NAME + " rút"))
                .isOk())
        .isTrue();
    play.settle();
  }

  private void sendWhatIsRefused() {
    Web.Caller desk = web.engineRest("motcua");
    String start = "process-definition/key/TTHC-1.000028/submit-form";
    assertThat(desk.post(start, startForm()).isOk()).isFalse();
    assertThat(desk.post(start, startForm("channel", NAME, "returnMethod", ID)).isOk()).isFalse();
    assertThat(
            desk.post(
                    start,
                    variables(
                        "applicantName",
                        NAME.repeat(40),
                        "channel",
                        "COUNTER",
                        "returnMethod",
                        "COUNTER"))
                .isOk())
        .isFalse();
    assertThat(
            desk.post(
                    "process-definition/key/TTHC-1.001193/submit-form",
                    startForm(
                        "channel", "COUNTER", "returnMethod", "COUNTER", "competentUnit", NAME))
                .isOk())
        .isFalse();
    assertThat(
            desk.post(
                    "process-definition/key/dung-giai-quyet/submit-form",
                    startForm("channel", "COUNTER"))
                .isOk())
        .isFalse();
    assertThat(receivedByUs(owner(NAME.repeat(40)), "COUNTER").isOk()).isFalse();
    assertThat(receivedByUs(owner(NAME), NAME).isOk()).isFalse();
    assertThat(web.api("motcua").post("dossiers", "{\"owner\": \"" + NAME + "\"").isOk()).isFalse();
    Task check = task(startedInTasklist());
    String t = "task/" + check.getId();
    desk.post(t + "/claim", Map.of("userId", "motcua"));
    assertThat(
            desk.post(t + "/submit-form", variables("papersChecked", true, "checkResult", NAME))
                .isOk())
        .isFalse();
    assertThat(
            desk.post(
                    t + "/submit-form",
                    variables("papersChecked", true, "checkResult", "complete", "caseCode", NAME))
                .isOk())
        .isFalse();
    assertThat(desk.post(t + "/submit-form", variables("reason", NAME)).isOk()).isFalse();
    assertThat(desk.call("PUT", t + "/variables/applicantName", Map.of("value", NAME)).isOk())
        .isFalse();
  }

  private void sendADateThatIsNone() {
    String number = permitAtTheLeader();
    play.does("lanhdao", number, "Task_Sign", Map.of("leaderDecision", "approve"));
    String t = "task/" + task(number).getId();
    Web.Caller clerk = web.engineRest("vanthu");
    assertThat(clerk.post(t + "/claim", Map.of("userId", "vanthu")).isOk()).isTrue();
    assertThat(
            clerk
                .post(t + "/submit-form", variables("resultNumber", "1", "resultDate", NAME))
                .isOk())
        .isFalse();
  }

  @Test
  void noPersonalDataReachesTheEnginesTablesOrTheLog(CapturedOutput output) {
    playDossiersToTheirEnds();
    sendWhatIsRefused();
    sendADateThatIsNone();

    assertThat(
            jdbc.sql("select count(*) from dossier where owner_name = ?")
                .param(NAME)
                .query(Long.class)
                .single())
        .isPositive();
    assertThat(
            jdbc.sql("select count(*) from dossier_entry where fields::text like ?")
                .param("%" + COLLECTOR + "%")
                .query(Long.class)
                .single())
        .isPositive();
    assertThat(found(PERSONAL)).isEmpty();
    assertThat(output.getAll()).doesNotContain(PERSONAL);
  }

  @Test
  void theSearchFindsWhatIsThere() {
    String number = permitAtTheSpecialist();
    assertThat(found(List.of(number)))
        .contains(
            "act_ru_execution.business_key_: " + number,
            "act_hi_procinst.business_key_: " + number);
    engine
        .getRuntimeService()
        .setVariable(task(number).getProcessInstanceId(), "outcome", Map.of("x", "Vết thử nghiệm"));
    assertThat(found(List.of("Vết thử nghiệm"))).isNotEmpty();
  }
}
