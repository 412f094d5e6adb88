package vn.thutuc.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.thutuc.HouseTest;
import vn.thutuc.modelling.ModelIdentity;

/** A draft is looked at, reviewed and put in force by two, and a sheet read, in the browser. */
@HouseTest
@TestPropertySource(properties = "thutuc.test.house=models")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelsInTheBrowserTests {

  private static final String FILE = "1.000028-giay-phep-luu-hanh-xe-qua-tai.bpmn";

  @LocalServerPort int port;

  @Autowired RepositoryService repository;
  @Autowired IdentityService identity;

  private Browser browser;

  @BeforeAll
  void open() {
    browser = new Browser(port);
  }

  @AfterAll
  void close() {
    browser.close();
  }

  private static String changed() throws IOException {
    try (InputStream file =
        ModelsInTheBrowserTests.class.getResourceAsStream("/processes/duong-bo/" + FILE)) {
      String model = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return model
          .replaceFirst("name=\"share\" value=\"500\"", "name=\"share\" value=\"450\"")
          .replace("name=\"Chuyên viên thẩm định hồ sơ\"", "name=\"Chuyên viên thẩm tra hồ sơ\"");
    }
  }

  /** As the Modeler's button does. */
  private void deploy(String person, String group, String content) {
    identity.setAuthentication(person, List.of(group), List.of());
    try {
      repository.createDeployment().name(FILE).addString(FILE, content).deploy();
    } finally {
      identity.clearAuthentication();
    }
  }

  @Test
  void aDraftIsReviewedByTheSecondPersonAndPutInForce() throws IOException {
    List<String> errors = new ArrayList<>();
    String model = changed();
    deploy("thietke", "designer", model);
    try (Browser.Desk desk = browser.logIn("quantri")) {
      Page page = desk.page();
      page.onPageError(errors::add);
      desk.visit("/mo-hinh/");
      page.locator("#drafts button").first().click();
      assertThat(page.locator("#draft-difference")).containsText("Chuyên viên thẩm tra hồ sơ");
      assertThat(
              page.locator("#draft-difference del")
                  .filter(new Locator.FilterOptions().setHasText("500")))
          .isVisible();
      desk.shoots("draft");

      report(page, "{}");
      assertThat(page.locator("#review .tt-error")).containsText("không phải báo cáo diễn tập");
      report(page, green(model));
      assertThat(page.locator("#draft-title")).containsText("đã xem xét");
      page.locator("#force [type=submit]").click();
      assertThat(page.locator("#force .tt-error")).containsText("số quyết định");
      page.locator("#decision").fill("15/QĐ-SXD ngày 02/03/2026");
      page.locator("#force [type=submit]").click();
      assertThat(page.locator("#done")).containsText("đã được áp dụng");
      assertThat(page.locator("#draft-log")).containsText("15/QĐ-SXD");
      assertThat(page.locator("#drafts")).containsText("Không có bản dự thảo nào đang mở");
      nobodyReviewsTheirOwn(page, model);
      desk.shoots("in-force");

      desk.visit("/thu-tuc/?code=1.000028");
      assertThat(page.locator("#sheet")).containsText("Chuyên viên thẩm tra hồ sơ");
      desk.shoots("sheet");
      assertThat(errors).isEmpty();
    }
  }

  private void nobodyReviewsTheirOwn(Page page, String model) {
    deploy("quantri", "camunda-admin", model.replace("thẩm tra hồ sơ", "tra cứu hồ sơ"));
    page.reload();
    page.locator("#drafts button").first().click();
    assertThat(page.locator("#draft-notes")).containsText("Người thứ hai phải xem xét");
    assertThat(page.locator("#review")).isHidden();
    page.locator("#reason").fill("Lập để thử");
    page.locator("#reject [type=submit]").click();
    assertThat(page.locator("#draft-title")).containsText("không chấp nhận");
  }

  private static void report(Page page, String json) {
    page.locator("#report")
        .setInputFiles(
            new FilePayload(
                "dien-tap.json", "application/json", json.getBytes(StandardCharsets.UTF_8)));
    page.locator("#review [type=submit]").click();
  }

  private static String green(String model) {
    return "{\"format\":\"thutuc-rehearsal/1\",\"procedures\":[{\"code\":\"1.000028\",\"ok\":true,\"model\":{\"sha256\":\"%s\"},\"paths\":[{\"path\":\"happy\",\"verdict\":\"PASSED\"}]}]}"
        .formatted(ModelIdentity.sha256(model.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void officersSeeTheSheetAndNoDrafts() {
    try (Browser.Desk desk = browser.comesIn("motcua")) {
      Page page = desk.page();
      desk.visit("/thu-tuc/");
      page.locator("#q").fill("khai sinh");
      page.locator("#find [type=submit]").click();
      page.locator("#hits a").filter(new Locator.FilterOptions().setHasText("1.001193")).click();
      assertThat(page.locator("#sheet")).containsText("1.001193");
      assertThat(page.locator("#sheet")).containsText("Các bước thực hiện");
      desk.visit("/mo-hinh/");
      assertThat(page.locator("#alert")).containsText("Chỉ người thiết kế quy trình");
      assertThat(page.locator("#content")).isHidden();
    }
  }
}
