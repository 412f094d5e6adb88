package vn.thutuc.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.OpenClass;

/**
 * The lists that people work from, by the clock of their dossiers. A list holds exactly the
 * dossiers whose {@link OpenClass} is its own; the last one those whose result is there and not
 * handed over, if the appointment is today or the result became ready today.
 */
public enum DueList {
  /** The rung before the end is reached, the end is not passed. */
  NEAR("Sắp đến hạn"),
  /** The end of the phase that counts is passed. */
  LATE("Quá hạn"),
  /** The clock stands still. */
  PAUSED("Tạm dừng"),
  /** The result is to be handed over today. */
  RETURN_TODAY("Trả kết quả hôm nay");

  private final String label;

  DueList(String label) {
    this.label = label;
  }

  /** The list as officers read it. */
  public String label() {
    return label;
  }

  /**
   * The condition that a row of the table {@code dossier_due} is on this list.
   *
   * @param row alias of the table
   * @param now the moment asked for; "today" is its day in {@link WorkingCalendar#ZONE}
   * @return SQL without parameters
   */
  public String condition(String row, Instant now) {
    String at = literal(now);
    return switch (this) {
      case NEAR -> "%1$s.near_at <= %2$s and %1$s.end_at >= %2$s".formatted(row, at);
      case LATE -> "%s.end_at < %s".formatted(row, at);
      case PAUSED -> row + ".paused";
      case RETURN_TODAY -> returnedOn(row, LocalDate.ofInstant(now, WorkingCalendar.ZONE));
    };
  }

  private static String returnedOn(String row, LocalDate day) {
    String from = literal(day.atStartOfDay(WorkingCalendar.ZONE).toInstant());
    String to = literal(day.plusDays(1).atStartOfDay(WorkingCalendar.ZONE).toInstant());
    return ("%1$s.ready_at is not null and (%1$s.appointment >= %2$s and %1$s.appointment < %3$s"
            + " or %1$s.ready_at >= %2$s and %1$s.ready_at < %3$s)")
        .formatted(row, from, to);
  }

  /** The database keeps microseconds and would round what is finer. */
  private static String literal(Instant at) {
    return "timestamptz '" + at.truncatedTo(ChronoUnit.MICROS) + "'";
  }
}
