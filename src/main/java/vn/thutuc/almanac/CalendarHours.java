package vn.thutuc.almanac;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.calendar.WorkingHours;
import vn.thutuc.clock.Now;

/**
 * The counting hours of the whole house and of agencies, each from a day on. The hours in which a
 * desk receives people are another fact and stand elsewhere.
 */
@Service
@Transactional
public class CalendarHours {

  /** The whole house. */
  public static final String EVERYBODY = "";

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;
  private static final int LONGEST = 200;

  private final CalendarRows rows;
  private final CalendarRuns runs;
  private final JdbcClient jdbc;
  private final Now now;

  CalendarHours(CalendarRows rows, CalendarRuns runs, JdbcClient jdbc, Now now) {
    this.rows = rows;
    this.runs = runs;
    this.jdbc = jdbc;
    this.now = now;
  }

  /**
   * Hours that hold from a day on.
   *
   * @param agency id of the agency; empty for the whole house
   * @param slots as {@code 07:30-11:30 13:30-17:30}
   */
  public record Hours(
      String agency, LocalDate from, String slots, Instant changedAt, String changedBy) {}

  /** The hours that hold where nothing else is said. */
  public String usual() {
    return SlotsText.text(WorkingHours.usual());
  }

  /** All hours that were set, by agency and day. */
  @Transactional(readOnly = true)
  public List<Hours> all() {
    return jdbc.sql(
            """
            select agency, from_date, slots, changed_at, changed_by from working_hours
            where edition = 'CURRENT' order by agency, from_date
            """)
        .query(
            (row, index) ->
                new Hours(
                    row.getString("agency"),
                    row.getDate("from_date").toLocalDate(),
                    row.getString("slots"),
                    row.getTimestamp("changed_at").toInstant(),
                    row.getString("changed_by")))
        .list();
  }

  /**
   * Sets the hours of an agency from a day on and opens the run that carries the change to the open
   * dossiers.
   *
   * @param agency id of an agency, or {@link #EVERYBODY}
   * @param name what the agency is called, for the cause of the run
   * @param reissue whether appointments that become too early are given anew
   * @param by who sets them
   * @return id of the run
   * @throws AlmanacProblem when the hours are malformed or a run is open
   */
  public long set(
      String agency, String name, LocalDate from, String slots, boolean reissue, String by) {
    if (from == null || from.getYear() < FIRST_YEAR || from.getYear() > LAST_YEAR) {
      throw new AlmanacProblem(
          "date-missing", "from", "Chưa có ngày áp dụng hợp lệ. Hãy chọn ngày bắt đầu áp dụng.");
    }
    String text = SlotsText.text(SlotsText.parse(slots == null ? "" : slots));
    if (text.length() > LONGEST) {
      throw new AlmanacProblem(
          "hours-malformed", "slots", "Giờ làm việc có quá nhiều khoảng. Hãy viết gọn lại.");
    }
    jdbc.sql("select pg_advisory_xact_lock(?)")
        .param(CalendarYears.LOCK)
        .query((row, i) -> 1)
        .single();
    long run = runs.open(cause(name, from), reissue, by);
    rows.putHours(agency, from, text, now.instant(), by);
    rows.change();
    return run;
  }

  private static String cause(String name, LocalDate from) {
    String who = name.length() <= 200 ? name : name.substring(0, 200);
    return "Đổi giờ làm việc của %s từ %s".formatted(who, DayText.of(from));
  }
}
