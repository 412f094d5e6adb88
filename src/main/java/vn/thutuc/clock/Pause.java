package vn.thutuc.clock;

import java.time.LocalDateTime;
import java.util.Objects;

/**
 * A time during which a term is not counted, because somebody is waited for.
 *
 * @param from when it began, local to the calendar's zone
 * @param to when it ended; null while it is open
 * @param mode how the count goes on
 * @param amount the amount of {@link PauseMode#PLUS} (not a same-day term) and {@link
 *     PauseMode#WITH}; null for the other modes
 * @param ground why, in Vietnamese, for example {@code yêu cầu bổ sung lần 1}; may be null
 */
public record Pause(
    LocalDateTime from, LocalDateTime to, PauseMode mode, Term amount, String ground) {

  /**
   * Refuses a pause that ends before it begins or whose amount does not suit its mode.
   *
   * @throws IllegalArgumentException if so
   */
  public Pause {
    Objects.requireNonNull(from, "A pause needs a beginning.");
    Objects.requireNonNull(mode, "A pause needs a mode.");
    if (to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("A pause from %s cannot end at %s.".formatted(from, to));
    }
    if (mode.needsAmount() != (amount != null)) {
      throw new IllegalArgumentException(
          "PLUS and WITH need an amount, CONTINUE and RESTART have none; this is %s with %s."
              .formatted(mode, amount));
    }
    if (mode == PauseMode.PLUS) {
      Extension.requireAddable(amount);
    }
  }

  /** A pause after which what is left is counted on; {@code to} is null while it is open. */
  public static Pause continuing(LocalDateTime from, LocalDateTime to, String ground) {
    return new Pause(from, to, PauseMode.CONTINUE, null, ground);
  }

  /** A pause after which the full term is counted again; {@code to} is null while it is open. */
  public static Pause restarting(LocalDateTime from, LocalDateTime to, String ground) {
    return new Pause(from, to, PauseMode.RESTART, null, ground);
  }

  /** Whether the end of the pause is not known yet. */
  public boolean isOpen() {
    return to == null;
  }

  /** The same pause, ended at the given moment. */
  public Pause endedAt(LocalDateTime end) {
    return new Pause(from, end, mode, amount, ground);
  }
}
