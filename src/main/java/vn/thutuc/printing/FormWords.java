package vn.thutuc.printing;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the official forms write dates and times; null stays null. */
final class FormWords {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("'ngày' dd 'tháng' MM 'năm' uuuu", Locale.ROOT);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("HH 'giờ' mm 'phút, ngày' dd 'tháng' MM 'năm' uuuu", Locale.ROOT);
  private static final DateTimeFormatter SHORT_DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

  private FormWords() {}

  static String day(LocalDate day) {
    return day == null ? null : DAY.format(day);
  }

  static String day(LocalDateTime at) {
    return at == null ? null : DAY.format(at);
  }

  /** As the slip on the screen writes it, too. */
  static String moment(LocalDateTime at) {
    return at == null ? null : MOMENT.format(at);
  }

  static String shortDay(LocalDate day) {
    return day == null ? null : SHORT_DAY.format(day);
  }

  static String shortDay(LocalDateTime at) {
    return at == null ? null : SHORT_DAY.format(at);
  }
}
