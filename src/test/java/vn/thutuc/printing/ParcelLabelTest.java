package vn.thutuc.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/** The label of a parcel: every field on it, a code that scanners read, fit to be archived. */
class ParcelLabelTest {

  private static final Letterhead HEAD =
      new Letterhead("H37.12", "Ủy ban nhân dân tỉnh", "Sở Xây dựng", null, "Lạng Sơn", null);

  private static FormData.ParcelSheet sheet(String code) {
    return new FormData.ParcelSheet(
        HEAD,
        code,
        "thutuc-a1b2c3d4-1024",
        "H37.12-260303-0001",
        "Giấy phép lưu hành xe quá tải",
        new FormData.Applicant("Sở Xây dựng", null, null, null, null),
        new FormData.Applicant(
            "Nguyễn Thị Phượng & Con", "Thôn Thử Nghiệm <b>1</b>", "0900000001", null, null),
        "2.000.000");
  }

  private static byte[] printed(String code) {
    return Press.shipped().print(FormKind.PARCEL, sheet(code)).pdf();
  }

  @Test
  void everyFieldStandsOnItAndTheCodeIsTheParcels() throws Exception {
    byte[] pdf = printed("DM000000001VN");

    assertThat(PdfA.faults(pdf)).isEmpty();
    assertThat(PdfText.of(pdf).text())
        .contains(
            "PHIẾU GỬI BƯU CHÍNH CÔNG ÍCH",
            "DM000000001VN",
            "thutuc-a1b2c3d4-1024",
            "H37.12-260303-0001",
            "Nguyễn Thị Phượng & Con",
            "Thôn Thử Nghiệm <b>1</b>",
            "2.000.000 đồng");
    Files.createDirectories(Path.of("target", "forms"));
    Files.write(Path.of("target", "forms", "PG.pdf"), pdf);
    assertThat(scanned(pdf)).isEqualTo("DM000000001VN");
  }

  @Test
  void alsoTheLongNumberOfAnOrderIsRead() throws Exception {
    String order = "thutuc-lay-123e4567-e89b-12d3-a456-426614174000";
    assertThat(scanned(printed(order))).isEqualTo(order);
  }

  @Test
  void whatCode128CannotHoldIsRefused() {
    assertThatThrownBy(() -> Barcode.image("số")).isInstanceOf(IllegalArgumentException.class);
  }

  /** As a scanner sees the printed sheet, at 300 dpi. */
  private static String scanned(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 300);
      int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
      RGBLuminanceSource source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
      return new Code128Reader()
          .decode(
              new BinaryBitmap(new HybridBinarizer(source)),
              java.util.Map.of(com.google.zxing.DecodeHintType.TRY_HARDER, true))
          .getText();
    }
  }
}
