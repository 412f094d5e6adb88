package vn.thutuc.almanac;

import java.time.Year;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.calendar.CalendarDay;
import vn.thutuc.calendar.HolidayTable;

/** Brings the shipped calendar into an empty database: known years published, the next one not. */
@Component
public class AlmanacSeed {

  /** Any number will do: one node at a time seeds. */
  private static final long LOCK = 7_240_003L;

  private final CalendarRows rows;
  private final JdbcClient jdbc;

  AlmanacSeed(CalendarRows rows, JdbcClient jdbc) {
    this.rows = rows;
    this.jdbc = jdbc;
  }

  /** Seeds once; a calendar that is there is left as it is. */
  @Transactional
  public void seed() {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row, i) -> 1).single();
    if (jdbc.sql("select count(*) from calendar_year").query(Long.class).single() > 0) {
      return;
    }
    List<CalendarDay> days = HolidayTable.shippedDays();
    Set<Year> published = HolidayTable.shippedYears();
    rows.insert(Edition.CURRENT, days);
    days.stream()
        .map(day -> day.date().getYear())
        .distinct()
        .forEach(
            year ->
                jdbc.sql("insert into calendar_year (year, published) values (?, ?)")
                    .param(year)
                    .param(published.contains(Year.of(year)))
                    .update());
    rows.change();
  }
}
