package vn.thutuc.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.thutuc.HouseTest;
import vn.thutuc.demo.Play;

/** One dossier of 1.000028 from reception to return, as five people see it in their browsers. */
@HouseTest
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermitInTheBrowserTests {

  @LocalServerPort int port;

  @Autowired Play play;

  private Browser browser;

  @BeforeAll
  void open() {
    browser = new Browser(port);
  }

  @AfterAll
  void close() {
    browser.close();
  }

  @Test
  void aDossierGoesFromTheDeskThroughTheDepartmentAndBack() {
    String number = isReceivedAtTheDesk();
    isCheckedAtTheDesk(number);
    isAppraised(number);
    isReviewed(number);
    isSigned(number);
    isNumbered(number);
    isReturned(number);
  }

  /** The step is there once the job executor has run the asynchronous ones before it. */
  private void waitsFor(String number, String step) {
    await().atMost(Duration.ofSeconds(60)).until(() -> play.openSteps(number).contains(step));
  }

  private String isReceivedAtTheDesk() {
    try (Browser.Desk desk = browser.logInByHand("motcua")) {
      desk.visit("/tiep-nhan/");
      Page page = desk.page();
      page.getByLabel("Tìm thủ tục").fill("xe qua tai");
      page.getByRole(AriaRole.OPTION).first().click();
      page.locator("input[name='owner.kind'][value=ORGANISATION]").check();
      page.getByLabel("Tên tổ chức, doanh nghiệp").fill("Công ty Trình Duyệt");
      page.getByLabel("Mã số thuế hoặc mã số doanh nghiệp").fill("0000000001");
      page.locator("input[name='owner.phone']").fill("0900000001");
      page.locator("input[name='owner.address']").fill("Thôn Thử Nghiệm");
      page.locator("#paper-application").check();
      desk.shoots("reception");
      page.getByRole(
              AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tiếp nhận và in giấy hẹn"))
          .click();
      Locator slip = page.locator("#slip");
      assertThat(slip).containsText("Giấy tiếp nhận hồ sơ và hẹn trả kết quả");
      desk.shoots("slip");
      java.util.regex.Matcher number =
          Pattern.compile("H37\\.12-\\d{6}-\\d{4}").matcher(slip.innerText());
      if (!number.find()) {
        throw new AssertionError("No dossier number on the slip: " + slip.innerText());
      }
      return number.group();
    }
  }

  private void isCheckedAtTheDesk(String number) {
    waitsFor(number, "Task_CheckPapers");
    try (Browser.Desk desk = browser.logIn("motcua")) {
      desk.takes(number);
      desk.ticks("Đã đối chiếu từng giấy tờ");
      desk.chooses("Đầy đủ, hợp lệ: tiếp nhận hồ sơ");
      desk.shoots("check");
      desk.completes();
    }
  }

  private void isAppraised(String number) {
    waitsFor(number, "Task_Appraise");
    try (Browser.Desk desk = browser.logIn("chuyenvien")) {
      desk.takes(number);
      desk.page().getByText("Thời hạn", new Page.GetByTextOptions().setExact(true)).first().click();
      assertThat(desk.page().locator("body")).containsText("ngày làm việc");
      desk.shoots("term");
      desk.page().getByText("Hồ sơ", new Page.GetByTextOptions().setExact(true)).first().click();
      assertThat(desk.page().locator("body")).containsText("Công ty Trình Duyệt");
      desk.shoots("dossier");
      desk.page().getByText("Biểu mẫu", new Page.GetByTextOptions().setExact(true)).first().click();
      desk.field("Ý kiến thẩm định").fill("Đủ điều kiện cấp giấy phép.");
      desk.chooses("Cấp giấy phép");
      desk.chooses("Giấy phép lưu hành xe bánh xích tự hành");
      desk.dates("Có giá trị từ ngày", "01/12/2026");
      desk.dates("Đến hết ngày", "31/12/2026");
      desk.shoots("appraisal");
      desk.completes();
    }
  }

  private void isReviewed(String number) {
    waitsFor(number, "Task_Review");
    try (Browser.Desk desk = browser.logIn("truongphong")) {
      desk.takes(number);
      desk.chooses("Đồng ý, trình ký");
      desk.shoots("review");
      desk.completes();
    }
  }

  private void isSigned(String number) {
    waitsFor(number, "Task_Sign");
    try (Browser.Desk desk = browser.logIn("lanhdao")) {
      desk.takes(number);
      desk.chooses("Ký duyệt");
      desk.shoots("signature");
      desk.completes();
    }
  }

  private void isNumbered(String number) {
    waitsFor(number, "Task_Number");
    try (Browser.Desk desk = browser.logIn("vanthu")) {
      desk.takes(number);
      desk.field("Số, ký hiệu văn bản").fill("27/GPLHX");
      desk.dates("Ngày ban hành", "23/11/2026");
      desk.shoots("number");
      desk.completes();
    }
  }

  private void isReturned(String number) {
    waitsFor(number, "Task_ReturnAtCounter");
    try (Browser.Desk desk = browser.logIn("motcua")) {
      desk.takes(number);
      desk.field("Họ và tên người nhận kết quả").fill("Người Nhận Trình Duyệt");
      desk.field("Số định danh cá nhân hoặc hộ chiếu").fill("000000000002");
      desk.ticks("Người nhận đã ký vào Sổ theo dõi hồ sơ");
      desk.shoots("return");
      desk.completes();
      desk.visit("/ho-so/xem.html?so=" + number);
      assertThat(desk.page().locator("main")).containsText("Đã trả kết quả");
      assertThat(desk.page().locator("main")).containsText("27/GPLHX");
      assertThat(desk.page().locator("main")).containsText("23/11/2026");
      assertThat(desk.page().locator("main")).containsText("01/12/2026 đến 31/12/2026");
      desk.shoots("returned");
    }
  }
}
