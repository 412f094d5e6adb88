package vn.thutuc.clock;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import vn.thutuc.calendar.WorkingCalendar;

/** Finds the moments at a distance before and after an end, always while the desk is open. */
final class Distances {

  private final WorkingCalendar calendar;
  private final WorkingTime time;

  Distances(WorkingCalendar calendar) {
    this.calendar = calendar;
    this.time = new WorkingTime(calendar);
  }

  LocalDateTime before(LocalDateTime end, Term distance) {
    LocalDate day = end.toLocalDate();
    int amount = distance.amount();
    return switch (distance.unit()) {
      case WORKING_DAY -> sameTime(calendar.plusWorkingDays(day, -amount), end);
      case DAY -> sameTime(calendar.rollBack(day.minusDays(amount)), end);
      case MONTH -> sameTime(calendar.rollBack(day.minusMonths(amount)), end);
      case WORKING_HOUR -> time.minus(end, Duration.ofHours(amount));
      case CLOCK_HOUR -> time.lastOpen(end.minusHours(amount));
      case SAME_DAY -> calendar.openingOf(calendar.rollBack(day));
    };
  }

  LocalDateTime after(LocalDateTime end, Term distance) {
    LocalDate day = end.toLocalDate();
    int amount = distance.amount();
    return switch (distance.unit()) {
      case WORKING_DAY -> sameTime(calendar.plusWorkingDays(day, amount), end);
      case DAY -> sameTime(calendar.rollForward(day.plusDays(amount)), end);
      case MONTH -> sameTime(calendar.rollForward(day.plusMonths(amount)), end);
      case WORKING_HOUR -> time.plus(end, Duration.ofHours(amount));
      case CLOCK_HOUR -> time.firstOpen(end.plusHours(amount));
      case SAME_DAY -> calendar.closingOf(calendar.rollForward(day));
    };
  }

  private LocalDateTime sameTime(LocalDate day, LocalDateTime end) {
    return isAtClosing(end) ? calendar.closingOf(day) : time.sameTime(day, end.toLocalTime());
  }

  private boolean isAtClosing(LocalDateTime end) {
    return !end.isBefore(calendar.closingOf(end.toLocalDate()));
  }
}
