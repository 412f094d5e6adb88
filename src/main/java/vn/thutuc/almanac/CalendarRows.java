package vn.thutuc.almanac;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thutuc.calendar.CalendarDay;
import vn.thutuc.calendar.DayKind;
import vn.thutuc.calendar.WorkingHours;

/** The calendar's rows in the database. */
@Component
class CalendarRows {

  private final JdbcClient jdbc;

  CalendarRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long version() {
    return jdbc.sql("select version from almanac_version").query(Long.class).single();
  }

  void change() {
    jdbc.sql("update almanac_version set version = version + 1").update();
  }

  List<CalendarDay> days(String edition) {
    return jdbc.sql(
            "select day, name, kind, source from calendar_day where edition = ? order by day")
        .param(edition)
        .query(
            (row, index) ->
                new CalendarDay(
                    row.getDate("day").toLocalDate(),
                    row.getString("name"),
                    DayKind.valueOf(row.getString("kind")),
                    row.getString("source")))
        .list();
  }

  void insert(String edition, Collection<CalendarDay> days) {
    days.forEach(
        day ->
            jdbc.sql("insert into calendar_day values (?, ?, ?, ?, ?, ?)")
                .param(edition)
                .param(Date.valueOf(day.date()))
                .param(day.date().getYear())
                .param(day.name())
                .param(day.kind().name())
                .param(day.source())
                .update());
  }

  void delete(String edition, int year) {
    jdbc.sql("delete from calendar_day where edition = ? and year = ?")
        .param(edition)
        .param(year)
        .update();
  }

  /** Copies days and hours of an edition. */
  void copy(String from, String to) {
    jdbc.sql(
            """
            insert into calendar_day (edition, day, year, name, kind, source)
            select ?, day, year, name, kind, source from calendar_day where edition = ?
            """)
        .param(to)
        .param(from)
        .update();
    jdbc.sql(
            """
            insert into working_hours (edition, agency, from_date, slots, changed_at, changed_by)
            select ?, agency, from_date, slots, changed_at, changed_by
            from working_hours where edition = ?
            """)
        .param(to)
        .param(from)
        .update();
  }

  void move(String from, String to, int year) {
    jdbc.sql("update calendar_day set edition = ? where edition = ? and year = ?")
        .param(to)
        .param(from)
        .param(year)
        .update();
  }

  Set<Year> published() {
    return new HashSet<>(
        jdbc.sql("select year from calendar_year where published")
            .query((row, index) -> Year.of(row.getInt(1)))
            .list());
  }

  /** Hours of an agency, laid over those of the whole house, by the day they begin. */
  NavigableMap<LocalDate, WorkingHours> hours(String edition, String agency) {
    NavigableMap<LocalDate, WorkingHours> hours = new TreeMap<>();
    hours.put(LocalDate.MIN, WorkingHours.usual());
    for (String owner : List.of("", agency)) {
      Map<LocalDate, WorkingHours> own = new TreeMap<>();
      jdbc.sql(
              """
              select from_date, slots from working_hours
              where edition = ? and agency = ? order by from_date
              """)
          .param(edition)
          .param(owner)
          .query(
              (row, index) ->
                  own.put(row.getDate(1).toLocalDate(), SlotsText.parse(row.getString(2))))
          .list();
      own.forEach(
          (from, set) -> {
            hours.tailMap(from, true).clear();
            hours.put(from, set);
          });
    }
    return hours;
  }

  void putHours(String agency, LocalDate from, String slots, Instant at, String by) {
    jdbc.sql(
            """
            insert into working_hours (edition, agency, from_date, slots, changed_at, changed_by)
            values ('CURRENT', ?, ?, ?, ?, ?)
            on conflict (edition, agency, from_date) do update set slots = excluded.slots,
              changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """)
        .param(agency)
        .param(Date.valueOf(from))
        .param(slots)
        .param(Timestamp.from(at))
        .param(by)
        .update();
  }
}
