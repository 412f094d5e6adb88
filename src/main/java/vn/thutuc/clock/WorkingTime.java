package vn.thutuc.clock;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.calendar.WorkingHours;

/** Arithmetic with moments and hours of work. */
final class WorkingTime {

  private final WorkingCalendar calendar;

  WorkingTime(WorkingCalendar calendar) {
    this.calendar = calendar;
  }

  /** The working time from one moment to another; negative if the second is earlier. */
  Duration between(LocalDateTime from, LocalDateTime to) {
    if (to.isBefore(from)) {
      return between(to, from).negated();
    }
    LocalDate first = from.toLocalDate();
    if (first.equals(to.toLocalDate())) {
      return onDay(first, from.toLocalTime(), to.toLocalTime());
    }
    Duration ends =
        onDay(first, from.toLocalTime(), LocalTime.MAX)
            .plus(onDay(to.toLocalDate(), LocalTime.MIN, to.toLocalTime()));
    return fullDays(first, to.toLocalDate()).reduce(ends, Duration::plus);
  }

  private Stream<Duration> fullDays(LocalDate first, LocalDate last) {
    calendar.workingDaysBetween(first, last); // refuses a span beyond the calendar's limit
    return first
        .plusDays(1)
        .datesUntil(last)
        .filter(calendar::isWorkingDay)
        .map(day -> calendar.hoursOn(day).perDay());
  }

  private Duration onDay(LocalDate day, LocalTime from, LocalTime to) {
    if (!calendar.isWorkingDay(day)) {
      return Duration.ZERO;
    }
    return calendar.hoursOn(day).slots().stream()
        .map(slot -> overlap(slot, from, to))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration overlap(WorkingHours.Slot slot, LocalTime from, LocalTime to) {
    LocalTime begin = from.isAfter(slot.from()) ? from : slot.from();
    LocalTime end = to.isBefore(slot.to()) ? to : slot.to();
    return begin.isBefore(end) ? Duration.between(begin, end) : Duration.ZERO;
  }

  /**
   * The moment at which that much working time after {@code from} is used up: the end of a slot
   * rather than the beginning of the next. The effective moment itself if there is none to use.
   */
  LocalDateTime plus(LocalDateTime from, Duration amount) {
    LocalDateTime at = calendar.effective(from);
    Duration left = amount;
    while (true) {
      LocalDateTime slotEnd = slotEnd(at);
      Duration inSlot = Duration.between(at, slotEnd);
      if (left.compareTo(inSlot) <= 0) {
        return at.plus(left);
      }
      left = left.minus(inSlot);
      at = calendar.effective(slotEnd);
    }
  }

  private LocalDateTime slotEnd(LocalDateTime worked) {
    LocalTime time = worked.toLocalTime();
    return slots(worked.toLocalDate())
        .filter(slot -> time.isBefore(slot.to()))
        .findFirst()
        .map(slot -> worked.toLocalDate().atTime(slot.to()))
        .orElseThrow();
  }

  /** The moment with that much working time between it and {@code to}; the latest such moment. */
  LocalDateTime minus(LocalDateTime to, Duration amount) {
    LocalDateTime at = lastOpen(to);
    Duration left = amount;
    while (true) {
      LocalDateTime slotBegin = slotBegin(at);
      Duration inSlot = Duration.between(slotBegin, at);
      if (left.compareTo(inSlot) <= 0) {
        return at.minus(left);
      }
      left = left.minus(inSlot);
      at = lastOpen(slotBegin.minusNanos(1));
    }
  }

  private LocalDateTime slotBegin(LocalDateTime open) {
    LocalTime time = open.toLocalTime();
    return slots(open.toLocalDate())
        .filter(slot -> isWithin(slot, time))
        .findFirst()
        .map(slot -> open.toLocalDate().atTime(slot.from()))
        .orElseThrow();
  }

  /** The moment itself while the desk is open or just closing, otherwise the next opening. */
  LocalDateTime firstOpen(LocalDateTime at) {
    return isOpen(at) ? at : calendar.effective(at);
  }

  /** The moment itself while the desk is open or just closing, otherwise the last closing. */
  LocalDateTime lastOpen(LocalDateTime at) {
    if (isOpen(at)) {
      return at;
    }
    LocalDate day = at.toLocalDate();
    return lastClosing(day, at.toLocalTime(), calendar.isWorkingDay(day));
  }

  private LocalDateTime lastClosing(LocalDate day, LocalTime before, boolean worked) {
    List<LocalTime> closings =
        worked ? slots(day).map(WorkingHours.Slot::to).filter(before::isAfter).toList() : List.of();
    return closings.isEmpty()
        ? calendar.closingOf(calendar.previousWorkingDay(day))
        : day.atTime(closings.get(closings.size() - 1));
  }

  private boolean isOpen(LocalDateTime at) {
    return calendar.isWorkingDay(at.toLocalDate())
        && slots(at.toLocalDate()).anyMatch(slot -> isWithin(slot, at.toLocalTime()));
  }

  private static boolean isWithin(WorkingHours.Slot slot, LocalTime time) {
    return !time.isBefore(slot.from()) && !time.isAfter(slot.to());
  }

  /**
   * That time of day on a working day, or the next worked moment, or closing time if it is later.
   */
  LocalDateTime sameTime(LocalDate workingDay, LocalTime time) {
    LocalDateTime closing = calendar.closingOf(workingDay);
    LocalDateTime wanted = workingDay.atTime(time);
    if (!wanted.isBefore(closing)) {
      return closing;
    }
    return firstOpen(wanted);
  }

  private Stream<WorkingHours.Slot> slots(LocalDate day) {
    return calendar.hoursOn(day).slots().stream();
  }
}
