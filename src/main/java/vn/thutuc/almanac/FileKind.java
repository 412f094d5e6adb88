package vn.thutuc.almanac;

/** The files a calendar can come in. */
public enum FileKind {
  /** The table with the columns date, name, kind and source. */
  CSV,
  /** An iCalendar file. */
  ICS
}
