package vn.thutuc.portal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.dossier.DossierProblem;

/** Once a day both sides are compared; what differs is listed and mended. */
class ReconciliationStories extends PortalStory {

  @Autowired private Reconciliation reconciliation;
  @Autowired private Checks checks;
  @Autowired private CheckRows rows;

  @BeforeEach
  void nothingElseIsCompared() {
    jdbc.sql("delete from portal_difference").update();
    jdbc.sql("delete from portal_check").update();
    jdbc.sql("delete from portal_arrival").update();
    jdbc.sql("delete from portal_dossier").update();
  }

  private Checks.Report compares() {
    rows.ask(now.local().toLocalDate(), "quantri");
    reconciliation.runDue();
    return checks.overview().reports().get(0);
  }

  private List<String> found(Checks.Report report) {
    return checks.differences(report.id(), 0).stream()
        .map(line -> "%s: %s / %s".formatted(line.label(), line.ours(), line.theirs()))
        .toList();
  }

  private String appointment() {
    return PortalMessages.MOMENT.format(dossiers.read(number).appointment());
  }

  @Test
  void twoSidesThatAgreeHaveNoDifference() {
    permit();
    isComplete();
    drains();
    PORTAL.holds(there(number, "4", appointment()));

    Checks.Report report = compares();

    assertThat(report.state()).isEqualTo("DONE");
    assertThat(report.theirs()).isEqualTo(1);
    assertThat(report.differences()).isZero();
    assertThat(drains()).isZero();
  }

  @Test
  void whatIsMissingThereIsSentAsANewDossier() {
    permit();
    drains();

    Checks.Report report = compares();

    assertThat(found(report)).containsExactly("Cổng không có: Mới đăng ký / null");
    drains();
    assertThat(PORTAL.told(number)).containsExactly("False 1", "False 1");
  }

  @Test
  void anotherStateOrAppointmentThereIsMendedByWhatStandsHere() {
    permit();
    isComplete();
    drains();
    PORTAL.holds(there(number, "1", "20260309173000"));

    Checks.Report report = compares();

    assertThat(found(report))
        .containsExactly(
            "Khác trạng thái: Đang xử lý / Mới đăng ký",
            "Khác ngày hẹn trả: 04/03/2026 17:30 / 09/03/2026 17:30");
    drains();
    assertThat(PORTAL.told(number)).endsWith("True 4");
    assertThat(PORTAL.told(number)).hasSize(2);
  }

  @Test
  void whatIsOnlyThereIsAskedFor() {
    PORTAL.holds(there("G22.99-260301-0001", "1", null));

    Checks.Report report = compares();

    assertThat(found(report)).containsExactly("Ở đây không có: null / Mới đăng ký");
    assertThat(
            jdbc.sql("select state from portal_arrival where portal_number = 'G22.99-260301-0001'")
                .query(String.class)
                .single())
        .isEqualTo("ANNOUNCED");
    assertThat(report.repaired()).isEqualTo(1);
    jdbc.sql("update portal_arrival set state = 'REFUSED'").update();

    assertThat(compares().repaired()).as("nobody can take it").isZero();
  }

  @Test
  void whatIsStillUnderWayIsNoDifference() {
    permit();

    assertThat(compares().differences()).isZero();
    drains();
    isComplete();
    PORTAL.holds(there(number, "1", null));
    assertThat(compares().differences()).isZero();
  }

  @Test
  void aListOlderThanWhatWasSentSinceIsLookedAtOnceMore() {
    permit();
    isComplete();
    drains();
    PORTAL.holds(there(number, "4", appointment()));
    PORTAL.answers("LayDanhSachHoSo", okJson("{\"error_code\": 0, \"result\": []}"));
    PORTAL
        .server()
        .stubFor(
            PortalDouble.call("LayDanhSachHoSo")
                .withRequestBody(matchingJsonPath("$.sau", equalTo("")))
                .willReturn(
                    okJson(
                        "{\"error_code\": 0, \"result\": [%s]}"
                            .formatted(there(number, "1", null)))));

    assertThat(compares().differences()).isZero();
  }

  @Test
  void manyPagesAreComparedToTheEnd() {
    permit();
    drains();
    int copies = Reconciliation.PAGE + 5;
    jdbc.sql(
            """
            insert into dossier select (jsonb_populate_record(null::dossier, to_jsonb(d)
              || jsonb_build_object('id', 1000000 + i, 'number', d.number || '-' || i))).*
            from dossier d cross join generate_series(1, ?) i where d.number = ?
            """)
        .param(copies)
        .param(number)
        .update();
    jdbc.sql(
            """
            insert into portal_dossier (dossier_id, portal_number, changed_at)
            select id, number, now() from dossier where id > 1000000
            """)
        .update();

    Checks.Report report = compares();

    assertThat(report.state()).isEqualTo("DONE");
    assertThat(report.ours()).isEqualTo(copies + 1);
    assertThat(report.differences()).isEqualTo(copies + 1);
  }

  @Test
  void aPortalThatIsDownLeavesAReportThatSaysSoAndTheNextOneGoesOn() {
    permit();
    drains();
    PORTAL.answers("LayDanhSachHoSo", aResponse().withStatus(500));

    Checks.Report report = compares();

    assertThat(report.state()).isEqualTo("FAILED");
    assertThat(report.problem()).contains("HTTP 500");
    PORTAL.begins();
    PORTAL.holds(there(number, "1", null));
    assertThat(compares().state()).isEqualTo("DONE");
  }

  @Test
  void theHouseComparesOnceADayAfterItsHourOnOneNode() {
    play.to(LocalDateTime.parse("2026-03-04T01:59"));
    reconciliation.askDaily();
    assertThat(checks.overview().reports()).isEmpty();

    play.to(LocalDateTime.parse("2026-03-04T02:00"));
    reconciliation.askDaily();
    reconciliation.runDue();
    reconciliation.askDaily();
    reconciliation.runDue();

    assertThat(checks.overview().reports())
        .singleElement()
        .satisfies(
            report -> {
              assertThat(report.day()).isEqualTo(LocalDate.parse("2026-03-04"));
              assertThat(report.askedBy()).isNull();
              assertThat(report.state()).isEqualTo("DONE");
            });
    long running = checks.overview().reports().get(0).id();
    jdbc.sql("update portal_check set state = 'RUNNING', lease_until = ? where id = ?")
        .param(java.sql.Timestamp.from(now.instant().plusSeconds(60)))
        .param(running)
        .update();
    assertThat(rows.lease()).as("another node is at it").isEmpty();
    play.to(now.local().plusMinutes(2));
    assertThat(rows.lease()).as("that node has died").contains(running);
  }

  @Test
  void aSecondOrderWhileOneWaitsIsRefused() {
    checks.order("quantri");

    assertThatThrownBy(() -> checks.order("quantri"))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("đang chờ hoặc đang chạy");
  }
}
