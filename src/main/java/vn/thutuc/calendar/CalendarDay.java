package vn.thutuc.calendar;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A dated row that overrides the weekly pattern on one day.
 *
 * @param date the day, in {@link WorkingCalendar#ZONE}
 * @param name what the day is called, in Vietnamese
 * @param kind what the row does to the day
 * @param source where the row comes from; may be empty, never null
 */
public record CalendarDay(LocalDate date, String name, DayKind kind, String source) {

  /** Refuses null. */
  public CalendarDay {
    Objects.requireNonNull(date, "A calendar row needs a date.");
    Objects.requireNonNull(name, "A calendar row needs a name.");
    Objects.requireNonNull(kind, "A calendar row needs a kind.");
    Objects.requireNonNull(source, "A calendar row needs a source; give an empty text if none.");
  }
}
