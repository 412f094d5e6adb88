package vn.thutuc.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thutuc.HouseTest;
import vn.thutuc.PermitSteps;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;
import vn.thutuc.handover.HandoverMaking;

/**
 * Our pages and tabs before axe-core, with the rules of WCAG 2.1 A and AA, and at twice the size of
 * letters. What is Tasklist's own around our tabs is not ours to mend and is left out.
 */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityInTheBrowserTests {

  private static final List<String> WCAG_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

  /** The tabs of a task. */
  private static final List<Shown> TABS =
      List.of(
          new Shown("Hồ sơ", ".tt-diagram .djs-shape"),
          new Shown("Thời hạn", ".tt-explanation li"),
          new Shown("Giấy tờ", ".tt-paper"),
          new Shown("Biểu mẫu in", ".tt-forms table"),
          new Shown("Xử lý", ".tt-act"),
          new Shown("Dự thảo kết quả", "textarea.tt-draft-body"),
          new Shown("Trao đổi", ".tt-note-form"));

  private static final Locator.GetByTextOptions EXACT =
      new Locator.GetByTextOptions().setExact(true);

  @LocalServerPort int port;
  @Autowired Play play;
  @Autowired HandoverMaking lists;
  @Autowired Now now;

  private Browser browser;
  private String number;
  private long draft;
  private long sent;

  @BeforeAll
  void dossiersAreAtWork() {
    browser = new Browser(port);
    // The register begins with the month of the browser's own clock.
    now.release();
    permit("Công ty Tháng Này");
    play.to(LocalDateTime.parse("2026-02-24T08:15"));
    aResultWaits(permit("Công ty Chưa Nhận"));
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    number = permit("Công ty Dễ Đọc");
    draft = list("motcuattpvhcc", "H37.02");
    sent = list("motcuattpvhcc", "H37.02");
    play.as("motcuattpvhcc", () -> lists.send(sent, 2));
    play.does(
        "motcua",
        number,
        "Task_CheckPapers",
        Map.of("papersChecked", true, "checkResult", "complete"));
  }

  private String permit(String owner) {
    return play.receives("motcua", DemoSubmissions.organisation("1.000028", owner).build());
  }

  private void aResultWaits(String permit) {
    play.does(
        "motcua",
        permit,
        "Task_CheckPapers",
        Map.of("papersChecked", true, "checkResult", "complete"));
    PermitSteps.decide(play, permit, "2026-02-24");
  }

  /** A list of papers that are handed over to Sở Xây dựng, with two lines. */
  private long list(String person, String unit) {
    long id = play.as(person, () -> lists.open(UUID.randomUUID().toString(), unit, "H37.12")).id();
    for (String owner : List.of("Công ty Trong Túi", "Công ty Cũng Trong Túi")) {
      String scanned =
          play.receives(person, DemoSubmissions.organisation("1.000028", owner).build());
      play.as(person, () -> lists.add(id, scanned));
    }
    return id;
  }

  @AfterAll
  void close() {
    browser.close();
    now.release();
  }

  /** The address of a page or the name of a tab, with what stands there only once it is drawn. */
  private record Shown(String path, String drawn) {}

  private static Shown page(String path, String drawn) {
    return new Shown(path, drawn);
  }

  /** Our pages with who uses them. */
  static Stream<Arguments> pages() {
    return Stream.of(
        Arguments.of(
            "motcua",
            List.of(
                page("/", "#me:not(:empty)"),
                page("/tiep-nhan/", "#search:focus"),
                page("/tiep-nhan/?thu-tuc=1.000028", "#preview .tt-appointment"),
                page("/ho-so/", "#list tbody tr"),
                page("/ho-so/xem.html?so={number}", ".tt-note-form"),
                page("/ho-so/so-theo-doi.html", "#list tbody tr"),
                page("/ho-so/so-van-ban.html", "#list > *"),
                page("/ho-so/chua-nhan.html", "#list tbody tr"),
                page("/cong-dvc/", "#list > *"),
                page("/viec-gui/", "#list > *"),
                page("/thu-tuc/?code=1.000028", "#sheet table"))),
        Arguments.of(
            "motcuattpvhcc",
            List.of(
                page("/ban-giao/", "#OUTGOING tbody tr"),
                page("/ban-giao/danh-sach.html?ds={draft}", "#send:enabled"),
                page("/ban-giao/danh-sach.html?ds={sent}", "#actions a"))),
        Arguments.of(
            "chuyenvien",
            List.of(
                page("/ban-giao/", "#INCOMING tbody tr"),
                page("/ban-giao/danh-sach.html?ds={sent}", "#confirm-button"))),
        Arguments.of(
            "motcuamauson",
            List.of(
                page("/tiep-nhan/nhanh.html", "#fee > *"),
                page("/tiep-nhan/so-giai-quyet-ngay.html", "#paging > *"))),
        Arguments.of(
            "truongphong", List.of(page("/phan-cong/", "#transfer:not([hidden]) #transfer-look"))),
        Arguments.of("lanhdao", List.of(page("/phan-cong/", "#deputies > *"))),
        Arguments.of(
            "quantri",
            List.of(
                page("/", "#calendar:not([hidden])"),
                page("/phan-cong/", "#merger:not([hidden]) #merger-look"),
                page("/lich/", "#years tbody tr"),
                page("/chuyen-phien-ban/", "#models tbody tr"),
                page("/cong-dvc/", "#list > *"),
                page("/viec-gui/", "#waiting:not(:empty)"),
                page("/mo-hinh/", "#drafts > *"))));
  }

  @ParameterizedTest(name = "nothing shuts {0} out")
  @MethodSource("pages")
  void nothingOnAPageShutsAnybodyOut(String person, List<Shown> pages) {
    try (Browser.Desk desk = browser.comesIn(person)) {
      for (Shown shown : pages) {
        Page page = open(desk, shown);
        desk.shoots("axe" + shown.path().replaceAll("[^a-z]+", "-"));

        assertThat(findings(new AxeBuilder(page))).as(shown.path()).isEmpty();
      }
    }
  }

  @ParameterizedTest(name = "{0} reads with letters of twice the size")
  @MethodSource("pages")
  void aPageAtTwiceTheSizeIsReadWithoutScrollingSideways(String person, List<Shown> pages) {
    try (Browser.Desk desk = browser.comesIn(person)) {
      // 200 % of 1366 by 768 leaves a page half as many CSS pixels.
      desk.page().setViewportSize(683, 384);
      for (Shown shown : pages) {
        Page page = open(desk, shown);
        desk.shoots("zoom" + shown.path().replaceAll("[^a-z]+", "-"));

        assertThat(wider(page)).as(shown.path()).isEmpty();
      }
    }
  }

  @Test
  void whatShutsPeopleOutIsFound() {
    try (Browser.Desk desk = browser.comesIn("motcua")) {
      desk.visit("/");
      Page page = desk.page();
      page.evaluate(
          """
          // Styles are set one by one: the page's policy takes none out of text.
          const main = document.querySelector('main');
          main.innerHTML = '<p id="pale">Mờ</p><input type="text"><img src="/assets/mark.svg"><div id="wide">Rộng</div>';
          Object.assign(document.getElementById('pale').style, { color: '#bbb', background: '#fff' });
          document.getElementById('wide').style.width = '3000px';
          """);

      assertThat(findings(new AxeBuilder(page)))
          .anySatisfy(it -> assertThat(it).contains("color-contrast"))
          .anySatisfy(it -> assertThat(it).contains("label"))
          .anySatisfy(it -> assertThat(it).contains("image-alt"));
      assertThat(wider(page)).isNotEmpty();
      // What is wider without standing in the page's own parts is found by its width alone.
      page.evaluate(
          """
          document.querySelector('main').replaceChildren();
          const beside = document.createElement('div');
          Object.assign(beside.style, { width: '3000px', height: '1px' });
          document.body.append(beside);
          """);
      assertThat(wider(page)).hasSize(1);
    }
  }

  @Test
  void nothingOnATaskCardOrInATabShutsAnybodyOut() {
    try (Browser.Desk desk = browser.logIn("chuyenvien")) {
      Page page = desk.page();
      desk.takes(number);
      page.locator(".tt-card-number").first().waitFor();
      assertThat(findings(new AxeBuilder(page).include(List.of(".tt-card")))).as("card").isEmpty();

      for (Shown shown : TABS) {
        String tab = shown.path();
        page.locator(".task-details").getByText(tab, EXACT).first().click();
        draws(page, shown);
        unfold(page);
        desk.shoots("axe-tab-" + tab.replaceAll("\\P{L}+", "-"));

        assertThat(findings(new AxeBuilder(page).include(List.of(".tt-tab")))).as(tab).isEmpty();
      }
    }
  }

  private static void draws(Page page, Shown tab) {
    if (tab.path().equals("Hồ sơ")) {
      // The diagram is drawn once it comes into sight.
      page.locator(".tt-tab").getByText("Quá trình xử lý").first().scrollIntoViewIfNeeded();
    }
    if (tab.path().equals("Dự thảo kết quả")) {
      page.locator(".tt-drafting").getByText("Lập dự thảo từ mẫu", EXACT).first().click();
    }
    page.locator(".tt-tab " + tab.drawn()).first().waitFor();
  }

  private Page open(Browser.Desk desk, Shown shown) {
    desk.visit(
        shown
            .path()
            .replace("{number}", number)
            .replace("{draft}", Long.toString(draft))
            .replace("{sent}", Long.toString(sent)));
    Page page = desk.page();
    page.locator(shown.drawn()).first().waitFor();
    unfold(page);
    return page;
  }

  /** What is folded is read, too. */
  private static void unfold(Page page) {
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)");
  }

  private static List<String> findings(AxeBuilder axe) {
    return axe.withTags(WCAG_AA).analyze().getViolations().stream()
        .map(AccessibilityInTheBrowserTests::told)
        .toList();
  }

  private static String told(Rule rule) {
    return "%s (%s): %s"
        .formatted(
            rule.getId(),
            rule.getImpact(),
            rule.getNodes().stream().limit(4).map(node -> node.getHtml()).toList());
  }

  /** What reaches over the right edge, but for tables and drawings, which scroll in their frame. */
  private static List<?> wider(Page page) {
    return (List<?>)
        page.evaluate(
            """
            () => {
              const width = document.documentElement.scrollWidth;
              if (width <= window.innerWidth + 1) return [];
              const culprits = [...document.querySelectorAll('main *, header *')]
                .filter(it => it.getBoundingClientRect().right > window.innerWidth + 1)
                .slice(0, 8).map(it => it.outerHTML.slice(0, 120));
              return culprits.length > 0 ? culprits : [`${width} of ${window.innerWidth} pixels`];
            }
            """);
  }
}
