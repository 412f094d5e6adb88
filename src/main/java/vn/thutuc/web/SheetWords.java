package vn.thutuc.web;

import vn.thutuc.catalogue.Level;
import vn.thutuc.catalogue.PhaseStart;
import vn.thutuc.catalogue.Silence;

/** Codes of the catalogue as the annex of a decision words them. */
final class SheetWords {

  private SheetWords() {}

  static String level(Level level) {
    return switch (level) {
      case MINISTRY -> "Cấp bộ";
      case PROVINCE -> "Cấp tỉnh";
      case COMMUNE -> "Cấp xã";
      case OTHER -> "Cơ quan khác";
    };
  }

  static String starts(PhaseStart start) {
    return switch (start) {
      case RECEPTION -> "từ khi tiếp nhận";
      case COMPLETE_DOSSIER -> "từ khi nhận đủ hồ sơ hợp lệ";
      case BODY_ACT -> "từ khi nhận được văn bản đề nghị";
      case STAGE -> "từ khi bước trước kết thúc";
    };
  }

  static String silence(Silence silence) {
    return switch (silence) {
      case NONE -> "Quá thời hạn mà chưa giải quyết: hồ sơ quá hạn, cơ quan vẫn phải giải quyết.";
      case GRANTS -> "Quá thời hạn mà cơ quan không trả lời: được coi là chấp thuận.";
      case REFUSES -> "Quá thời hạn mà cơ quan không trả lời: được coi là không chấp thuận.";
      case GOES_ON -> "Quá thời hạn mà cơ quan được hỏi không trả lời: vẫn tiếp tục giải quyết.";
    };
  }
}
