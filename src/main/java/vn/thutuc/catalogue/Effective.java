package vn.thutuc.catalogue;

import java.time.LocalDate;

/**
 * The days on which something is in force, both ends included.
 *
 * @param from first day; null when no first day is known, then it holds for every earlier day too
 * @param until last day; null while no end is known
 */
public record Effective(LocalDate from, LocalDate until) {

  /** In force on every day. */
  public static final Effective ALWAYS = new Effective(null, null);

  /** Whether {@code day} lies between the two ends. */
  public boolean on(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
  }

  /** Both ends as people read them; an open end is an ellipsis. */
  String days() {
    return (from == null ? "…" : from) + " – " + (until == null ? "…" : until);
  }

  LocalDate firstDay() {
    return from == null ? LocalDate.MIN : from;
  }

  boolean overlaps(Effective other) {
    return startsBy(other.until) && other.startsBy(until);
  }

  private boolean startsBy(LocalDate end) {
    return from == null || end == null || !from.isAfter(end);
  }
}
