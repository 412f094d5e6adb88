package vn.thutuc.tracking;

import java.util.Arrays;
import java.util.Optional;

/**
 * How content an applicant is, in the three levels that provincial systems ask for. The levels are
 * taken from such a system, not from a legal text (unverified).
 */
public enum Satisfaction {
  NOT_CONTENT(1, "Không hài lòng"),
  CONTENT(2, "Hài lòng"),
  VERY_CONTENT(3, "Rất hài lòng");

  private final int level;
  private final String label;

  Satisfaction(int level, String label) {
    this.level = level;
    this.label = label;
  }

  /** 1 to 3. */
  public int level() {
    return level;
  }

  /** What people read, in Vietnamese. */
  public String label() {
    return label;
  }

  /** The level of a number; empty for any other. */
  static Optional<Satisfaction> of(Integer level) {
    return Arrays.stream(values()).filter(one -> level != null && one.level == level).findFirst();
  }
}
