package vn.thutuc.clock;

/** When, on its last day, a term of days or months ends: a policy the agency chooses. */
public enum DayEnd {
  /** At closing time; the default. */
  CLOSING_TIME,
  /** At the time of day at which the dossier was effectively received. */
  SAME_TIME
}
