package vn.thutuc.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thutuc.HouseTest;

/** Quick procedures as an officer at the desk of a commune does them, with the keyboard. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuickInTheBrowserTests {

  private static final Logger LOG = LoggerFactory.getLogger(QuickInTheBrowserTests.class);

  /** The goal for a certified copy, names left aside: of people, and of the paper. */
  private static final int MOST_STROKES = 12;

  private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

  @LocalServerPort int port;

  private Browser browser;

  @BeforeAll
  void open() {
    browser = new Browser(port);
  }

  @AfterAll
  void close() {
    browser.close();
  }

  /** A keyboard that counts every stroke but those of names. */
  private static final class Keyboard {

    private final Page page;
    private int strokes;

    Keyboard(Page page) {
      this.page = page;
    }

    Keyboard name(String name) {
      page.keyboard().type(name);
      return this;
    }

    Keyboard press(String... keys) {
      for (String key : keys) {
        page.keyboard().press(key);
        strokes++;
      }
      return this;
    }
  }

  /** A practised officer's sheet: the page remembers whose signature was chosen last. */
  private static void isUsedToTheSignatureOf(String signer, Browser.Desk desk) {
    desk.visit("/tiep-nhan/nhanh.html?thu-tuc=2.000815");
    desk.page().getByLabel("Người ký trên giấy").selectOption(signer);
  }

  @Test
  void aCertifiedCopyTakesTwelveKeyStrokesAtMostBesidesNames() {
    try (Browser.Desk desk = browser.logIn("motcuadongkinh")) {
      Page page = desk.page();
      isUsedToTheSignatureOf("lanhdaodongkinh", desk);
      desk.visit("/tiep-nhan/nhanh.html?thu-tuc=2.000815");
      assertThat(page.locator("input[name='owner.name']")).isFocused();
      long from = System.nanoTime();

      Keyboard keyboard = new Keyboard(page);
      keyboard.name("Nguyễn Văn Mẫu").press("Tab").name("Bằng tốt nghiệp đại học").press("Tab");
      keyboard.press("3", "Tab", "2", "Tab", "Space");
      assertThat(page.locator("#fee")).containsText("10.000 đồng");
      desk.shoots("quick-sheet");
      keyboard.press("Enter");
      assertThat(page.locator("#alert")).containsText("Đã trả kết quả", PATIENTLY);
      LOG.info(
          "A certified copy: {} key strokes besides names, {} ms",
          keyboard.strokes,
          (System.nanoTime() - from) / 1_000_000);
      desk.shoots("quick-receipt");

      assertThat(page.locator("#receipt")).containsText("Nguyễn Văn Mẫu");
      assertThat(page.locator("#receipt")).containsText("10.000 đồng");
      assertThat(page.locator("#receipt")).containsText("Lãnh đạo A – Phường Đông Kinh");
      String number = page.locator("#number").textContent();
      assertThat(number).matches("[0-9]+/[0-9]{4}");

      // The next applicant is one stroke away, and counts as well.
      keyboard.press("Enter");
      assertThat(page.locator("input[name='owner.name']")).isFocused();
      assertThat(page.locator("input[name='owner.name']")).hasValue("");
      assertThat(page.locator("#next")).not().hasText(number);
      assertThat(keyboard.strokes).isLessThanOrEqualTo(MOST_STROKES);

      desk.visit("/tiep-nhan/so-giai-quyet-ngay.html");
      assertThat(page.locator("#rows")).containsText("Nguyễn Văn Mẫu");
      assertThat(page.locator("#rows")).containsText(number);
      desk.shoots("quick-register");
    }
  }

  @Test
  void nobodyHasSignedBeforehandAndEitherChoiceIsRemembered() {
    try (Browser.Desk desk = browser.comesIn("motcuadongkinh")) {
      Page page = desk.page();
      desk.visit("/tiep-nhan/nhanh.html?thu-tuc=2.000815");
      assertThat(page.getByLabel("Người ký trên giấy")).hasValue("");
      assertThat(page.locator("#settle")).hasText("Tiếp nhận, thu phí, chuyển chờ ký");

      for (String choice : List.of("lanhdaodongkinh", "")) {
        isUsedToTheSignatureOf(choice, desk);
        page.reload();
        assertThat(page.locator("input[name='owner.name']")).isFocused();
        assertThat(page.getByLabel("Người ký trên giấy")).hasValue(choice);
      }
    }
  }

  @Test
  void whatIsMissingIsToldAtItsFieldAndAnotherFeeAsksForAReason() {
    try (Browser.Desk desk = browser.comesIn("motcuadongkinh")) {
      Page page = desk.page();
      desk.visit("/tiep-nhan/nhanh.html?thu-tuc=2.000815");
      assertThat(page.locator("input[name='owner.name']")).isFocused();
      new Keyboard(page).press("Enter");
      assertThat(page.getByText("Phải nhập: Họ và tên người yêu cầu.")).isVisible();
      assertThat(page.getByText("Chưa đánh dấu “Đã kiểm tra, đối chiếu giấy tờ”.")).isVisible();

      page.locator("input[name='owner.name']").fill("Người Được Miễn");
      page.locator("input[name=subject]").fill("Giấy khai sinh");
      page.getByLabel("Đã kiểm tra, đối chiếu giấy tờ").check();
      assertThat(page.locator("input[name=fee]")).hasValue("2000");
      page.locator("input[name=fee]").fill("0");
      assertThat(page.locator("input[name=feeGround]")).isVisible();
      page.locator("#settle").click();
      assertThat(page.getByText("Phải nhập: Lý do thu khác mức tính theo danh mục.")).isVisible();
      desk.shoots("quick-faults");
      page.locator("input[name=feeGround]").fill("Diện được miễn phí");
      page.locator("#settle").click();
      assertThat(page.locator("#receipt")).containsText("Không thu", PATIENTLY);
      assertThat(page.locator("#receipt")).containsText("Diện được miễn phí");
    }
  }

  @Test
  void whatWaitsForASignatureIsFinishedFromTheRegister() {
    try (Browser.Desk desk = browser.comesIn("motcuadongkinh")) {
      Page page = desk.page();
      desk.visit("/tiep-nhan/nhanh.html?thu-tuc=2.000815");
      page.locator("input[name='owner.name']").fill("Người Chờ Ký");
      page.locator("input[name=subject]").fill("Sổ hộ khẩu");
      page.getByLabel("Đã kiểm tra, đối chiếu giấy tờ").check();
      page.getByLabel("Người ký trên giấy").selectOption("");
      assertThat(page.locator("#settle")).hasText("Tiếp nhận, thu phí, chuyển chờ ký");
      page.locator("#settle").click();
      assertThat(page.locator("#alert")).containsText("đang chờ ký", PATIENTLY);
      String dossier = page.locator("#number").textContent();

      desk.visit("/tiep-nhan/so-giai-quyet-ngay.html");
      assertThat(page.locator("#waiting")).containsText("Người Chờ Ký");
      page.getByLabel("Người ký hồ sơ " + dossier).selectOption("lanhdaodongkinh");
      page.getByLabel("Ghi sổ và trả kết quả hồ sơ " + dossier).click();
      assertThat(page.locator("#alert")).containsText("Chưa nhập \"Họ và tên người nhận kết quả\"");
      assertThat(page.getByLabel("Họ và tên người nhận, hồ sơ " + dossier)).isFocused();
      page.getByLabel("Họ và tên người nhận, hồ sơ " + dossier).fill("Người Đến Lấy");
      page.getByLabel("Số định danh, hộ chiếu người nhận, hồ sơ " + dossier).fill("020090001234");
      desk.shoots("quick-waiting");
      page.getByLabel("Ghi sổ và trả kết quả hồ sơ " + dossier).click();
      assertThat(page.locator("#alert")).containsText("Đã ghi sổ số", PATIENTLY);
      assertThat(page.locator("#alert")).containsText(dossier + ": đã trả kết quả");
      assertThat(page.locator("#rows")).containsText("Người Chờ Ký");
    }
  }

  @Test
  void whatIsKnownOfAPersonGoesAlongToTheNextProcedureAndBack() {
    try (Browser.Desk desk = browser.comesIn("motcuamauson")) {
      Page page = desk.page();
      desk.visit("/tiep-nhan/");
      page.getByLabel("Tìm thủ tục").fill("2.000815");
      page.getByRole(AriaRole.OPTION).first().click();
      assertThat(page).hasURL(Pattern.compile(".*/tiep-nhan/nhanh\\.html\\?thu-tuc=2\\.000815"));
      page.locator("input[name='owner.name']").fill("Người Nhiều Việc");
      page.getByText("Thêm thông tin người yêu cầu, người nộp thay").click();
      page.locator("input[name='owner.phone']").fill("0900000123");
      page.getByText("Người nộp khác người yêu cầu").click();
      page.locator("input[name='submitter.name']").fill("Người Nộp Thay");
      page.locator("input[name=subject]").fill("Hợp đồng");
      page.getByLabel("Đã kiểm tra, đối chiếu giấy tờ").check();
      page.locator("#settle").click();
      assertThat(page.locator("#receipt")).containsText("Người Nhiều Việc", PATIENTLY);

      button(page, "Giấy tờ khác của người này");
      assertThat(page.locator("input[name='owner.name']")).hasValue("Người Nhiều Việc");
      assertThat(page.locator("input[name='submitter.name']")).hasValue("Người Nộp Thay");
      assertThat(page.locator("input[name=subject]")).isFocused();
      page.locator("input[name=subject]").fill("Giấy tờ thứ hai");
      page.getByLabel("Đã kiểm tra, đối chiếu giấy tờ").check();
      page.locator("#settle").click();
      assertThat(page.locator("#receipt")).containsText("Giấy tờ thứ hai", PATIENTLY);

      button(page, "Thủ tục khác của người này");
      assertThat(page.locator("#search-status")).containsText("Người Nhiều Việc");
      assertThat(page).hasURL(Pattern.compile(".*/tiep-nhan/$"));
      page.getByLabel("Tìm thủ tục").fill("1.001193");
      page.getByRole(AriaRole.OPTION).first().click();
      assertThat(page.locator("input[name='owner.name']")).hasValue("Người Nhiều Việc");
      assertThat(page.locator("input[name='owner.phone']")).hasValue("0900000123");
      assertThat(page.locator("input[name='submitter.name']")).hasValue("Người Nộp Thay");
      desk.shoots("same-person");
    }
  }

  private static void button(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
  }

  @Test
  void papersOfSomeCasesAreThereOnlyWhenTheCaseApplies() {
    try (Browser.Desk desk = browser.comesIn("motcuamauson")) {
      Page page = desk.page();
      desk.visit("/tiep-nhan/?thu-tuc=2.000815");
      assertThat(page.locator("#paper-original")).isHidden();
      page.getByLabel(Pattern.compile("^Cần: Bản chính giấy tờ")).check();
      assertThat(page.locator("#paper-original")).isVisible();
      assertThat(page.locator("#paper-original")).not().isChecked();
      desk.shoots("papers-of-some-cases");

      page.locator("input[name='owner.name']").fill("Người Thiếu Giấy");
      page.locator("#form [type=submit]").click();
      assertThat(page.getByText("Đã đánh dấu là cần nhưng chưa nhận")).isVisible();
      page.getByLabel(Pattern.compile("^Cần: Bản chính giấy tờ")).uncheck();
      assertThat(page.locator("#paper-original")).isHidden();
    }
  }

  @Test
  void whoServesAtNoSuchDeskIsToldWhereToGo() {
    try (Browser.Desk desk = browser.comesIn("motcua")) {
      desk.visit("/tiep-nhan/nhanh.html");
      assertThat(desk.page().locator("#alert"))
          .containsText("không giải quyết ngay được thủ tục nào");
    }
  }
}
