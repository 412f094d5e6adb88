package vn.thutuc.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import vn.thutuc.calendar.WorkingCalendar;

/**
 * The one clock of the house: real time, unless a test or a rehearsal has moved it. Moved time
 * stands still. Reading never blocks; moves are told to the listeners one at a time, in order.
 * Thread-safe.
 */
public final class Now {

  private final Clock real;
  private final List<Consumer<Instant>> listeners = new CopyOnWriteArrayList<>();
  private volatile Instant moved;
  private boolean sealed;

  /** The clock of the machine. */
  public Now() {
    this(Clock.systemUTC());
  }

  /** A clock whose real time is another's. */
  public Now(Clock real) {
    this.real = Objects.requireNonNull(real, "A clock needs a source of time.");
  }

  /** This moment. */
  public Instant instant() {
    Instant standing = moved;
    return standing == null ? real.instant() : standing;
  }

  /** This moment as a local date and time in {@link WorkingCalendar#ZONE}. */
  public LocalDateTime local() {
    return LocalDateTime.ofInstant(instant(), WorkingCalendar.ZONE);
  }

  /**
   * Sets the time, forwards or backwards, and lets it stand still.
   *
   * @throws IllegalStateException if the clock is sealed
   */
  public synchronized void moveTo(Instant moment) {
    Objects.requireNonNull(moment, "To return to real time call release().");
    if (sealed) {
      throw new IllegalStateException(
          "This clock is sealed, because the server serves people: time is moved only in tests and"
              + " rehearsals, in a process of their own.");
    }
    moved = moment;
    tell(moment);
  }

  /** Returns to real time; changes and tells nothing if it was not moved. */
  public synchronized void release() {
    if (moved != null) {
      moved = null;
      tell(null);
    }
  }

  /** Returns to real time and refuses every move from now on; cannot be undone. */
  public synchronized void seal() {
    sealed = true;
    release();
  }

  /**
   * Has a listener called after each move with the new instant, and after a release with null. An
   * exception of a listener reaches whoever moved the clock; the move stands.
   */
  public void onMove(Consumer<Instant> listener) {
    listeners.add(Objects.requireNonNull(listener, "A listener is needed."));
  }

  private void tell(Instant moment) {
    listeners.forEach(listener -> listener.accept(moment));
  }
}
