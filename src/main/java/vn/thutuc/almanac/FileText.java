package vn.thutuc.almanac;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of an uploaded file: UTF-8, with or without a mark at its begin. */
final class FileText {

  private static final char MARK = '\uFEFF';

  private FileText() {}

  static String of(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new AlmanacProblem(
          "file-not-utf8", "file", "Tệp không ở bảng mã UTF-8. Hãy lưu lại tệp dạng UTF-8.");
    }
  }
}
