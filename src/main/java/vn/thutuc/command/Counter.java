package vn.thutuc.command;

import java.time.LocalDateTime;
import vn.thutuc.calendar.HolidayTable;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Deadline;
import vn.thutuc.clock.StatutoryClock;

/** Puts questions to the statutory clock, on the shipped calendar. */
final class Counter {

  private final Moments moments;
  private final StatutoryClock clock;

  private Counter(WorkingCalendar calendar) {
    this.moments = new Moments(calendar);
    this.clock = new StatutoryClock(calendar);
  }

  static Counter shipped() {
    return new Counter(HolidayTable.shipped());
  }

  /**
   * When the term ends, and why.
   *
   * @throws IllegalArgumentException if the question cannot be used; the message says why
   * @throws IllegalStateException if the count leads further than the calendar goes
   */
  Deadline answer(Question question) {
    LocalDateTime received = question.receivedAt(moments);
    Deadline deadline =
        clock.deadline(received, question.termToCount(), question.pausesToCount(moments));
    requireNear(received, deadline.end());
    return deadline;
  }

  private static void requireNear(LocalDateTime received, LocalDateTime end) {
    if (end != null && end.isAfter(received.plusYears(WorkingCalendar.LIMIT_YEARS))) {
      throw new IllegalStateException(
          "The end is more than %s years after the reception: check the term."
              .formatted(WorkingCalendar.LIMIT_YEARS));
    }
  }
}
