package vn.thutuc.tracking;

import java.util.Map;
import java.util.Optional;
import vn.thutuc.outbound.ActState;

/**
 * What leaves the house for the applicant, in the applicant's words; everything else is not told.
 */
final class ToldActs {

  private static final Map<String, String> NOTICES =
      Map.ofEntries(
          Map.entry("received", "Thông báo đã tiếp nhận hồ sơ"),
          Map.entry("not-received", "Thông báo không tiếp nhận hồ sơ"),
          Map.entry("supplement-asked", "Yêu cầu bổ sung, hoàn thiện hồ sơ"),
          Map.entry("revision-asked", "Yêu cầu hoàn thiện hồ sơ theo ý kiến thẩm định"),
          Map.entry("remedy-asked", "Yêu cầu khắc phục"),
          Map.entry("fee-due", "Thông báo nghĩa vụ tài chính"),
          Map.entry("near", "Thông báo sắp đến ngày hẹn trả kết quả"),
          Map.entry("apology", "Xin lỗi và hẹn lại ngày trả kết quả"),
          Map.entry("appointment-changed", "Thông báo thay đổi ngày hẹn trả kết quả"),
          Map.entry("ready", "Thông báo đã có kết quả"),
          Map.entry("returned", "Thông báo đã trả kết quả"),
          Map.entry("refused", "Thông báo từ chối giải quyết hồ sơ"),
          Map.entry("stopped", "Thông báo dừng giải quyết hồ sơ"),
          Map.entry("withdrawn", "Thông báo đã rút hồ sơ"),
          Map.entry("not-collected", "Nhắc đến nhận kết quả"),
          Map.entry("draft-to-confirm", "Gửi biểu mẫu điện tử để xác nhận"),
          Map.entry("examination", "Thông báo lịch sát hạch, kiểm tra"),
          Map.entry("meeting", "Giấy mời họp, làm việc"));

  private ToldActs() {}

  /** What it is; empty when it does not go to the applicant. */
  static Optional<String> what(String kind, String event) {
    return switch (kind) {
      case "NOTICE" -> Optional.of(NOTICES.getOrDefault(event, "Thông báo về hồ sơ"));
      case "POST" -> Optional.of("Gửi kết quả qua bưu chính công ích");
      case ElectronicReturn.KIND -> Optional.of("Gửi kết quả bản điện tử");
      default -> Optional.empty();
    };
  }

  /** How it stands, without what officers read of attempts and failures. */
  static String state(ActState state) {
    return switch (state) {
      case WRITTEN -> "đang chờ gửi";
      case UNCONNECTED -> "chưa gửi";
      case FAILED -> "chưa gửi được";
      case SENT -> "đã gửi";
      case DELIVERED -> "đã đến nơi nhận";
      case OPENED -> "đã được mở xem";
      case NEEDLESS -> "không gửi qua thư điện tử, tin nhắn";
      case EXPIRED -> "không gửi nữa vì đã quá thời gian";
    };
  }
}
