package vn.thutuc.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The working days and hours of an agency: Monday to Friday, overridden by dated rows, with hours
 * that hold from a date on. All dates and times are local to {@link #ZONE}. Immutable. No argument
 * and no result is null. A search that runs further than {@link #LIMIT_YEARS} throws {@link
 * IllegalStateException}.
 */
public final class WorkingCalendar {

  /** The zone of every date and time of the house; Vietnam has no summer time. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** How many years a search for a day may run before it is given up. */
  public static final int LIMIT_YEARS = 20;

  private final Map<LocalDate, CalendarDay> rows;
  private final Set<Year> published;
  private final NavigableMap<LocalDate, WorkingHours> hours;

  private WorkingCalendar(
      Map<LocalDate, CalendarDay> rows,
      Set<Year> published,
      NavigableMap<LocalDate, WorkingHours> hours) {
    this.rows = rows;
    this.published = published;
    this.hours = hours;
  }

  /**
   * A calendar with the same hours on all dates.
   *
   * @param rows dated rows, at most one for a date
   * @param published the years whose rows are final
   * @param hours the hours of every working day
   * @throws IllegalArgumentException if two rows have the same date
   */
  public static WorkingCalendar of(
      Collection<CalendarDay> rows, Set<Year> published, WorkingHours hours) {
    return of(rows, published, new TreeMap<>(Map.of(LocalDate.MIN, hours)));
  }

  /**
   * A calendar whose hours change on given dates.
   *
   * @param rows dated rows, at most one for a date
   * @param published the years whose rows are final
   * @param hours hours by the first date on which they hold; the first ones hold before it too
   * @throws IllegalArgumentException if two rows have the same date or there are no hours
   */
  public static WorkingCalendar of(
      Collection<CalendarDay> rows,
      Set<Year> published,
      NavigableMap<LocalDate, WorkingHours> hours) {
    if (hours.isEmpty()) {
      throw new IllegalArgumentException("A calendar needs working hours: give at least one row.");
    }
    return new WorkingCalendar(byDate(rows), Set.copyOf(published), new TreeMap<>(hours));
  }

  private static Map<LocalDate, CalendarDay> byDate(Collection<CalendarDay> rows) {
    return rows.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                CalendarDay::date, Function.identity(), WorkingCalendar::refuseSecondRow));
  }

  private static CalendarDay refuseSecondRow(CalendarDay first, CalendarDay second) {
    throw new IllegalArgumentException(
        "Two rows for %s (%s, %s): keep one of them."
            .formatted(first.date(), first.name(), second.name()));
  }

  /** Whether the day is worked: its row decides, otherwise Monday to Friday. */
  public boolean isWorkingDay(LocalDate date) {
    CalendarDay row = rows.get(date);
    return row == null ? isWeekday(date) : row.kind().isWorked();
  }

  /** Whether the weekly pattern, without rows, has the day worked. */
  public static boolean isWeekday(LocalDate date) {
    return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
  }

  /** The first working day strictly after the date. */
  public LocalDate nextWorkingDay(LocalDate date) {
    return search(date, 1);
  }

  /** The last working day strictly before the date. */
  public LocalDate previousWorkingDay(LocalDate date) {
    return search(date, -1);
  }

  /** The date itself if it is worked, otherwise the next working day. */
  public LocalDate rollForward(LocalDate date) {
    return isWorkingDay(date) ? date : nextWorkingDay(date);
  }

  /** The date itself if it is worked, otherwise the working day before. */
  public LocalDate rollBack(LocalDate date) {
    return isWorkingDay(date) ? date : previousWorkingDay(date);
  }

  /**
   * The working day that many working days after the date, or before it if the number is negative;
   * the date itself, worked or not, if it is zero.
   */
  public LocalDate plusWorkingDays(LocalDate date, int days) {
    LocalDate reached = date;
    for (int left = Math.abs(days); left > 0; left--) {
      reached = search(reached, Integer.signum(days));
      requireNear(date, reached);
    }
    return reached;
  }

  /**
   * How many working days w there are with {@code after < w <= upTo}; zero if {@code upTo} is not
   * later.
   */
  public int workingDaysBetween(LocalDate after, LocalDate upTo) {
    if (!upTo.isAfter(after)) {
      return 0;
    }
    requireNear(after, upTo);
    return (int) after.plusDays(1).datesUntil(upTo.plusDays(1)).filter(this::isWorkingDay).count();
  }

  /** The hours that hold on the date, whether it is worked or not. */
  public WorkingHours hoursOn(LocalDate date) {
    Map.Entry<LocalDate, WorkingHours> valid = hours.floorEntry(date);
    return valid == null ? hours.firstEntry().getValue() : valid.getValue();
  }

  /** The dated row of the day; empty where the weekly pattern holds. */
  public Optional<CalendarDay> dayAt(LocalDate date) {
    return Optional.ofNullable(rows.get(date));
  }

  /** Whether what depends on the day may still move: an estimated row, or a year in draft. */
  public boolean isProvisional(LocalDate date) {
    CalendarDay row = rows.get(date);
    return row != null && row.kind() == DayKind.ESTIMATED || !published.contains(Year.from(date));
  }

  /** The opening of the date's hours. */
  public LocalDateTime openingOf(LocalDate date) {
    return date.atTime(hoursOn(date).opening());
  }

  /** The closing of the date's hours. */
  public LocalDateTime closingOf(LocalDate date) {
    return date.atTime(hoursOn(date).closing());
  }

  /**
   * The moment from which an event counts: as it is within working hours; the end of the break in a
   * break; opening time before opening; the opening of the next working day on a day off and at or
   * after closing time.
   */
  public LocalDateTime effective(LocalDateTime event) {
    LocalDate day = event.toLocalDate();
    if (!isWorkingDay(day)) {
      return openingOf(nextWorkingDay(day));
    }
    return hoursOn(day)
        .firstWorkedFrom(event.toLocalTime())
        .map(day::atTime)
        .orElseGet(() -> openingOf(nextWorkingDay(day)));
  }

  private LocalDate search(LocalDate from, int step) {
    Objects.requireNonNull(from, "A date is needed to search from.");
    LocalDate day = from.plusDays(step);
    while (!isWorkingDay(day)) {
      day = day.plusDays(step);
      requireNear(from, day);
    }
    return day;
  }

  private static void requireNear(LocalDate from, LocalDate to) {
    LocalDate earlier = from.isBefore(to) ? from : to;
    LocalDate later = from.isBefore(to) ? to : from;
    if (earlier.plusYears(LIMIT_YEARS).isBefore(later)) {
      throw new IllegalStateException(
          "From %s to %s is more than %s years: check the dates, the term and the calendar rows."
              .formatted(from, to, LIMIT_YEARS));
    }
  }
}
