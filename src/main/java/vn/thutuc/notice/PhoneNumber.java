package vn.thutuc.notice;

import java.util.Optional;
import java.util.stream.Stream;

/** A Vietnamese mobile number; others get no SMS. Its digits behind the leading 0 or 84. */
record PhoneNumber(String digits) {

  private static final int LENGTH = 9;

  /**
   * The first mobile number of what was typed: spaces, dots and hyphens do not matter, several
   * numbers are separated by a comma, a semicolon or a slash. Empty when there is none.
   */
  static Optional<PhoneNumber> of(String typed) {
    return Stream.ofNullable(typed)
        .flatMap(text -> Stream.of(text.split("[,;/]")))
        .map(text -> text.replaceAll("[\\s.()-]", ""))
        .map(text -> text.replaceFirst("^(\\+84|0084|84(?=\\d{9}$)|0)", ""))
        .filter(digits -> digits.length() == LENGTH && digits.matches("[35789]\\d+"))
        .map(PhoneNumber::new)
        .findFirst();
  }

  /** As within Vietnam: 0… */
  String national() {
    return "0" + digits;
  }

  /** With the country's code and no sign: 84… */
  String international() {
    return "84" + digits;
  }
}
