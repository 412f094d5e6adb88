package vn.thutuc.almanac;

/**
 * A change of the calendar that cannot be made; the message is Vietnamese, for the administrator.
 */
public final class AlmanacProblem extends RuntimeException {

  private final String code;
  private final String field;

  /**
   * @param code stable code, kebab-case English
   * @param field what it stands at, or null
   * @param message what is wrong and what to do, in Vietnamese
   */
  public AlmanacProblem(String code, String field, String message) {
    super(message);
    this.code = code;
    this.field = field;
  }

  /** Stable code. */
  public String code() {
    return code;
  }

  /** What it stands at, or null. */
  public String field() {
    return field;
  }
}
