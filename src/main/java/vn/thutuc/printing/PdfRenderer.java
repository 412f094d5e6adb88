package vn.thutuc.printing;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;

/**
 * Sets a page of XHTML and CSS as PDF/A-2u: fonts embedded as subsets, every character with its
 * Unicode value, colours by the sRGB output intent. Loads nothing from outside the page.
 */
@Component
class PdfRenderer {

  private static final String FAMILY = "Liberation Serif";
  private static final String FONTS = "printing/fonts/LiberationSerif-";

  private final byte[] regular = font("Regular");
  private final byte[] bold = font("Bold");
  private final byte[] italic = font("Italic");
  private final byte[] boldItalic = font("BoldItalic");
  private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  PdfRenderer() {
    // It would write what it sets into the log: names of people.
    XRLog.setLoggingEnabled(false);
  }

  byte[] render(Document page) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.useFastMode();
    builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
    builder.useColorProfile(colours);
    builder.withProducer("thutuc");
    builder.useExternalResourceAccessControl(
        (uri, type) -> uri.startsWith("data:"),
        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    use(builder, regular, 400, FontStyle.NORMAL);
    use(builder, bold, 700, FontStyle.NORMAL);
    use(builder, italic, 400, FontStyle.ITALIC);
    use(builder, boldItalic, 700, FontStyle.ITALIC);
    builder.withW3cDocument(page, null);
    builder.toStream(pdf);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException("The page cannot be set as PDF", e);
    }
    return pdf.toByteArray();
  }

  private static void use(PdfRendererBuilder builder, byte[] font, int weight, FontStyle style) {
    builder.useFont(() -> new ByteArrayInputStream(font), FAMILY, weight, style, true);
  }

  private static byte[] font(String style) {
    try (InputStream file = new ClassPathResource(FONTS + style + ".ttf").getInputStream()) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The fonts of the forms are part of the server", e);
    }
  }
}
