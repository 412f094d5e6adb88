package vn.thutuc.clock;

import java.time.LocalDateTime;
import java.util.Objects;

/**
 * A term is extended once, before its end, with a ground and the person who approved it. After the
 * end only a re-appointment is possible.
 *
 * @param source where the rule comes from
 */
public record ExtensionRule(RuleSource source) {

  /** The rule as shipped, from no article we have read; a procedure's own text wins. */
  public static ExtensionRule shipped() {
    return new ExtensionRule(
        RuleSource.unverified("Default of the house, no article cited; the procedure's text wins"));
  }

  /** Refuses null. */
  public ExtensionRule {
    Objects.requireNonNull(source, "A rule needs a source.");
  }

  /**
   * Whether a term may be extended.
   *
   * @param at the moment of the extension, local to the calendar's zone
   * @param end the legal end before it, in the same zone; null while paused or without a term
   * @param extensions how many the term has had
   * @param ground why, in Vietnamese; null or blank is refused
   * @param approver who approved it; null or blank is refused
   */
  public Verdict decide(
      LocalDateTime at, LocalDateTime end, int extensions, String ground, String approver) {
    if (end == null) {
      return source.refuses(
          "Hồ sơ đang tạm dừng hoặc không quy định thời hạn: chưa có thời hạn để gia hạn.");
    }
    if (at.isAfter(end)) {
      return source.refuses("Hồ sơ đã quá hạn: không gia hạn được, chỉ có thể xin lỗi và hẹn lại.");
    }
    if (extensions > 0) {
      return source.refuses("Hồ sơ đã được gia hạn một lần: không gia hạn thêm.");
    }
    return isMissing(ground) || isMissing(approver)
        ? source.refuses("Ghi rõ căn cứ gia hạn và người phê duyệt.")
        : source.allows("Được gia hạn một lần trước khi hết hạn.");
  }

  private static boolean isMissing(String text) {
    return text == null || text.isBlank();
  }
}
