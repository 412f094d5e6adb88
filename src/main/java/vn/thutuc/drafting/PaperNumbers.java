package vn.thutuc.drafting;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;

/**
 * Gives papers their numbers, without a gap per agency, register and year and safe on several
 * nodes: the register's row is locked until the paper is issued, and rolls back with it.
 */
@Component
class PaperNumbers {

  private static final String COMMITTEE = "Ủy ban nhân dân";

  private final JdbcClient jdbc;
  private final DraftingSettings settings;
  private final Organisation organisation;

  PaperNumbers(JdbcClient jdbc, DraftingSettings settings, Organisation organisation) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.organisation = organisation;
  }

  /**
   * A number.
   *
   * @param unit id of the agency whose register it is from
   * @param year year of issue
   * @param sequence ordinal in the register of that year
   * @param text as it is printed
   */
  record Given(String unit, int year, int sequence, String text) {}

  /**
   * The next number.
   *
   * @param unit id of the agency that numbers
   * @param issuer id of the unit under whose name the paper goes out
   */
  Given next(String unit, PaperKind kind, int year, String issuer) {
    int first = settings.firstNumbers().getOrDefault(unit + "/" + kind.book() + "/" + year, 1);
    int sequence =
        jdbc.sql(
                """
                insert into result_register_counter as counter (unit, book, year, last)
                values (:unit, :book, :year, :first)
                on conflict (unit, book, year) do update set last = counter.last + 1
                returning last
                """)
            .param("unit", unit)
            .param("book", kind.book())
            .param("year", year)
            .param("first", first)
            .query(Integer.class)
            .single();
    String pattern = kind.sign().isEmpty() ? settings.letterPattern() : settings.numberPattern();
    return new Given(
        unit,
        year,
        sequence,
        pattern
            .replace("{sequence}", String.format(Locale.ROOT, "%02d", sequence))
            .replace("{year}", Integer.toString(year))
            .replace("{kind}", kind.sign())
            .replace("{unit}", symbol(issuer)));
  }

  /** First letters of the name, as Sở Xây dựng is SXD; committees are UBND. */
  private String symbol(String unit) {
    String set = settings.symbols().get(unit);
    if (set != null) {
      return set;
    }
    String name = organisation.unit(unit).map(UnitView::name).orElse(unit);
    if (name.startsWith(COMMITTEE)) {
      return "UBND";
    }
    return Stream.of(name.split("[^\\p{L}]+"))
        .filter(word -> !word.isEmpty() && !word.equals("và"))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
