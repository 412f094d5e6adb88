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
      desk.shoots("forms");
      page.waitForPopup(button::click).close();
      Locator link = page.locator(".tt-forms a").first();
      assertThat(link).containsText("Số ");

      byte[] pdf = fetched(page, link);
      PdfText text = PdfText.of(pdf);
      assertThat(text.text())
          .contains("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "Công ty In Ấn Quỳnh", number)
          .contains("17 giờ 30 phút, ngày 04 tháng 03 năm 2026");
      assertThat(PdfA.faults(pdf)).isEmpty();

      page.waitForPopup(
              () ->
                  page.getByRole(
                          AriaRole.BUTTON, new Page.GetByRoleOptions().setName("In lại mẫu 01"))
                      .click())
          .close();
      assertThat(page.locator(".tt-forms tr:has-text('Giấy tiếp nhận') a")).hasCount(1);
      assertThat(fetched(page, link)).isEqualTo(pdf);
      desk.shoots("forms-issued");
    }
  }

  @Test
  void theDeskPrintsTheSlipRightAfterReception() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    try (Browser.Desk desk = browser.logIn("motcua")) {
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
      page.waitForPopup(print::click).close();
      Locator link = page.getByText("Mở tệp PDF");
      assertThat(link).isVisible();
      desk.shoots("reception-printed");

      assertThat(PdfText.of(fetched(page, link)).text())
          .contains("Công ty Tiếp Nhận In", "Cán bộ một cửa A – Sở Xây dựng");
    }
  }

  private static byte[] fetched(Page page, Locator link) {
    return page.request().get(page.evaluate("a => a.href", link.elementHandle()).toString()).body();
  }
}
