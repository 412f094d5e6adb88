package vn.thutuc.clock;

import java.util.Objects;

/**
 * Where a rule comes from, and whether that was checked.
 *
 * @param text the source as it is cited
 * @param verified whether the official text was read; false for anything else
 */
public record RuleSource(String text, boolean verified) {

  /** Refuses null. */
  public RuleSource {
    Objects.requireNonNull(text, "A rule needs a source.");
  }

  /** A source that nobody has checked against the official text. */
  public static RuleSource unverified(String text) {
    return new RuleSource(text, false);
  }

  Verdict allows(String reasonVi) {
    return new Verdict(true, reasonVi, text, verified);
  }

  Verdict refuses(String reasonVi) {
    return new Verdict(false, reasonVi, text, verified);
  }
}
