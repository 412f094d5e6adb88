package vn.thutuc.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** Who read what is kept, nobody can change it, and only inspectors and administrators read it. */
class AccessLogTests extends SecurityCase {

  private long readings(String person, String number) {
    return jdbc.sql(
            "select count(*) from access_log where action = 'READ_DOSSIER' and actor = ? and"
                + " subject = ?")
        .param(person)
        .param(number)
        .query(Long.class)
        .single();
  }

  @Test
  void everyReadingOfADossierIsLogged() {
    String number = permitAtTheSpecialist();
    assertThat(web.api("chuyenvien").get("dossiers/" + number).isOk()).isTrue();
    assertThat(readings("chuyenvien", number)).isEqualTo(1);
    assertThat(web.api("chuyenvien").get("tasks/" + task(number).getId() + "/dossier").isOk())
        .isTrue();
    assertThat(readings("chuyenvien", number)).isEqualTo(2);
    assertThat(web.login("truongphong").below("/api/").get("dossiers/" + number).isOk()).isTrue();
    assertThat(readings("truongphong", number)).isEqualTo(1);
    assertThat(
            jdbc.sql("select address from access_log where subject = ? limit 1")
                .param(number)
                .query(String.class)
                .single())
        .isNotBlank();
  }

  @Test
  void journalAndAccessLogRefuseEveryChange() {
    String number = permitAtTheSpecialist();
    web.api("chuyenvien").get("dossiers/" + number);
    for (String table : List.of("access_log", "dossier_journal")) {
      long rows = jdbc.sql("select count(*) from " + table).query(Long.class).single();
      assertThat(rows).isPositive();
      for (String change :
          List.of(
              "update " + table + " set actor = 'khac'",
              "update " + table + " set actor = 'khac' where id = -1",
              "delete from " + table,
              "truncate " + table,
              "truncate " + table + " cascade")) {
        assertThatThrownBy(() -> jdbc.sql(change).update())
            .as(change)
            .hasMessageContaining("append-only");
      }
      assertThat(jdbc.sql("select count(*) from " + table).query(Long.class).single())
          .isEqualTo(rows);
    }
  }

  @Test
  void theInspectorReadsEveryDossierAndTheLogButActsOnNone() {
    String number = permitAtTheSpecialist();
    Task appraise = task(number);
    Web.Caller api = web.api("thanhtra");
    assertThat(api.get("dossiers/" + number).isOk()).isTrue();
    assertThat(readings("thanhtra", number)).isEqualTo(1);
    Web.Answer log = api.get("access-log");
    assertThat(log.isOk()).isTrue();
    assertThat(log.body()).contains("READ_DOSSIER", number).doesNotContain("Công ty Thử Quyền");
    assertThat(web.api("quantri").get("access-log").body()).contains("READ_ACCESS_LOG");

    for (String act : List.of("withdrawal", "stop", "supplement")) {
      assertThat(
              api.post(
                      "dossiers/" + number + "/" + act,
                      Map.of("reason", "x", "ground", "x", "note", "x"))
                  .status())
          .isEqualTo(403);
    }
    Web.Caller rest = web.engineRest("thanhtra");
    String t = "task/" + appraise.getId();
    assertThat(rest.post(t + "/claim", Map.of("userId", "thanhtra")).isOk()).isFalse();
    assertThat(rest.post(t + "/complete", "{}").isOk()).isFalse();
    assertThat(again(appraise).getAssignee()).isNull();
  }

  @Test
  void officersAndDesignersDoNotReadTheLog() {
    for (String person :
        List.of("motcua", "chuyenvien", "truongphong", "lanhdao", "vanthu", "thietke")) {
      Web.Answer answer = web.api(person).get("access-log");
      assertThat(answer.status()).as(person).isEqualTo(403);
      assertThat(answer.json().path("code").asText()).isEqualTo("inspector-only");
    }
  }

  @Test
  void aRefusedReadingLeavesNoReadingBehind() {
    String number = permitAtTheSpecialist();
    assertThat(web.api("chuyenvienmauson").get("dossiers/" + number).status()).isEqualTo(404);
    assertThat(readings("chuyenvienmauson", number)).isZero();
  }
}
