package vn.thutuc.outbound;

/** What officers read about an act: what it does, for which system it is. */
final class ActWords {

  private ActWords() {}

  static String label(String kind, String event) {
    return switch (kind) {
      case "NOTICE" -> "Thông báo cho người nộp: " + notice(event);
      case "POST" -> "Gửi kết quả qua bưu chính công ích";
      case "ELECTRONIC_RETURN" -> "Gửi kết quả bản điện tử";
      case "FORWARD" -> "Chuyển hồ sơ, thông tin đến cơ quan liên quan";
      case "LOOK_UP" -> "Tra cứu cơ sở dữ liệu quốc gia";
      case "PUBLISH" -> "Công khai kết quả";
      case "COPY" -> "Gửi bản sao kết quả đến cơ quan liên quan";
      case "PORTAL" -> "Đồng bộ Cổng Dịch vụ công quốc gia";
      default -> "Cảnh báo nội bộ";
    };
  }

  static String system(String system) {
    return switch (system) {
      case "NOTICE" -> "Thông báo";
      case "POST" -> "Bưu chính công ích";
      case "RETURN" -> "Trả kết quả điện tử";
      case "PORTAL" -> "Cổng Dịch vụ công quốc gia";
      case "ALERT" -> "Cảnh báo nội bộ";
      default -> "Cơ quan, hệ thống khác";
    };
  }

  /** The system that takes acts of a kind. */
  static String systemOf(String kind) {
    return switch (kind) {
      case "NOTICE", "POST", "ALERT", "PORTAL" -> kind;
      case "ELECTRONIC_RETURN" -> "RETURN";
      default -> "BODY";
    };
  }

  private static String notice(String event) {
    return switch (event) {
      case "received" -> "đã tiếp nhận, hẹn trả kết quả";
      case "supplement-asked" -> "yêu cầu bổ sung hồ sơ";
      case "not-received" -> "từ chối tiếp nhận";
      case "draft-to-confirm" -> "kiểm tra biểu mẫu điện tử";
      case "fee-due" -> "nghĩa vụ tài chính";
      case "near" -> "sắp đến ngày hẹn trả";
      case "apology" -> "xin lỗi và hẹn lại ngày trả";
      case "ready" -> "đã có kết quả";
      case "returned" -> "đã trả kết quả";
      case "not-collected" -> "nhắc đến nhận kết quả";
      case "refused" -> "từ chối giải quyết";
      case "stopped" -> "dừng giải quyết";
      case "appointment-changed" -> "giấy hẹn trả kết quả mới";
      case "remedy-asked" -> "nội dung phải khắc phục sau kiểm tra";
      case "revision-asked" -> "yêu cầu hoàn thiện hồ sơ";
      case "examination" -> "lịch sát hạch, kiểm tra";
      case "meeting" -> "giấy mời họp, làm việc";
      case "told" -> "thông báo của cơ quan giải quyết";
      case "withdrawn" -> "đã rút hồ sơ";
      default -> event;
    };
  }
}
