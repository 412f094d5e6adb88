package vn.thutuc.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thutuc.printing.CaseSamples.AGENCY;
import static vn.thutuc.printing.CaseSamples.DESK;
import static vn.thutuc.printing.CaseSamples.at;
import static vn.thutuc.printing.CaseSamples.permit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thutuc.dossier.CaseFile;

/**
 * The forms as paper: every field on it, to the last mark over a letter, and fit to be archived.
 */
class FormPdfTest {

  private static final Press PRESS = Press.shipped();
  private static final Path PICTURES = Path.of("target", "forms");

  static Stream<Arguments> forms() {
    return Stream.of(
        slip(),
        supplementSlip(),
        refusal(),
        apology(),
        stop(),
        control(),
        registerPage(),
        Arguments.of(FormKind.HANDOVER, handover(3), HANDOVER_FIELDS));
  }

  private static Arguments slip() {
    return Arguments.of(
        FormKind.RECEIPT,
        Forms.receipt(permit().build(), DESK, "Tra cứu tại quầy tiếp nhận."),
        List.of(
            "Mẫu số 01",
            "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN",
            "SỞ XÂY DỰNG",
            "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
            "Số: 07/2026",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Lạng Sơn, ngày 03 tháng 03 năm 2026",
            "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
            "Mã hồ sơ: H37.12-260303-0001",
            "Tiếp nhận hồ sơ của: Công ty TNHH Vận tải Đường Trường Ngọc Quỳnh",
            "Địa chỉ: Số 1, đường Thử Nghiệm, phường Đông Kinh, tỉnh Lạng Sơn",
            "Số điện thoại: 0900000001",
            "Email: vantai@example.invalid",
            "Đơn đề nghị cấp giấy phép lưu hành",
            "3. Thời gian giải quyết hồ sơ theo quy định: 02 ngày làm việc",
            "4. Thời gian nhận hồ sơ: 08 giờ 15 phút, ngày 03 tháng 03 năm 2026",
            "5. Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 30 phút, ngày 04 tháng 03 năm 2026",
            "6. Đăng ký nhận kết quả: Nhận tại quầy, tại Sở Xây dựng",
            "Tra cứu tại quầy tiếp nhận.",
            "NGƯỜI NỘP HỒ SƠ",
            "NGƯỜI TIẾP NHẬN HỒ SƠ",
            "Cán bộ một cửa A"));
  }

  private static Arguments supplementSlip() {
    return Arguments.of(
        FormKind.SUPPLEMENT,
        supplement(),
        List.of(
            "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
            "Hồ sơ của: Công ty TNHH Vận tải Đường Trường Ngọc Quỳnh",
            "- Báo cáo khảo sát tuyến đường",
            "- Ảnh chụp xe",
            "Lý do: Cầu Kỳ Lừa chưa đủ tải trọng",
            "trước: 17 giờ 30 phút, ngày 02 tháng 04 năm 2026",
            "số điện thoại 02053000001",
            "NGƯỜI HƯỚNG DẪN"));
  }

  private static Arguments refusal() {
    return Arguments.of(
        FormKind.REFUSAL,
        Forms.refusal(
            permit()
                .notAccepted()
                .in(3, "Không được tiếp nhận")
                .journal(
                    "2026-03-03T09:00:00",
                    "Hệ thống",
                    "NOT_RECEIVED",
                    "Từ chối tiếp nhận",
                    "Không thuộc thẩm quyền giải quyết")
                .build(),
            DESK),
        List.of(
            "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
            "Không thuộc thẩm quyền giải quyết",
            "NGƯỜI NỘP HỒ SƠ",
            "Cán bộ một cửa A"));
  }

  private static Arguments apology() {
    return Arguments.of(
        FormKind.APOLOGY,
        Forms.apology(
            permit()
                .journal("2026-03-05T09:00:00", "Lãnh đạo A", "STEP_DONE", "Ký", null)
                .journal("2026-03-05T09:00:00", "Hệ thống", "RE_APPOINTED", "Xin lỗi", null)
                .reAppointed("2026-03-09T17:00:00", "Chờ khảo sát tuyến đường", "Sở Xây dựng")
                .build(),
            AGENCY),
        List.of(
            "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ",
            "Kính gửi: Công ty TNHH Vận tải Đường Trường Ngọc Quỳnh",
            "trước đây: 17 giờ 30 phút, ngày 04 tháng 03 năm 2026",
            "Cơ quan chậm giải quyết: Sở Xây dựng",
            "Lý do: Chờ khảo sát tuyến đường",
            "17 giờ 00 phút, ngày 09 tháng 03 năm 2026",
            "Nơi nhận:",
            "Lãnh đạo A"));
  }

  private static Arguments stop() {
    return Arguments.of(
        FormKind.STOP,
        Forms.stop(
            permit()
                .in(8, "Dừng xử lý")
                .journal("2026-03-06T08:00:00", "Lãnh đạo A", "STEP_DONE", "Ký", null)
                .journal(
                    "2026-03-06T08:00:00",
                    "Hệ thống",
                    "STOPPED",
                    "Đã dừng",
                    "Quá hạn bổ sung hồ sơ")
                .build(),
            AGENCY),
        List.of(
            "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
            "kể từ ngày 06 tháng 03 năm 2026",
            "Lý do: Quá hạn bổ sung hồ sơ",
            "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ",
            "Lãnh đạo A"));
  }

  private static Arguments control() {
    return Arguments.of(
        FormKind.CONTROL,
        Forms.control(
            permit()
                .journal("2026-03-03T14:00:00", "Chuyên viên A", "STEP_DONE", "Thẩm định", null)
                .build(),
            DESK),
        List.of(
            "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
            "THỜI GIAN GIAO, NHẬN",
            "1. Giao: Sở Xây dựng – Cán bộ một cửa A",
            "2. Nhận: Sở Xây dựng – Chuyên viên A",
            "Người giao",
            "Người nhận"));
  }

  private static Arguments registerPage() {
    return Arguments.of(
        FormKind.REGISTER,
        register(3),
        List.of(
            "SỔ THEO DÕI HỒ SƠ",
            "từ ngày 01/03/2026 đến ngày 31/03/2026",
            "H37.12-260303-0002",
            "Nguyễn Thị Đồng Đăng",
            "Ký nhận"));
  }

  private static final List<String> HANDOVER_FIELDS =
      List.of(
          "DANH SÁCH BÀN GIAO HỒ SƠ",
          "Số: 07/2026",
          "Bên giao: Trung tâm Phục vụ hành chính công tỉnh",
          "Người giao: Cán bộ một cửa A, 09 giờ 00 phút, ngày 03 tháng 03 năm 2026",
          "Bên nhận: Sở Xây dựng",
          "Số hồ sơ giao: 3",
          "H37.12-260303-0003",
          "chưa nhận được",
          "BÊN GIAO",
          "BÊN NHẬN",
          "không thuộc các biểu mẫu ban hành kèm theo Thông tư số 03/2025/TT-VPCP");

  private static FormData.HandoverSheet handover(int rows) {
    List<FormData.HandoverRow> lines =
        IntStream.rangeClosed(1, rows)
            .mapToObj(
                i ->
                    new FormData.HandoverRow(
                        i,
                        "H37.12-260303-%04d".formatted(i),
                        "Cấp giấy phép lưu hành xe quá tải trọng",
                        "Nguyễn Thị Đồng Đăng",
                        "04/03/2026",
                        false,
                        i == 1 ? null : "chưa nhận được"))
            .toList();
    return new FormData.HandoverSheet(
        AGENCY,
        "Trung tâm Phục vụ hành chính công tỉnh",
        "Sở Xây dựng",
        "Cán bộ một cửa A",
        "09 giờ 00 phút, ngày 03 tháng 03 năm 2026",
        null,
        null,
        rows,
        0,
        lines);
  }

  @Test
  void aLongListOfPapersRepeatsItsHeadAndItsCodeIsRead() throws Exception {
    byte[] pdf = PRESS.print(FormKind.HANDOVER, handover(200)).pdf();

    PdfText text = PdfText.of(pdf);
    assertThat(text.pages()).hasSizeGreaterThan(5);
    assertThat(text.pages().get(1)).contains("Mã hồ sơ");
    assertThat(text.text()).contains("H37.12-260303-0200");
    BufferedImage first = page(pdf, 0, 200);
    BufferedImage left = first.getSubimage(0, 0, first.getWidth() / 3, first.getHeight() / 2);
    assertThat(code(left)).isEqualTo("07/2026");
    assertThat(PdfA.faults(pdf)).isEmpty();
    keep("BG-long", pdf);
  }

  private static FormData.SupplementSlip supplement() {
    CaseFile.Request request =
        new CaseFile.Request(
            "Báo cáo khảo sát tuyến đường\nẢnh chụp xe",
            "Cầu Kỳ Lừa chưa đủ tải trọng",
            at("2026-03-03T10:00"),
            at("2026-04-02T17:30"),
            false);
    return Forms.supplement(permit().asks(request).build(), request, AGENCY);
  }

  private static FormData.Register register(int rows) {
    List<FormData.RegisterLine> lines =
        IntStream.rangeClosed(1, rows)
            .mapToObj(
                i ->
                    new FormData.RegisterLine(
                        i,
                        "H37.12-260303-%04d".formatted(i),
                        "Cấp giấy phép lưu hành xe quá tải trọng",
                        "01",
                        "Nguyễn Thị Đồng Đăng",
                        "Thôn Thử Nghiệm, xã Mẫu Sơn",
                        "0900000001",
                        "Sở Xây dựng",
                        "03/03/2026",
                        "04/03/2026",
                        null,
                        "Nhận tại quầy",
                        "Đang xử lý"))
            .toList();
    return new FormData.Register(
        DESK, "từ ngày 01/03/2026 đến ngày 31/03/2026", rows, "1/1", lines);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void everyFieldStandsOnTheFormAndTheFormCanBeArchived(
      FormKind kind, FormData data, List<String> fields) throws IOException {
    byte[] pdf = PRESS.print(kind, data).pdf();

    PdfText text = PdfText.of(pdf);
    assertThat(fields).allSatisfy(field -> assertThat(text.text()).contains(field));
    assertThat(text.fonts()).isNotEmpty().allMatch(font -> font.contains("+LiberationSerif"));
    assertThat(text.allEmbedded()).isTrue();
    assertThat(PdfA.faults(pdf)).isEmpty();
    assertThat(text.pages()).hasSize(1);
    keep(kind.code(), pdf);
  }

  @Test
  void theCheckRefusesAFileThatIsNoPdfA() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.showText("not embedded");
        content.endText();
      }
      document.save(bytes);
    }

    assertThat(PdfA.faults(bytes.toByteArray())).isNotEmpty();
    assertThat(PdfText.of(bytes.toByteArray()).allEmbedded()).isFalse();
  }

  @Test
  void theCodeOnTheSlipIsTheNumberOfTheDossier() throws Exception {
    byte[] pdf = PRESS.print(FormKind.RECEIPT, Forms.receipt(permit().build(), DESK, null)).pdf();

    BufferedImage page = page(pdf, 0, 200);
    BufferedImage left = page.getSubimage(0, 0, page.getWidth() / 3, page.getHeight() / 2);
    assertThat(code(left)).isEqualTo("H37.12-260303-0001");
  }

  @Test
  void everyLetterOfVietnameseIsPrintedAsItIs() {
    String letters = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ";
    String both = letters + " " + letters.toUpperCase(Locale.ROOT);
    FormData.Receipt slip =
        Forms.receipt(
            permit().with(node -> ((ObjectNode) node.get("owner")).put("name", both)).build(),
            DESK,
            null);

    PdfText text = PdfText.of(PRESS.print(FormKind.RECEIPT, slip).pdf());

    assertThat(text.text().replace(" ", "")).contains(both.replace(" ", ""));
  }

  @Test
  void sixtyPapersGoOnOverThePagesWithTheHeadOfTheTableOnEach() throws IOException {
    CaseFile file =
        permit()
            .with(
                node -> {
                  var papers = node.putArray("papers");
                  for (int i = 1; i <= 60; i++) {
                    papers
                        .addObject()
                        .put("key", "p" + i)
                        .put("title", "Giấy tờ số " + i + ", bản vẽ thiết kế tuyến đường và cầu")
                        .put("originals", 1)
                        .put("copies", i)
                        .put("received", true);
                  }
                })
            .build();

    byte[] pdf = PRESS.print(FormKind.RECEIPT, Forms.receipt(file, DESK, null)).pdf();

    PdfText text = PdfText.of(pdf);
    assertThat(text.pages()).hasSizeGreaterThan(1);
    assertThat(text.pages())
        .filteredOn(page -> page.contains("Giấy tờ số"))
        .hasSizeGreaterThan(1)
        .allSatisfy(page -> assertThat(page).contains("Tên giấy tờ"));
    assertThat(IntStream.rangeClosed(1, 60))
        .allSatisfy(i -> assertThat(text.text()).contains("Giấy tờ số " + i + ","));
    assertThat(text.pages())
        .allSatisfy(page -> assertThat(page).contains("Mã hồ sơ H37.12-260303-0001"));
    assertThat(text.pages().get(1)).contains("Trang 2/" + text.pages().size());
    assertThat(PdfA.faults(pdf)).isEmpty();
    keep("01-sixty-papers", pdf);
  }

  @Test
  void theRegisterRepeatsItsHeadOnEverySheet() throws IOException {
    byte[] pdf = PRESS.print(FormKind.REGISTER, register(60)).pdf();

    PdfText text = PdfText.of(pdf);
    assertThat(text.pages())
        .hasSizeGreaterThan(2)
        .allSatisfy(page -> assertThat(page).containsOnlyOnce("Phương thức nhận kết quả"));
    assertThat(text.text()).contains("H37.12-260303-0060");
    assertThat(PdfA.faults(pdf)).isEmpty();
    keep("07-sixty-rows", pdf);
  }

  @Test
  void veryLongNamesStayOnThePaper() throws IOException {
    String name =
        "Công ty Cổ phần Đầu tư Xây dựng và Thương mại Dịch vụ Tổng hợp ".repeat(5).strip();
    String unbroken = "Ngoằnngoèo".repeat(30);
    CaseFile file =
        permit()
            .with(
                node -> ((ObjectNode) node.get("owner")).put("name", name).put("address", unbroken))
            .build();

    byte[] pdf = PRESS.print(FormKind.RECEIPT, Forms.receipt(file, DESK, null)).pdf();

    assertThat(PdfText.of(pdf).text()).contains(name);
    assertThat(PdfText.of(pdf).text().replace(" ", "")).contains(unbroken);
    assertThat(inkOutsideTheMargins(page(pdf, 0, 100))).isZero();
    keep("01-long-names", pdf);
  }

  @Test
  void whatTheDossierDoesNotHoldIsLeftToBeFilledInByHand() throws IOException {
    CaseFile file =
        permit()
            .notAccepted()
            .with(
                node -> {
                  node.putObject("owner").put("kind", "PERSON").put("name", "Vi Văn Thiếu");
                  node.putArray("papers");
                  node.putArray("timeline");
                })
            .build();
    Letterhead bare = new Letterhead("H37.12", null, "Sở Xây dựng", null, null, null);

    byte[] pdf = PRESS.print(FormKind.RECEIPT, Forms.receipt(file, bare, null)).pdf();

    PdfText text = PdfText.of(pdf);
    assertThat(text.text())
        .contains("Địa chỉ: .....", "Số điện thoại: .....", "Không có giấy tờ kèm theo.")
        .contains("kết quả giải quyết hồ sơ: sẽ thông báo")
        .doesNotContain("null");
    assertThat(PdfA.faults(pdf)).isEmpty();
    keep("01-bare", pdf);
  }

  @Test
  void whatNobodyCanPrintSpoilsNothing() {
    String name = "Nguye\u0302\u0303n\u0000 Va\u0306n <b>A</b> & \uD83D\uDE00 王 \uD800";
    FormData.Receipt slip =
        Forms.receipt(
            permit().with(node -> ((ObjectNode) node.get("owner")).put("name", name)).build(),
            DESK,
            null);

    byte[] pdf = PRESS.print(FormKind.RECEIPT, slip).pdf();

    assertThat(PdfText.of(pdf).text()).contains("Nguyễn Văn <b>A</b> &");
    assertThat(PdfA.faults(pdf)).isEmpty();
  }

  private static BufferedImage page(byte[] pdf, int page, int dpi) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFRenderer(document).renderImageWithDPI(page, dpi);
    }
  }

  private static String code(BufferedImage picture) throws ReaderException {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    RGBLuminanceSource light = new RGBLuminanceSource(width, height, pixels);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(light)),
            Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
        .getText();
  }

  /** Dark points in the outermost 10 mm at the left and right. */
  private static long inkOutsideTheMargins(BufferedImage page) {
    int margin = page.getWidth() * 10 / 210;
    return IntStream.range(0, page.getHeight())
        .boxed()
        .flatMap(
            y ->
                IntStream.range(0, page.getWidth())
                    .filter(x -> x < margin || x >= page.getWidth() - margin)
                    .mapToObj(x -> page.getRGB(x, y) & 0xFF))
        .filter(blue -> blue < 128)
        .count();
  }

  /** Keeps file and pictures for whoever wants to look. */
  private static void keep(String name, byte[] pdf) throws IOException {
    Files.createDirectories(PICTURES);
    Files.write(PICTURES.resolve(name + ".pdf"), pdf);
    int pages = PdfText.of(pdf).pages().size();
    for (int i = 0; i < Math.min(pages, 3); i++) {
      Path picture = PICTURES.resolve("%s-%d.png".formatted(name, i + 1));
      ImageIO.write(page(pdf, i, 80), "png", picture.toFile());
    }
  }
}
