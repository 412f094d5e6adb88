package vn.thutuc.almanac;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Days as people read them. */
final class DayText {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

  private DayText() {}

  static String of(LocalDate day) {
    return DAY.format(day);
  }
}
