package vn.thutuc.command;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.IntSummaryStatistics;
import java.util.stream.IntStream;
import vn.thutuc.calendar.WorkingCalendar;

/** Reads local times and refuses those in years of which the calendar knows no holidays. */
final class Moments {

  private static final int EARLIEST = 1945;
  private static final int LATEST = 2199;

  private final int firstYear;
  private final int lastYear;

  Moments(WorkingCalendar calendar) {
    IntSummaryStatistics known =
        IntStream.rangeClosed(EARLIEST, LATEST)
            .filter(year -> isKnown(calendar, year))
            .summaryStatistics();
    this.firstYear = known.getMin();
    this.lastYear = known.getMax();
  }

  /** New Year's Day has a row of its own in every year that somebody has entered. */
  private static boolean isKnown(WorkingCalendar calendar, int year) {
    return calendar.dayAt(LocalDate.of(year, 1, 1)).isPresent();
  }

  /** The moment that a text says, for example {@code 2026-02-10T16:20} or {@code ...:20:30}. */
  LocalDateTime read(String field, String text) {
    if (text == null) {
      throw new BadInputException(
          "'%s' is missing: give a local time such as 2026-02-10T16:20.".formatted(field));
    }
    LocalDateTime moment = parse(field, text);
    if (moment.getYear() < firstYear || moment.getYear() > lastYear) {
      throw new BadInputException(
          "'%s' is %s, out of the calendar: give a date of the years %s to %s."
              .formatted(field, text, firstYear, lastYear));
    }
    return moment;
  }

  private static LocalDateTime parse(String field, String text) {
    try {
      return LocalDateTime.parse(text);
    } catch (DateTimeParseException unreadable) {
      throw new BadInputException(
          "'%s' is '%s', no local time: write it as 2026-02-10T16:20, without zone or offset."
              .formatted(field, text));
    }
  }
}
