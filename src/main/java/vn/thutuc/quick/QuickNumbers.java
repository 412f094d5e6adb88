package vn.thutuc.quick;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.RegisterCounters;

/** The numbers of the registers as they are written, and how a register begins. */
@Component
class QuickNumbers {

  /** No register of a commune reaches it in a year. */
  static final int MOST = 9_999_999;

  private static final List<String> BOOKS = Arrays.stream(Book.values()).map(Book::name).toList();

  private final RegisterCounters counters;
  private final String pattern;

  QuickNumbers(
      RegisterCounters counters,
      @Value("${thutuc.quick.number-pattern:{sequence}/{year}}") String pattern) {
    if (!pattern.contains("{sequence}")) {
      throw new IllegalArgumentException(
          "thutuc.quick.number-pattern needs {sequence}, and may have {year}: " + pattern);
    }
    this.counters = counters;
    this.pattern = pattern;
  }

  /**
   * A number.
   *
   * @param sequence ordinal in that year
   * @param text as it is written
   */
  record Given(String unit, Book book, int year, int sequence, String text) {}

  /** The next number; nobody else gets one of the register until the caller's transaction ends. */
  Given next(String unit, Book book, int year) {
    int sequence = counters.next(unit, book.name(), year, 1);
    return new Given(unit, book, year, sequence, text(sequence, year));
  }

  /** The number that comes next; nobody is kept from taking it meanwhile. */
  String coming(String unit, Book book, int year) {
    return text(last(unit, book, year).orElse(0) + 1, year);
  }

  /** The last number given; empty while the register has not been begun here in that year. */
  Optional<Integer> last(String unit, Book book, int year) {
    return counters.last(unit, book.name(), year);
  }

  /** Whether the register was begun here, in that year or before: a year's end does not end it. */
  boolean isBegun(String unit, Book book, int year) {
    return counters.isBegun(unit, book.name(), year);
  }

  /** The years with numbers given here in any register of an agency. */
  List<Integer> years(String unit) {
    return counters.years(unit, BOOKS);
  }

  /** The agencies that have begun any register, by id. */
  List<String> units(int most) {
    return counters.units(BOOKS, most);
  }

  /** Whether somebody who typed this means a number: it, or its ordinal alone. */
  boolean isMeant(String typed, String number, int year) {
    return typed.equals(number) || written(typed, year).equals(number);
  }

  /**
   * Begins a register behind the last number of the paper book.
   *
   * @throws DossierProblem when a number of that year was given already
   */
  void begin(String unit, Book book, int year, int last) {
    if (last < 0 || last > MOST) {
      throw DossierProblem.invalid(
          "last-number-invalid",
          "last",
          "Số cuối cùng trong sổ giấy phải từ 0 đến %d.".formatted(MOST));
    }
    if (!counters.begin(unit, book.name(), year, last)) {
      throw DossierProblem.conflict(
          "book-begun",
          "%s năm %d đã mở trên hệ thống, số tiếp theo là %s; không đặt lại số được."
              .formatted(book.label(), year, coming(unit, book, year)));
    }
  }

  private String text(int sequence, int year) {
    return written(Integer.toString(sequence), year);
  }

  private String written(String sequence, int year) {
    return pattern.replace("{sequence}", sequence).replace("{year}", Integer.toString(year));
  }
}
