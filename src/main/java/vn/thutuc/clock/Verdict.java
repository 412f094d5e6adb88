package vn.thutuc.clock;

import java.util.Objects;

/**
 * The answer of a rule.
 *
 * @param allowed whether it may be done
 * @param reasonVi why, or why not and what to do, in Vietnamese for the officer
 * @param source where the rule comes from
 * @param verified whether the source was read in its official text; false if it is from memory,
 *     second-hand or the house's own
 */
public record Verdict(boolean allowed, String reasonVi, String source, boolean verified) {

  /** Refuses null. */
  public Verdict {
    Objects.requireNonNull(reasonVi, "A verdict needs a reason.");
    Objects.requireNonNull(source, "A verdict needs a source.");
  }
}
