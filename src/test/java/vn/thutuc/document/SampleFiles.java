package vn.thutuc.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files as they are handed in, made by hand: each is what it says, and small. */
public final class SampleFiles {

  private static final String CONTENT_TYPES =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Override PartName="/main.xml" ContentType="%s"/></Types>
      """;

  private SampleFiles() {}

  /** A PDF of so many pages, each saying its number and this word. */
  public static byte[] pdf(int pages, String word) {
    List<String> objects = new ArrayList<>();
    StringBuilder kids = new StringBuilder();
    for (int page = 0; page < pages; page++) {
      kids.append(4 + 2 * page).append(" 0 R ");
    }
    objects.add("<< /Type /Catalog /Pages 2 0 R >>");
    objects.add("<< /Type /Pages /Kids [" + kids + "] /Count " + pages + " >>");
    objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    for (int page = 0; page < pages; page++) {
      String text =
          "BT /F1 36 Tf 72 720 Td (Page %d of %d: %s) Tj ET".formatted(page + 1, pages, word);
      objects.add(
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents "
              + (5 + 2 * page)
              + " 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
      objects.add("<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream");
    }
    return assembled(objects);
  }

  private static byte[] assembled(List<String> objects) {
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    StringBuilder table = new StringBuilder("0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      table.append("%010d 00000 n \n".formatted(pdf.length()));
      pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
    }
    int start = pdf.length();
    int size = objects.size() + 1;
    pdf.append("xref\n0 ").append(size).append('\n').append(table);
    pdf.append("trailer\n<< /Size ").append(size).append(" /Root 1 0 R >>\n");
    pdf.append("startxref\n").append(start).append("\n%%EOF\n");
    return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A picture in a format of the Java library: png, jpeg, tiff. */
  public static byte[] image(String format) {
    BufferedImage image = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 320, 200);
    pen.setColor(new Color(122, 31, 31));
    pen.fillRect(40, 40, 240, 120);
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalArgumentException("This Java writes no " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A Word document, as far as anybody looks. */
  public static byte[] docx() {
    return office(FileType.DOCX.media() + ".main+xml", Map.of());
  }

  /** An Excel sheet, as far as anybody looks. */
  public static byte[] xlsx() {
    return office(FileType.XLSX.media() + ".main+xml", Map.of());
  }

  /** An Office file whose main part has this content type, with further entries. */
  public static byte[] office(String mainPart, Map<String, String> more) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("[Content_Types].xml", CONTENT_TYPES.formatted(mainPart));
    entries.put("_rels/.rels", "<Relationships/>");
    entries.put("main.xml", "<document>Đơn đề nghị</document>");
    entries.putAll(more);
    return zip(entries);
  }

  /** An archive. */
  public static byte[] zip(Map<String, String> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A Word document that unpacks to so many bytes. */
  public static byte[] unpackingTo(long size) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write(text(CONTENT_TYPES.formatted(FileType.DOCX.media() + ".main+xml")));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("main.xml"));
      byte[] zeros = new byte[1024 * 1024];
      for (long written = 0; written < size; written += zeros.length) {
        zip.write(zeros);
      }
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A program for Windows: its header, and nothing that runs. */
  public static byte[] exe() {
    byte[] program = new byte[1024];
    program[0] = 'M';
    program[1] = 'Z';
    program[0x3c] = (byte) 0x80;
    program[0x80] = 'P';
    program[0x81] = 'E';
    program[0x84] = 0x4c;
    program[0x85] = 0x01;
    return program;
  }

  /** A signed declaration. */
  public static byte[] xml() {
    return text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<HDon><DLHDon/><DSCKS/></HDon>");
  }

  /** A text as bytes. */
  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
