package vn.thutuc.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thutuc.HouseTest;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;
import vn.thutuc.printing.PdfA;
import vn.thutuc.printing.PdfText;

/** The tab Dự thảo kết quả, as specialist, head, leader and clerk use it. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResultDraftsInTheBrowserTests {

  @LocalServerPort int port;
  @Autowired Play play;
  @Autowired Now now;
  @Autowired ProcessEngine engine;

  private Browser browser;

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

  private String permitAtTheSpecialist(String owner) {
    now.moveTo(LocalDateTime.parse("2026-03-03T09:00").atZone(WorkingCalendar.ZONE).toInstant());
    String number =
        play.receives("motcua", DemoSubmissions.organisation("1.000028", owner).build());
    play.does(
        "motcua",
        number,
        "Task_CheckPapers",
        Map.of("papersChecked", true, "checkResult", "complete"));
    return number;
  }

  private void isProposed(String number) {
    play.does(
        "chuyenvien",
        number,
        "Task_Appraise",
        Map.of("opinion", "Đủ", "proposal", "grant", "resultKind", "PERMIT_OVERSIZE"));
  }

  private Task task(String number) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceBusinessKey(number)
        .singleResult();
  }

  private static void opensDraft(Browser.Desk desk) {
    desk.page()
        .getByText("Dự thảo kết quả", new Page.GetByTextOptions().setExact(true))
        .first()
        .click();
    desk.page().locator(".tt-drafting").waitFor();
  }

  private static Locator button(Page page, String name) {
    return page.locator(".tt-drafting")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void told(Page page, String text) {
    assertThat(page.locator("#tt-announce")).containsText(text);
  }

  private static Locator body(Page page) {
    return page.locator(".tt-drafting")
        .getByLabel("Nội dung", new Locator.GetByLabelOptions().setExact(true));
  }

  @Test
  void aPermitIsDraftedReturnedCorrectedSignedAndNumberedInTasklist() {
    String number = permitAtTheSpecialist("Công ty Trình Duyệt");
    isDrafted(number);
    isProposed(number);
    isReturnedByTheHead(number);
    assertThat(task(number).getTaskDefinitionKey()).isEqualTo("Task_Appraise");
    isCorrected(number);
    isProposed(number);
    isPassedAndSigned(number);
    byte[] pdf = numbered(number);
    assertThat(PdfA.faults(pdf)).isEmpty();
    assertThat(PdfText.of(pdf).text())
        .contains("/GP-SXD", "Xe 20A-000.02 được lưu hành.")
        .doesNotContain("DỰ THẢO");
  }

  private void isDrafted(String number) {
    try (Browser.Desk specialist = browser.logIn("chuyenvien")) {
      specialist.takes(number);
      opensDraft(specialist);
      Page page = specialist.page();
      button(page, "Lập dự thảo từ mẫu").click();
      told(page, "Đã lập dự thảo từ mẫu");
      assertThat(body(page)).hasValue(Pattern.compile("Công ty Trình Duyệt"));
      body(page)
          .fill("# CẤP PHÉP CHO:\n- Công ty Trình Duyệt\nĐiều 1. Xe 20A-000.01 được lưu hành.");
      page.getByLabel("Nội dung thay đổi của bản này").fill("Ghi biển số");
      button(page, "Lưu bản mới").click();
      told(page, "Đã lưu bản 2");
      specialist.shoots("draft-editor");
      button(page, "Xem bản in").click();
      assertThat(page.locator(".tt-stage-tools [role=status]")).hasText("Trang 1/1");
      page.locator(".tt-stage").scrollIntoViewIfNeeded();
      specialist.shoots("draft-preview");
    }
  }

  private void isReturnedByTheHead(String number) {
    try (Browser.Desk head = browser.logIn("truongphong")) {
      head.takes(number);
      opensDraft(head);
      Page page = head.page();
      assertThat(page.locator(".tt-sheet").first()).containsText("Xe 20A-000.01");
      button(page, "Trả lại để chỉnh sửa").click();
      assertThat(page.locator(".tt-drafting [role=alert]").last())
          .containsText("Chưa ghi nội dung cần chỉnh sửa");
      page.getByLabel("Ý kiến (bắt buộc khi trả lại)").fill("Sai biển số xe");
      head.shoots("review");
      button(page, "Trả lại để chỉnh sửa").click();
      told(page, "đã ghi nhận cho bản 2");
    }
  }

  private void isCorrected(String number) {
    try (Browser.Desk specialist = browser.logIn("chuyenvien")) {
      specialist.takes(number);
      opensDraft(specialist);
      Page page = specialist.page();
      assertThat(page.locator(".tt-drafting")).containsText("Sai biển số xe");
      body(page)
          .fill("# CẤP PHÉP CHO:\n- Công ty Trình Duyệt\nĐiều 1. Xe 20A-000.02 được lưu hành.");
      button(page, "Lưu bản mới").click();
      told(page, "Đã lưu bản 3");
      specialist.shoots("corrected");
    }
  }

  private void isPassedAndSigned(String number) {
    try (Browser.Desk head = browser.logIn("truongphong")) {
      head.takes(number);
      opensDraft(head);
      assertThat(head.page().locator(".tt-drafting ins").first()).hasText("20A-000.02 ");
      head.shoots("changes");
      button(head.page(), "Đồng ý, trình ký").click();
      told(head.page(), "đã ghi nhận cho bản 3");
    }
    try (Browser.Desk leader = browser.logIn("lanhdao")) {
      leader.takes(number);
      opensDraft(leader);
      assertThat(leader.page().locator(".tt-sheet").first()).containsText("Xe 20A-000.02");
      leader.shoots("sign");
      button(leader.page(), "Ký duyệt").click();
      told(leader.page(), "đã ghi nhận cho bản 3");
    }
  }

  private byte[] numbered(String number) {
    try (Browser.Desk clerk = browser.logIn("vanthu")) {
      clerk.takes(number);
      opensDraft(clerk);
      Page page = clerk.page();
      clerk.shoots("number");
      page.waitForPopup(() -> button(page, "Cấp số, ban hành").click()).close();
      told(page, "Đã cấp số");
      clerk.visit("/ho-so/xem.html?so=" + number);
      Locator paper = page.locator("a[href*='result-papers']").first();
      paper.waitFor();
      clerk.shoots("issued");
      byte[] pdf =
          page.request().get(page.evaluate("a => a.href", paper.elementHandle()).toString()).body();
      clerk.visit("/ho-so/so-van-ban.html");
      page.getByLabel("Sổ", new Page.GetByLabelOptions().setExact(true)).selectOption("giay-phep");
      page.getByLabel("Năm").fill("2026");
      page.getByText("Xem sổ").click();
      assertThat(page.locator("#list")).containsText(number);
      clerk.shoots("register");
      return pdf;
    }
  }

  @Test
  void aStaleSaveLosesNoTypedTextAndShowsWhatChanged() {
    String number = permitAtTheSpecialist("Công ty Hai Cửa Sổ");
    try (Browser.Desk first = browser.logIn("chuyenvien");
        Browser.Desk second = browser.logIn("chuyenvien")) {
      first.takes(number);
      opensDraft(first);
      button(first.page(), "Lập dự thảo từ mẫu").click();
      told(first.page(), "Đã lập dự thảo từ mẫu");
      second.opens("Việc của tôi", number);
      opensDraft(second);
      body(second.page()).waitFor();

      body(first.page()).fill("Bản của cửa sổ thứ nhất.");
      button(first.page(), "Lưu bản mới").click();
      told(first.page(), "Đã lưu bản 2");
      body(second.page()).fill("Bản của cửa sổ thứ hai.");
      button(second.page(), "Lưu bản mới").click();

      assertThat(second.page().locator(".tt-drafting .tt-alert").first())
          .containsText("đã lưu bản 2 sau khi anh/chị mở");
      assertThat(body(second.page())).hasValue("Bản của cửa sổ thứ hai.");
      assertThat(second.page().locator(".tt-drafting ins").first()).containsText("cửa sổ thứ nhất");
      second.shoots("stale");
      button(second.page(), "Lưu bản mới").click();
      told(second.page(), "Đã lưu bản 3");
    }
  }

  @Test
  void whatWasTypedOutlivesTheBrowserAndASecondResultIsDraftedBesideTheFirst() {
    String number = permitAtTheSpecialist("Công ty Mất Điện");
    try (Browser.Desk desk = browser.logIn("chuyenvien")) {
      Page page = desk.page();
      desk.takes(number);
      opensDraft(desk);
      button(page, "Lập dự thảo từ mẫu").click();
      told(page, "Đã lập dự thảo từ mẫu");
      body(page).fill("Chưa kịp lưu thì mất điện.");
      page.reload();
      opensDraft(desk);
      assertThat(body(page)).hasValue("Chưa kịp lưu thì mất điện.");
      assertThat(page.locator(".tt-drafting")).containsText("chưa lưu được giữ lại");
      desk.shoots("unsaved-kept");

      page.getByLabel("Loại kết quả", new Page.GetByLabelOptions().setExact(true))
          .selectOption("PERMIT_TRACKED");
      assertThat(page.locator(".tt-drafting")).containsText("Chưa có dự thảo.");
      button(page, "Lập dự thảo từ mẫu").click();
      assertThat(body(page)).not().hasValue("Chưa kịp lưu thì mất điện.");
      assertThat(page.locator("#tt-draft-kind")).hasValue("PERMIT_TRACKED");
      desk.shoots("second-draft");
      page.locator("#tt-draft-kind").selectOption("PERMIT_OVERSIZE");
      assertThat(body(page)).hasValue("Chưa kịp lưu thì mất điện.");
    }
  }

  @Test
  void aStepWithoutAPaperSaysSo() {
    now.moveTo(LocalDateTime.parse("2026-03-03T09:00").atZone(WorkingCalendar.ZONE).toInstant());
    String number =
        play.receives("motcua", DemoSubmissions.organisation("1.000028", "Công ty Chờ").build());
    try (Browser.Desk desk = browser.logIn("motcua")) {
      desk.takes(number);
      opensDraft(desk);

      assertThat(desk.page().locator(".tt-drafting .tt-note"))
          .containsText("không lập, xem xét, ký hoặc cấp số dự thảo kết quả");
      desk.shoots("no-paper");
    }
  }
}
