package vn.thutuc.clock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * Where a count stands before it is rolled to working time.
 *
 * @param unrolled the counted moment; only its day matters if it rolls to closing time
 * @param roll how the end follows from it
 */
record EndMark(LocalDateTime unrolled, Roll roll) {

  static EndMark closingOf(LocalDate day) {
    return new EndMark(day.atStartOfDay(), Roll.TO_CLOSING);
  }

  static EndMark at(LocalDateTime moment) {
    return new EndMark(moment, Roll.TO_OPEN);
  }

  LocalDate day() {
    return unrolled.toLocalDate();
  }

  EndMark on(LocalDate day, LocalTime time) {
    return new EndMark(day.atTime(time), roll);
  }

  EndMark on(LocalDate day) {
    return on(day, unrolled.toLocalTime());
  }

  enum Roll {
    /** Closing time of the day, or of the next working day. */
    TO_CLOSING,
    /** The same time of day, on the day or the next working day. */
    TO_SAME_TIME,
    /** The moment itself, or the next opening if the desk is closed then. */
    TO_OPEN
  }
}
