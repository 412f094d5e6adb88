package vn.thutuc.notice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a rung of the ladder tells an officer; the ladder is a table that designers write. */
final class AlertWords {

  private static final Pattern AFTER = Pattern.compile("\\+(\\d+)(wd|d|%)");

  private AlertWords() {}

  /**
   * The alert in words.
   *
   * @param distance distance to the end of the term, as the ladder writes it; may be null
   */
  static String of(String distance) {
    if (distance == null) {
      return "Cảnh báo thời hạn";
    }
    if (distance.startsWith("-")) {
      return "Sắp đến hạn";
    }
    Matcher after = AFTER.matcher(distance);
    if (after.matches() && !after.group(1).matches("0+")) {
      return switch (after.group(2)) {
        case "wd" -> "Quá hạn %s ngày làm việc".formatted(after.group(1));
        case "d" -> "Quá hạn %s ngày".formatted(after.group(1));
        default -> "Quá hạn";
      };
    }
    return "Quá hạn";
  }
}
