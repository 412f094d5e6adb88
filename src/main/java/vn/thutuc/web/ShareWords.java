package vn.thutuc.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import vn.thutuc.clock.Term;

/** How much of a term a step has, in days or hours. */
final class ShareWords {

  private static final int HOURS_A_DAY = 8;
  private static final int DAYS_A_MONTH = 30;

  private ShareWords() {}

  /**
   * @param text the term as written for the clock; null when it is unknown
   * @param share per mille of it
   */
  static String of(String text, int share) {
    if (text == null) {
      return "chưa xác định";
    }
    Term term = Term.parse(text);
    return switch (term.unit()) {
      case WORKING_DAY -> workingHours(part(term.amount() * HOURS_A_DAY, share));
      case WORKING_HOUR -> workingHours(part(term.amount(), share));
      case DAY -> written(part(term.amount(), share)) + " ngày";
      case MONTH ->
          written(part(term.amount() * DAYS_A_MONTH, share)) + " ngày (tháng tính 30 ngày)";
      case CLOCK_HOUR -> written(part(term.amount(), share)) + " giờ";
      case SAME_DAY ->
          share == 1000 ? "trong ngày làm việc" : percent(share) + " thời gian trong ngày";
    };
  }

  private static BigDecimal part(int amount, int share) {
    return BigDecimal.valueOf((long) amount * share, 3);
  }

  private static String workingHours(BigDecimal hours) {
    BigDecimal[] days = hours.divideAndRemainder(BigDecimal.valueOf(HOURS_A_DAY));
    String whole = days[0].signum() == 0 ? "" : written(days[0]) + " ngày ";
    String rest = days[1].signum() == 0 ? "" : written(days[1]) + " giờ ";
    return hours.signum() == 0 ? "0 giờ" : whole + rest + "làm việc";
  }

  private static String percent(int share) {
    return written(BigDecimal.valueOf(share, 1)) + "%";
  }

  private static String written(BigDecimal number) {
    BigDecimal rounded = number.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.toPlainString().replace('.', ',');
  }
}
