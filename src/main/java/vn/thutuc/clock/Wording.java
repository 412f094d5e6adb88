package vn.thutuc.clock;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * How dates and durations are written, whatever the locale of the machine: numbers go through
 * {@code %s}, because {@code %d} takes the digits of the locale.
 */
final class Wording {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT);
  private static final List<String> VIETNAMESE_DAYS =
      List.of("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật");
  private static final List<String> ENGLISH_DAYS =
      List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  private Wording() {}

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  static String days(LocalDate first, LocalDate last) {
    return first.equals(last) ? day(first) : day(first) + "-" + day(last);
  }

  static String moment(LocalDateTime moment) {
    return MOMENT.format(moment);
  }

  static String moments(LocalDateTime from, LocalDateTime to) {
    return moment(from) + "-" + moment(to);
  }

  static String vietnamese(LocalDateTime moment) {
    return VIETNAMESE_DAYS.get(index(moment.getDayOfWeek())) + " " + moment(moment);
  }

  static String english(LocalDateTime moment) {
    return ENGLISH_DAYS.get(index(moment.getDayOfWeek())) + " " + moment(moment);
  }

  private static int index(DayOfWeek day) {
    return day.getValue() - 1;
  }

  static String vietnamese(Duration duration) {
    return "%s giờ %s phút".formatted(duration.toHours(), duration.toMinutesPart());
  }

  static String english(Duration duration) {
    return "%s hours %s minutes".formatted(duration.toHours(), duration.toMinutesPart());
  }

  /** The ground in brackets with a blank before it, or nothing. */
  static String ground(String ground) {
    return ground == null || ground.isBlank() ? "" : " (" + ground + ")";
  }
}
