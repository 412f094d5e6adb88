package vn.thutuc.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import vn.thutuc.calendar.WorkingCalendar;

/** Instants as people here read them. */
final class TrackingDates {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  private TrackingDates() {}

  static LocalDateTime local(Instant at) {
    return LocalDateTime.ofInstant(at, WorkingCalendar.ZONE).withNano(0);
  }

  static LocalDate localDay(Instant at) {
    return LocalDate.ofInstant(at, WorkingCalendar.ZONE);
  }

  static String day(Instant at) {
    return DAY.format(localDay(at));
  }
}
