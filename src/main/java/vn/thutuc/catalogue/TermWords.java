package vn.thutuc.catalogue;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Terms as people say them, in Vietnamese. */
public final class TermWords {

  private static final Pattern AMOUNT = Pattern.compile("(\\d+)(wd|d|mo|wh|h)");
  private static final Map<String, String> UNITS =
      Map.of("wd", "ngày làm việc", "d", "ngày", "mo", "tháng", "wh", "giờ làm việc", "h", "giờ");

  private TermWords() {}

  /** A term as the facts write it: {@code 5wd} is “5 ngày làm việc”; other texts stay. */
  public static String of(String term) {
    Matcher amount = AMOUNT.matcher(term);
    if (amount.matches()) {
      return amount.group(1) + " " + UNITS.get(amount.group(2));
    }
    return term.startsWith("sd")
        ? "trong ngày làm việc" + (term.length() > 3 ? ", nhận trước " + term.substring(3) : "")
        : term;
  }
}
