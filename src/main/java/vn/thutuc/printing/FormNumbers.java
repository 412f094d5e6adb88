package vn.thutuc.printing;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives the numbers of printed forms, gap-free per agency, form and year and safe on several nodes:
 * the counter's row is locked until the form is recorded, and rolls back with it.
 */
@Component
class FormNumbers {

  private final JdbcClient jdbc;
  private final PrintingSettings settings;

  FormNumbers(JdbcClient jdbc, PrintingSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /**
   * A number.
   *
   * @param unit id of the agency
   * @param form number of the form, two digits
   * @param year year of issue
   * @param sequence ordinal in that year, from 1
   * @param text as it is printed
   */
  record Given(String unit, String form, int year, int sequence, String text) {}

  Given next(String unit, FormKind kind, int year) {
    int sequence =
        jdbc.sql(
                """
                insert into form_counter (unit, form, year, last) values (:unit, :form, :year, 1)
                on conflict (unit, form, year) do update set last = form_counter.last + 1
                returning last
                """)
            .param("unit", unit)
            .param("form", kind.code())
            .param("year", year)
            .query(Integer.class)
            .single();
    String text =
        settings
            .numberPattern()
            .replace("{sequence}", String.format(Locale.ROOT, "%02d", sequence))
            .replace("{year}", Integer.toString(year))
            .replace("{form}", kind.code())
            .replace("{unit}", unit);
    return new Given(unit, kind.code(), year, sequence, text);
  }
}
