package vn.thutuc.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import vn.thutuc.HouseTest;
import vn.thutuc.PermitSteps;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;
import vn.thutuc.dossier.DossierDocuments;
import vn.thutuc.outbound.ActState;
import vn.thutuc.outbound.OutboundActs;
import vn.thutuc.outbound.OutboundDrain;
import vn.thutuc.postal.PostalLook;
import vn.thutuc.printing.PdfA;
import vn.thutuc.printing.PdfText;
import vn.thutuc.sandbox.Sandbox;

/** Results and dossiers that travel, as the desk sees them, with the demo's carrier. */
@HouseTest
@TestPropertySource(properties = "thutuc.postal.carrier=vnpost")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostInTheBrowserTests {

  private static final String DESK = "motcua";

  @LocalServerPort int port;
  @Autowired Play play;
  @Autowired Now now;
  @Autowired OutboundDrain drain;
  @Autowired OutboundActs acts;
  @Autowired PostalLook look;
  @Autowired DossierDocuments documents;
  @Autowired Sandbox sandbox;

  private Browser browser;

  @DynamicPropertySource
  static void sandboxPort(DynamicPropertyRegistry properties) throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      int found = free.getLocalPort();
      properties.add("thutuc.sandbox.port", () -> found);
    }
  }

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

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private void isDecided(String number) {
    play.does(
        DESK, number, "Task_CheckPapers", Map.of("papersChecked", true, "checkResult", "complete"));
    PermitSteps.decide(play, number, "2026-03-03");
    drain.drain();
  }

  /** A button on the page of the demo's carrier, in the row of an order or a person. */
  private void carrier(Browser.Desk desk, String row, String button) {
    Page page = desk.page();
    page.navigate(sandbox.address() + "/buu-chinh");
    page.locator("tr", new Page.LocatorOptions().setHasText(row))
        .first()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
        .click();
    page.waitForLoadState();
    play.settle();
  }

  @Test
  void aResultGoesFromTheDeskByPostToItsApplicant() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    try (Browser.Desk desk = browser.logIn(DESK)) {
      String number = isReceivedWithReturnByPost(desk);
      isDecided(number);

      desk.visit("/camunda/app/tasklist/default/");
      Page page = desk.page();
      link(page, "Bưu chính").click();
      assertThat(page).hasURL(Pattern.compile("/buu-chinh/$"));
      Locator row = page.locator("#OPEN-RETURN tr", withText(number));
      assertThat(row).containsText("Bưu chính đã nhận yêu cầu");
      assertThat(row).containsText("Công ty Gửi Thư");
      desk.shoots("parcels");
      isReadableByAll(page);
      byte[] label = page.request().get(address(row.getByText("In phiếu gửi (PDF)"))).body();
      assertThat(PdfText.of(label).text()).contains(number, "Công ty Gửi Thư");
      assertThat(PdfA.faults(label)).isEmpty();

      carrier(desk, "Công ty Gửi Thư", "Bước tiếp");
      assertThat(play.openSteps(number)).as("collected").isEmpty();
      carrier(desk, "Công ty Gửi Thư", "Phát xong");
      desk.shoots("carrier");

      desk.visit("/ho-so/xem.html?so=" + number);
      assertThat(page.locator("#dossier")).containsText("Đã trả kết quả");
      assertThat(page.locator("#dossier")).containsText("Bưu chính: Gửi kết quả – Đã phát");
      assertThat(page.locator("#dossier")).containsText("Đã đến nơi");
      desk.shoots("dossier-returned");
      page.getByText(Pattern.compile("^DM\\d+VN$")).first().click();
      assertThat(page.locator("#events")).containsText("Phát thành công");
      assertThat(page.locator("#facts")).containsText("Đã phát");
      desk.shoots("parcel");
      isReadableByAll(page);
      assertThat(documents.read(number).state().code()).isEqualTo("10");
      assertThat(acts.of(number))
          .filteredOn(act -> act.kind().equals("POST"))
          .extracting(OutboundActs.Written::state)
          .containsExactly(ActState.DELIVERED);
    }
  }

  @Test
  void onlyTheDeskIsLedToParcels() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    try (Browser.Desk specialist = browser.logIn("chuyenvien")) {
      assertThat(link(specialist.page(), "Bàn giao")).isVisible();
      specialist.page().waitForLoadState(LoadState.NETWORKIDLE);
      assertThat(link(specialist.page(), "Bưu chính")).hasCount(0);
    }
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }

  private String isReceivedWithReturnByPost(Browser.Desk desk) {
    desk.visit("/tiep-nhan/");
    Page page = desk.page();
    page.getByLabel("Tìm thủ tục").fill("xe qua tai");
    page.getByRole(AriaRole.OPTION).first().click();
    page.locator("input[name='owner.kind'][value=ORGANISATION]").check();
    page.getByLabel("Tên tổ chức, doanh nghiệp").fill("Công ty Gửi Thư");
    page.getByLabel("Mã số thuế hoặc mã số doanh nghiệp").fill("0000000001");
    page.locator("input[name='owner.phone']").fill("0900000001");
    page.locator("input[name='owner.address']").fill("Thôn Xa, tỉnh Lạng Sơn");
    page.locator("[name=returnMethod]").first().selectOption("POSTAL");
    page.locator("#paper-application").check();
    button(page, "Tiếp nhận và in giấy hẹn").click();
    Locator slip = page.locator("#slip");
    assertThat(slip).containsText("Giấy tiếp nhận hồ sơ và hẹn trả kết quả");
    Matcher number = Pattern.compile("H37\\.12-\\d{6}-\\d{4}").matcher(slip.innerText());
    assertThat(number.find()).isTrue();
    play.settle();
    return number.group();
  }

  /** Nothing that axe-core has to say against it, at usual and at twice the size. */
  private static void isReadableByAll(Page page) {
    assertThat(
            new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
                .analyze()
                .getViolations())
        .extracting(Rule::getId)
        .isEmpty();
    page.setViewportSize(683, 384);
    assertThat(
            (Boolean)
                page.evaluate(
                    "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
        .as("no scrolling to the side at twice the size")
        .isTrue();
    page.setViewportSize(1366, 768);
  }

  private static Page.LocatorOptions withText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private String address(Locator link) {
    return "http://localhost:" + port + link.getAttribute("href");
  }

  @Test
  void theDeskChangesHowAResultGoesAfterReception() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    String number =
        play.receives(DESK, DemoSubmissions.organisation("1.000028", "Công ty Đổi Ý").build());
    try (Browser.Desk desk = browser.comesIn(DESK)) {
      desk.visit("/ho-so/xem.html?so=" + number);
      Page page = desk.page();
      page.getByText("Đổi cách nhận kết quả, thông báo").click();
      assertThat(page.getByLabel("Địa chỉ nhận kết quả")).isHidden();
      page.getByLabel("Cách nhận kết quả").selectOption("POSTAL");
      page.getByLabel("Địa chỉ nhận kết quả").fill("");
      page.getByLabel("Nhận thông báo qua").selectOption("SMS");
      page.locator("#wish").getByLabel("Lý do").fill("Người nộp gọi điện đề nghị");
      button(page, "Ghi thay đổi").click();
      assertThat(page.locator("#wish .tt-error")).containsText("Chưa nhập");
      page.getByLabel("Địa chỉ nhận kết quả").fill("Số 1 phố Mới, tỉnh Lạng Sơn");
      desk.shoots("wish");
      isReadableByAll(page);
      button(page, "Ghi thay đổi").click();
      assertThat(page.locator("#status")).containsText("Đã ghi cách nhận kết quả");
      assertThat(page.locator("#dossier"))
          .containsText("Nhận tại quầy → Nhận qua bưu chính công ích");
      desk.shoots("wish-changed");

      isDecided(number);
      carrier(desk, "Công ty Đổi Ý", "Bước tiếp");
      desk.visit("/ho-so/xem.html?so=" + number);
      assertThat(page.locator("#wish")).containsText("đã bàn giao cho bưu chính");
      desk.shoots("wish-too-late");
    }
  }

  @Test
  void whatCannotBeDeliveredIsATaskOfTheDesk() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    String number =
        play.receives(
            DESK,
            DemoSubmissions.organisation("1.000028", "Công ty Vắng Nhà")
                .back(ReturnMethod.POSTAL)
                .build());
    isDecided(number);
    try (Browser.Desk desk = browser.logIn(DESK)) {
      carrier(desk, "Công ty Vắng Nhà", "Bước tiếp");
      carrier(desk, "Công ty Vắng Nhà", "Phát không được");
      desk.visit("/camunda/app/tasklist/default/");
      desk.takes(number);
      assertThat(desk.page().locator(".fjs-form")).containsText("Xử lý phát không thành công");
      desk.chooses("Phát lại (lập phiếu gửi mới)");
      desk.field("Địa chỉ phát mới").fill("Số 1 phố Mới, tỉnh Lạng Sơn");
      desk.field("Nội dung đã thống nhất với người nhận").fill("Đã gọi điện");
      desk.shoots("failed-delivery");
      desk.completes();
      play.settle();
      drain.drain();
      assertThat(play.openSteps(number)).containsExactly("Task_HandToPost");
      desk.visit("/buu-chinh/");
      assertThat(desk.page().locator("#OPEN-RETURN tr", withText(number))).hasCount(2);
      desk.shoots("sent-again");
    }
  }

  @Test
  void aDossierIsFetchedFromHomeAndReceivedAtTheDesk() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    try (Browser.Desk desk = browser.comesIn(DESK)) {
      desk.visit("/buu-chinh/");
      Page page = desk.page();
      page.getByText("Đặt lấy hồ sơ tại nhà người nộp").click();
      page.getByLabel("Mã thủ tục").fill("1.000028");
      page.getByLabel("Họ và tên người nộp").fill("Người <b>Ở Xa</b>");
      page.getByLabel("Số điện thoại").fill("0900000077");
      page.getByLabel("Địa chỉ lấy hồ sơ").fill("Thôn Xa, tỉnh Lạng Sơn");
      page.getByLabel("Giấy tờ người nộp báo có").fill("Đơn đề nghị");
      desk.shoots("pickup-order");
      isReadableByAll(page);
      page.getByRole(
              AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Đặt lấy hồ sơ").setExact(true))
          .click();
      assertThat(page.locator("#OPEN-PICKUP")).containsText("Người <b>Ở Xa</b>");
      carrier(desk, "Ở Xa", "Phát xong");

      play.to(LocalDateTime.parse("2026-03-04T09:00"));
      desk.visit("/buu-chinh/");
      assertThat(page.locator("#ARRIVED")).containsText("Đã đến Bộ phận Một cửa");
      desk.shoots("pickup-arrived");
      page.getByRole(
              AriaRole.BUTTON,
              new Page.GetByRoleOptions().setName("Tiếp nhận hồ sơ của Người <b>Ở Xa</b>"))
          .click();
      assertThat(page.locator("input[name='owner.name']")).hasValue("Người <b>Ở Xa</b>");
      assertThat(page.locator("[name=channel]")).hasValue("POSTAL");
      page.locator("#paper-application").check();
      desk.shoots("pickup-reception");
      button(page, "Tiếp nhận và in giấy hẹn").click();
      assertThat(page.locator("#slip")).containsText("Người <b>Ở Xa</b>");
      look.look();
      desk.visit("/buu-chinh/");
      assertThat(page.locator("#ARRIVED")).containsText("Không có hồ sơ nào chờ tiếp nhận");
      assertThat(page.locator("#CLOSED-PICKUP")).containsText("H37.12-");
    }
  }
}
