package vn.thutuc.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.thutuc.HouseTest;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;
import vn.thutuc.outbound.OutboundDrain;

/** The letter box, the preview of notices and the bell, as people see and work them. */
@HouseTest
@TestPropertySource(properties = "thutuc.test.own=notices-in-the-browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticesInTheBrowserTests {

  private static final String EVIL = "Công ty <img src=x onerror=\"document.title='bị chèn'\"> Mã";
  private static final List<String> WCAG_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

  @LocalServerPort int port;
  @Autowired Play play;
  @Autowired Now now;
  @Autowired OutboundDrain drain;

  private Browser browser;
  private String number;

  @BeforeAll
  void aPermitIsTakenInAndComesNear() {
    browser = new Browser(port);
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    number = play.receives("motcua", DemoSubmissions.organisation("1.000028", EVIL).build());
    play.does(
        "motcua",
        number,
        "Task_CheckPapers",
        Map.of("papersChecked", true, "checkResult", "complete"));
    drain.drain();
    play.to(LocalDateTime.parse("2026-03-04T16:00"));
    drain.drain();
  }

  @AfterAll
  void close() {
    browser.close();
    now.release();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static void shutsNobodyOut(AxeBuilder axe) {
    assertThat(
            axe.withTags(WCAG_AA).analyze().getViolations().stream()
                .map(rule -> rule.getId() + rule.getNodes().stream().map(n -> n.getHtml()).toList())
                .toList())
        .isEmpty();
  }

  /** 200 % of 1366 by 768 leaves a page half as many CSS pixels. */
  private static void fitsAtTwiceTheSize(Page page) {
    page.setViewportSize(683, 384);
    assertThat(
            (Boolean)
                page.evaluate(
                    "() => document.documentElement.scrollWidth <= window.innerWidth + 1"))
        .isTrue();
    page.setViewportSize(1366, 768);
  }

  @Test
  void anAdministratorReadsWhatWouldHaveLeftTheHouseAsTextAlone() {
    try (Browser.Desk desk = browser.comesIn("quantri")) {
      Page page = desk.page();
      desk.visit("/");
      page.getByText("Hộp thư thử nghiệm").click();

      Locator letters = page.locator("#letters > li");
      assertThat(letters).hasCount(2);
      assertThat(letters.first()).containsText("sắp đến ngày hẹn trả kết quả");
      assertThat(letters.last()).containsText("Kính gửi: " + EVIL);
      assertThat(letters.last().locator("img")).hasCount(0);
      assertThat(page).hasTitle("Hộp thư thử nghiệm – thutuc");
      assertThat(page.locator("#count")).hasText("Đang xem 2 thư, tin nhắn.");
      desk.shoots("mailbox");
      shutsNobodyOut(new AxeBuilder(page));
      fitsAtTwiceTheSize(page);
    }
  }

  @Test
  void whoIsNoAdministratorIsToldSo() {
    try (Browser.Desk desk = browser.comesIn("motcua")) {
      desk.visit("/hop-thu/");
      assertThat(desk.page().locator("#alert"))
          .containsText("Chỉ quản trị viên được xem hộp thư thử nghiệm.");
    }
  }

  @Test
  void anOfficerSeesWhatANoticeSaysAboutTheirDossier() {
    try (Browser.Desk desk = browser.comesIn("chuyenvien")) {
      Page page = desk.page();
      desk.visit("/mau-thong-bao/?so=" + number);
      assertThat(page.locator("#kinds tbody tr")).hasCount(19);
      page.getByLabel("Thông báo", new Page.GetByLabelOptions().setExact(true))
          .selectOption("apology");
      button(page, "Xem thử").click();

      Locator preview = page.locator("#preview");
      assertThat(preview).containsText("Xin lỗi và hẹn lại ngày trả kết quả, hồ sơ " + number);
      assertThat(preview).containsText("Kính gửi: " + EVIL);
      assertThat(preview.locator("img")).hasCount(0);
      assertThat(preview).containsText("tính là 2 tin");
      desk.shoots("notice-preview");
      shutsNobodyOut(new AxeBuilder(page));
      fitsAtTwiceTheSize(page);

      page.getByLabel("Mã hồ sơ").fill("H37.12-990101-0001");
      page.keyboard().press("Enter");
      assertThat(page.locator("#form .tt-error")).containsText("Không tìm thấy hồ sơ");
      assertThat(page.getByLabel("Mã hồ sơ")).isFocused();
      assertThat(preview).isHidden();
    }
  }

  @Test
  void theBellIsHeardReadAndPutOutByKeyboardAlone() {
    try (Browser.Desk desk = browser.logIn("chuyenvien")) {
      Page page = desk.page();
      Locator bell = button(page, "Cảnh báo thời hạn, 1 chưa đọc");
      assertThat(bell).isVisible();
      desk.shoots("bell");
      bell.focus();
      page.keyboard().press("Enter");

      Locator dialog = page.getByRole(AriaRole.DIALOG);
      assertThat(dialog.locator("li")).hasCount(1);
      assertThat(dialog.locator("li")).containsText("Sắp đến hạn: " + number);
      assertThat(dialog.locator("li")).containsText("Hạn 04/03/2026 17:30");
      assertThat(dialog.locator("li a")).hasAttribute("href", "/ho-so/xem.html?so=" + number);
      desk.shoots("bell-open");
      shutsNobodyOut(new AxeBuilder(page).include(List.of(".tt-bell-dialog")));

      Locator read = button(page, "Đánh dấu đã đọc cảnh báo về hồ sơ " + number);
      for (int tab = 0; tab < 10 && !isFocused(read); tab++) {
        page.keyboard().press("Tab");
      }
      assertThat(read).isFocused();
      page.keyboard().press("Enter");
      assertThat(dialog.getByRole(AriaRole.STATUS)).hasText("Đã đọc hết.");
      assertThat(dialog.locator("li a")).isFocused();
      page.keyboard().press("Escape");
      assertThat(dialog).hasCount(0);
      assertThat(button(page, "Cảnh báo thời hạn, không có cảnh báo chưa đọc")).isVisible();
      desk.shoots("bell-read");
    }
  }

  private static boolean isFocused(Locator locator) {
    return (Boolean) locator.evaluate("node => node === document.activeElement");
  }

  @Test
  void theDeskAsksInOneLineHowTheApplicantWishesToBeTold() {
    try (Browser.Desk desk = browser.comesIn("motcua")) {
      Page page = desk.page();
      desk.visit("/tiep-nhan/?thu-tuc=1.000028");
      page.locator("input[name='owner.name']").fill("Nguyễn Văn Hỏi");
      Locator wish = page.getByLabel("Người nộp muốn nhận thông báo qua");
      assertThat(wish).hasValue("");
      wish.selectOption("EMAIL");
      page.locator("#paper-application").check();
      button(page, "Tiếp nhận và in giấy hẹn").click();

      assertThat(page.locator("#form .tt-error")).containsText("chưa ghi địa chỉ thư điện tử");
      assertThat(wish).isFocused();
      desk.shoots("notice-wish");
      page.locator("input[name='owner.email']").fill("hoi@example.invalid");
      button(page, "Tiếp nhận và in giấy hẹn").click();
      assertThat(page.locator("#alert")).containsText("Đã tiếp nhận hồ sơ");
    }
  }
}
