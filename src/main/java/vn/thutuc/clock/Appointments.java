package vn.thutuc.clock;

import java.time.LocalDateTime;
import java.util.Objects;

/**
 * What becomes of the appointment given to the applicant when the calendar changes: it is never
 * made earlier and never moved silently. A rule of the house, without article.
 */
public final class Appointments {

  private static final RuleSource SOURCE =
      RuleSource.unverified("Default of the house, no article cited");

  private Appointments() {}

  /**
   * The two facts after a calendar change.
   *
   * @param appointment what was given to the applicant and still holds, local to the calendar's
   *     zone
   * @param legalEnd the legal end after the change; null while paused or without a term
   * @param timersFollow the earlier of both; null while paused or without a term
   * @param legalEndIsEarlier whether both must be shown, because the law asks for an earlier end
   * @param reissuePossible whether a later slip may be issued, because the legal end became later
   */
  public record Standing(
      LocalDateTime appointment,
      LocalDateTime legalEnd,
      LocalDateTime timersFollow,
      boolean legalEndIsEarlier,
      boolean reissuePossible) {}

  /**
   * How an appointment stands against the legal end that a changed calendar gives.
   *
   * @param given the appointment on the applicant's slip, not null
   * @param legalEnd the new legal end; null while paused or without a term
   */
  public static Standing afterCalendarChange(LocalDateTime given, LocalDateTime legalEnd) {
    Objects.requireNonNull(given, "A given appointment is needed.");
    if (legalEnd == null) {
      return new Standing(given, null, null, false, false);
    }
    boolean earlier = legalEnd.isBefore(given);
    return new Standing(
        given, legalEnd, earlier ? legalEnd : given, earlier, legalEnd.isAfter(given));
  }

  /**
   * Whether a slip may be issued again with another appointment because the calendar changed.
   *
   * @param given the appointment on the applicant's slip
   * @param legalEnd the new legal end; null while paused or without a term
   * @param proposed the appointment that would be printed
   */
  public static Verdict reissue(
      LocalDateTime given, LocalDateTime legalEnd, LocalDateTime proposed) {
    if (proposed.isBefore(given)) {
      return SOURCE.refuses("Thay đổi lịch không được làm ngày hẹn đã trao sớm hơn.");
    }
    if (legalEnd == null || proposed.isAfter(legalEnd)) {
      return SOURCE.refuses("Ngày hẹn mới không được sau ngày hết hạn theo quy định.");
    }
    return SOURCE.allows("Được gửi lại phiếu hẹn; ngày hẹn cũ vẫn lưu trong nhật ký.");
  }
}
