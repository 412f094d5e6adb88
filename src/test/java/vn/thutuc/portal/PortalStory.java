package vn.thutuc.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.thutuc.HouseTest;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;
import vn.thutuc.dossier.DossierActs;
import vn.thutuc.dossier.DossierDocuments;
import vn.thutuc.outbound.ActState;
import vn.thutuc.outbound.OutboundActs;
import vn.thutuc.outbound.OutboundDrain;

/** What stories of the portal are told with: a portal behind HTTP, a moved clock and people. */
@HouseTest
abstract class PortalStory {

  static final PortalDouble PORTAL = new PortalDouble();
  static final String DESK = "motcua";

  @Autowired protected OutboundActs acts;
  @Autowired protected OutboundDrain drain;
  @Autowired protected DossierDocuments dossiers;
  @Autowired protected DossierActs does;
  @Autowired protected Play play;
  @Autowired protected Now now;
  @Autowired protected JdbcClient jdbc;
  @Autowired protected ObjectMapper json;

  protected String number;

  @DynamicPropertySource
  static void connected(DynamicPropertyRegistry registry) {
    PORTAL.connects(registry);
  }

  @BeforeEach
  void itIsTuesdayMorning() {
    PORTAL.begins();
    jdbc.sql("update outbound_act set state = 'NEEDLESS' where state = 'WRITTEN'").update();
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
  }

  @AfterEach
  void letTheClockGo() {
    now.release();
  }

  protected String permit() {
    number =
        play.receives(DESK, DemoSubmissions.organisation("1.000028", "Công ty Lên Cổng").build());
    return number;
  }

  protected void step(String person, String step, Object... form) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < form.length; i += 2) {
      fields.put((String) form[i], form[i + 1]);
    }
    play.does(person, number, step, fields);
  }

  protected void isComplete() {
    step(DESK, "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
  }

  protected void isIncomplete() {
    step(
        DESK,
        "Task_CheckPapers",
        "papersChecked",
        true,
        "checkResult",
        "incomplete",
        "missingPapers",
        "Báo cáo khảo sát",
        "reason",
        "Thiếu báo cáo theo mẫu");
  }

  protected int drains() {
    return drain.drain("PORTAL");
  }

  protected void later(Duration by) {
    play.to(now.local().plus(by));
  }

  protected List<ActState> states() {
    return acts.of(number).stream()
        .filter(act -> act.kind().equals("PORTAL"))
        .map(OutboundActs.Written::state)
        .toList();
  }

  /** The dossier as the portal would hold it in this state. */
  protected ObjectNode there(String portalNumber, String state, String appointment) {
    ObjectNode held = json.createObjectNode();
    held.put("MaHoSo", portalNumber);
    held.put("TrangThaiHoSo", state);
    if (appointment != null) {
      held.put("NgayHenTra", appointment);
    }
    return held;
  }
}
