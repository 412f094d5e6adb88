package vn.thutuc.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
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
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;

/**
 * Our pages and tabs before axe-core, with the rules of WCAG 2.1 A and AA, and at twice the size of
 * letters. What is Tasklist's own around our tabs is not ours to mend and is left out.
 */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityInTheBrowserTests {

  private static final List<String> WCAG_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");

  private static final List<String> TABS =
      List.of(
          "Hồ sơ", "Thời hạn", "Giấy tờ", "Biểu mẫu in", "Xử lý", "Dự thảo kết quả", "Trao đổi");

  private static final Locator.GetByTextOptions EXACT =
      new Locator.GetByTextOptions().setExact(true);

  @LocalServerPort int port;
  @Autowired Play play;
  @Autowired Now now;

  private Browser browser;
  private String number;

  @BeforeAll
  void aDossierIsAtWork() {
    browser = new Browser(port);
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    number =
        play.receives("motcua", DemoSubmissions.organisation("1.000028", "Công ty Dễ Đọc").build());
    play.does(
        "motcua",
        number,
        "Task_CheckPapers",
        Map.of("papersChecked", true, "checkResult", "complete"));
  }

  @AfterAll
  void close() {
    browser.close();
    now.release();
  }

  private String address(String page) {
    return page.replace("{number}", number);
  }

  /** Our pages with who uses them. */
  static Stream<Arguments> pages() {
    return Stream.of(
        Arguments.of(
            "motcua",
            List.of(
                "/",
                "/tiep-nhan/",
                "/ho-so/",
                "/ho-so/xem.html?so={number}",
                "/ho-so/so-theo-doi.html",
                "/ho-so/so-van-ban.html",
                "/ho-so/chua-nhan.html",
                "/ban-giao/",
                "/cong-dvc/",
                "/thu-tuc/?ma=1.000028")),
        Arguments.of(
            "motcuamauson", List.of("/tiep-nhan/nhanh.html", "/tiep-nhan/so-giai-quyet-ngay.html")),
        Arguments.of("truongphong", List.of("/phan-cong/")),
        Arguments.of("lanhdao", List.of("/phan-cong/")),
        Arguments.of(
            "quantri",
            List.of(
                "/", "/phan-cong/", "/cong-dvc/", "/lich/", "/chuyen-phien-ban/", "/mo-hinh/")));
  }

  @ParameterizedTest(name = "{0} reads {1}")
  @MethodSource("pages")
  void nothingOnAPageShutsAnybodyOut(String person, List<String> paths) {
    try (Browser.Desk desk = browser.logIn(person)) {
      for (String path : paths) {
        Page page = open(desk, path);
        desk.shoots("axe" + path.replaceAll("[^a-z]+", "-"));

        assertThat(findings(new AxeBuilder(page))).as(path).isEmpty();
      }
    }
  }

  @ParameterizedTest(name = "{0} reads {1} with letters of twice the size")
  @MethodSource("pages")
  void aPageAtTwiceTheSizeIsReadWithoutScrollingSideways(String person, List<String> paths) {
    try (Browser.Desk desk = browser.logIn(person)) {
      // 200 % of 1366 by 768 leaves a page half as many CSS pixels.
      desk.page().setViewportSize(683, 384);
      for (String path : paths) {
        Page page = open(desk, path);
        desk.shoots("zoom" + path.replaceAll("[^a-z]+", "-"));

        assertThat(wider(page)).as(path).isEmpty();
      }
    }
  }

  @Test
  void whatShutsPeopleOutIsFound() {
    try (Browser.Desk desk = browser.logIn("motcua")) {
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
    }
  }

  @Test
  void nothingOnATaskCardOrInATabShutsAnybodyOut() {
    try (Browser.Desk desk = browser.logIn("chuyenvien")) {
      Page page = desk.page();
      desk.takes(number);
      page.locator(".tt-card-number").first().waitFor();
      assertThat(findings(new AxeBuilder(page).include(List.of(".tt-card")))).as("card").isEmpty();

      for (String tab : TABS) {
        page.locator(".task-details").getByText(tab, EXACT).first().click();
        page.locator(".tt-tab").getByText("Đang tải…").first().waitFor(Browser.GONE);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        unfold(page);
        desk.shoots("axe-tab-" + TABS.indexOf(tab));

        assertThat(findings(new AxeBuilder(page).include(List.of(".tt-tab")))).as(tab).isEmpty();
      }
    }
  }

  private Page open(Browser.Desk desk, String path) {
    desk.visit(address(path));
    Page page = desk.page();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    unfold(page);
    return page;
  }

  /** What is folded is read, too. */
  private static void unfold(Page page) {
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)");
    page.waitForLoadState(LoadState.NETWORKIDLE);
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
            () => document.documentElement.scrollWidth <= window.innerWidth + 1 ? []
              : [...document.querySelectorAll('main *, header *')]
                  .filter(it => it.getBoundingClientRect().right > window.innerWidth + 1)
                  .slice(0, 8).map(it => it.outerHTML.slice(0, 120))
            """);
  }
}
