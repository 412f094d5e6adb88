package vn.thutuc.clock;

import java.time.LocalDateTime;
import java.util.Objects;

/**
 * A new appointment because of lateness is given only after the end, once, and with the written
 * apology (form 04). The first appointment stays in the journal and the dossier stays late.
 *
 * @param source where the rule comes from
 */
public record ReAppointmentRule(RuleSource source) {

  /** The rule as shipped, cited from memory. */
  public static ReAppointmentRule shipped() {
    return new ReAppointmentRule(
        RuleSource.unverified(
            "Decree 61/2018/NĐ-CP art. 19, from memory; replaced by Decree 118/2025/NĐ-CP, not"
                + " compared"));
  }

  /** Refuses null. */
  public ReAppointmentRule {
    Objects.requireNonNull(source, "A rule needs a source.");
  }

  /**
   * Whether a new appointment may be given.
   *
   * @param at the moment, local to the calendar's zone
   * @param end the end that was missed, in the same zone; null while paused or without a term
   * @param reAppointments how many the dossier has had
   * @param apologyApproved whether the written apology is approved
   */
  public Verdict decide(
      LocalDateTime at, LocalDateTime end, int reAppointments, boolean apologyApproved) {
    if (end == null || !at.isAfter(end)) {
      return source.refuses("Hồ sơ chưa quá hạn: chưa được hẹn lại.");
    }
    if (reAppointments > 0) {
      return source.refuses("Hồ sơ đã được hẹn lại một lần: không hẹn lại thêm.");
    }
    return apologyApproved
        ? source.allows("Được hẹn lại một lần, kèm phiếu xin lỗi; hồ sơ vẫn tính là quá hạn.")
        : source.refuses("Cần phiếu xin lỗi và hẹn lại ngày trả kết quả đã được phê duyệt.");
  }
}
