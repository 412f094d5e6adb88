package vn.thutuc.clock;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import vn.thutuc.calendar.WorkingCalendar;

/** The arithmetic of terms on a calendar; every moment given as effective must be so. */
final class Counting {

  private final WorkingCalendar calendar;
  private final WorkingTime time;
  private final DayEnd dayEnd;

  Counting(WorkingCalendar calendar, DayEnd dayEnd) {
    this.calendar = calendar;
    this.time = new WorkingTime(calendar);
    this.dayEnd = dayEnd;
  }

  /** A full term, counted from an effective moment. */
  EndMark start(Term term, LocalDateTime effective) {
    LocalDate day = effective.toLocalDate();
    int amount = term.amount();
    return switch (term.unit()) {
      case WORKING_DAY -> dayMark(calendar.plusWorkingDays(day, amount), effective);
      case DAY -> dayMark(day.plusDays(amount), effective);
      case MONTH -> dayMark(day.plusMonths(amount), effective);
      case WORKING_HOUR -> EndMark.at(time.plus(effective, Duration.ofHours(amount)));
      case CLOCK_HOUR -> EndMark.at(effective.plusHours(amount));
      case SAME_DAY -> EndMark.closingOf(sameDay(term, effective));
    };
  }

  private EndMark dayMark(LocalDate day, LocalDateTime effective) {
    return dayEnd == DayEnd.CLOSING_TIME
        ? EndMark.closingOf(day)
        : new EndMark(day.atTime(effective.toLocalTime()), EndMark.Roll.TO_SAME_TIME);
  }

  private LocalDate sameDay(Term term, LocalDateTime effective) {
    return isBeforeCutOff(term, effective)
        ? effective.toLocalDate()
        : calendar.nextWorkingDay(effective.toLocalDate());
  }

  static boolean isBeforeCutOff(Term term, LocalDateTime effective) {
    return effective.toLocalTime().isBefore(term.cutOff());
  }

  /** What was left at effective moment {@code a} is counted on from effective moment {@code b}. */
  EndMark resume(EndMark mark, TermUnit unit, LocalDateTime a, LocalDateTime b) {
    if (a.equals(b)) {
      return mark;
    }
    return switch (unit) {
      case WORKING_DAY, SAME_DAY -> plusWorkingDays(mark, workingDays(a, b));
      case DAY, MONTH -> mark.on(mark.day().plusDays(days(a, b)));
      case WORKING_HOUR -> EndMark.at(time.plus(b, workingTimeLeft(mark, a)));
      case CLOCK_HOUR -> EndMark.at(b.plus(clockTimeLeft(mark, a)));
    };
  }

  int workingDays(LocalDateTime a, LocalDateTime b) {
    return calendar.workingDaysBetween(a.toLocalDate(), b.toLocalDate());
  }

  static long days(LocalDateTime a, LocalDateTime b) {
    return ChronoUnit.DAYS.between(a.toLocalDate(), b.toLocalDate());
  }

  Duration workingTimeLeft(EndMark mark, LocalDateTime a) {
    return notNegative(time.between(a, end(mark)));
  }

  Duration clockTimeLeft(EndMark mark, LocalDateTime a) {
    return notNegative(Duration.between(a, mark.unrolled()));
  }

  private static Duration notNegative(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }

  /** An amount more. */
  EndMark lengthen(EndMark mark, Term amount) {
    int more = amount.amount();
    return switch (amount.unit()) {
      case WORKING_DAY -> plusWorkingDays(mark, more);
      case DAY -> mark.on(mark.day().plusDays(more));
      case MONTH -> mark.on(mark.day().plusMonths(more));
      case WORKING_HOUR -> EndMark.at(time.plus(end(mark), Duration.ofHours(more)));
      case CLOCK_HOUR -> EndMark.at(end(mark).plusHours(more));
      case SAME_DAY -> throw new IllegalArgumentException("A same-day term cannot be added.");
    };
  }

  private EndMark plusWorkingDays(EndMark mark, int days) {
    if (days == 0) {
      return mark;
    }
    LocalDateTime end = end(mark);
    LocalDate day = calendar.plusWorkingDays(end.toLocalDate(), days);
    LocalTime timeOfDay =
        mark.roll() == EndMark.Roll.TO_OPEN ? end.toLocalTime() : mark.unrolled().toLocalTime();
    return mark.on(day, timeOfDay);
  }

  /** The end that follows from a mark. */
  LocalDateTime end(EndMark mark) {
    return switch (mark.roll()) {
      case TO_CLOSING -> calendar.closingOf(calendar.rollForward(mark.day()));
      case TO_SAME_TIME ->
          time.sameTime(calendar.rollForward(mark.day()), mark.unrolled().toLocalTime());
      case TO_OPEN -> time.firstOpen(mark.unrolled());
    };
  }
}
