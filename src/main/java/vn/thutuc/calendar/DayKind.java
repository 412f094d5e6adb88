package vn.thutuc.calendar;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a dated row of the calendar does to its day. */
public enum DayKind {
  /** A public holiday set by law: off. */
  STATUTORY,
  /** A day off given because a holiday fell on a day of rest: off. */
  COMPENSATORY,
  /** A day off exchanged for a Saturday: off. */
  SWAP_OFF,
  /** A Saturday worked in exchange (làm bù): a working day with the usual hours. */
  SWAP_WORK,
  /** A holiday whose date is not announced yet: off, and whatever depends on it is provisional. */
  ESTIMATED;

  /** Whether a day with such a row is worked. */
  public boolean isWorked() {
    return this == SWAP_WORK;
  }

  /** The word for this kind in the calendar's CSV, for example {@code swap_off}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind with this word of the CSV; empty if there is none. */
  public static Optional<DayKind> ofWord(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
