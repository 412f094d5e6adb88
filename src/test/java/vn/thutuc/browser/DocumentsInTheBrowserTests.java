package vn.thutuc.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thutuc.HouseTest;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;
import vn.thutuc.document.SampleFiles;

/** The tab 'Giấy tờ' as a specialist uses it: by button, by dragging, by keyboard. */
@HouseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentsInTheBrowserTests {

  private static final String PAPER = "Đơn đề nghị cấp Giấy phép lưu hành xe theo mẫu";

  @LocalServerPort int port;

  @Autowired Play play;
  @Autowired Now now;

  private Browser browser;
  private String number;
  private final List<String> errors = new ArrayList<>();

  @BeforeAll
  void open() {
    browser = new Browser(port);
  }

  @AfterAll
  void close() {
    browser.close();
    now.release();
  }

  @BeforeEach
  void aPermitWaitsForItsSpecialist() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    number =
        play.receives(
            "motcua", DemoSubmissions.organisation("1.000028", "Công ty Giấy Tờ").build());
    play.does(
        "motcua",
        number,
        "Task_CheckPapers",
        Map.of("papersChecked", true, "checkResult", "complete"));
  }

  private Page papersOf(Browser.Desk desk) {
    Page page = desk.page();
    page.onPageError(errors::add);
    desk.takes(number);
    page.getByText("Giấy tờ", new Page.GetByTextOptions().setExact(true)).first().click();
    assertThat(paper(page)).isVisible();
    return page;
  }

  private static Locator paper(Page page) {
    return page.locator(".tt-paper", new Page.LocatorOptions().setHasText(PAPER)).first();
  }

  private static Locator others(Page page) {
    return page.locator(".tt-paper").last();
  }

  private static void choose(Locator paper, String name, byte[] content) {
    paper
        .locator(".tt-doc-add input[type=file]")
        .setInputFiles(new FilePayload(name, "application/octet-stream", content));
  }

  private static Locator button(Locator in, String text) {
    return in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(text));
  }

  @Test
  void aScanIsUploadedLookedAtAndMarked() {
    try (Browser.Desk desk = browser.logIn("chuyenvien")) {
      Page page = papersOf(desk);
      desk.shoots("papers-empty");
      choose(paper(page), "Đơn đề nghị.pdf", SampleFiles.pdf(3, "Don de nghi"));
      assertThat(paper(page)).containsText("Đơn đề nghị.pdf");
      assertThat(paper(page)).containsText("Chưa quét vi-rút");
      assertThat(page.locator(".tt-doc-status")).containsText("Đã tải lên: Đơn đề nghị.pdf");

      button(paper(page), "Xem tệp Đơn đề nghị.pdf").click();
      Locator preview = page.locator(".tt-preview");
      assertThat(preview).containsText("Trang 1/3");
      assertThat(drawn(page)).as("something stands on the page").isTrue();
      desk.shoots("papers-pdf");
      button(preview, "Trang sau").click();
      assertThat(preview).containsText("Trang 2/3");
      button(preview, "Phóng to").click();
      page.keyboard().press("Escape");
      assertThat(preview).hasCount(0);

      Locator digitised = paper(page).getByLabel("Đã số hóa");
      digitised.check();
      // The papers are drawn anew once the mark is kept, with who made it beside it.
      assertThat(marked(page, "Đã số hóa")).isVisible();
      assertThat(paper(page).getByLabel("Đã số hóa")).isChecked();
      paper(page).getByLabel("Tái sử dụng").click();
      page.getByLabel("Tái sử dụng từ").fill("Cơ sở dữ liệu quốc gia về dân cư");
      page.keyboard().press("Enter");
      assertThat(paper(page)).containsText("Cơ sở dữ liệu quốc gia về dân cư");
      assertThat(
              paper(page).getByLabel("Tái sử dụng", new Locator.GetByLabelOptions().setExact(true)))
          .isChecked();
      desk.shoots("papers-marked");
    }
    assertThat(errors).isEmpty();
  }

  @Test
  void whatIsOpenedWhileAMarkIsKeptStaysWithWhatWasTyped() {
    try (Browser.Desk desk = browser.logIn("chuyenvien")) {
      Page page = papersOf(desk);
      List<Route> held = new ArrayList<>();
      page.route("**/marks/CHECKED", held::add);
      paper(page).getByLabel("Đã kiểm tra").click();
      page.waitForCondition(() -> !held.isEmpty());
      paper(page).getByLabel("Tái sử dụng").click();
      Locator source = page.getByLabel("Tái sử dụng từ");
      source.fill("Hồ sơ năm trước");

      held.get(0).resume();

      assertThat(marked(page, "Đã kiểm tra")).isVisible();
      assertThat(source).hasValue("Hồ sơ năm trước");
      assertThat(source).isFocused();
      page.keyboard().press("Enter");
      assertThat(marked(page, "Tái sử dụng")).containsText("Hồ sơ năm trước");
      assertThat(source).hasCount(0);
    }
    assertThat(errors).isEmpty();
  }

  /** Who made a mark, which stands there once it is kept. */
  private static Locator marked(Page page, String mark) {
    return paper(page)
        .locator(".tt-mark-box", new Locator.LocatorOptions().setHasText(mark))
        .locator(".tt-hint");
  }

  /** Whether the canvas holds a pixel that is not white. */
  private static boolean drawn(Page page) {
    return (boolean)
        page.evaluate(
            """
            () => {
              const canvas = document.querySelector('.tt-stage canvas');
              const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
              return data.some((value, index) => index % 4 < 3 && value < 128 && data[index - index % 4 + 3] > 0);
            }
            """);
  }

  @Test
  void picturesAreDroppedOnAPaperAndShownInPlace() {
    try (Browser.Desk desk = browser.logIn("chuyenvien")) {
      Page page = papersOf(desk);
      drop(page, "ảnh hiện trường.png", SampleFiles.image("png"));
      assertThat(paper(page)).containsText("ảnh hiện trường.png");

      button(paper(page), "Xem tệp ảnh hiện trường.png").click();
      Locator picture = page.locator(".tt-stage img");
      assertThat(picture).isVisible();
      page.waitForFunction("() => document.querySelector('.tt-stage img').naturalWidth === 320");
      desk.shoots("papers-picture");
    }
    assertThat(errors).isEmpty();
  }

  /** What the browser does when a file is dragged from a folder and let go over the paper. */
  private static void drop(Page page, String name, byte[] content) {
    Object transfer =
        page.evaluateHandle(
            """
            ([name, base64]) => {
              const bytes = Uint8Array.from(atob(base64), sign => sign.charCodeAt(0));
              const transfer = new DataTransfer();
              transfer.items.add(new File([bytes], name));
              return transfer;
            }
            """,
            List.of(name, Base64.getEncoder().encodeToString(content)));
    for (String event : List.of("dragenter", "dragover", "drop")) {
      paper(page).dispatchEvent(event, Map.of("dataTransfer", transfer));
    }
  }

  @Test
  void aRenamedProgramIsRefusedInWordsAndTheRestIsTaken() {
    try (Browser.Desk desk = browser.logIn("chuyenvien")) {
      Page page = papersOf(desk);
      others(page)
          .locator(".tt-doc-add input[type=file]")
          .setInputFiles(
              new FilePayload[] {
                new FilePayload("hoa-don.pdf", "application/pdf", SampleFiles.exe()),
                new FilePayload("tờ khai.xml", "text/xml", SampleFiles.xml())
              });
      Locator trouble = page.locator(".tt-tab .tt-alert");
      assertThat(trouble).containsText("hoa-don.pdf");
      assertThat(trouble).containsText("chương trình máy tính");
      assertThat(others(page)).containsText("tờ khai.xml");
      assertThat(others(page).locator(".tt-file")).hasCount(1);
      desk.shoots("papers-refused");
    }
    assertThat(errors).isEmpty();
  }

  @Test
  void everythingIsReachedByTheKeyboard() throws IOException {
    byte[] first = SampleFiles.pdf(1, "Ban 1");
    try (Browser.Desk desk = browser.logIn("chuyenvien")) {
      Page page = papersOf(desk);
      Locator add = button(paper(page), "Thêm tệp cho");
      FileChooser chooser = page.waitForFileChooser(() -> add.press("Enter"));
      chooser.setFiles(new FilePayload("don.pdf", "application/pdf", first));
      assertThat(paper(page)).containsText("don.pdf");

      Locator replace = button(paper(page), "Thay don.pdf bằng phiên bản mới");
      FileChooser newer = page.waitForFileChooser(() -> replace.press("Enter"));
      newer.setFiles(new FilePayload("don-2.pdf", "application/pdf", SampleFiles.pdf(1, "Ban 2")));
      assertThat(paper(page)).containsText("phiên bản 2");
      paper(page).locator("summary").press("Enter");
      Locator old = paper(page).locator(".tt-older .tt-file");
      assertThat(old).containsText("don.pdf");
      Download download = page.waitForDownload(() -> old.getByRole(AriaRole.LINK).press("Enter"));
      assertThat(download.suggestedFilename()).isEqualTo("don.pdf");
      assertThat(Files.readAllBytes(download.path())).isEqualTo(first);

      button(paper(page), "Xóa tệp don-2.pdf").press("Enter");
      page.getByLabel("Lý do xóa tệp").fill("Thay nhầm tệp");
      page.keyboard().press("Enter");
      assertThat(page.locator(".tt-doc-status")).containsText("Đã xóa tệp don-2.pdf");
      assertThat(paper(page).locator(".tt-file")).hasCount(1);
      assertThat(paper(page)).containsText("don.pdf");
    }
    assertThat(errors).isEmpty();
  }

  @Test
  void theDeskFindsTheFilesOnThePageOfTheDossier() {
    String paper = "survey-report";
    try (Browser.Desk desk = browser.logIn("motcua")) {
      Page page = desk.page();
      page.onPageError(errors::add);
      desk.visit("/ho-so/xem.html?so=" + number);
      Locator second = page.locator(".tt-paper").nth(1);
      choose(second, paper + ".pdf", SampleFiles.pdf(2, "Khao sat"));
      button(second, "Xem tệp survey-report.pdf").click();
      assertThat(page.locator(".tt-preview")).containsText("Trang 1/2");
      assertThat(drawn(page)).isTrue();
      desk.shoots("papers-on-the-page");
    }
    assertThat(errors).isEmpty();
  }
}
