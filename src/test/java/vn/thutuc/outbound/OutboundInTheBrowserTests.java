package vn.thutuc.outbound;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDateTime;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import vn.thutuc.HouseTest;
import vn.thutuc.browser.Browser;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;

/** What could not be sent is seen, sent again and closed by people: on our page and in Cockpit. */
@HouseTest
@Import(OtherSide.Connected.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutboundInTheBrowserTests {

  private static final String REASON = "Cơ quan nhận từ chối: sai mã đơn vị.";

  @LocalServerPort int port;
  @Autowired private OutboundActs acts;
  @Autowired private OutboundDrain drain;
  @Autowired private OtherSide other;
  @Autowired private RuntimeService runtime;
  @Autowired private Play play;
  @Autowired private Now now;

  private Browser browser;
  private String number;

  @BeforeAll
  void open() {
    browser = new Browser(port);
  }

  @AfterAll
  void close() {
    browser.close();
  }

  @BeforeEach
  void anActHasFailed() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    number =
        play.receives("motcua", DemoSubmissions.organisation("1.000028", "Công ty Gửi Đi").build());
    other.begins();
    other.behaves(act -> Outcome.refused(REASON));
    acts.write(new OutboundActs.Act(number, "FORWARD", "tax", "Task_Test", "1"));
    drain.drain("BODY");
    other.behaves(OtherSide::takes);
  }

  @AfterEach
  void letTheClockGo() {
    now.release();
  }

  private ActState state() {
    return acts.of(number).stream()
        .filter(act -> act.event().equals("tax"))
        .findFirst()
        .orElseThrow()
        .state();
  }

  @Test
  void theDeskSeesWhatFailedWithEveryAttemptAndSettlesIt() {
    try (Browser.Desk desk = browser.comesIn("motcua")) {
      desk.visit("/viec-gui/");
      Page page = desk.page();
      Locator row = page.locator("#list tbody tr").filter(with(number));
      assertThat(row).containsText(REASON);
      assertThat(page.locator("#pager")).isHidden();
      desk.shoots("acts");
      assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();

      row.getByText("Xem").click();
      assertThat(page.locator("#attempts")).containsText(REASON);
      desk.shoots("act");
      assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
      page.getByText("Kết thúc, không gửi").click();
      assertThat(page.locator("#close-form .tt-error")).containsText("Hãy ghi cách đã xử lý");

      page.locator("#reason").fill("Đã gọi điện cho cơ quan thuế");
      page.getByText("Kết thúc, không gửi").click();
      assertThat(page.locator("#done")).containsText(number);
      assertThat(page.locator("#list")).not().containsText(number);
      assertThat(state()).isEqualTo(ActState.NEEDLESS);
    }
  }

  @Test
  void anAdministratorSendsItAgainFromItsIncidentInCockpit() {
    String instance =
        runtime.createIncidentQuery().incidentType("outbound").list().stream()
            .filter(
                incident ->
                    runtime
                            .createProcessInstanceQuery()
                            .processInstanceId(incident.getProcessInstanceId())
                            .processInstanceBusinessKey(number)
                            .count()
                        > 0)
            .findFirst()
            .orElseThrow()
            .getProcessInstanceId();
    try (Browser.Desk desk = browser.comesIn("quantri")) {
      desk.visit("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime");
      Page page = desk.page();
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Incidents").setExact(true))
          .click();
      desk.shoots("incidents");
      page.getByTitle("Send this act again (Gửi lại)").click();
      assertThat(page.getByText("Put back: it is sent again")).isVisible();
      desk.shoots("incident");
    }
    drain.drain("BODY");
    assertThat(state()).isEqualTo(ActState.SENT);
  }

  private static Locator.FilterOptions with(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
