package vn.thutuc.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.context.TestPropertySource;
import vn.thutuc.Versions;

/** New versions for running dossiers: administrators on our page only, no way round it. */
@TestPropertySource(properties = "thutuc.test.house=migration-doors")
class MigrationDoorTests extends SecurityCase {

  private static final String KEY = "TTHC-1.000028";

  private String number;
  private String source;
  private String target;
  private ProcessInstance instance;

  @BeforeEach
  void aDossierOnAnOldVersion() {
    Versions versions = new Versions(engine.getRepositoryService());
    source = versions.again(KEY);
    number = permitAtTheSpecialist();
    target = versions.again(KEY);
    instance =
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(number)
            .rootProcessInstances()
            .singleResult();
    assertThat(instance.getProcessDefinitionId()).isEqualTo(source);
  }

  @AfterEach
  void dropWhatIsOpen() {
    jdbc.sql("update model_migration set state = 'DROPPED' where state in ('TRIAL', 'RUNNING')")
        .update();
  }

  static Stream<Arguments> people() {
    return Stream.of("quantri", "thietke", "motcua", "chuyenvien", "lanhdao")
        .flatMap(person -> Stream.of(Arguments.of(person, true), Arguments.of(person, false)))
        // Designers have no Tasklist, through which the session is made here.
        .filter(who -> !(who.get()[0].equals("thietke") && who.get()[1].equals(false)));
  }

  @ParameterizedTest
  @MethodSource("people")
  void noInterfaceOfTheEngineMovesADossier(String person, boolean rest) {
    Web.Caller caller = rest ? web.engineRest(person) : web.login(person).engine();
    String execution =
        """
        {"migrationPlan": {"sourceProcessDefinitionId": "%s", "targetProcessDefinitionId": "%s",
          "instructions": [{"sourceActivityIds": ["Task_Appraise"],
          "targetActivityIds": ["Task_Appraise"], "updateEventTrigger": false}]},
         "processInstanceIds": ["%s"], "skipCustomListeners": true}
        """
            .formatted(source, target, instance.getId());
    String modification =
        """
        {"processDefinitionId": "%s", "processInstanceIds": ["%s"], "instructions":
          [{"type": "startBeforeActivity", "activityId": "Task_Number"}]}
        """
            .formatted(source, instance.getId());
    String one =
        "{\"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"Task_Number\"}]}";
    Map<String, String> doors =
        Map.of(
            "migration/execute",
            execution,
            "migration/executeAsync",
            execution,
            "modification/execute",
            modification,
            "modification/executeAsync",
            modification,
            "process-instance/" + instance.getId() + "/modification",
            one,
            "process-instance/" + instance.getId() + "/modification-async",
            one,
            "process-definition/" + source + "/restart",
            modification,
            "process-definition/" + source + "/restart-async",
            modification);

    doors.forEach(
        (door, body) -> {
          Web.Answer answer = caller.post(door, json(body));
          assertThat(answer.status()).as("%s: %s", door, answer.body()).isEqualTo(403);
          assertThat(answer.body()).contains("/chuyen-phien-ban/");
        });

    assertThat(
            engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getProcessDefinitionId())
        .isEqualTo(source);
    assertThat(task(number).getTaskDefinitionKey()).isEqualTo("Task_Appraise");
    assertThat(engine.getManagementService().createBatchQuery().count()).isZero();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  @Test
  void onlyAdministratorsUseOurs() {
    Map<String, String> wanted = Map.of("source", source, "target", target, "mapping", "");
    for (String person : List.of("thietke", "motcua", "lanhdao", "thanhtra")) {
      Web.Caller caller = web.api(person);
      List<Web.Answer> answers =
          List.of(
              caller.get("migrations"),
              caller.get("migrations/models"),
              caller.get("migrations/1"),
              caller.get("migrations/1/dossiers"),
              caller.get("migrations/1/report.csv"),
              caller.post("migrations/plan", wanted),
              caller.post("migrations", wanted),
              caller.post("migrations/1/start", Map.of("fingerprint", "x")),
              caller.post("migrations/1/resumption", Map.of()),
              caller.call("DELETE", "migrations/1", null));
      assertThat(answers)
          .allSatisfy(
              answer -> {
                assertThat(answer.status()).isEqualTo(403);
                assertThat(answer.body()).contains("Chỉ quản trị viên");
              });
    }
    assertThat(web.nobody().get("/api/migrations").status()).isEqualTo(401);
    assertThat(logged("MIGRATION_TRIED_REFUSED")).isEqualTo(4);
  }

  private long logged(String action) {
    return jdbc.sql("select count(*) from access_log where action = ?")
        .param(action)
        .query(Long.class)
        .single();
  }

  @Test
  void anAdministratorTriesLooksAndMoves() {
    Web.Caller caller = web.api("quantri");
    Map<String, String> wanted = Map.of("source", source, "target", target, "mapping", "");
    assertThat(caller.get("migrations/models").body()).contains(source).contains(target);
    assertThat(caller.post("migrations/plan", wanted).json().get("unmapped")).isEmpty();

    long run = caller.post("migrations", wanted).json().get("run").asLong();
    JsonNode tried = isAt(caller, run, "TRIED");
    assertThat(tried.at("/counts/MAPS").asInt()).isEqualTo(1);
    Web.Answer refused =
        caller.post("migrations/" + run + "/start", Map.of("fingerprint", "another"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("fingerprint-differs");
    Web.Answer started =
        caller.post(
            "migrations/" + run + "/start",
            Map.of("fingerprint", tried.at("/run/fingerprint").asText()));
    assertThat(started.status()).isEqualTo(202);
    JsonNode done = isAt(caller, run, "DONE");
    assertThat(done.at("/counts/MOVED").asInt()).isEqualTo(1);
    assertThat(done.at("/proof/changed").asInt()).isZero();
    assertThat(done.at("/proof/dates").asInt()).isGreaterThan(3);

    JsonNode page = caller.get("migrations/" + run + "/dossiers?state=MOVED&size=1").json();
    assertThat(page.at("/items/0/number").asText()).isEqualTo(number);
    assertThat(page.at("/items/0/before")).isEqualTo(page.at("/items/0/after"));
    Web.Answer csv = caller.get("migrations/" + run + "/report.csv");
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.body())
        .startsWith("\uFEFF\"Mã hồ sơ\"")
        .contains("\"" + number + "\",\"đã chuyển\"")
        .contains(
            "Timer_End_Settlement\",\"04/03/2026 17:30:00\",\"04/03/2026 17:30:00\",\"không\"")
        .doesNotContain("\"CÓ\"");
    assertThat(logged("MIGRATION_STARTED")).isEqualTo(2);
    assertThat(logged("MIGRATION_REPORT_READ")).isPositive();
  }

  private static JsonNode isAt(Web.Caller caller, long run, String state) {
    return Awaitility.await()
        .until(
            () -> caller.get("migrations/" + run).json(),
            page -> page.at("/run/state").asText().equals(state));
  }

  @Test
  void wrongInputIsToldInVietnamese() {
    Web.Caller caller = web.api("quantri");
    assertThat(caller.get("migrations/999").status()).isEqualTo(404);
    assertThat(caller.get("migrations/999/dossiers?size=0").status()).isEqualTo(422);
    Web.Answer unknown =
        caller.post("migrations/plan", Map.of("source", "x", "target", target, "mapping", ""));
    assertThat(unknown.status()).isEqualTo(404);
    Web.Answer mapping =
        caller.post(
            "migrations/plan", Map.of("source", source, "target", target, "mapping", "Task_X=Y"));
    assertThat(mapping.status()).isEqualTo(422);
    assertThat(mapping.json().get("field").asText()).isEqualTo("mapping");
    assertThat(mapping.json().get("detail").asText()).contains("không có mã Task_X");
  }
}
