package vn.thutuc.notice;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.stream.Collectors;

/** How notices write what dossiers hold; null stays null. */
final class Words {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("HH 'giờ' mm 'phút, ngày' dd/MM/uuuu", Locale.ROOT);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

  private Words() {}

  static String moment(LocalDateTime at) {
    return at == null ? null : MOMENT.format(at);
  }

  static String shortMoment(LocalDateTime at) {
    return at == null ? null : SHORT.format(at);
  }

  static String day(LocalDateTime at) {
    return at == null ? null : DAY.format(at);
  }

  static String day(LocalDate day) {
    return day == null ? null : DAY.format(day);
  }

  /** What a form's date field holds, in words; as it stands when it is no date. */
  static String typedMoment(String typed) {
    if (typed == null) {
      return null;
    }
    LocalDateTime at = typedAt(typed);
    return at == null ? typed : typed.length() <= 10 ? day(at) : moment(at);
  }

  /** When a form's date field says; null when it is no date. */
  static LocalDateTime typedAt(String typed) {
    try {
      return typed == null
          ? null
          : typed.length() <= 10
              ? LocalDate.parse(typed).atStartOfDay()
              : LocalDateTime.parse(typed.substring(0, 16));
    } catch (DateTimeParseException | StringIndexOutOfBoundsException e) {
      return null;
    }
  }

  /** An amount in đồng; as it stands when it is no number. */
  static String amount(String typed) {
    if (typed == null) {
      return null;
    }
    try {
      DecimalFormatSymbols dots = new DecimalFormatSymbols(Locale.ROOT);
      dots.setGroupingSeparator('.');
      dots.setDecimalSeparator(',');
      return new DecimalFormat("#,##0.##", dots).format(new BigDecimal(typed)) + " đồng";
    } catch (NumberFormatException e) {
      return typed;
    }
  }

  /** One line: what stands in a subject or an SMS cannot begin another header or message. */
  static String line(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining(" ")).strip();
  }

  /** Without marks: gateways that take no Vietnamese letters, and shorter by half. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .replace('đ', 'd')
        .replace('Đ', 'D')
        .replace('–', '-')
        .replaceAll("[“”]", "\"")
        .replaceAll("[^\\x0A\\x20-\\x7E]", "?");
  }

  /** Without characters that neither mail nor a phone shows; lines stay. */
  static String clean(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .filter(point -> point == '\n' || isShown(point))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static boolean isShown(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.FORMAT -> false;
      default -> true;
    };
  }
}
