package vn.thutuc.process.migration;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import vn.thutuc.calendar.WorkingCalendar;

/** A date of the report as an administrator reads it. */
public final class DateWords {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss");

  private DateWords() {}

  /** Of what: {@code timer TTHC-1/Timer_End} as "mốc TTHC-1/Timer_End". */
  public static String what(String key) {
    if (key.startsWith("timer ")) {
      return "mốc " + key.substring("timer ".length());
    }
    if (key.startsWith("task ")) {
      return "hạn việc " + key.substring("task ".length());
    }
    return key.equals("phase appointment")
        ? "ngày hẹn trả"
        : "hạn " + key.replaceFirst("^phase ", "giai đoạn ");
  }

  /** When: local time, or that the clock stands still. */
  public static String when(String text) {
    if (text == null) {
      return "không có";
    }
    if (text.equals(Dates.NONE)) {
      return "không đặt hạn";
    }
    Instant at = Instant.parse(text);
    LocalDateTime local = LocalDateTime.ofInstant(at, WorkingCalendar.ZONE);
    return local.getYear() >= 9999 ? "tạm dừng" : MINUTE.format(local);
  }
}
