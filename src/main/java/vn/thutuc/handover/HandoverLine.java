package vn.thutuc.handover;

import java.time.LocalDateTime;

/**
 * A dossier on a list. Times are local to Asia/Ho_Chi_Minh.
 *
 * @param id its id
 * @param batch id of the list
 * @param code number of the list; null until it is sent
 * @param ordinal place on the list, from 1
 * @param number number of the dossier
 * @param procedure short title of its procedure
 * @param applicant name of the owner
 * @param dossierState Vietnamese label of the dossier's national state
 * @param appointment appointment in force; null without one
 * @param state where the line stands
 * @param label the same in Vietnamese
 * @param from unit that gives
 * @param to unit that takes
 * @param sentBy name of who sent the list; null before
 * @param sentAt when the list was sent; null before
 * @param days whole days since then; 0 before
 * @param decidedBy name of who confirmed it, missed it or took it back; null before
 * @param decidedAt when; null before
 * @param reason why it was taken back, or a remark on a late receipt; may be null
 * @param mayGive whether the caller may take it back now
 * @param mayTake whether the caller may confirm it now
 */
public record HandoverLine(
    long id,
    long batch,
    String code,
    int ordinal,
    String number,
    String procedure,
    String applicant,
    String dossierState,
    LocalDateTime appointment,
    State state,
    String label,
    HandoverBatch.UnitRef from,
    HandoverBatch.UnitRef to,
    String sentBy,
    LocalDateTime sentAt,
    long days,
    String decidedBy,
    LocalDateTime decidedAt,
    String reason,
    boolean mayGive,
    boolean mayTake) {

  /** Where a line stands. */
  public enum State {
    /** On a list that is still being made. */
    LISTED("đang lập"),
    /** On its way. */
    SENT("đã giao, chờ xác nhận"),
    /** The other side confirmed the list without it. */
    MISSING("chưa nhận được"),
    /** Its papers are with the unit that takes. */
    RECEIVED("đã nhận"),
    /** The unit that gives took it back. */
    WITHDRAWN("đã rút");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** What people read, in Vietnamese. */
    public String label() {
      return label;
    }

    /** Whether the papers are somewhere between the two units. */
    boolean isUnderWay() {
      return this == SENT || this == MISSING;
    }
  }
}
