package vn.thutuc.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thutuc.HouseTest;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;
import vn.thutuc.dossier.DossierActs;

/** The tab Xử lý and the page Phân công, as a specialist, a head and a leader use them. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActsInTheBrowserTests {

  private static final LocatorAssertions.ContainsTextOptions LONG =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  @LocalServerPort int port;
  @Autowired Play play;
  @Autowired Now now;
  @Autowired ProcessEngine engine;
  @Autowired JdbcClient jdbc;
  @Autowired DossierActs acts;

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
    jdbc.sql("delete from org_deputy").update();
  }

  private String permit() {
    String number =
        play.receives("motcua", DemoSubmissions.organisation("1.000028", "Công ty Xử Lý").build());
    play.does(
        "motcua",
        number,
        "Task_CheckPapers",
        Map.of("papersChecked", true, "checkResult", "complete"));
    return number;
  }

  private String permitAtTheLeader() {
    String number = permit();
    play.does(
        "chuyenvien",
        number,
        "Task_Appraise",
        Map.of("opinion", "Đủ", "proposal", "grant", "resultKind", "PERMIT_TRACKED"));
    play.does("truongphong", number, "Task_Review", Map.of("headDecision", "approve"));
    return number;
  }

  private Task task(String number) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceBusinessKey(number)
        .singleResult();
  }

  private static void opensTab(Browser.Desk desk, String tab) {
    desk.page().getByText(tab, new Page.GetByTextOptions().setExact(true)).first().click();
  }

  private static Locator act(Page page, String title) {
    return page.locator(".tt-act", new Page.LocatorOptions().setHasText(title)).first();
  }

  /** Opens an act and gives its form. */
  private static Locator opens(Page page, String title) {
    Locator act = act(page, title);
    if (act.getAttribute("open") == null) {
      act.locator("summary").click();
    }
    return act;
  }

  private static Locator field(Locator act, String label) {
    return act.getByLabel(label).first();
  }

  private static void presses(Locator act, String button) {
    act.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button)).click();
  }

  private static void told(Page page, String text) {
    assertThat(page.locator("#tt-announce")).containsText(text);
  }

  @Test
  void aSpecialistAsksForASupplementBesideTheForm() {
    String number = permit();
    try (Browser.Desk desk = browser.logIn("chuyenvien")) {
      desk.takes(number);
      opensTab(desk, "Xử lý");
      Page page = desk.page();
      Locator supplement = opens(page, "Yêu cầu bổ sung");
      supplement.locator("[name=papers]").first().check();
      field(supplement, "Nội dung cần bổ sung").fill("Bản vẽ tuyến đường, 2 bản");
      presses(supplement, "Gửi yêu cầu bổ sung");
      assertThat(supplement).containsText("Chưa nhập");
      assertThat(field(supplement, "Nội dung cần bổ sung")).hasValue("Bản vẽ tuyến đường, 2 bản");

      field(supplement, "Lý do").fill("Thiếu bản vẽ");
      supplement
          .locator("textarea[name^='field:'], input[name^='field:']:not([type=radio])")
          .all()
          .forEach(other -> other.fill("Chưa đủ căn cứ"));
      desk.shoots("supplement");
      presses(supplement, "Gửi yêu cầu bổ sung");
      told(page, "Thời hạn đang tạm dừng");
      play.settle();
      desk.visit("/ho-so/xem.html?so=" + number);
      assertThat(page.locator("main")).containsText("Yêu cầu bổ sung, hoàn thiện hồ sơ");
      assertThat(page.locator("main")).containsText("tạm dừng");
      desk.shoots("supplemented");
    }
  }

  @Test
  void aTaskIsHandedToAColleagueWhoFindsItAmongTheirOwn() {
    String number = permit();
    try (Browser.Desk desk = browser.logIn("chuyenvien")) {
      desk.takes(number);
      opensTab(desk, "Xử lý");
      Locator handOver = opens(desk.page(), "Chuyển việc cho đồng nghiệp");
      field(handOver, "Đồng nghiệp").selectOption("chuyenvien2");
      field(handOver, "Lý do").fill("Đi công tác");
      desk.shoots("hand-over");
      presses(handOver, "Chuyển việc");
      told(desk.page(), "Đã chuyển việc");
    }
    try (Browser.Desk desk = browser.logIn("chuyenvien2")) {
      desk.opens("Việc của tôi", number);
      desk.shoots("handed-over");
    }
  }

  @Test
  void anExtensionIsRefusedAfterTheEndWithTheRule() {
    play.to(LocalDateTime.now(WorkingCalendar.ZONE).minusDays(30).withHour(9));
    String late = permitAtTheLeader();
    now.release();
    String inTime = permitAtTheLeader();
    try (Browser.Desk desk = browser.logIn("lanhdao")) {
      desk.takes(inTime);
      opensTab(desk, "Xử lý");
      Locator extension = opens(desk.page(), "Gia hạn thời gian giải quyết");
      field(extension, "Số ngày").fill("3");
      field(extension, "Căn cứ").fill("Phải khảo sát lại hiện trường");
      desk.shoots("extension");
      presses(extension, "Gia hạn");
      told(desk.page(), "Đã gia hạn");
      assertThat(act(desk.page(), "Gia hạn thời gian giải quyết"))
          .containsText("đã được gia hạn một lần");

      desk.takes(late);
      opensTab(desk, "Xử lý");
      Locator refused = act(desk.page(), "Gia hạn thời gian giải quyết");
      assertThat(refused).containsText("Hồ sơ đã quá hạn: không gia hạn được");
      assertThat(refused).containsText("chưa đối chiếu văn bản");
      assertThat(refused.locator("form")).hasCount(0);
      desk.shoots("extension-refused");
    }
  }

  @Test
  void theHeadAssignsFiftyTasksWithProgressAndAResultForEach() {

    for (int i = 0; i < 50; i++) {
      permit();
    }
    try (Browser.Desk desk = browser.comesIn("truongphong")) {
      desk.visit("/phan-cong/");
      Page page = desk.page();
      assertThat(page.locator("#loads")).containsText("Chuyên viên B – Sở Xây dựng");
      page.locator("#whose").selectOption("");
      assertThat(page.locator("#tasks")).hasAttribute("data-whose", "");
      desk.shoots("unit");
      assertThat(page.locator("#count")).containsText(Pattern.compile("(\\d{3,}|[5-9]\\d) việc"));
      page.locator("#all").check();
      assertThat(page.locator("#chosen")).hasText("50");
      page.locator("#all").uncheck();
      assertThat(page.locator("#chosen")).hasText("0");
      // Other stories of this house have left steps of the desk in the list.
      page.locator("#size").selectOption("500");
      assertThat(page.locator("#tasks")).hasAttribute("data-size", "500");
      Locator appraisals =
          page.locator("#tasks tbody tr")
              .filter(new Locator.FilterOptions().setHasText("Chuyên viên thẩm định hồ sơ"));
      appraisals.nth(49).waitFor();
      for (int i = 0; i < 50; i++) {
        appraisals.nth(i).locator("[name=task]").check();
      }
      assertThat(page.locator("#chosen")).hasText("50");
      page.locator("#to").selectOption("chuyenvien2");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Phân công 50 việc"))
          .click();
      assertThat(page.locator("#alert")).containsText("Hãy ghi lý do");
      page.locator("#reason").fill("Chia lại việc");
      desk.shoots("assignment");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Phân công 50 việc"))
          .click();
      assertThat(page.locator("#run")).containsText("Đã xong 50 trên 50 việc", LONG);
      assertThat(page.locator("#run")).containsText("50 đã chuyển");
      assertThat(page.locator("#run-items tbody tr")).hasCount(50);
      desk.shoots("assigned");
    }
    assertThat(
            engine
                .getTaskService()
                .createTaskQuery()
                .taskAssignee("chuyenvien2")
                .taskDefinitionKey("Task_Appraise")
                .count())
        .isGreaterThanOrEqualTo(50);
  }

  @Test
  void theLeaderAppointsADeputyWhoSignsOnBehalf() {
    String number = permitAtTheLeader();
    LocalDate today = now.local().toLocalDate();
    try (Browser.Desk desk = browser.comesIn("lanhdao")) {
      desk.visit("/phan-cong/");
      Locator appoint = opens(desk.page(), "Giao người thay");
      field(appoint, "Người thay").selectOption("truongphong");
      field(appoint, "Đến hết ngày").fill(today.plusDays(1).toString());
      appoint.locator("[name=signing]").check();
      presses(appoint, "Giao thay");
      assertThat(appoint).containsText("phải ghi văn bản ủy quyền");
      field(appoint, "Văn bản ủy quyền").fill("Văn bản số 12/UQ-SXD");
      desk.shoots("deputy");
      presses(appoint, "Giao thay");
      assertThat(desk.page().locator("#deputies")).containsText("Trưởng phòng A – Sở Xây dựng");
      assertThat(desk.page().locator("#deputies")).containsText("đang thay");
      desk.shoots("deputies");
    }
    try (Browser.Desk desk = browser.logIn("truongphong")) {
      desk.takes(number);
      desk.chooses("Ký duyệt");
      desk.completes();
      desk.visit("/ho-so/xem.html?so=" + number);
      assertThat(desk.page().locator("main"))
          .containsText("Trưởng phòng A – Sở Xây dựng (thay Lãnh đạo A – Sở Xây dựng)");
      desk.shoots("signed-on-behalf");
    }
  }

  @Test
  void whatWasTypedIsShownWhenSomebodyElseHasCompletedTheTask() {
    String number = permit();
    try (Browser.Desk desk = browser.logIn("chuyenvien")) {
      desk.takes(number);
      desk.field("Ý kiến thẩm định").fill("Đoạn ý kiến dài đã gõ.");
      desk.chooses("Cấp giấy phép");
      desk.chooses("Giấy phép lưu hành xe bánh xích tự hành");
      Task task = task(number);
      // The head gives it to a colleague, who completes it at once.
      engine.getTaskService().setAssignee(task.getId(), "chuyenvien2");
      play.as(
          "chuyenvien2",
          () -> {
            engine
                .getFormService()
                .submitTaskForm(
                    task.getId(),
                    Map.of("opinion", "Đủ", "proposal", "grant", "resultKind", "PERMIT_TRACKED"));
            return null;
          });

      desk.page().locator("button:has-text('Hoàn thành')").first().click();

      Locator typed = desk.page().locator("#tt-typed");
      assertThat(typed).containsText("đã được Chuyên viên B – Sở Xây dựng hoàn thành");
      assertThat(typed.locator("textarea")).hasValue(Pattern.compile("Đoạn ý kiến dài đã gõ\\."));
      desk.shoots("completed-by-another");
    }
  }

  @Test
  void whatWasTypedIsShownWhenTheDossierWasWithdrawnMeanwhile() {
    String number = permit();
    try (Browser.Desk desk = browser.logIn("chuyenvien")) {
      desk.takes(number);
      desk.field("Ý kiến thẩm định").fill("Ý kiến trước khi rút.");
      play.as(
          "motcua",
          () -> {
            acts.withdraw(number, "Không còn nhu cầu");
            return null;
          });

      Locator typed = desk.page().locator("#tt-typed");
      assertThat(typed)
          .containsText(
              "vì hồ sơ chuyển bước",
              new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
      assertThat(typed.locator("textarea")).hasValue(Pattern.compile("Ý kiến trước khi rút\\."));
      desk.shoots("withdrawn-meanwhile");
    }
  }

  @Test
  void whatWasTypedComesBackAfterALoginThatEndedButToNobodyElse() {
    String number = permit();
    try (Browser.Desk desk = browser.logIn("chuyenvien")) {
      Page page = desk.page();
      desk.takes(number);
      desk.field("Ý kiến thẩm định").fill("Ý kiến đang gõ dở.");
      expires(page);
      logsIn(page, "chuyenvien");
      assertThat(desk.field("Ý kiến thẩm định")).hasValue("Ý kiến đang gõ dở.");
      desk.shoots("after-login");

      expires(page);
      logsIn(page, "truongphong");
      assertThat(
              (Boolean)
                  page.evaluate(
                      "() => Object.keys(localStorage).some(key => key.startsWith('camunda-form:'))"))
          .isFalse();
    }
  }

  private static void expires(Page page) {
    page.context().clearCookies();
    page.getByPlaceholder("Tên đăng nhập").waitFor(new Locator.WaitForOptions().setTimeout(30_000));
  }

  private static void logsIn(Page page, String person) {
    Browser.fillsIn(page, person);
    page.locator("button[type=submit]").click();
    page.getByText("Chờ nhận của đơn vị").first().waitFor();
  }
}
