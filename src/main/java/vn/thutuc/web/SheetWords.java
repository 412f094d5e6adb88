package vn.thutuc.web;

import vn.thutuc.catalogue.Block;
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
      case STAGE_FROM_COMPLETE_DOSSIER ->
          "từ khi nhận đủ hồ sơ hợp lệ, khi hồ sơ thuộc trường hợp này";
    };
  }

  /** What a stage of this kind is called where it has no name of its own. */
  static String block(Block block) {
    return switch (block) {
      case APPRAISE -> "Thẩm định hồ sơ";
      case VERIFY -> "Xác minh thông tin";
      case CONSULT -> "Lấy ý kiến";
      case INSPECT -> "Kiểm tra thực tế, thực địa";
      case COUNCIL -> "Hội đồng thẩm định";
      case EXAMINE -> "Sát hạch, kiểm tra";
      case TEST -> "Thử nghiệm, kiểm nghiệm";
      case MEETING -> "Họp, làm việc";
      case POSTING -> "Niêm yết công khai";
      case CONFIRM_DRAFT -> "Xác nhận dự thảo";
      case OBLIGATION -> "Nghĩa vụ tài chính";
      case REVISE -> "Hoàn thiện hồ sơ";
      case DRAFT -> "Dự thảo văn bản";
      case SIGN -> "Ký văn bản";
      case RESULT -> "Ban hành kết quả";
      case DECIDE_PROVINCE -> "UBND tỉnh quyết định";
      case DECIDE_ASSEMBLY -> "Hội đồng nhân dân quyết nghị";
      case DECIDE_ABOVE -> "Cấp trên quyết định";
      case LOOK_UP -> "Tra cứu cơ sở dữ liệu";
      case REGISTER -> "Vào sổ";
      case FORWARD -> "Chuyển hồ sơ";
      case NOTIFY -> "Báo người nộp";
      case ELSEWHERE -> "Giải quyết ở cơ quan khác";
      case PUBLISH -> "Công bố kết quả";
      case COPY -> "Gửi bản sao kết quả";
      case PAY -> "Chi trả";
      case CORRECT -> "Đính chính, thu hồi";
      case PHASE -> "Phần có thời hạn riêng";
      case PARALLEL -> "Làm song song";
      case CHOICE -> "Rẽ theo trường hợp";
      case DECIDE -> "Xác định";
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
