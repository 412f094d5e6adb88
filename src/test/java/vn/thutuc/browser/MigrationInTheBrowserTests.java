package vn.thutuc.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.thutuc.HouseTest;
import vn.thutuc.Versions;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;

/** An administrator moves dossiers to a new version, as seen in the browser. */
@HouseTest
@TestPropertySource(properties = "thutuc.test.house=migration-browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationInTheBrowserTests {

  private static final String KEY = "TTHC-1.000028";
  private static final String END = "Timer_End_Settlement";

  @LocalServerPort int port;

  @Autowired Play play;
  @Autowired ProcessEngine engine;
  @Autowired Now now;

  private Browser browser;
  private String settling;
  private String checking;

  @BeforeAll
  void twoDossiersOnAnOldVersion() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    settling = receives();
    play.does(
        "motcua",
        settling,
        "Task_CheckPapers",
        Map.of("papersChecked", true, "checkResult", "complete"));
    checking = receives();
    new Versions(engine.getRepositoryService())
        .deploy(KEY, Versions.replacing("\"" + END + "\"", "\"Timer_Deadline_Settlement\""));
    browser = new Browser(port);
  }

  private String receives() {
    return play.receives(
        "motcua", DemoSubmissions.organisation("1.000028", "Công ty Phiên Bản").build());
  }

  @AfterAll
  void close() {
    browser.close();
    now.release();
  }

  @Test
  void aVersionIsPlannedTriedLookedAtAndTheDossiersMoved() {
    try (Browser.Desk desk = browser.logIn("quantri")) {
      List<String> errors = new ArrayList<>();
      Page page = desk.page();
      desk.visit("/");
      page.onPageError(errors::add);
      named(page, AriaRole.LINK, "Chuyển phiên bản").click();
      assertThat(page.locator("#models")).containsText(KEY);
      page.locator("#models tr")
          .filter(new Locator.FilterOptions().setHasText(KEY))
          .getByRole(AriaRole.BUTTON)
          .click();

      plans(page);
      desk.shoots("plan");
      named(page, AriaRole.BUTTON, "Chạy thử trên mọi hồ sơ").click();
      assertThat(page.locator("#run")).containsText("đã chạy thử");
      assertThat(page.locator("#dossiers-list")).containsText(settling);
      assertThat(page.locator("#dossiers-list")).containsText("Timer_Deadline_Settlement");
      desk.shoots("trial");

      named(page, AriaRole.BUTTON, "Chuyển…").click();
      Locator dialog = page.locator("dialog[open]");
      assertThat(dialog).containsText("Chuyển 2 hồ sơ?");
      dialog.locator("[type=submit]").click();
      assertThat(page.locator("#run")).containsText("đã xong");
      assertThat(page.locator("#run")).containsText("của 2 hồ sơ");
      assertThat(page.locator("#run")).containsText(": 0 thời hạn bị đổi.");
      assertThat(page.locator("#dossiers-list")).containsText(checking);
      desk.shoots("moved");
      assertThat(errors).isEmpty();
    }
  }

  private static void plans(Page page) {
    page.locator("#plan [type=submit]").click();
    assertThat(page.locator("#plan-result")).containsText("không còn mã");
    page.locator("#plan-mapping").fill(END + "=Timer_Nowhere");
    page.locator("#plan [type=submit]").click();
    assertThat(page.locator("#plan .tt-error")).containsText("không có mã Timer_Nowhere");
    page.locator("#plan-mapping").fill(END + "=Timer_Deadline_Settlement");
    page.locator("#plan [type=submit]").click();
    assertThat(page.locator("#plan-result")).containsText("; 0 không chuyển được.");
    assertThat(page.locator("#plan-result")).containsText("nhập ở đây");
  }

  private static Locator named(Page page, AriaRole role, String name) {
    return page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first();
  }

  @Test
  void anybodyElseIsToldAndSeesNothing() {
    try (Browser.Desk desk = browser.comesIn("motcua")) {
      desk.visit("/");
      assertThat(desk.page().locator("#me")).not().isEmpty();
      assertThat(desk.page().locator("#migration")).isHidden();
      desk.visit("/chuyen-phien-ban/");
      assertThat(desk.page().locator("#alert")).containsText("Chỉ quản trị viên");
      assertThat(desk.page().locator("#content")).isHidden();
    }
  }
}
