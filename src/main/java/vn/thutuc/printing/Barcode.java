package vn.thutuc.printing;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** A text as a Code 128 bar code, which the scanners of postal services read. */
final class Barcode {

  /** Pixels a module and a bar's height: sharp on a 600 dpi printer at the printed size. */
  private static final int SCALE = 6;

  private static final int HEIGHT = 320;

  /** Quiet zone on both sides, in modules. */
  private static final Map<EncodeHintType, Object> HINTS = Map.of(EncodeHintType.MARGIN, 10);

  private Barcode() {}

  /**
   * The code as the address of an image (PNG in a data URI).
   *
   * @throws IllegalArgumentException for a text that Code 128 cannot hold: up to 80 ASCII letters
   */
  static String image(String text) {
    BitMatrix modules = new Code128Writer().encode(text, BarcodeFormat.CODE_128, 0, 1, HINTS);
    int width = modules.getWidth() * SCALE;
    BufferedImage image = new BufferedImage(width, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
    for (int x = 0; x < width; x++) {
      int colour = modules.get(x / SCALE, 0) ? 0x000000 : 0xFFFFFF;
      for (int y = 0; y < HEIGHT; y++) {
        image.setRGB(x, y, colour);
      }
    }
    try {
      ByteArrayOutputStream png = new ByteArrayOutputStream();
      ImageIO.write(image, "png", png);
      return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
