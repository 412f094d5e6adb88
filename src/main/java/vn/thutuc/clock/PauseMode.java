package vn.thutuc.clock;

/** How the count of a term goes on when a pause ends. */
public enum PauseMode {
  /** What was left at the pause is counted on. */
  CONTINUE,
  /** The full term is counted again, as if received at the resume. */
  RESTART,
  /** What was left is counted on, then an amount more. */
  PLUS,
  /** An amount is counted from the resume instead of what was left. */
  WITH;

  /** Whether a pause of this mode carries an amount. */
  public boolean needsAmount() {
    return this == PLUS || this == WITH;
  }

  /** Whether what was counted before such a pause no longer matters to the end. */
  boolean startsAnew() {
    return this == RESTART || this == WITH;
  }
}
