package vn.thutuc.outbound;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What officers read about an act: what it does, for which system it is. */
@Component
class ActWords {

  private final ObjectProvider<NoticeWords> notices;

  ActWords(ObjectProvider<NoticeWords> notices) {
    this.notices = notices;
  }

  String label(String kind, String event) {
    return switch (kind) {
      case "NOTICE" ->
          "Thông báo cho người nộp: "
              + notices.stream().flatMap(one -> one.of(event).stream()).findFirst().orElse(event);
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
}
