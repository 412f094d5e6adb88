package vn.thutuc.clock;

import java.time.LocalDateTime;
import java.util.Objects;

/**
 * An amount that was added to a term.
 *
 * @param at when it was granted, local to the calendar's zone; it counts if that is not after the
 *     end
 * @param amount what is added; not a same-day term
 * @param ground why, in Vietnamese; may be null
 */
public record Extension(LocalDateTime at, Term amount, String ground) {

  /**
   * Refuses a same-day term.
   *
   * @throws IllegalArgumentException if the amount cannot be added
   */
  public Extension {
    Objects.requireNonNull(at, "An extension needs the moment it was granted.");
    Objects.requireNonNull(amount, "An extension needs an amount.");
    requireAddable(amount);
  }

  static void requireAddable(Term amount) {
    if (amount.unit() == TermUnit.SAME_DAY) {
      throw new IllegalArgumentException(
          "A same-day term cannot be added: give an amount of days.");
    }
  }
}
