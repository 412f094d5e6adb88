package vn.thutuc.clock;

/** What an amount of a term is counted in. */
public enum TermUnit {
  /** Working days; the day of the event is not counted. */
  WORKING_DAY("wd", "ngày làm việc", "working day"),
  /** Calendar days; the day of the event is not counted. */
  DAY("d", "ngày", "day"),
  /** Months: the same day of the month, or that month's last day. */
  MONTH("mo", "tháng", "month"),
  /** Hours of work, counted through the slots of the calendar. */
  WORKING_HOUR("wh", "giờ làm việc", "working hour"),
  /** Hours of the wall clock. */
  CLOCK_HOUR("h", "giờ", "hour"),
  /** The same working day, with a cut-off hour. */
  SAME_DAY("sd", "trong ngày làm việc", "the same working day");

  private final String suffix;
  private final String vietnamese;
  private final String english;

  TermUnit(String suffix, String vietnamese, String english) {
    this.suffix = suffix;
    this.vietnamese = vietnamese;
    this.english = english;
  }

  /** The short form used in written terms, for example {@code wd}. */
  public String suffix() {
    return suffix;
  }

  /** The unit in Vietnamese. */
  public String vietnamese() {
    return vietnamese;
  }

  /** The unit in English, singular. */
  public String english() {
    return english;
  }

  /** Whether the days of work between two dates decide, so that holidays are skipped one by one. */
  boolean skipsDaysOff() {
    return this == WORKING_DAY || this == WORKING_HOUR || this == SAME_DAY;
  }

  /** Whether calendar days decide and only the last one must be worked. */
  boolean countsCalendarDays() {
    return this == DAY || this == MONTH;
  }
}
