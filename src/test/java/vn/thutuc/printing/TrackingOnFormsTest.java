package vn.thutuc.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thutuc.printing.CaseSamples.AGENCY;
import static vn.thutuc.printing.CaseSamples.DESK;
import static vn.thutuc.printing.CaseSamples.permit;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thutuc.dossier.CaseFile;

/** The forms an applicant takes home lead to the page that says how the dossier stands. */
class TrackingOnFormsTest {

  private static final Press PRESS = Press.shipped();
  private static final Path PICTURES = Path.of("target", "forms");
  private static final TrackingLinks.Link LINK =
      new TrackingLinks.Link(
          "7K2M-9QXR-4T01",
          "https://motcua.langson.example.vn/tra-cuu/",
          "https://motcua.langson.example.vn/tra-cuu/#H37.12-260303-0001/7K2M9QXR4T01");
  private static final TrackingLinks.Link NOWHERE =
      new TrackingLinks.Link("7K2M-9QXR-4T01", null, null);

  static Stream<Arguments> taken() {
    CaseFile file = permit().build();
    return Stream.of(
        Arguments.of(FormKind.RECEIPT, Forms.receipt(file, DESK, null)),
        Arguments.of(FormKind.APOLOGY, Forms.apology(file, AGENCY)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("taken")
  void secretAndAddressStandInWordsAndInTheCode(FormKind kind, FormData data) throws Exception {
    byte[] pdf = PRESS.print(kind, data, LINK).pdf();

    assertThat(words(pdf))
        .contains("Mã tra cứu: 7K2M-9QXR-4T01", "https://motcua.langson.example.vn/tra-cuu/")
        .doesNotContain("7K2M9QXR4T01");
    assertThat(code(pdf)).isEqualTo(LINK.address());
    assertThat(PdfText.of(pdf).pages())
        .as("no sheet more than without")
        .hasSameSizeAs(PdfText.of(PRESS.print(kind, data).pdf()).pages());
    assertThat(PdfA.faults(pdf)).isEmpty();
    Files.createDirectories(PICTURES);
    ImageIO.write(page(pdf, 80), "png", PICTURES.resolve(kind.code() + "-link.png").toFile());
  }

  @Test
  void withoutAPublicAddressTheCodeIsWhatTheDesksScan() throws Exception {
    byte[] pdf =
        PRESS.print(FormKind.RECEIPT, Forms.receipt(permit().build(), DESK, null), NOWHERE).pdf();

    assertThat(words(pdf))
        .contains("Mã tra cứu: 7K2M-9QXR-4T01")
        .contains("Giữ kín mã tra cứu.")
        .doesNotContain("quét mã QR");
    assertThat(code(pdf)).isEqualTo("H37.12-260303-0001");
  }

  @Test
  void theOtherFormsSayNothingOfIt() {
    byte[] pdf = PRESS.print(FormKind.CONTROL, Forms.control(permit().build(), DESK), LINK).pdf();

    assertThat(words(pdf)).contains("PHIẾU KIỂM SOÁT").doesNotContain("7K2M");
  }

  private static String words(byte[] pdf) {
    return PdfText.of(pdf).text().replaceAll("\\s+", " ");
  }

  private static BufferedImage page(byte[] pdf, int dpi) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFRenderer(document).renderImageWithDPI(0, dpi);
    }
  }

  private static String code(byte[] pdf) throws Exception {
    BufferedImage whole = page(pdf, 200);
    int width = whole.getWidth() / 3;
    int height = whole.getHeight() / 2;
    int[] pixels = whole.getRGB(0, 0, width, height, null, 0, width);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))),
            Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
        .getText();
  }
}
