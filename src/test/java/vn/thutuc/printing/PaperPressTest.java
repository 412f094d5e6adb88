package vn.thutuc.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The templates of results: the narrowest is used, a province's first, a wrong one is named. */
class PaperPressTest {

  private static final PaperPress.Which WHICH =
      new PaperPress.Which("1.000028", "PERMIT_OVERSIZE", "KQ.G17.000328", "giay-phep");

  @TempDir Path folder;

  private PaperPress press() {
    return new PaperPress(new PaperTemplates(new FormTemplates(folder)), new PdfRenderer(), null);
  }

  private void has(String file, String content) throws IOException {
    Files.createDirectories(folder.resolve("ket-qua"));
    Files.writeString(folder.resolve("ket-qua").resolve(file), content);
  }

  private static Map<String, Object> merged() {
    Map<String, Object> fields = new HashMap<>();
    fields.put("dossier", Map.of("number", "H37.12-260303-0001", "receivedOn", "ngày 03"));
    fields.put(
        "procedure",
        Map.of("code", "1.000028", "title", "Cấp giấy phép", "matter", "cấp giấy phép"));
    fields.put("result", Map.of("title", "Giấy phép lưu hành xe"));
    fields.put("applicant", Map.of("name", "Công ty <b>Mẫu</b> & Sơn", "address", "Lạng Sơn"));
    fields.put("head", Map.of("agency", "Sở Xây dựng"));
    fields.put("authority", "GIÁM ĐỐC SỞ XÂY DỰNG");
    fields.put("signAs", "GIÁM ĐỐC");
    fields.put("typed", Map.of());
    return fields;
  }

  private static Map<String, Object> page(boolean draft) {
    Map<String, Object> form = new HashMap<>();
    form.put("dossier", "H37.12-260303-0001");
    form.put("title", "Giấy phép lưu hành xe");
    form.put("version", 3);
    form.put("head", Map.of("agency", "Sở Xây dựng", "superior", "UBND tỉnh", "place", "Lạng Sơn"));
    form.put("heading", "Giấy phép lưu hành xe");
    form.put("subject", "");
    form.put(
        "blocks",
        List.of(
            Map.of("kind", "heading", "lead", "", "text", "CẤP PHÉP CHO:"),
            Map.of("kind", "text", "lead", "Điều 1.", "text", " <script>alert(1)</script> & Sơn")));
    form.put("recipients", List.of("- Như trên;"));
    form.put("signAs", List.of("GIÁM ĐỐC"));
    form.put("draft", draft);
    form.put("number", draft ? null : "01/GP-SXD");
    form.put("day", draft ? null : "ngày 04 tháng 03 năm 2026");
    form.put("signer", draft ? null : "Lãnh đạo A");
    return Map.of("form", form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "quyet-dinh",
        "giay-phep",
        "giay-chung-nhan",
        "giay-xac-nhan",
        "thong-bao",
        "van-ban",
        "tu-choi",
        "ket-qua"
      })
  void everyKindHasAShippedTextWithAllItsSections(String kind) {
    PaperPress.Text text =
        press().text(new PaperPress.Which("9.999999", "KEY", null, kind), merged());

    assertThat(text.template()).isEqualTo("ket-qua/" + kind + ".ftl");
    assertThat(text.notice()).isNull();
    assertThat(text.text())
        .contains(
            "[ten-loai]", "[trich-yeu]", "[noi-dung]", "[noi-nhan]", "[chuc-danh-ky]", "GIÁM ĐỐC")
        .contains("H37.12-260303-0001", "Công ty <b>Mẫu</b> & Sơn");
  }

  @Test
  void theNarrowestTemplateOfTheProvinceIsUsed() throws IOException {
    has("giay-phep.ftl", "theo loại");
    assertThat(press().text(WHICH, merged()).text()).isEqualTo("theo loại");
    has("KQ.G17.000328.ftl", "theo mã kết quả");
    assertThat(press().text(WHICH, merged()).text()).isEqualTo("theo mã kết quả");
    has("1.000028-PERMIT_OVERSIZE.ftl", "theo thủ tục ${applicant.name}");
    assertThat(press().text(WHICH, merged()).text())
        .isEqualTo("theo thủ tục Công ty <b>Mẫu</b> & Sơn");
  }

  @Test
  void aWrongTemplateOfTheProvinceIsNamedAndTheNextIsUsed() throws IOException {
    has("1.000028-PERMIT_OVERSIZE.ftl", "một\n${applicant.hoTen}");

    PaperPress.Text text = press().text(WHICH, merged());

    assertThat(text.template()).isEqualTo("ket-qua/giay-phep.ftl");
    assertThat(text.notice()).contains("ket-qua/1.000028-PERMIT_OVERSIZE.ftl", "dòng 2");
  }

  @Test
  void aWrongTemplateIsFoundAtStart() throws IOException {
    has("quyet-dinh.ftl", "một\n<#if applicant??>\n");

    assertThat(new FormTemplates(folder).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.file()).isEqualTo("ket-qua/quyet-dinh.ftl"));
  }

  @Test
  void theIssuedPaperIsPdfAAndItsWordsAreWords() {
    byte[] pdf = press().pdf(WHICH, page(false)).content();

    assertThat(PdfA.faults(pdf)).isEmpty();
    assertThat(PdfText.of(pdf).text())
        .contains("Số: 01/GP-SXD", "<script>alert(1)</script> & Sơn", "Lãnh đạo A")
        .doesNotContain("DỰ THẢO");
  }

  @Test
  void theDraftHasItsWatermarkOnEveryPage() {
    Map<String, Object> form = new HashMap<>(form(page(true)));
    form.put(
        "blocks",
        Collections.nCopies(
            80, Map.of("kind", "text", "lead", "", "text", "Một đoạn dài của dự thảo.")));

    byte[] pdf = press().pdf(WHICH, Map.of("form", form)).content();

    PdfText text = PdfText.of(pdf);
    assertThat(PdfA.faults(pdf)).isEmpty();
    assertThat(text.pages())
        .hasSizeGreaterThan(1)
        .allSatisfy(page -> assertThat(page).contains("DỰ THẢO"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> form(Map<String, Object> model) {
    return (Map<String, Object>) model.get("form");
  }

  @Test
  void aPageOfTheProvinceForOneResultIsUsed() throws IOException {
    has(
        "KQ.G17.000328.ftlx",
        "<html><head><title>t</title><style>body { font-family: 'Liberation Serif'; }</style></head>"
            + "<body><p>Trang riêng: ${form.heading}</p></body></html>");

    PaperPress.Pdf pdf = press().pdf(WHICH, page(false));

    assertThat(pdf.template()).isEqualTo("own:ket-qua/KQ.G17.000328.ftlx");
    assertThat(PdfText.of(pdf.content()).text()).contains("Trang riêng: Giấy phép lưu hành xe");
  }
}
