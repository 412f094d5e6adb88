package vn.thutuc.clock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.TreeSet;
import vn.thutuc.calendar.WorkingCalendar;

/** The days of the calendar on which an end depends. */
final class Consulted {

  private final WorkingCalendar calendar;
  private final TreeSet<LocalDate> provisional = new TreeSet<>();

  Consulted(WorkingCalendar calendar) {
    this.calendar = calendar;
  }

  /** Both days and all between them decide; the moments may come in either order. */
  void days(LocalDateTime one, LocalDateTime other) {
    LocalDate first = (one.isBefore(other) ? one : other).toLocalDate();
    LocalDate last = (one.isBefore(other) ? other : one).toLocalDate();
    first.datesUntil(last.plusDays(1)).filter(calendar::isProvisional).forEach(provisional::add);
  }

  /** What was counted so far no longer decides. */
  void forget() {
    provisional.clear();
  }

  /** The first day that may still change, if any. */
  Optional<LocalDate> firstProvisional() {
    return provisional.isEmpty() ? Optional.empty() : Optional.of(provisional.first());
  }
}
