package vn.thutuc.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import vn.thutuc.CalendarReset;
import vn.thutuc.HouseTest;
import vn.thutuc.ShippedYear;
import vn.thutuc.almanac.AlmanacSeed;
import vn.thutuc.calendar.DayKind;

/** An administrator brings a year's calendar into force, as seen in the browser. */
@HouseTest
@TestPropertySource(properties = "thutuc.test.house=calendar")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalendarInTheBrowserTests {

  @LocalServerPort int port;

  @Autowired AlmanacSeed seed;
  @Autowired JdbcClient jdbc;
  @Autowired RuntimeService runtime;

  private Browser browser;

  @BeforeAll
  void open() {
    CalendarReset.run(jdbc, seed, runtime);
    browser = new Browser(port);
  }

  @AfterAll
  void close() {
    browser.close();
    CalendarReset.run(jdbc, seed, runtime);
  }

  @Test
  void aYearIsImportedLookedAtPublishedAndItsRunFollowed() {
    try (Browser.Desk desk = browser.logIn("quantri")) {
      List<String> errors = new ArrayList<>();
      Page page = desk.page();
      desk.visit("/");
      page.onPageError(errors::add);
      button(page, AriaRole.LINK, "Lịch làm việc").click();
      assertThat(page.locator("#years table")).containsText("2027");

      refusesAWrongFile(page);
      upload(page, new ShippedYear(2027).with("2027-03-05", DayKind.SWAP_OFF, "Nghỉ").csv());
      assertThat(page.locator("#year-title")).hasText("Dự thảo lịch năm 2027");
      assertThat(page.locator("#year-days")).containsText("thêm");
      desk.shoots("draft");

      button(page, AriaRole.BUTTON, "Xem trước ảnh hưởng").click();
      assertThat(page.locator("#impact")).containsText("Không hồ sơ nào đổi thời hạn.");
      button(page, AriaRole.BUTTON, "Công bố…").click();
      Locator dialog = page.locator("dialog[open]");
      dialog.getByText("Cấp lại giấy hẹn").click();
      dialog.locator("[type=submit]").click();

      assertThat(page.locator("#run")).containsText("đã xong");
      assertThat(page.locator("#runs")).containsText("Công bố lịch làm việc năm 2027");
      assertThat(page.locator("#years")).not().containsText("chưa công bố");
      setsHours(page);
      page.locator("#repair [type=submit]").click();
      assertThat(page.locator("#repaired")).containsText("Đã tính lại 0 hồ sơ");
      desk.shoots("published");
      assertThat(errors).isEmpty();
    }
  }

  private static Locator button(Page page, AriaRole role, String name) {
    return page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first();
  }

  private static void upload(Page page, byte[] csv) {
    page.locator("#import-year").fill("2027");
    page.locator("#import-file").setInputFiles(new FilePayload("lich-2027.csv", "text/csv", csv));
    page.locator("#import [type=submit]").click();
  }

  private static void refusesAWrongFile(Page page) {
    upload(page, "ngay,ten\n".getBytes(StandardCharsets.UTF_8));
    assertThat(page.locator("#import .tt-error")).containsText("Dòng 1: tiêu đề phải là");
  }

  private static void setsHours(Page page) {
    page.locator("#hours-agency").selectOption("H37.12");
    page.locator("#hours-from").fill("2027-01-04");
    page.locator("#hours-slots").fill("7 giờ");
    page.locator("#hours [type=submit]").click();
    Locator dialog = page.locator("dialog[open]");
    dialog.locator("[type=submit]").click();
    assertThat(dialog).containsText("không hợp lệ");
    dialog.locator("[data-close]").click();
    page.locator("#hours-slots").fill("07:00-11:00 13:00-17:00");
    page.locator("#hours [type=submit]").click();
    page.locator("dialog[open] [type=submit]").click();
    assertThat(page.locator("#hours-list")).containsText("07:00-11:00 13:00-17:00");
    assertThat(page.locator("#run")).containsText("Đổi giờ làm việc của Sở Xây dựng");
  }

  @Test
  void anybodyElseIsToldAndSeesNothing() {
    try (Browser.Desk desk = browser.comesIn("motcua")) {
      desk.visit("/");
      assertThat(desk.page().locator("#me")).not().isEmpty();
      assertThat(desk.page().locator("#calendar")).isHidden();
      desk.visit("/lich/");
      assertThat(desk.page().locator("#alert")).containsText("Chỉ quản trị viên");
      assertThat(desk.page().locator("#content")).isHidden();
    }
  }
}
