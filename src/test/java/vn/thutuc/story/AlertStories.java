package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.notice.Alerts;
import vn.thutuc.organisation.Deputies;
import vn.thutuc.organisation.Deputyship;
import vn.thutuc.outbound.ActState;

/** Whom the ladder names hears the bell, once each, and reads only their own. */
class AlertStories extends NoticeStory {

  @Autowired private Alerts alerts;
  @Autowired private Deputies deputies;

  @BeforeEach
  void begin() {
    nothingWaits();
  }

  @AfterEach
  void end() {
    jdbc.sql("update org_person set email = null").update();
    engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(number)
        .rootProcessInstances()
        .list()
        .forEach(one -> engine.getRuntimeService().deleteProcessInstance(one.getId(), "told"));
  }

  private List<Alerts.Alert> bell(String person) {
    return play.as(person, () -> alerts.page(null, 50)).alerts().stream()
        .filter(alert -> alert.number().equals(number))
        .toList();
  }

  private List<String> texts(String person) {
    return bell(person).stream().map(Alerts.Alert::text).toList();
  }

  private void rings(String until) {
    itIs(until);
    drain.drain("ALERT");
    drain.drain("ALERT");
  }

  @Test
  void eachRungIsHeardByWhomTheLadderNames() {
    aPermitAtTheSpecialist();
    claims("chuyenvien", task("Task_Appraise"));

    rings("2026-03-04T16:00");
    assertThat(texts("chuyenvien")).containsExactly("Sắp đến hạn");
    assertThat(texts("chuyenvien2")).isEmpty();
    assertThat(texts("truongphong")).isEmpty();

    rings("2026-03-05T08:00");
    assertThat(texts("truongphong")).containsExactly("Quá hạn");
    rings("2026-03-07T08:00");
    assertThat(texts("lanhdao")).containsExactly("Quá hạn 2 ngày làm việc");
    rings("2026-03-12T08:00");
    assertThat(texts("truongphongvp")).containsExactly("Quá hạn 5 ngày làm việc");

    assertThat(texts("chuyenvien")).containsExactly("Sắp đến hạn");
    assertThat(act("ALERT", "near:").state()).isEqualTo(ActState.SENT);
    assertThat(act("ALERT", "near:").words()).isEqualTo("Chuông của 1 người.");
  }

  @Test
  void whoMayNotSeeTheDossierReadsOnlyItsNumberAndWhoseItIs() {
    aPermitAtTheSpecialist();
    rings("2026-03-12T08:00");

    assertThat(bell("truongphongvp"))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.card()).isNull();
              assertThat(alert.unit()).isEqualTo("Sở Xây dựng");
            });
    assertThat(bell("lanhdao"))
        .singleElement()
        .satisfies(alert -> assertThat(alert.card().number()).isEqualTo(number));
  }

  @Test
  void whatNobodyHasTakenIsHeardByAllWhoMay() {
    aPermitAtTheSpecialist();

    rings("2026-03-04T16:00");

    assertThat(texts("chuyenvien")).hasSize(1);
    assertThat(texts("chuyenvien2")).hasSize(1);
    assertThat(texts("truongphong")).isEmpty();
  }

  @Test
  void whoStandsInHearsItToo() {
    LocalDate day = LocalDate.parse("2026-03-04");
    aPermitAtTheSpecialist();
    claims("chuyenvien", task("Task_Appraise"));
    long id =
        deputies.appoint(
            new Deputyship(
                0, "chuyenvien", "chuyenvien2", day, day, false, null, "truongphong", null),
            now.instant());

    rings("2026-03-04T16:00");

    assertThat(texts("chuyenvien")).hasSize(1);
    assertThat(texts("chuyenvien2")).hasSize(1);
    deputies.revoke(id, "truongphong", now.instant());
  }

  @Test
  void readingIsEverybodysOwn() {
    aPermitAtTheSpecialist();
    rings("2026-03-04T16:00");
    long id = bell("chuyenvien").get(0).id();
    int before = play.as("chuyenvien", alerts::unread);

    acts("chuyenvien2", () -> alerts.read(id));
    assertThat(bell("chuyenvien").get(0).read()).isFalse();
    acts("chuyenvien", () -> alerts.read(id));

    assertThat(bell("chuyenvien").get(0).read()).isTrue();
    assertThat(play.as("chuyenvien", alerts::unread)).isEqualTo(before - 1);
    assertThat(bell("chuyenvien2").get(0).read()).isFalse();
    acts("chuyenvien2", () -> alerts.readUpTo(Long.MAX_VALUE));
    assertThat(play.as("chuyenvien2", alerts::unread)).isZero();
  }

  @Test
  void whoHasAnAddressGetsAMailThatNamesNobody() {
    jdbc.sql("update org_person set email = 'canbo@example.invalid' where id = 'chuyenvien'")
        .update();
    aPermitAtTheSpecialist();

    rings("2026-03-04T16:00");

    assertThat(letters())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.recipient()).isEqualTo("canbo@example.invalid");
              assertThat(mail.subject()).isEqualTo("Sắp đến hạn: hồ sơ " + number);
              assertThat(mail.body()).doesNotContain("Công ty");
            });
    assertThat(act("ALERT", "near:").words()).isEqualTo("Chuông của 2 người, thư cho 1 người.");
  }

  @Test
  void whatIsSettledMeanwhileRingsNoBell() {
    aPermitAtTheSpecialist();
    itIs("2026-03-04T16:00");
    isReady();

    drain.drain("ALERT");

    assertThat(act("ALERT", "near:").state()).isEqualTo(ActState.NEEDLESS);
    assertThat(texts("chuyenvien")).isEmpty();
  }
}
