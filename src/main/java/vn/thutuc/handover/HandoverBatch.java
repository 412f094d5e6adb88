package vn.thutuc.handover;

import java.time.LocalDateTime;

/**
 * A list of dossiers whose papers one unit hands to another, as people read it. All times are local
 * to Asia/Ho_Chi_Minh.
 *
 * @param id its id
 * @param code number as printed, e.g. {@code BG-H37.12-2026-0007}; null until it is sent
 * @param state where it stands
 * @param from unit that gives
 * @param to unit that takes
 * @param openedBy name of who began it
 * @param openedAt when
 * @param sentBy name of who sent it; null before
 * @param sentAt when; null before
 * @param confirmedBy name of who confirmed it for the unit that takes; null before
 * @param confirmedAt when; null before
 * @param lines how many dossiers are on it
 * @param received how many of them were confirmed, at once or later
 * @param missing how many were not confirmed and are still looked for
 * @param withdrawn how many the giving unit took back
 * @param days whole days since it was sent; 0 before
 * @param mayGive whether the caller acts for the unit that gives
 * @param mayTakeBack whether the caller may take lines back, and drop the list while it is being
 *     made: who acts for the unit that gives, or an administrator when that unit has ended
 * @param mayTake whether the caller may confirm for the unit that takes: its people, but not who
 *     sent it
 */
public record HandoverBatch(
    long id,
    String code,
    State state,
    UnitRef from,
    UnitRef to,
    String openedBy,
    LocalDateTime openedAt,
    String sentBy,
    LocalDateTime sentAt,
    String confirmedBy,
    LocalDateTime confirmedAt,
    int lines,
    int received,
    int missing,
    int withdrawn,
    long days,
    boolean mayGive,
    boolean mayTakeBack,
    boolean mayTake) {

  /** Where a list stands. */
  public enum State {
    /** Dossiers are being put on it. */
    DRAFT("đang lập"),
    /** The papers are on their way; nobody has confirmed them. */
    SENT("đã gửi, chờ xác nhận"),
    /** The unit that takes has confirmed, once. */
    CONFIRMED("đã xác nhận"),
    /** The unit that gives took everything back before anybody confirmed. */
    WITHDRAWN("đã rút");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** What people read, in Vietnamese. */
    public String label() {
      return label;
    }
  }

  /** A unit by id and name. */
  public record UnitRef(String id, String name) {}
}
