package vn.thutuc.document;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The kinds of file that are taken. Archives are not: what is inside is neither typed nor shown.
 * Office files of before 2007 are not: an installer has the same outside, macros hide in them.
 */
public enum FileType {
  /** Scans and signed documents. */
  PDF("application/pdf", "PDF", true, "pdf"),
  /** Photographs. */
  JPEG("image/jpeg", "ảnh JPEG", true, "jpg", "jpeg", "jpe", "jfif"),
  /** Pictures of a screen. */
  PNG("image/png", "ảnh PNG", true, "png"),
  /** Scans of several pages; browsers do not show them. */
  TIFF("image/tiff", "ảnh TIFF", false, "tif", "tiff"),
  /** Word without macros. */
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "Word (.docx)",
      false,
      "docx"),
  /** Excel without macros. */
  XLSX(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Excel (.xlsx)",
      false,
      "xlsx"),
  /** Signed declarations and invoices. */
  XML("application/xml", "XML", false, "xml");

  private final String media;
  private final String label;
  private final boolean shown;
  private final List<String> extensions;

  FileType(String media, String label, boolean shown, String... extensions) {
    this.media = media;
    this.label = label;
    this.shown = shown;
    this.extensions = List.of(extensions);
  }

  static Optional<FileType> ofMedia(String media) {
    return Arrays.stream(values()).filter(type -> type.media.equals(media)).findFirst();
  }

  /** Vietnamese names of all of them, for a sentence. */
  static String all() {
    return Arrays.stream(values()).map(FileType::label).collect(Collectors.joining(", "));
  }

  /** Its media type, e.g. {@code application/pdf}. */
  public String media() {
    return media;
  }

  /** What an officer calls it, in Vietnamese. */
  public String label() {
    return label;
  }

  /** Whether it is shown in place. */
  public boolean isShown() {
    return shown;
  }

  List<String> extensions() {
    return extensions;
  }

  String extension() {
    return extensions.get(0);
  }

  boolean hasExtension(String extension) {
    return extensions.contains(extension.toLowerCase(Locale.ROOT));
  }
}
