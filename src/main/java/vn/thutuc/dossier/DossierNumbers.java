package vn.thutuc.dossier;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives dossier numbers, gap-free per agency and day and safe on several nodes: the counter's row
 * is locked until the reception commits, and rolls back with it.
 *
 * <p>Form {@code H37.14-261121-0001} as provincial systems print it; the pattern is configurable.
 */
@Component
class DossierNumbers {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

  private final JdbcClient jdbc;
  private final String pattern;

  DossierNumbers(
      JdbcClient jdbc,
      @Value("${thutuc.dossier.number-pattern:{agency}-{day}-{sequence}}") String pattern) {
    if (!pattern.contains("{agency}") || !pattern.contains("{sequence}")) {
      throw new IllegalArgumentException(
          "thutuc.dossier.number-pattern needs {agency} and {sequence}, and may have {day}: "
              + pattern);
    }
    this.jdbc = jdbc;
    this.pattern = pattern;
  }

  String next(String agency, LocalDate day) {
    int sequence =
        jdbc.sql(
                """
                insert into dossier_counter (agency, day, last) values (:agency, :day, 1)
                on conflict (agency, day) do update set last = dossier_counter.last + 1
                returning last
                """)
            .param("agency", agency)
            .param("day", day)
            .query(Integer.class)
            .single();
    return pattern
        .replace("{agency}", agency)
        .replace("{day}", DAY.format(day))
        .replace("{sequence}", String.format(Locale.ROOT, "%04d", sequence));
  }
}
