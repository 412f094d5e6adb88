package vn.thutuc.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/**
 * Says by content, never by name, what a file is. The first bytes decide before anything is stored;
 * Word and Excel are ZIP files outside, so what is inside decides once they are stored.
 */
@Component
class TypeCheck {

  /** As many bytes as the detector ever looks at. */
  static final int HEAD = 64 * 1024;

  private static final Set<String> CONTAINERS =
      Set.of("application/zip", "application/x-tika-ooxml");

  private static final byte[] PDF_BEGINS = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  private final Tika tika = new Tika();

  /** A type, or a container whose type is not known yet. */
  record Guess(Optional<FileType> type) {

    boolean isContainer() {
      return type.isEmpty();
    }
  }

  /**
   * What the first bytes say.
   *
   * @param name the file's name, for words only
   * @throws DocumentProblem when it is no type that is taken
   */
  Guess ofHead(byte[] head, String name) {
    String media = withoutParameters(tika.detect(head));
    if (CONTAINERS.contains(media)) {
      return new Guess(Optional.empty());
    }
    FileType type =
        FileType.ofMedia(media).orElseThrow(() -> DocumentProblem.typeRefused(name, words(media)));
    if (type == FileType.PDF && !startsWith(head, PDF_BEGINS)) {
      throw DocumentProblem.typeRefused(name, "tệp PDF có nội dung lạ ở đầu");
    }
    return new Guess(Optional.of(type));
  }

  private static String withoutParameters(String media) {
    int parameters = media.indexOf(';');
    return parameters < 0 ? media : media.substring(0, parameters).strip();
  }

  /** The detector also finds a PDF behind something else, which may be a page or a program. */
  private static boolean startsWith(byte[] head, byte[] begin) {
    return head.length >= begin.length
        && Arrays.equals(head, 0, begin.length, begin, 0, begin.length);
  }

  /**
   * What a container is, read from its contents.
   *
   * @throws DocumentProblem when it is neither Word nor Excel, or holds macros
   * @throws IOException when it cannot be read
   */
  FileType ofContainer(InputStream bytes, String name) throws IOException {
    OfficeFile inside = OfficeFile.read(bytes);
    if (inside.hasMacros()) {
      throw DocumentProblem.typeRefused(name, "tệp Office có macro");
    }
    return inside
        .type()
        .orElseThrow(() -> DocumentProblem.typeRefused(name, words("application/zip")));
  }

  /** What a refused file is, in words. */
  private static String words(String media) {
    return switch (media) {
      case "application/x-msdownload",
          "application/x-dosexec",
          "application/vnd.microsoft.portable-executable",
          "application/x-executable",
          "application/x-sharedlib",
          "application/x-elf",
          "application/x-mach-o",
          "application/java-archive",
          "application/x-sh",
          "application/x-bat" ->
          "chương trình máy tính";
      case "application/zip",
          "application/x-rar-compressed",
          "application/x-7z-compressed",
          "application/gzip" ->
          "tệp nén";
      case "application/x-tika-msoffice", "application/x-tika-ooxml-protected" ->
          "tệp Office kiểu cũ (.doc, .xls) hoặc có mật khẩu";
      case "text/html", "application/xhtml+xml" -> "trang web";
      case "image/svg+xml" -> "ảnh SVG";
      case "text/plain" -> "văn bản thô";
      default -> media.startsWith("image/") ? "ảnh không thuộc loại được nhận" : null;
    };
  }
}
