package vn.thutuc.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thutuc.HouseTest;

/** The reception page as an officer at the desk has it, with people who interrupt. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceptionInTheBrowserTests {

  private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

  @LocalServerPort int port;

  private Browser browser;

  @BeforeAll
  void open() {
    browser = new Browser(port);
  }

  @AfterAll
  void close() {
    browser.close();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }

  private static void finds(Page page, String words) {
    page.getByLabel("Tìm thủ tục").fill(words);
    page.getByRole(AriaRole.OPTION).first().click();
  }

  @Test
  void whatWasTypedIsThereAfterThePageWasClosedAndGoesOnToTheNextProcedure() {
    try (Browser.Desk desk = browser.comesIn("motcua")) {
      Page page = desk.page();
      desk.visit("/tiep-nhan/");
      finds(page, "xe qua tai");
      page.locator("input[name='owner.kind'][value=ORGANISATION]").check();
      page.locator("input[name='owner.name']").fill("Công ty Bỏ Dở");
      page.getByText("Người nộp khác chủ hồ sơ").click();
      page.locator("input[name='submitter.name']").fill("Người Nộp Thay");
      page.locator("#paper-application").check();
      assertThat(page.locator("#draft-status")).containsText("Đã lưu nháp lúc");
      desk.shoots("draft-kept");

      desk.visit("/tiep-nhan/");
      assertThat(page.locator("#drafts")).containsText("Công ty Bỏ Dở");
      desk.shoots("drafts");
      page.getByLabel("Tiếp tục bản nháp của Công ty Bỏ Dở").click();
      assertThat(page.locator("input[name='owner.name']")).hasValue("Công ty Bỏ Dở");
      assertThat(page.getByText("Tên tổ chức, doanh nghiệp")).isVisible();
      assertThat(page.locator("input[name='submitter.name']")).hasValue("Người Nộp Thay");
      assertThat(page.locator("#paper-application")).isChecked();
      desk.shoots("draft-opened");

      button(page, "Tiếp nhận và in giấy hẹn").click();
      // The first reception of a procedure also reads its model.
      assertThat(page.locator("#slip")).containsText("Công ty Bỏ Dở", PATIENTLY);
      button(page, "Thủ tục khác của người này").click();
      assertThat(page.locator("#drafts")).isHidden();
      finds(page, "1.000028");
      assertThat(page.locator("input[name='owner.name']")).hasValue("Công ty Bỏ Dở");
      assertThat(page.locator("input[name='submitter.name']")).hasValue("Người Nộp Thay");
      assertThat(page.locator("#paper-application")).not().isChecked();
    }
  }

  @Test
  void leavingASheetKeepsItAndThrowingItAwayAsksFirst() {
    try (Browser.Desk desk = browser.comesIn("motcuadongkinh")) {
      Page page = desk.page();
      desk.visit("/tiep-nhan/");
      finds(page, "xe qua tai");
      page.locator("input[name='owner.name']").fill("Đi Lấy Thêm Giấy");
      // Before the pause after typing is over.
      button(page, "Chọn thủ tục khác").click();
      assertThat(page.locator("#drafts")).containsText("Đi Lấy Thêm Giấy");

      Locator remove = page.getByLabel("Xóa bản nháp của Đi Lấy Thêm Giấy");
      remove.click();
      assertThat(remove).hasText("Xóa hẳn?");
      remove.click();
      assertThat(page.locator("#drafts")).isHidden();
    }
  }
}
