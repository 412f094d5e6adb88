package vn.thutuc.almanac;

/** Which set of dated rows is meant. */
final class Edition {

  /** What counts. */
  static final String CURRENT = "CURRENT";

  /** What is being prepared, one draft a year. */
  static final String DRAFT = "DRAFT";

  private Edition() {}

  /** What counted before a run. */
  static String before(long run) {
    return "BEFORE:" + run;
  }
}
