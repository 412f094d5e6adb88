package vn.thutuc.rehearsal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways a dossier is led through a model. */
enum PathKind {
  HAPPY("Thông suốt: hồ sơ đủ, được giải quyết, trả kết quả"),
  SUPPLEMENT("Phải bổ sung một lần, đã bổ sung"),
  LATE("Quá hạn giải quyết: nêu lý do, xin lỗi, hẹn lại"),
  PHASELATE("Quá hạn một giai đoạn khác"),
  NOTRECEIVED("Không tiếp nhận"),
  NEGATIVE("Từ chối giải quyết"),
  WITHDRAWN("Người nộp rút hồ sơ"),
  STOPPED("Dừng giải quyết"),
  ROUTEDON("Nhận ở nơi khác, chuyển đến nơi giải quyết"),
  COVER("Đi qua mọi nhánh");

  private final String label;

  PathKind(String label) {
    this.label = label;
  }

  /** What a reader sees. */
  String label() {
    return label;
  }

  /** The word on the command line and in reports. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<PathKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
