package vn.thutuc.quick;

import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.DossierProblem;

/**
 * Gives the numbers of the registers, gap-free per agency, register and year and safe on several
 * nodes: the counter's row is locked until the entry is recorded, and rolls back with it.
 */
@Component
class QuickNumbers {

  /** No register of a commune reaches it in a year. */
  static final int MOST = 9_999_999;

  private final JdbcClient jdbc;
  private final String pattern;

  QuickNumbers(
      JdbcClient jdbc, @Value("${thutuc.quick.number-pattern:{sequence}/{year}}") String pattern) {
    if (!pattern.contains("{sequence}")) {
      throw new IllegalArgumentException(
          "thutuc.quick.number-pattern needs {sequence}, and may have {year}: " + pattern);
    }
    this.jdbc = jdbc;
    this.pattern = pattern;
  }

  /**
   * A number.
   *
   * @param sequence ordinal in that year
   * @param text as it is written
   */
  record Given(String unit, Book book, int year, int sequence, String text) {}

  Given next(String unit, Book book, int year) {
    int sequence =
        jdbc.sql(
                """
                insert into quick_counter (unit, book, year, last) values (:unit, :book, :year, 1)
                on conflict (unit, book, year) do update set last = quick_counter.last + 1
                returning last
                """)
            .param("unit", unit)
            .param("book", book.name())
            .param("year", year)
            .query(Integer.class)
            .single();
    return new Given(unit, book, year, sequence, text(sequence, year));
  }

  /** The number that comes next; nobody is kept from taking it meanwhile. */
  String coming(String unit, Book book, int year) {
    return text(last(unit, book, year).orElse(0) + 1, year);
  }

  /** The last number given; empty while the register has not been begun here in that year. */
  Optional<Integer> last(String unit, Book book, int year) {
    return jdbc.sql(
            """
            select last from quick_counter where unit = :unit and book = :book and year = :year
            """)
        .param("unit", unit)
        .param("book", book.name())
        .param("year", year)
        .query(Integer.class)
        .optional();
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
    int begun =
        jdbc.sql(
                """
                insert into quick_counter (unit, book, year, last) values (:unit, :book, :year, :last)
                on conflict do nothing
                """)
            .param("unit", unit)
            .param("book", book.name())
            .param("year", year)
            .param("last", last)
            .update();
    if (begun == 0) {
      throw DossierProblem.conflict(
          "book-begun",
          "%s năm %d đã mở trên hệ thống, số tiếp theo là %s; không đặt lại số được."
              .formatted(book.label(), year, coming(unit, book, year)));
    }
  }

  String text(int sequence, int year) {
    return pattern
        .replace("{sequence}", Integer.toString(sequence))
        .replace("{year}", Integer.toString(year));
  }
}
