package vn.thutuc.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thutuc.HouseTest;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.outbound.OutboundActs;

/** A house that is not connected writes, takes and compares nothing. */
@HouseTest
class PortalOffStories {

  @Autowired private Play play;
  @Autowired private Now now;
  @Autowired private JdbcClient jdbc;
  @Autowired private OutboundActs acts;
  @Autowired private Arrivals arrivals;
  @Autowired private Checks checks;
  @Autowired private Reconciliation reconciliation;

  @AfterEach
  void letTheClockGo() {
    now.release();
  }

  @Test
  void nothingIsWrittenForADossier() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    String number =
        play.receives(
            "motcua", DemoSubmissions.organisation("1.000028", "Công ty Không Nối").build());

    assertThat(acts.of(number)).noneMatch(act -> act.kind().equals("PORTAL"));
    assertThat(
            jdbc.sql(
                    "select count(*) from portal_dossier p join dossier d on d.id = p.dossier_id"
                        + " where d.number = ?")
                .param(number)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void nothingIsTakenOrCompared() {
    assertThatThrownBy(
            () -> arrivals.take(new ObjectMapper().createObjectNode().put("MaHoSo", "1")))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("chưa kết nối");
    assertThatThrownBy(() -> checks.order("quantri")).isInstanceOf(DossierProblem.class);
    reconciliation.askDaily();
    assertThat(checks.overview().connected()).isFalse();
    assertThat(checks.overview().reports()).isEmpty();
  }
}
