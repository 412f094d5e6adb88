package vn.thutuc.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

/** The filters by the clock and the search for dossiers, as officers of one commune see them. */
@HouseTest
@TestPropertySource(properties = "thutuc.test.own=work-lists-in-the-browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkListsInTheBrowserTests {

  private static final String DESK = "motcuadongkinh";

  @LocalServerPort int port;

  @Autowired Play play;
  @Autowired Now now;

  private Browser browser;
  private String late;
  private String near;
  private String waiting;
  private String ready;

  @BeforeAll
  void open() {
    play.to(LocalDateTime.parse("2026-03-02T09:00"));
    late = land("Hợp tác xã Quá Hạn");
    play.to(LocalDateTime.parse("2026-03-09T09:00"));
    near = land("Nguyễn Văn Ấn");
    play.to(LocalDateTime.parse("2026-03-30T08:00"));
    waiting = land("Hợp tác xã Chờ Bổ Sung");
    play.does(
        "chuyenviendongkinh",
        waiting,
        "Task_Inspect",
        Map.of(
            "inspectionDate",
            "2026-03-30",
            "inspectionSummary",
            "Thiếu trích lục",
            "proposal",
            "supplement",
            "missingPapers",
            "Trích lục bản đồ",
            "reason",
            "Thiếu trích lục"));
    ready = readyBirth();
    play.to(LocalDateTime.parse("2026-04-01T09:00"));
    browser = new Browser(port);
  }

  @AfterAll
  void close() {
    browser.close();
    now.release();
  }

  private String land(String owner) {
    String number =
        play.receives(
            DESK,
            DemoSubmissions.organisation("1.012753", owner)
                .at("H37.201")
                .of("REGISTRATION_ONLY", "USUAL")
                .build());
    play.does(
        DESK,
        number,
        "Task_CheckPapers",
        Map.of(
            "papersChecked",
            true,
            "checkResult",
            "complete",
            "caseCode",
            "REGISTRATION_ONLY",
            "areaClass",
            "USUAL",
            "originalsAtReturn",
            true));
    return number;
  }

  /** A birth whose certificate is ready on the morning of the first of April. */
  private String readyBirth() {
    play.to(LocalDateTime.parse("2026-04-01T08:00"));
    String number =
        play.receives(
            DESK, DemoSubmissions.person("1.001193", "Trần Thị Sẵn").at("H37.201").build());
    String specialist = "chuyenviendongkinh";
    play.does(
        DESK, number, "Task_CheckPapers", Map.of("papersChecked", true, "checkResult", "complete"));
    play.does(specialist, number, "Task_Examine", Map.of("opinion", "Hợp lệ", "proposal", "grant"));
    play.does(
        specialist,
        number,
        "Task_EnterRegister",
        Map.of("registerNumber", "15/2026", "registerVolume", "01/2026"));
    play.does(
        specialist, number, "Task_ReceivePersonalNumber", Map.of("personalNumber", "000000000777"));
    play.does(
        specialist,
        number,
        "Task_Print",
        Map.of("resultNumber", "15/2026", "resultDate", "2026-04-01"));
    play.does("lanhdaodongkinh", number, "Task_Sign", Map.of("leaderDecision", "approve"));
    return number;
  }

  /** By its whole name, behind which its number may stand; the browser's own kind of pattern. */
  private static Locator filter(Page page, String name) {
    String plain = name.replace("(", "\\(").replace(")", "\\)");
    return page.locator(".task-filter")
        .filter(
            new Locator.FilterOptions()
                .setHasText(Pattern.compile("^\\s*" + plain + "\\s*\\d*\\s*$")));
  }

  /** Opens a filter; the number beside its name is the number of its cards. */
  private static void shows(Page page, String name, String... numbers) {
    filter(page, name).locator("h4 a").click();
    Locator cards = page.locator(".tasks-list li.task");
    assertThat(cards)
        .hasCount(numbers.length, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
    for (String number : numbers) {
      assertThat(page.locator("ol.tasks-list")).containsText(number);
    }
    assertThat(filter(page, name).locator(".counter"))
        .hasText(
            numbers.length == 0 ? Pattern.compile("0?") : Pattern.compile("" + numbers.length));
  }

  @Test
  void theSpecialistGoesThroughTheFilters() {
    try (Browser.Desk desk = browser.logIn("chuyenviendongkinh")) {
      Page page = desk.page();
      shows(page, "Quá hạn", late);
      assertThat(page.locator("ol.tasks-list")).containsText("quá hạn");
      desk.shoots("late");
      shows(page, "Sắp đến hạn", near);
      assertThat(page.locator("ol.tasks-list")).containsText("sắp đến hạn");
      desk.shoots("near");
      shows(page, "Tạm dừng");
      assertThat(filter(page, "Trả kết quả hôm nay")).hasCount(0);
      assertThat(filter(page, "Quá hạn (cả cơ quan)")).hasCount(0);
    }
  }

  @Test
  void theDeskSeesWhatIsReturnedTodayAndTheHeadTheWholeUnit() {
    try (Browser.Desk desk = browser.logIn(DESK)) {
      shows(desk.page(), "Trả kết quả hôm nay", ready);
      desk.shoots("return-today");
    }
    try (Browser.Desk desk = browser.logIn("truongphongdongkinh")) {
      filter(desk.page(), "Quá hạn (cả cơ quan)").locator("h4 a").click();
      assertThat(desk.page().locator("ol.tasks-list")).containsText(late);
      desk.shoots("whole-unit");
    }
  }

  @Test
  void aDossierIsFoundByNameAndItsTaskIsOpened() {
    try (Browser.Desk desk = browser.logIn("chuyenviendongkinh")) {
      Page page = desk.page();
      List<String> addresses = new ArrayList<>();
      page.onRequest(request -> addresses.add(request.url()));
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tìm hồ sơ")).click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      page.keyboard().type("nguyen van an");
      page.keyboard().press("Enter");
      assertThat(dialog.getByRole(AriaRole.STATUS)).hasText("1 hồ sơ");
      assertThat(dialog).containsText(near);
      assertThat(dialog).containsText("Nguyễn Văn Ấn");
      desk.shoots("found");
      assertThat(addresses).noneMatch(address -> address.contains("nguyen"));

      dialog.locator(".tt-find-tasks a").first().click();
      assertThat(dialog).hasCount(0);
      assertThat(page.locator(".task-details, .task-pane").first()).containsText("Kiểm tra");
      desk.shoots("task-of-the-found");
    }
  }

  @Test
  void pausedDossiersWithoutATaskAreFoundThroughTheList() {
    try (Browser.Desk desk = browser.logIn("chuyenviendongkinh")) {
      Page page = desk.page();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tìm hồ sơ")).click();
      Locator dialog = page.getByRole(AriaRole.DIALOG);
      Locator paused =
          dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Tạm dừng 1"));
      paused.click();
      assertThat(paused).hasAttribute("aria-pressed", "true");
      assertThat(dialog).containsText(waiting);
      assertThat(dialog).containsText("tạm dừng");
      desk.shoots("paused");

      page.keyboard().press("Escape");
      assertThat(dialog).hasCount(0);
    }
  }
}
