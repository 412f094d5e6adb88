package vn.thutuc.rehearsal;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.calendar.WorkingHours;

/** When people of a rehearsal do their work: within working hours, some time after they got it. */
final class WorkingClock {

  private final WorkingCalendar calendar;

  WorkingClock(WorkingCalendar calendar) {
    this.calendar = calendar;
  }

  /** The moment at which this much working time has passed. */
  LocalDateTime after(LocalDateTime from, Duration work) {
    LocalDateTime at = calendar.effective(from);
    Duration left = work;
    while (true) {
      LocalDate day = at.toLocalDate();
      for (WorkingHours.Slot slot : calendar.hoursOn(day).slots()) {
        LocalTime begin = at.toLocalTime().isAfter(slot.from()) ? at.toLocalTime() : slot.from();
        Duration here = Duration.between(begin, slot.to());
        if (here.isNegative() || here.isZero()) {
          continue;
        }
        if (left.compareTo(here) <= 0) {
          return day.atTime(begin).plus(left);
        }
        left = left.minus(here);
      }
      at = calendar.openingOf(calendar.nextWorkingDay(day));
    }
  }

  /** Some working days later, at the same time of day. */
  LocalDateTime days(LocalDateTime from, int days) {
    LocalDateTime at = calendar.effective(from);
    return calendar.effective(
        calendar.plusWorkingDays(at.toLocalDate(), days).atTime(at.toLocalTime()));
  }

  WorkingCalendar calendar() {
    return calendar;
  }
}
