package vn.thutuc.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thutuc.HouseTest;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;
import vn.thutuc.note.Notes;

/** Taking a step back, talking about a dossier, and seeing where it stands, as officers do. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TalkInTheBrowserTests {

  @LocalServerPort int port;
  @Autowired Play play;
  @Autowired Now now;
  @Autowired Notes notes;
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

  private String permit() {
    String number =
        play.receives(
            "motcua", DemoSubmissions.organisation("1.000028", "Công ty Trao Đổi").build());
    play.does(
        "motcua",
        number,
        "Task_CheckPapers",
        Map.of("papersChecked", true, "checkResult", "complete"));
    return number;
  }

  private List<String> openSteps(String number) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceBusinessKey(number)
        .list()
        .stream()
        .map(task -> task.getTaskDefinitionKey())
        .toList();
  }

  private static void opensTab(Browser.Desk desk, String tab) {
    desk.page()
        .locator(".tabbed-content .nav-tabs a", new Page.LocatorOptions().setHasText(tab))
        .first()
        .click();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }

  private static List<String> errorsOf(Page page) {
    List<String> errors = new ArrayList<>();
    page.onConsoleMessage(
        (ConsoleMessage message) -> {
          if (message.type().equals("error")) {
            errors.add(message.text() + " " + message.location());
          }
        });
    page.onPageError(errors::add);
    return errors;
  }

  @Test
  void aStepCompletedByMistakeIsTakenBackWithWhatWasTyped() {
    String number = permit();
    try (Browser.Desk desk = browser.logIn("chuyenvien")) {
      desk.takes(number);
      desk.field("Ý kiến thẩm định").fill("Xe đủ điều kiện, trừ trục thứ ba");
      desk.chooses("Cấp giấy phép");
      desk.chooses("Giấy phép lưu hành xe bánh xích tự hành");
      desk.dates("Có giá trị từ ngày", "01/12/2026");
      desk.dates("Đến hết ngày", "31/12/2026");
      desk.completes();
      Page page = desk.page();
      Locator offer = page.locator(".tt-step-return");
      assertThat(offer).containsText(number);
      desk.shoots("step-return-offered");
      button(page, "Bấm nhầm? Lấy lại bước").click();
      button(page, "Lấy lại bước này").click();
      assertThat(offer).containsText("Chưa nhập");
      offer.locator("textarea").fill("Bấm nhầm nút");
      desk.shoots("step-return-reason");
      button(page, "Lấy lại bước này").click();

      assertThat(page.locator("#tt-announce")).containsText("Đã lấy lại bước");
      assertThat(desk.field("Ý kiến thẩm định")).hasValue("Xe đủ điều kiện, trừ trục thứ ba");
      assertThat(openSteps(number)).containsExactly("Task_Appraise");
      desk.shoots("step-taken-back");
      desk.completes();
    }
    try (Browser.Desk desk = browser.logIn("truongphong")) {
      desk.takes(number);
    }
    try (Browser.Desk desk = browser.comesIn("chuyenvien")) {
      desk.visit("/ho-so/xem.html?so=" + number);
      assertThat(desk.page().locator("#title")).containsText(number);
      // The papers come after what may be taken back was asked for.
      desk.page().locator("#papers .tt-paper").first().waitFor();
      assertThat(desk.page().locator("#step-return")).isEmpty();
    }
  }

  @Test
  void fromThePageOfTheDossierAStepIsTakenBackAsWell() {
    String number = permit();
    play.does(
        "chuyenvien",
        number,
        "Task_Appraise",
        Map.of("opinion", "Đủ", "proposal", "grant", "resultKind", "PERMIT_TRACKED"));
    try (Browser.Desk desk = browser.comesIn("chuyenvien")) {
      desk.visit("/ho-so/xem.html?so=" + number);
      Locator act = desk.page().locator("#step-return .tt-act");
      act.locator("summary").click();
      act.locator("textarea").fill("Bấm nhầm");
      button(desk.page(), "Lấy lại bước này").click();
      assertThat(desk.page().locator("#status")).containsText("Đã lấy lại bước");
      desk.shoots("step-return-dossier");
      desk.page().getByText("Mở lại việc này").click();
      assertThat(desk.field("Ý kiến thẩm định")).hasValue("Đủ");
    }
  }

  @Test
  void officersTalkAndNothingTypedIsLostWhenSavingFails() {
    String number = permit();
    try (Browser.Desk desk = browser.logIn("chuyenvien")) {
      Page page = desk.page();
      desk.takes(number);
      opensTab(desk, "Trao đổi");
      Locator text = page.locator(".tt-note-form textarea");
      text.fill("Nhờ anh xem trục thứ ba\n<img src=x onerror=\"document.title='hỏng'\">");
      page.getByLabel("Nhắc một đồng nghiệp").fill("truongphong");
      page.route("**/api/dossiers/*/notes", Route::abort);
      button(page, "Gửi trao đổi").click();
      assertThat(page.locator(".tt-note-form")).containsText("Không kết nối được máy chủ");
      assertThat(text).hasValue(Pattern.compile("Nhờ anh xem"));
      page.unroute("**/api/dossiers/*/notes");
      // The page is loaded anew: what was typed is still there.
      page.reload();
      assertThat(page.locator(".tt-note-form textarea")).hasValue(Pattern.compile("Nhờ anh xem"));
      button(page, "Gửi trao đổi").click();
      Locator line = page.locator(".tt-note-line").last();
      assertThat(line).containsText("<img src=x");
      assertThat(line).containsText("Nhắc Trưởng phòng A");
      assertThat(line.locator("img")).hasCount(0);
      assertThat(page.locator(".tt-note-form textarea")).hasValue("");
      desk.shoots("notes");
      assertThat(page.title()).doesNotContain("hỏng");
    }
    play.does(
        "chuyenvien",
        number,
        "Task_Appraise",
        Map.of("opinion", "Đủ", "proposal", "grant", "resultKind", "PERMIT_TRACKED"));
    try (Browser.Desk desk = browser.logIn("truongphong")) {
      desk.takes(number);
      Locator tab =
          desk.page()
              .locator(
                  ".tabbed-content .nav-tabs a", new Page.LocatorOptions().setHasText("Trao đổi"));
      assertThat(tab).hasAttribute("data-unread", "1");
      button(desk.page(), "Nhắc đến tôi (1)").click();
      assertThat(desk.page().locator("dialog[open]")).containsText(number);
      desk.shoots("mentions");
      desk.page().locator("dialog[open] .tt-actions button").click();
      desk.shoots("notes-unread");
      tab.click();
      assertThat(desk.page().locator(".tt-note-for-me")).containsText("Nhắc đến anh/chị");
      assertThat(tab).not().hasAttribute("data-unread", "1");
      desk.shoots("notes-read");
      desk.visit("/ho-so/xem.html?so=" + number);
      assertThat(desk.page().locator("#notes")).containsText("Nhờ anh xem trục thứ ba");
    }
  }

  @Test
  void anotherNoteAfterALostAnswerIsAnotherNote() {
    String number = permit();
    try (Browser.Desk desk = browser.comesIn("chuyenvien")) {
      Page page = desk.page();
      desk.visit("/ho-so/xem.html?so=" + number);
      Locator text = page.locator(".tt-note-form textarea");
      text.fill("Lời thứ nhất");
      page.route(
          "**/api/dossiers/*/notes",
          route -> {
            route.fetch();
            route.abort();
          });
      button(page, "Gửi trao đổi").click();
      assertThat(page.locator(".tt-note-form")).containsText("Không kết nối được máy chủ");
      page.unroute("**/api/dossiers/*/notes");

      text.fill("Lời thứ hai");
      button(page, "Gửi trao đổi").click();
      assertThat(page.locator(".tt-note-form")).containsText("chưa được gửi");
      assertThat(text).hasValue("Lời thứ hai");
      Locator lines = page.locator(".tt-note-line");
      assertThat(lines).containsText(new String[] {"Lời thứ nhất"});
      desk.shoots("note-request-used");
      button(page, "Gửi trao đổi").click();

      assertThat(lines).containsText(new String[] {"Lời thứ nhất", "Lời thứ hai"});
      assertThat(text).hasValue("");
    }
  }

  @Test
  void whatSomebodyTypedIsNotShownToWhoComesNextAtTheSameComputer() {
    String number = permit();
    Object kept;
    try (Browser.Desk desk = browser.comesIn("chuyenvien")) {
      desk.visit("/ho-so/xem.html?so=" + number);
      Locator text = desk.page().locator(".tt-note-form textarea");
      text.fill("Chỉ tôi đang viết");
      desk.page().reload();
      assertThat(text).hasValue("Chỉ tôi đang viết");
      kept = desk.page().evaluate("() => ({ ...localStorage })");
    }
    try (Browser.Desk desk = browser.logIn("truongphong")) {
      desk.page().evaluate("kept => Object.assign(localStorage, kept)", kept);
      desk.visit("/ho-so/xem.html?so=" + number);
      Locator text = desk.page().locator(".tt-note-form textarea");
      text.waitFor();
      assertThat(text).hasValue("");
    }
  }

  @Test
  void theDiagramShowsWhereTheDossierStandsInTasklistAndOnItsPage() {
    String number = permit();
    try (Browser.Desk desk = browser.logIn("chuyenvien")) {
      desk.takes(number);
      opensTab(desk, "Hồ sơ");
      desk.page().getByText("Quá trình xử lý").first().scrollIntoViewIfNeeded();
      standsAt(desk.page(), "Task_Appraise", "Chuyên viên thẩm định hồ sơ");
      desk.page().locator(".tt-diagram").first().scrollIntoViewIfNeeded();
      desk.shoots("diagram-tab");
      desk.visit("/ho-so/xem.html?so=" + number);
      List<String> errors = errorsOf(desk.page());
      desk.page().reload();
      desk.page().locator(".tt-diagram-box, #dossier .tt-empty").first().waitFor();
      desk.page().getByText("Quá trình xử lý").first().scrollIntoViewIfNeeded();
      standsAt(desk.page(), "Task_Appraise", "Chuyên viên thẩm định hồ sơ");
      button(desk.page(), "Phóng to").click();
      button(desk.page(), "Tới bước hiện tại").click();
      desk.page().locator(".tt-diagram").first().scrollIntoViewIfNeeded();
      desk.shoots("diagram-page");
      assertThat(errors).isEmpty();
      assertThat(
              desk.page()
                  .getByRole(
                      AriaRole.HEADING,
                      new Page.GetByRoleOptions().setName("Thành phần hồ sơ").setExact(true)))
          .hasCount(1);
    }
  }

  @Test
  void theDiagramShowsTheCalledProcessToo() {
    String number = permit();
    play.does(
        "chuyenvien",
        number,
        "Task_Appraise",
        Map.of(
            "opinion",
            "Thiếu",
            "proposal",
            "supplement",
            "missingPapers",
            "Sơ đồ",
            "reason",
            "Thiếu"));
    try (Browser.Desk desk = browser.comesIn("chuyenvien")) {
      desk.visit("/ho-so/xem.html?so=" + number);
      desk.page().getByText("Quá trình xử lý").first().scrollIntoViewIfNeeded();
      assertThat(desk.page().locator(".tt-diagram-box")).hasCount(2);
      assertThat(desk.page().locator(".tt-diagram-box").last()).containsText("Quy trình con");
      desk.page().locator(".tt-diagram").last().scrollIntoViewIfNeeded();
      desk.page().locator(".tt-diagram .djs-shape").last().waitFor();
      desk.shoots("diagram-called");
    }
  }

  private static void standsAt(Page page, String element, String words) {
    assertThat(page.locator(".tt-diagram [data-element-id=" + element + "].tt-active")).isVisible();
    assertThat(page.locator(".tt-diagram [data-element-id=Task_CheckPapers].tt-done")).hasCount(1);
    assertThat(page.locator(".tt-diagram-words").first()).containsText("Đang ở: " + words);
  }

  @Test
  void aLeaderAndAnAdministratorSeeThePageOfAssignmentsWithoutARefusal() {
    for (String person : List.of("lanhdao", "quantri")) {
      try (Browser.Desk desk = browser.logIn(person)) {
        List<String> errors = errorsOf(desk.page());
        desk.visit("/phan-cong/");
        assertThat(desk.page().locator("#deputies")).not().isEmpty();
        if (person.equals("quantri")) {
          assertThat(desk.page().locator("#merger")).isVisible();
          assertThat(desk.page().locator("#merger-from")).hasValue("");
          assertThat(desk.page().locator("#merger-to")).hasValue("");
          button(desk.page(), "Xem trước").waitFor();
          desk.shoots("merger");
        }
        assertThat(errors).as(person).isEmpty();
      }
    }
  }
}
