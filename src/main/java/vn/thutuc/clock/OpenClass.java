package vn.thutuc.clock;

import java.time.LocalDateTime;

/** How an open dossier stands against its deadline; computed when read, never stored. */
public enum OpenClass {
  /** The end is not reached, nor is the rung before it. */
  IN_TIME("đúng hạn"),
  /** The rung before the end is reached, the end is not passed. */
  NEAR("sắp đến hạn"),
  /** The end is passed. */
  LATE("quá hạn"),
  /** The term is not counted at present. */
  PAUSED("tạm dừng"),
  /** The term is not known. */
  NO_TERM("không quy định thời hạn");

  private final String vietnamese;

  OpenClass(String vietnamese) {
    this.vietnamese = vietnamese;
  }

  /** The class as officers read it. */
  public String vietnamese() {
    return vietnamese;
  }

  /**
   * The class of a deadline at a moment. The moment of the end itself is not late.
   *
   * @param deadline the deadline
   * @param nearRung from when on the end is near, local to the calendar's zone; null if never
   * @param now the moment, local to the calendar's zone
   */
  public static OpenClass of(Deadline deadline, LocalDateTime nearRung, LocalDateTime now) {
    return switch (deadline.status()) {
      case NO_TERM -> NO_TERM;
      case PAUSED -> PAUSED;
      case RUNNING -> running(deadline.end(), nearRung, now);
    };
  }

  private static OpenClass running(LocalDateTime end, LocalDateTime nearRung, LocalDateTime now) {
    if (now.isAfter(end)) {
      return LATE;
    }
    return nearRung != null && !now.isBefore(nearRung) ? NEAR : IN_TIME;
  }
}
