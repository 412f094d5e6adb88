package vn.thutuc.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thutuc.HouseTest;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;
import vn.thutuc.printing.PdfA;
import vn.thutuc.printing.PdfText;

/** Officers print: from a task in Tasklist, and at the desk right after reception. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrintingInTheBrowserTests {

  @LocalServerPort int port;

  @Autowired Play play;
  @Autowired Now now;

  private Browser browser;

  @BeforeAll
  void open() {
    browser = new Browser(port);
  }

  @AfterAll
  void close() {
    browser.close();
    now.release();
  }

  @Test
  void aSpecialistPrintsTheSlipFromTheTaskAndGetsTheSameOneAgain() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    String number =
        play.receives(
            "motcua", DemoSubmissions.organisation("1.000028", "Công ty In Ấn Quỳnh").build());
    play.does(
        "motcua",
        number,
        "Task_CheckPapers",
        Map.of("papersChecked", true, "checkResult", "complete"));
    try (Browser.Desk desk = browser.logIn("chuyenvien")) {
      desk.takes(number);
      Page page = desk.page();
      page.getByText("Biểu mẫu in", new Page.GetByTextOptions().setExact(true)).first().click();
      Locator button =
          page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cấp và in mẫu 01"));
      button.waitFor();
      desk.shoots("forms");
      isIssued(page, button);
      Locator link = page.locator(".tt-forms a").first();
      link.waitFor();
      assertThat(link).containsText("Số ");

      byte[] pdf = fetched(page, link);
      PdfText text = PdfText.of(pdf);
      assertThat(text.text())
          .contains("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "Công ty In Ấn Quỳnh", number)
          .contains("17 giờ 30 phút, ngày 04 tháng 03 năm 2026");
      assertThat(PdfA.faults(pdf)).isEmpty();

      isIssued(
          page,
          page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("In lại mẫu 01")));
      assertThat(page.locator(".tt-forms tr:has-text('Giấy tiếp nhận') a")).hasCount(1);
      assertThat(fetched(page, link)).isEqualTo(pdf);
      desk.shoots("forms-issued");
      desk.visit("/ho-so/xem.html?so=" + number);
      Locator section = page.locator(".tt-forms");
      section.getByText("In lại").first().waitFor();
      section.scrollIntoViewIfNeeded();
      desk.shoots("dossier-forms");
    }
  }

  @Test
  void theDeskPrintsTheSlipRightAfterReception() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    try (Browser.Desk desk = browser.comesIn("motcua")) {
      desk.visit("/tiep-nhan/");
      Page page = desk.page();
      page.getByLabel("Tìm thủ tục").fill("xe qua tai");
      page.getByRole(AriaRole.OPTION).first().click();
      page.locator("input[name='owner.kind'][value=ORGANISATION]").check();
      page.getByLabel("Tên tổ chức, doanh nghiệp").fill("Công ty Tiếp Nhận In");
      page.locator("input[name='owner.phone']").fill("0900000001");
      page.locator("#paper-application").check();
      page.getByRole(
              AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tiếp nhận và in giấy hẹn"))
          .click();
      Locator print =
          page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mẫu 01 (PDF)"));
      isIssued(page, print);
      Locator link = page.getByText("Mở tệp PDF");
      link.waitFor();
      desk.shoots("reception-printed");

      assertThat(PdfText.of(fetched(page, link)).text())
          .contains("Công ty Tiếp Nhận In", "Cán bộ một cửa A – Sở Xây dựng");

      desk.visit("/ho-so/so-theo-doi.html");
      page.getByLabel("Từ ngày").fill("2026-03-01");
      page.getByLabel("Đến ngày").fill("2026-03-31");
      page.getByText("Xem sổ").click();
      page.locator("#list").getByText("Công ty Tiếp Nhận In").waitFor();
      desk.shoots("register");
      assertThat(PdfText.of(fetched(page, page.getByText("In sổ (PDF)"))).text())
          .contains("SỔ THEO DÕI HỒ SƠ", "Công ty Tiếp Nhận In");
    }
  }

  /** The paper opens in a tab of its own; the page is done when the server has answered. */
  private static void isIssued(Page page, Locator button) {
    page.waitForResponse(
        answer -> answer.request().method().equals("POST") && answer.url().endsWith("/forms"),
        () -> page.waitForPopup(button::click).close());
  }

  private static byte[] fetched(Page page, Locator link) {
    return page.request().get(page.evaluate("a => a.href", link.elementHandle()).toString()).body();
  }
}
