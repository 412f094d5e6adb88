package vn.thutuc.document;

/**
 * A file that is not taken or cannot be given; the message is Vietnamese, for the officer, and says
 * what is wrong and what to do.
 */
public class DocumentProblem extends RuntimeException {

  /** What kind of problem it is; decides the HTTP status. */
  public enum Kind {
    /** The content is empty, infected or broken off: 422. */
    INVALID,
    /** Larger than allowed: 413. */
    TOO_LARGE,
    /** Of a type that is not taken: 415. */
    TYPE,
    /** The virus scanner does not answer: 503. */
    UNAVAILABLE
  }

  private final Kind kind;
  private final String code;

  private DocumentProblem(Kind kind, String code, String message) {
    super(message);
    this.kind = kind;
    this.code = code;
  }

  static DocumentProblem tooLarge(long mostBytes) {
    return new DocumentProblem(
        Kind.TOO_LARGE,
        "file-too-large",
        "Tệp lớn hơn %s, chưa có gì được lưu. Hãy quét lại ở độ phân giải thấp hơn hoặc tách thành"
                .formatted(megabytes(mostBytes))
            + " nhiều tệp rồi tải lên lại.");
  }

  private static String megabytes(long bytes) {
    return bytes % (1024 * 1024) == 0 ? bytes / (1024 * 1024) + " MB" : bytes + " byte";
  }

  static DocumentProblem empty(String name) {
    return new DocumentProblem(
        Kind.INVALID,
        "file-empty",
        "Tệp “%s” không có nội dung. Hãy mở thử tệp trên máy rồi tải lên lại.".formatted(name));
  }

  /**
   * @param what what it is in words, or null
   */
  static DocumentProblem typeRefused(String name, String what) {
    return new DocumentProblem(
        Kind.TYPE,
        "file-type-refused",
        "Tệp “%s” %s, không được nhận. Chỉ nhận %s; hãy lưu hoặc quét lại thành PDF rồi tải lên."
            .formatted(
                name,
                what == null ? "không thuộc loại tệp của hồ sơ" : "là " + what,
                FileType.all()));
  }

  static DocumentProblem infected(String name) {
    return new DocumentProblem(
        Kind.INVALID,
        "file-infected",
        "Phần mềm quét vi-rút phát hiện mã độc trong tệp “%s”: tệp không được lưu, việc này đã ghi"
                .formatted(name)
            + " vào nhật ký hồ sơ. Hãy báo người quản trị và yêu cầu người nộp gửi tệp khác.");
  }

  static DocumentProblem scannerDown() {
    return new DocumentProblem(
        Kind.UNAVAILABLE,
        "scanner-unavailable",
        "Chưa quét được vi-rút vì máy quét không trả lời, nên tệp chưa được lưu. Hãy thử lại sau"
            + " vài phút; nếu vẫn lỗi, hãy báo người quản trị.");
  }

  /** Decides the HTTP status. */
  public Kind kind() {
    return kind;
  }

  /** Stable code, kebab-case English. */
  public String code() {
    return code;
  }
}
