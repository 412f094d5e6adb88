package vn.thutuc.rehearsal;

import java.time.LocalDateTime;

/**
 * One line of a walk's timeline.
 *
 * @param at when, local time
 * @param kind what kind of thing happened
 * @param text what happened, in Vietnamese
 * @param process id of the model; null when none
 * @param element id of the element; null when none
 * @param who unit and role, or who else; null when nobody
 * @param due when the step was due; null when it was not
 * @param note more, in Vietnamese; null when nothing
 */
record Line(
    LocalDateTime at,
    Kind kind,
    String text,
    String process,
    String element,
    String who,
    LocalDateTime due,
    String note) {

  /** What kind of thing happened. */
  enum Kind {
    RECEIVED("Tiếp nhận"),
    STEP("Bước"),
    STATE("Ghi nhận"),
    CLOCK("Thời hạn"),
    RUNG("Mốc nhắc"),
    LATE("Quá hạn"),
    WINDOW("Hết hạn chờ"),
    MESSAGE("Bên ngoài"),
    ACT("Gửi đi"),
    PAPER("In giấy"),
    END("Kết thúc");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** What a reader sees. */
    String label() {
      return label;
    }
  }
}
