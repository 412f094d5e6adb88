package vn.thutuc.clock;

import java.time.LocalDateTime;

/** How a finished dossier stood against its end; computed when read, never stored. */
public enum FinishedClass {
  /** A working day or more before the end. */
  EARLY("trước hạn"),
  /** At the end or less than a working day before it. */
  ON_TIME("đúng hạn"),
  /** After the end. */
  LATE("quá hạn");

  private static final Term ONE_WORKING_DAY = Term.of(1, TermUnit.WORKING_DAY);

  private final String vietnamese;

  FinishedClass(String vietnamese) {
    this.vietnamese = vietnamese;
  }

  /** The class as officers read it. */
  public String vietnamese() {
    return vietnamese;
  }

  /**
   * The class of a dossier that was finished at a moment.
   *
   * @param clock counts the working day before the end
   * @param end what the figure compares with (the appointment, or the legal end), local to the
   *     calendar's zone, not null: a dossier without an end has no such class
   * @param finished when the dossier was finished, local to the calendar's zone
   */
  public static FinishedClass of(StatutoryClock clock, LocalDateTime end, LocalDateTime finished) {
    if (finished.isAfter(end)) {
      return LATE;
    }
    return finished.isAfter(clock.before(end, ONE_WORKING_DAY)) ? ON_TIME : EARLY;
  }
}
