package vn.thutuc.process.deployment;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import vn.thutuc.dossier.DossierProblem;

/** How refusals about drafts are worded. */
final class DraftProblem {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private DraftProblem() {}

  static DossierProblem conflict(String code, String message) {
    return new DossierProblem(DossierProblem.Kind.CONFLICT, code, null, message);
  }

  /** A text somebody has written; null when it is empty and may be. */
  static String text(String text, int most, String field, boolean needed) {
    String clean = text == null ? "" : text.strip();
    if (clean.isEmpty() && needed) {
      throw invalid(field, "field-missing", "Chưa nhập " + label(field) + ".");
    }
    if (clean.length() > most) {
      throw invalid(
          field,
          "field-too-long",
          "Phần %s dài quá %d ký tự. Hãy viết gọn lại.".formatted(label(field), most));
    }
    return clean.isEmpty() ? null : clean;
  }

  private static DossierProblem invalid(String field, String code, String message) {
    return new DossierProblem(DossierProblem.Kind.INVALID, code, field, message);
  }

  private static String label(String field) {
    return switch (field) {
      case "reason" -> "lý do";
      case "decision" -> "số quyết định hoặc văn bản phê duyệt";
      default -> "nội dung đã xem xét (bắt buộc khi không có báo cáo diễn tập)";
    };
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  static String words(Draft.State state) {
    return switch (state) {
      case DRAFT -> "chưa được xem xét";
      case REVIEWED -> "đã được xem xét";
      case SCHEDULED -> "đang chờ ngày áp dụng";
      case IN_FORCE -> "đã được đưa vào áp dụng";
      case REJECTED -> "đã bị từ chối";
      case SUPERSEDED -> "đã được thay bằng bản khác";
    };
  }
}
