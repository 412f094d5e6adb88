package vn.thutuc.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import vn.thutuc.HouseTest;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;
import vn.thutuc.tracking.Figures;

/** People look up their dossiers, on a telephone and at a desk, without a login. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(
    properties = {
      "thutuc.test.own=tracking-without-limits",
      "thutuc.tracking.reads-per-minute=1000000",
      "thutuc.tracking.guesses-per-address=1000000",
      "thutuc.tracking.guesses-per-number=1000000"
    })
class TrackingInTheBrowserTests {

  private static final String SCRIPT = "<img src=x onerror=alert(1)><script>alert(2)</script>";
  private static final List<String> WCAG_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

  @LocalServerPort int port;
  @Autowired Play play;
  @Autowired Now now;
  @Autowired JdbcClient jdbc;
  @Autowired Figures figures;

  private Browser browser;
  private String returned;
  private String waiting;

  @BeforeAll
  void dossiersAreThere() {
    browser = new Browser(port);
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    returned = received("Công ty " + SCRIPT);
    does("chuyenvien", returned, "Task_Appraise", "proposal", "grant");
    does("truongphong", returned, "Task_Review", "headDecision", "approve");
    does("lanhdao", returned, "Task_Sign", "leaderDecision", "approve");
    play.does(
        "vanthu",
        returned,
        "Task_Number",
        Map.of("resultNumber", "61/GPLHX", "resultDate", "2026-03-03"));
    play.does(
        "motcua",
        returned,
        "Task_ReturnAtCounter",
        Map.of(
            "collectorName",
            "Người Nhận",
            "collectorIdNumber",
            "000000000009",
            "registerSigned",
            true));
    waiting = received("Công ty Chờ Bổ Sung");
    does("chuyenvien", waiting, "Task_Appraise", "proposal", "supplement");
    figures.count();
  }

  @AfterAll
  void close() {
    browser.close();
    now.release();
  }

  private String received(String owner) {
    String number =
        play.receives("motcua", DemoSubmissions.organisation("1.000028", owner).build());
    play.does(
        "motcua",
        number,
        "Task_CheckPapers",
        Map.of("papersChecked", true, "checkResult", "complete"));
    return number;
  }

  private void does(String person, String number, String step, String field, String value) {
    Map<String, Object> form =
        step.equals("Task_Appraise")
            ? Map.of(
                field,
                value,
                "opinion",
                "Đã xem",
                "resultKind",
                "PERMIT_TRACKED",
                "missingPapers",
                "Báo cáo khảo sát " + SCRIPT,
                "reason",
                "Cầu yếu")
            : Map.of(field, value);
    play.does(person, number, step, form);
  }

  private String secret(String number) {
    return jdbc.sql(
            """
            select k.secret from tracking_key k join dossier d on d.id = k.dossier_id
            where d.number = ?
            """)
        .param(number)
        .query(String.class)
        .single();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void looksUp(Page page, String number, String secret) {
    page.getByLabel("Mã hồ sơ").fill(number);
    page.getByLabel("Mã tra cứu").fill(secret);
    button(page, "Tra cứu").click();
  }

  /** Whatever a page does that it must not: other servers, scripts that ran, codes that leak. */
  private final class Watch {

    private final List<String> faults = new ArrayList<>();

    Watch(Page page, String... codes) {
      page.onRequest(
          request -> {
            if (!request.url().startsWith("http://localhost:" + port + "/")
                && !request.url().startsWith("blob:")
                && !request.url().startsWith("data:")) {
              faults.add("asks " + request.url());
            }
            for (String code : codes) {
              if (request.url().contains(code)
                  || request.headers().getOrDefault("referer", "").contains(code)) {
                faults.add("says " + code + " in " + request.url());
              }
            }
          });
      page.onDialog(
          (Dialog dialog) -> {
            faults.add("dialog " + dialog.message());
            dialog.dismiss();
          });
      page.onPageError(error -> faults.add("error " + error));
      page.onConsoleMessage(
          message -> {
            if ("error".equals(message.type()) && !message.text().contains("status of 4")) {
              faults.add("console " + message.text());
            }
          });
    }

    void foundNothing() {
      assertThat(faults).isEmpty();
    }
  }

  @Test
  void theCodeOnTheSlipLeadsATelephoneToTheDossierAndLeavesNoTrace() {
    try (Browser.Desk telephone = browser.visitor(360, 740)) {
      Page page = telephone.page();
      Watch watch = new Watch(page, secret(waiting));
      telephone.visit("/tra-cuu/#" + waiting + "/" + secret(waiting));

      assertThat(page.locator(".tt-standing")).containsText("chờ Ông/Bà bổ sung");
      assertThat(page.locator(".tt-found-title")).isFocused();
      assertThat(page.url()).doesNotContain("#").doesNotContain(secret(waiting));
      assertThat(page.locator("main")).containsText("Báo cáo khảo sát " + SCRIPT);
      assertThat(page.locator("main")).containsText("Thời gian giải quyết đang tạm dừng");
      assertThat(page.locator("[aria-current=step]")).containsText("Giải quyết");
      telephone.shoots("tracking-waiting");
      page.locator(".tt-way").scrollIntoViewIfNeeded();
      telephone.shoots("tracking-way");
      assertThat(clear(page)).isEmpty();
      assertThat(wider(page)).isEmpty();
      watch.foundNothing();
    }
  }

  @Test
  void afterTheReturnTheApplicantSaysItOnceAndTheHeadReadsItAsText() {
    try (Browser.Desk telephone = browser.visitor(360, 740)) {
      Page page = telephone.page();
      Watch watch = new Watch(page, secret(returned));
      telephone.visit("/tra-cuu/");
      looksUp(page, returned.toLowerCase(Locale.ROOT), secret(returned));
      assertThat(page.locator("main")).containsText("Công ty " + SCRIPT);
      assertThat(page.locator("main")).containsText("số 61/GPLHX, ngày 03/03/2026");
      assertThat(page.locator("main img")).hasCount(0);

      button(page, "Gửi đánh giá").click();
      assertThat(page.locator("[role=alert] .tt-alert")).containsText("Hãy chọn một mức độ");
      page.getByLabel("Rất hài lòng").check();
      page.getByLabel("Ý kiến").fill("Nhanh! " + SCRIPT);
      telephone.shoots("tracking-rating");
      button(page, "Gửi đánh giá").click();

      assertThat(page.getByText("Ông/Bà đã đánh giá: Rất hài lòng.")).isVisible();
      assertThat(page.getByText("Có thể sửa đến hết ngày 10/03/2026")).isVisible();
      assertThat(page.getByLabel("Ý kiến")).hasValue("Nhanh! " + SCRIPT);
      assertThat(clear(page)).isEmpty();
      telephone.shoots("tracking-rated");
      watch.foundNothing();
    }
    try (Browser.Desk head = browser.logIn("truongphong")) {
      Page page = head.page();
      Watch watch = new Watch(page, secret(returned));
      head.visit("/ho-so/danh-gia.html");
      assertThat(page.locator("#list")).containsText("Nhanh! " + SCRIPT);
      assertThat(page.locator("#list img")).hasCount(0);
      assertThat(clear(page)).isEmpty();
      head.shoots("ratings");
      page.getByLabel("Mức hài lòng").selectOption("1");
      assertThat(page.locator("#list")).containsText("Chưa có đánh giá nào");
      watch.foundNothing();
    }
  }

  @Test
  void beforeTheScriptIsThereNothingIsSent() {
    try (Browser.Desk telephone = browser.visitor(360, 740)) {
      Page page = telephone.page();
      Watch watch = new Watch(page, secret(waiting));
      page.route(
          "**/tra-cuu/tracking.js",
          route ->
              route.fulfill(
                  new Route.FulfillOptions().setContentType("text/javascript").setBody("")));
      telephone.visit("/tra-cuu/");
      page.getByLabel("Mã hồ sơ").fill(waiting);
      page.getByLabel("Mã tra cứu").fill(secret(waiting));
      page.getByLabel("Mã tra cứu").press("Enter");

      assertThat(button(page, "Tra cứu")).isDisabled();
      assertThat(page.url()).endsWith("/tra-cuu/");
      watch.foundNothing();
    }
  }

  @Test
  void aSlipScannedAtADeskIsFoundByItsNumberAndItsSecretIsNotSent() {
    try (Browser.Desk desk = browser.logIn("motcua")) {
      Page page = desk.page();
      Watch watch = new Watch(page, secret(waiting));
      List<String> sent = new ArrayList<>();
      page.onRequest(request -> sent.add(String.valueOf(request.postData())));
      desk.visit("/ho-so/");
      page.locator("#list tbody tr").first().waitFor();
      page.locator("#q")
          .fill("https://motcua.example.vn/tra-cuu/#" + waiting + "/" + secret(waiting));
      page.locator("#q").press("Enter");

      assertThat(page.locator("#list tbody tr")).hasCount(1);
      assertThat(page.locator("#list")).containsText(waiting);
      assertThat(sent)
          .anyMatch(body -> body.contains(waiting))
          .noneMatch(body -> body.contains(secret(waiting)));
      watch.foundNothing();
    }
  }

  @ParameterizedTest(name = "{0} by {1}")
  @CsvSource({"360, 740", "1366, 768"})
  void whatIsWrongIsSaidInWords(int width, int height) {
    try (Browser.Desk visitor = browser.visitor(width, height)) {
      Page page = visitor.page();
      visitor.visit("/tra-cuu/");
      button(page, "Tra cứu").click();
      assertThat(page.getByText("Hãy nhập mã hồ sơ ghi trên giấy tiếp nhận.")).isVisible();
      assertThat(page.getByLabel("Mã hồ sơ")).isFocused();

      looksUp(page, waiting, "0000-0000-0000");
      assertThat(page.locator("#alert")).containsText("Không tìm thấy hồ sơ với mã hồ sơ");
      assertThat(page.locator("#found")).isHidden();
      visitor.shoots("tracking-wrong");
      assertThat(clear(page)).isEmpty();

      visitor.visit("/cong-khai/");
      page.getByLabel("Tìm theo tên").fill("khong co thu tuc nao nhu the");
      button(page, "Tìm").click();
      assertThat(page.locator("#list")).containsText("Không có thủ tục nào khớp");
      visitor.shoots("procedures-none");
      visitor.visit("/cong-khai/?ma=9.999999");
      assertThat(page.locator("#alert")).containsText("Không có thủ tục mang mã này");
    }
  }

  @ParameterizedTest(name = "{0} by {1}")
  @CsvSource({"360, 740", "1366, 768"})
  void proceduresAndFiguresArePublic(int width, int height) {
    try (Browser.Desk visitor = browser.visitor(width, height)) {
      Page page = visitor.page();
      Watch watch = new Watch(page);
      visitor.visit("/cong-khai/");
      assertThat(page.locator("#count")).containsText("trang 1 trên");
      visitor.shoots("procedures");
      assertThat(clear(page)).isEmpty();
      button(page, "Trang sau").click();
      assertThat(page.locator("#count")).containsText("trang 2 trên");

      page.getByLabel("Tìm theo tên").fill("luu hanh xe qua tai");
      button(page, "Tìm").click();
      page.locator(".tt-procedures a").first().click();
      assertThat(page.locator("#sheet")).containsText("Giấy tờ cần nộp");
      assertThat(page.locator("#sheet")).containsText("Thời hạn giải quyết");
      assertThat(page.locator("#sheet")).containsText("Sở Xây dựng");
      visitor.shoots("procedure");
      assertThat(clear(page)).isEmpty();
      assertThat(wider(page)).isEmpty();

      visitor.visit("/cong-khai/tien-do.html");
      Locator agency =
          page.locator(".tt-figure").filter(new Locator.FilterOptions().setHasText("Sở Xây dựng"));
      assertThat(agency).containsText("1 (100%)");
      assertThat(page.locator("main")).containsText("Cách tính");
      visitor.shoots("figures");
      assertThat(clear(page)).isEmpty();
      assertThat(wider(page)).isEmpty();
      watch.foundNothing();
    }
  }

  /** Twice the size on a desk screen, and the narrowest screen that WCAG asks for. */
  @ParameterizedTest(name = "{0} by {1}")
  @CsvSource({"683, 384", "320, 568"})
  void atTwiceTheSizeNothingIsReadSideways(int width, int height) {
    try (Browser.Desk visitor = browser.visitor(width, height)) {
      Page page = visitor.page();
      visitor.visit("/tra-cuu/");
      looksUp(page, returned, secret(returned));
      assertThat(page.locator(".tt-found-title")).isVisible();
      visitor.shoots("zoom-tracking");
      assertThat(wider(page)).as("tracking").isEmpty();
      for (String path : List.of("/cong-khai/", "/cong-khai/?ma=1.000028")) {
        visitor.visit(path);
        page.locator("main h2, .tt-procedures li").first().waitFor();
        assertThat(wider(page)).as(path).isEmpty();
      }
      visitor.visit("/cong-khai/tien-do.html");
      page.locator(".tt-figure").first().waitFor();
      visitor.shoots("zoom-figures");
      assertThat(wider(page)).as("figures").isEmpty();
    }
  }

  @Test
  void anElectronicResultIsDownloadedWithTheCodes() throws Exception {
    try (Browser.Desk telephone = browser.visitor(360, 740)) {
      Page page = telephone.page();
      telephone.visit("/tra-cuu/");
      looksUp(page, returned, secret(returned));
      assertThat(page.getByText("Tải kết quả (PDF)")).hasCount(0);
    }
    isElectronic(returned);
    try (Browser.Desk telephone = browser.visitor(360, 740)) {
      Page page = telephone.page();
      Watch watch = new Watch(page, secret(returned));
      telephone.visit("/tra-cuu/");
      looksUp(page, returned, secret(returned));
      Download file = page.waitForDownload(() -> button(page, "Tải kết quả (PDF)").click());

      assertThat(Files.readString(file.path())).startsWith("%PDF");
      assertThat(file.suggestedFilename()).isEqualTo("ket-qua-" + returned + ".pdf");
      assertThat(page.getByText("Đã tải về máy.")).isVisible();
      watch.foundNothing();
    }
  }

  /** As after a paper drafted here and the model's electronic return; the stories tell that way. */
  private void isElectronic(String number) {
    jdbc.sql(
            """
            with paper as (
              insert into result_paper (dossier_id, result, title, kind, book, opened_at, opened_by,
                latest_at, finished_at)
              select id, 'PERMIT_TRACKED', 'Giấy phép', 'permit', 'GP', now(), 'chuyenvien', now(),
                now()
              from dossier where number = :number returning id, dossier_id
            ), file as (
              insert into result_paper_file (paper_id, pdf)
              select id, convert_to('%PDF-1.7 kết quả', 'UTF8') from paper
            ), act as (
              insert into outbound_act (dossier_id, kind, event, element, turn, system, state,
                written_at, due_at, tried_since, unit)
              select dossier_id, 'ELECTRONIC_RETURN', 'result', 'Task_Electronic', '1', 'RETURN',
                'UNCONNECTED', now(), now(), now(), 'H37.12' from paper
            )
            update dossier_result r set paper_id = paper.id from paper
            where r.dossier_id = paper.dossier_id
            """)
        .param("number", number)
        .update();
    jdbc.sql("update dossier set return_method = 'ELECTRONIC' where number = ?")
        .param(number)
        .update();
  }

  private static List<String> clear(Page page) {
    return new AxeBuilder(page)
        .withTags(WCAG_AA).analyze().getViolations().stream()
            .map(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
            .toList();
  }

  /** What reaches over the right edge. */
  private static List<?> wider(Page page) {
    return (List<?>)
        page.evaluate(
            """
            () => document.documentElement.scrollWidth <= window.innerWidth + 1 ? []
              : [`page of ${document.documentElement.scrollWidth}`,
                ...[...document.querySelectorAll('main *, header *')]
                  .filter(it => it.getBoundingClientRect().right > window.innerWidth + 1)
                  .slice(0, 8).map(it => it.outerHTML.slice(0, 120))]
            """);
  }
}
