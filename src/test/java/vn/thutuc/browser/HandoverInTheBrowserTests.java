package vn.thutuc.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import vn.thutuc.HouseTest;
import vn.thutuc.PermitSteps;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;
import vn.thutuc.handover.HandoverMaking;
import vn.thutuc.printing.PdfA;
import vn.thutuc.printing.PdfText;

/** Papers change hands by scanned lists, and results that nobody collects are reminded of. */
@HouseTest
@TestPropertySource(properties = "thutuc.test.own=handover-in-the-browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandoverInTheBrowserTests {

  private static final String DESK = "motcuattpvhcc";

  @LocalServerPort int port;
  @Autowired Play play;
  @Autowired Now now;
  @Autowired HandoverMaking making;
  @Autowired JdbcClient jdbc;

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

  private String permit(String desk, String owner) {
    return play.receives(desk, DemoSubmissions.organisation("1.000028", owner).build());
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  /** As a hand scanner does: the number and Enter, without waiting for the page. */
  private static void scans(Page page, String... numbers) {
    for (String number : numbers) {
      page.keyboard().type(number);
      page.keyboard().press("Enter");
    }
  }

  @Test
  void aDeskScansSendsAndPrintsAndTheDepartmentConfirmsWhatIsThere() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    String there = permit(DESK, "Công ty Có Trong Túi");
    String lost = permit(DESK, "Công ty Thất Lạc");
    try (Browser.Desk desk = browser.logIn(DESK);
        Browser.Desk department = browser.logIn("chuyenvien")) {
      Page giving = desk.page();
      desk.shoots("tasklist-header");
      giving.getByText("Bàn giao", new Page.GetByTextOptions().setExact(true)).click();
      giving.locator("#to").selectOption("H37.12");
      button(giving, "Lập danh sách bàn giao").click();
      assertThat(giving.locator("#scan")).isFocused();

      scans(giving, there, lost, there, "H37.12-990101-0001");

      assertThat(giving.locator("#lines tbody tr")).hasCount(2);
      assertThat(giving.locator("#refused"))
          .containsText("Không tìm thấy hồ sơ H37.12-990101-0001");
      desk.shoots("handover-scanned");
      giving.getByText("Đã xem").click();
      assertThat(giving.locator("#refused li")).hasCount(0);
      assertThat(giving.locator("#scan")).isFocused();
      giving.waitForPopup(() -> button(giving, "Gửi và in danh sách (2 hồ sơ)").click()).close();
      Locator title = giving.locator("#title");
      assertThat(title).containsText("BG-H37.02-2026-");
      String code = title.textContent().replace("Danh sách bàn giao ", "");
      byte[] pdf = fetched(giving, giving.getByText("In danh sách (PDF)"));
      assertThat(PdfText.of(pdf).text()).contains(code, there, lost);
      assertThat(PdfA.faults(pdf)).isEmpty();
      desk.shoots("handover-sent");

      Page taking = department.page();
      department.visit("/ban-giao/");
      assertThat(taking.locator("#INCOMING")).containsText(code);
      department.shoots("handover-incoming");
      assertThat(taking.locator("#code")).isFocused();
      scans(taking, code);
      assertThat(taking.locator("#title")).containsText(code);
      button(taking, "Bỏ chọn tất cả").click();
      scans(taking, there, "H37.12-990101-0001");
      assertThat(taking.locator("#refused")).containsText("không có trong danh sách");
      assertThat(taking.getByLabel("Đã nhận hồ sơ " + there)).isChecked();
      assertThat(taking.locator("#left")).containsText("1 hồ sơ không đánh dấu");
      department.shoots("handover-confirming");
      button(taking, "Xác nhận đã nhận 1 trên 2 hồ sơ").click();
      assertThat(taking.locator("#facts")).containsText("đã nhận 1 trên 2 hồ sơ");
      department.shoots("handover-confirmed");

      whatIsMissingIsFound(desk, department, there, lost);
    }
  }

  private static void whatIsMissingIsFound(
      Browser.Desk desk, Browser.Desk department, String there, String lost) {
    Page taking = department.page();
    desk.visit("/ban-giao/");
    Locator missing = desk.page().locator("#MISSING");
    assertThat(missing).containsText(lost);
    assertThat(missing).not().containsText(there);
    desk.shoots("handover-missing");
    department.visit("/ban-giao/");
    Locator here = taking.locator("#MISSING");
    here.getByText("Đã tìm thấy, nhận hồ sơ").click();
    here.getByLabel("Ghi chú").fill("Kẹp nhầm hồ sơ khác");
    here.getByText("Xác nhận đã nhận").click();
    assertThat(here).containsText("Không thiếu hồ sơ nào");
    department.visit("/ho-so/xem.html?so=" + lost);
    assertThat(taking.locator("#dossier")).containsText("Đã nhận hồ sơ giấy");
    department.shoots("handover-journal");
  }

  @Test
  void theSecondWhoConfirmsIsToldAndSeesWhatTheFirstDid() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    String number = permit("motcua", "Công ty Hai Người Nhận");
    try (Browser.Desk desk = browser.logIn("motcua");
        Browser.Desk first = browser.logIn("chuyenvien");
        Browser.Desk second = browser.comesIn("chuyenvien2")) {
      Page giving = desk.page();
      desk.visit("/ban-giao/");
      giving.locator("#to").selectOption("H37.12");
      button(giving, "Lập danh sách bàn giao").click();
      assertThat(giving.locator("#scan")).isFocused();
      scans(giving, number);
      giving.waitForPopup(() -> button(giving, "Gửi và in danh sách (1 hồ sơ)").click()).close();
      assertThat(giving.locator("#title")).containsText("BG-");
      String list = giving.url().replaceFirst(".*(/ban-giao/)", "$1");
      first.visit(list);
      second.visit(list);
      String confirm = "Xác nhận đã nhận 1 trên 1 hồ sơ";
      button(second.page(), confirm).waitFor();

      button(first.page(), confirm).click();
      assertThat(first.page().locator("#facts")).containsText("đã xác nhận");
      button(second.page(), confirm).click();

      assertThat(second.page().locator("#alert"))
          .containsText("đã được Chuyên viên A – Sở Xây dựng xác nhận");
      assertThat(second.page().locator("#facts")).containsText("đã nhận 1 trên 1 hồ sơ");
      second.shoots("handover-second");
    }
  }

  /** A list from the desk to the department with these dossiers, open on the desk's page. */
  private static String opensAList(Browser.Desk desk, String... numbers) {
    Page page = desk.page();
    desk.visit("/ban-giao/");
    page.locator("#to").selectOption("H37.12");
    button(page, "Lập danh sách bàn giao").click();
    assertThat(page.locator("#scan")).isFocused();
    scans(page, numbers);
    assertThat(page.locator("#lines tbody tr")).hasCount(numbers.length);
    return page.url().replaceFirst(".*(/ban-giao/)", "$1");
  }

  /** Lets the server's answers to scans wait. */
  private static List<Route> held(Page page) {
    List<Route> held = new ArrayList<>();
    page.route("**/api/handovers/*/lines", held::add);
    return held;
  }

  private static void goOn(Page page, List<Route> held) {
    page.waitForCondition(() -> !held.isEmpty());
    page.unroute("**/api/handovers/*/lines");
    held.forEach(Route::resume);
  }

  @Test
  void whatWasScannedBeforeTheClickGoesWithTheList() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    String first = permit(DESK, "Công ty Quét Trước");
    String last = permit(DESK, "Công ty Quét Sau");
    try (Browser.Desk desk = browser.logIn(DESK)) {
      Page page = desk.page();
      opensAList(desk, first);

      List<Route> held = held(page);
      scans(page, last);
      Page print = page.waitForPopup(() -> button(page, "Gửi và in danh sách (1 hồ sơ)").click());
      assertThat(page.locator("#send")).isDisabled();
      assertThat(page.locator("#title")).hasText("Danh sách bàn giao đang lập");
      goOn(page, held);

      assertThat(page.locator("#title")).containsText("BG-");
      assertThat(page.locator("#lines tbody tr")).hasCount(2);
      print.close();
    }
  }

  @Test
  void nothingIsSentWhileSomethingScannedWasRefusedOrAColleagueChangedTheList() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    String mine = permit(DESK, "Công ty Của Tôi");
    String theirs = permit(DESK, "Công ty Của Đồng Nghiệp");
    try (Browser.Desk desk = browser.logIn(DESK)) {
      Page page = desk.page();
      String list = opensAList(desk, mine);

      List<Route> held = held(page);
      scans(page, "H37.12-990101-0002");
      Page print = page.waitForPopup(() -> button(page, "Gửi và in danh sách (1 hồ sơ)").click());
      goOn(page, held);
      assertThat(page.locator("#alert")).containsText("Chưa gửi: có mã vừa quét");
      assertThat(page.locator("#refused")).containsText("H37.12-990101-0002");
      page.waitForCondition(print::isClosed);
      desk.shoots("handover-refused-at-sending");

      long id = Long.parseLong(list.replaceFirst(".*ds=", ""));
      play.as(DESK, () -> making.add(id, theirs));
      button(page, "Gửi và in danh sách (1 hồ sơ)").click();
      assertThat(page.locator("#alert")).containsText("hiện có 2 hồ sơ, không phải 1");
      page.waitForPopup(() -> button(page, "Gửi và in danh sách (2 hồ sơ)").click()).close();

      assertThat(page.locator("#title")).containsText("BG-");
      assertThat(page.locator("#refused")).containsText("H37.12-990101-0002");
      assertThat(page.locator("#refused")).isVisible();
      desk.shoots("handover-sent-with-refusal");
    }
  }

  @Test
  void whatWasUntickedStaysUntickedWhenTheListIsDrawnAnew() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    String there = permit(DESK, "Công ty Có Mặt");
    String lost = permit(DESK, "Công ty Vắng Mặt");
    String back = permit(DESK, "Công ty Rút Về");
    try (Browser.Desk desk = browser.logIn(DESK);
        Browser.Desk department = browser.logIn("chuyenvien")) {
      Page giving = desk.page();
      String list = opensAList(desk, there, lost, back);
      giving.waitForPopup(() -> button(giving, "Gửi và in danh sách (3 hồ sơ)").click()).close();
      assertThat(giving.locator("#title")).containsText("BG-");
      Page taking = department.page();
      department.visit(list);
      taking.getByLabel("Đã nhận hồ sơ " + lost).uncheck();
      taking.locator("#scan").focus();
      scans(taking, there);
      Locator row = giving.locator("#lines tbody tr", new Page.LocatorOptions().setHasText(back));
      row.getByText("Rút khỏi danh sách").click();
      row.getByLabel("Lý do rút").fill("Còn ở quầy");
      row.getByText("Rút hồ sơ này").click();
      assertThat(row).containsText("đã rút");

      button(taking, "Xác nhận đã nhận 2 trên 3 hồ sơ").click();

      assertThat(taking.locator("#alert")).containsText("Bên giao vừa rút hồ sơ " + back);
      assertThat(taking.getByLabel("Đã nhận hồ sơ " + back)).hasCount(0);
      assertThat(taking.getByLabel("Đã nhận hồ sơ " + lost)).not().isChecked();
      assertThat(taking.locator("tr.tt-scanned")).containsText(there);
      department.shoots("handover-changed-while-confirming");
      button(taking, "Xác nhận đã nhận 1 trên 2 hồ sơ").click();
      assertThat(taking.locator("#facts")).containsText("đã nhận 1 trên 3 hồ sơ");
      Locator missing =
          taking.locator("#lines tbody tr", new Page.LocatorOptions().setHasText(lost));
      missing.getByText("Đã tìm thấy, nhận hồ sơ").click();
      missing.getByText("Xác nhận đã nhận").click();
      assertThat(taking.locator("#facts")).containsText("đã nhận 2 trên 3 hồ sơ");
    }
  }

  @Test
  void anAdministratorDropsTheListThatAnEndedUnitWasMaking() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    String left = permit(DESK, "Công ty Bỏ Lại");
    long list = play.as(DESK, () -> making.open("left-behind", "H37.02", "H37.12").id());
    play.as(DESK, () -> making.add(list, left));
    jdbc.sql("update org_unit set until_date = '2026-03-03' where id = 'H37.02'").update();
    try (Browser.Desk administrator = browser.comesIn("quantri")) {
      Page page = administrator.page();
      administrator.visit("/ban-giao/");
      page.locator("#DRAFT").getByText("Danh sách đang lập").last().click();
      assertThat(page.locator("#lines")).containsText(left);
      assertThat(page.locator("#send")).hasCount(0);
      assertThat(page.locator("#scan-form")).isHidden();
      administrator.shoots("handover-left-behind");
      button(page, "Bỏ danh sách này").click();
      page.waitForURL("**/ban-giao/");
      assertThat(page.locator("#DRAFT")).containsText("Không có danh sách nào đang lập");
      administrator.shoots("handover-of-administrator");
    } finally {
      jdbc.sql("update org_unit set until_date = null where id = 'H37.02'").update();
    }
  }

  @Test
  void theDeskSeesWhoseResultWaitsAndReminds() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    String number = permit("motcua", "Công ty Quên Nhận");
    play.does(
        "motcua",
        number,
        "Task_CheckPapers",
        Map.of("papersChecked", true, "checkResult", "complete"));
    PermitSteps.decide(play, number, "2026-03-03");
    play.to(LocalDateTime.parse("2026-03-10T08:00"));
    try (Browser.Desk desk = browser.comesIn("motcua")) {
      Page page = desk.page();
      desk.visit("/ho-so/");
      page.getByText("Kết quả chưa nhận").click();
      Locator row = page.locator("#list tr", new Page.LocatorOptions().setHasText(number));
      assertThat(row).containsText("Công ty Quên Nhận");
      assertThat(row.locator("td").nth(7)).hasText("7");
      assertThat(row.locator("a[href^='tel:09000']")).hasCount(1);
      row.getByLabel("Chọn hồ sơ " + number).check();
      page.getByLabel("Ghi chú vào nhật ký hồ sơ").fill("Đã gọi điện");
      desk.shoots("uncollected");
      button(page, "Nhắc 1 hồ sơ đã chọn").click();
      assertThat(page.locator("#done")).containsText("Đã ghi thông báo nhắc 1 hồ sơ");
      assertThat(row).containsText("1 lần, 10/03/2026");

      row.getByLabel("Chọn hồ sơ " + number).check();
      button(page, "Nhắc 1 hồ sơ đã chọn").click();
      assertThat(page.locator("#done")).containsText(Pattern.compile("mỗi ngày chỉ nhắc một lần"));
      desk.shoots("uncollected-again");
      desk.visit("/ho-so/xem.html?so=" + number);
      assertThat(page.locator("#dossier"))
          .containsText("Thông báo cho người nộp: nhắc đến nhận kết quả");
    }
  }

  private static byte[] fetched(Page page, Locator link) {
    return page.request().get(page.evaluate("a => a.href", link.elementHandle()).toString()).body();
  }
}
