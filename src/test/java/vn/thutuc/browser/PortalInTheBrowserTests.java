package vn.thutuc.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.thutuc.HouseTest;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.Play;
import vn.thutuc.outbound.OutboundDrain;
import vn.thutuc.portal.Reconciliation;
import vn.thutuc.portal.SandboxPort;

/** A dossier is submitted at the portal, arrives, is received or refused, and is seen there. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalInTheBrowserTests {

  private static final SandboxPort SANDBOX = new SandboxPort();

  @LocalServerPort int port;
  @Autowired Play play;
  @Autowired Now now;
  @Autowired OutboundDrain drain;
  @Autowired Reconciliation reconciliation;

  private Browser browser;

  @DynamicPropertySource
  static void connected(DynamicPropertyRegistry registry) {
    SANDBOX.connects(registry);
  }

  @BeforeAll
  void open() {
    browser = new Browser(port);
  }

  @AfterAll
  void close() {
    browser.close();
  }

  @AfterEach
  void letTheClockGo() {
    now.release();
  }

  private static void submits(Page page, String owner) {
    page.navigate(SANDBOX.address("/cong-dvc"));
    page.getByLabel("ChuHoSo").fill(owner);
    page.getByLabel("NgayNopHoSo").fill("20260302201500");
    page.getByLabel("tep").fill("2");
    page.getByText("Nộp hồ sơ", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(row(page, owner)).containsText("HTTP 201");
  }

  private static Locator row(Page page, String text) {
    return page.locator("tr", new Page.LocatorOptions().setHasText(text)).first();
  }

  @Test
  void aDossierOfThePortalIsLookedAtReceivedOrRefusedAndThePortalShowsIt() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    try (Browser.Desk desk = browser.logIn("motcua")) {
      Page page = desk.page();
      submits(page, "Công ty Tiếp Nhận <b>");
      desk.shoots("portal-submitted");
      submits(page, "Công ty Từ Chối");

      desk.visit("/cong-dvc/");
      Locator good = row(page, "Công ty Tiếp Nhận <b>");
      assertThat(good).containsText("02/03/2026 20:15");
      assertThat(good).containsText("05/03/2026 17:30");
      desk.shoots("portal-waiting");
      good.getByRole(AriaRole.LINK).first().click();
      assertThat(page.locator("#papers")).containsText("Giấy tờ 2.pdf");
      assertThat(page.locator("#portal-line")).containsText("Cổng giữ hồ sơ dưới mã DVC-");
      desk.shoots("portal-dossier");

      desk.visit("/cong-dvc/");
      row(page, "Công ty Từ Chối").getByText("Từ chối (mẫu 03)").click();
      Locator refusal = row(page, "Công ty Từ Chối");
      refusal.getByRole(AriaRole.BUTTON).last().click();
      assertThat(refusal).containsText("Chưa nhập");
      refusal.getByLabel("Lý do từ chối").fill("Không thuộc diện cấp phép");
      desk.shoots("portal-refusing");
      refusal.getByRole(AriaRole.BUTTON).last().click();
      assertThat(page.locator("#tt-announce")).containsText("Đã từ chối hồ sơ");
      assertThat(page.locator("#list")).not().containsText("Công ty Từ Chối");
      row(page, "Công ty Tiếp Nhận <b>").getByText("Tiếp nhận", exactly()).click();
      row(page, "Công ty Tiếp Nhận <b>").getByRole(AriaRole.BUTTON).first().click();
      assertThat(page.locator("#list")).containsText("Không có hồ sơ nào chờ tiếp nhận.");
      assertThat(serious(page)).isEmpty();

      play.settle();
      drain.drain("PORTAL");
      page.navigate(SANDBOX.address("/cong-dvc"));
      assertThat(row(page, "Công ty Tiếp Nhận <b>").locator("td").nth(3)).hasText("4");
      assertThat(row(page, "Công ty Từ Chối").locator("td").nth(3)).hasText("3");
      assertThat(row(page, "Công ty Từ Chối")).containsText("Không thuộc diện cấp phép");
      desk.shoots("portal-told");
    }
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }

  @Test
  void anAdministratorComparesAndSeesWhatWasFound() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    try (Browser.Desk desk = browser.logIn("quantri")) {
      Page page = desk.page();
      page.navigate(SANDBOX.address("/cong-dvc"));
      page.getByLabel("DonViXuLy").fill("H37.999");
      page.getByLabel("ChuHoSo").fill("Công ty Lạc Đơn Vị");
      page.getByLabel("NgayNopHoSo").fill("20260302201500");
      page.getByText("Nộp hồ sơ", new Page.GetByTextOptions().setExact(true)).click();
      assertThat(row(page, "Công ty Lạc Đơn Vị")).containsText("HTTP 422");

      desk.visit("/cong-dvc/");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đối soát ngay")).click();
      assertThat(page.locator("#reports")).containsText("đang chờ");
      reconciliation.runDue();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tải lại")).click();
      assertThat(page.locator("#reports")).containsText("đã xong");
      page.getByText("Xem chênh lệch", new Page.GetByTextOptions().setExact(true)).first().click();
      assertThat(page.locator("#differences")).containsText("Ở đây không có");
      desk.shoots("portal-checks");
      assertThat(serious(page)).isEmpty();
    }
  }

  private static List<String> serious(Page page) {
    return new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
            .analyze()
            .getViolations()
            .stream()
            .map(rule -> rule.getId() + ": " + rule.getNodes())
            .toList();
  }
}
