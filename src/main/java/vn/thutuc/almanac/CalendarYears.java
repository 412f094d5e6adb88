package vn.thutuc.almanac;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.calendar.CalendarDay;
import vn.thutuc.clock.Now;

/**
 * The calendar years as administrators keep them: imported into a draft, then published. Nothing
 * here touches a dossier; publishing opens the run that does.
 */
@Service
@Transactional
public class CalendarYears {

  /** Any number will do: one administrator's change at a time. */
  static final long LOCK = 7_240_004L;

  private final CalendarRows rows;
  private final CalendarRuns runs;
  private final JdbcClient jdbc;
  private final Now now;

  CalendarYears(CalendarRows rows, CalendarRuns runs, JdbcClient jdbc, Now now) {
    this.rows = rows;
    this.runs = runs;
    this.jdbc = jdbc;
    this.now = now;
  }

  /**
   * A draft of a year.
   *
   * @param source name of the file it came from
   * @param rows how many days it names
   */
  public record Draft(Instant importedAt, String importedBy, String source, int rows) {}

  /**
   * A year.
   *
   * @param published whether its rows are final
   * @param provisional whether what depends on it may still move: not published, or with estimated
   *     days
   * @param rows how many days are named by what counts
   * @param draft what is being prepared, or null
   */
  public record YearView(
      int year,
      boolean published,
      Instant publishedAt,
      String publishedBy,
      boolean provisional,
      int rows,
      Draft draft) {}

  /** How a row stands to what counts. */
  public enum Change {
    /** Counts already, as it is. */
    SAME,
    /** Is not in what counts. */
    ADDED,
    /** Counts with another kind or name. */
    CHANGED,
    /** Counts and is not in the draft. */
    REMOVED
  }

  /**
   * One row.
   *
   * @param day the row
   * @param counts the row that counts on that day, or null
   * @param change how both stand to each other
   */
  public record Row(CalendarDay day, CalendarDay counts, Change change) {}

  /** Every year that is known, by number. */
  @Transactional(readOnly = true)
  public List<YearView> years() {
    Map<Integer, Draft> drafts = drafts();
    return jdbc.sql(
            """
            select y.year, coalesce(c.published, false) as published, c.published_at,
              c.published_by,
              (select count(*) from calendar_day d
                where d.edition = 'CURRENT' and d.year = y.year) as days,
              exists (select 1 from calendar_day d where d.edition = 'CURRENT'
                and d.year = y.year and d.kind = 'ESTIMATED') as estimated
            from (select year from calendar_year union select year from calendar_draft) y
            left join calendar_year c on c.year = y.year order by y.year
            """)
        .query(
            (row, index) ->
                new YearView(
                    row.getInt("year"),
                    row.getBoolean("published"),
                    instant(row.getTimestamp("published_at")),
                    row.getString("published_by"),
                    !row.getBoolean("published") || row.getBoolean("estimated"),
                    row.getInt("days"),
                    drafts.get(row.getInt("year"))))
        .list();
  }

  private Map<Integer, Draft> drafts() {
    Map<Integer, Draft> drafts = new TreeMap<>();
    jdbc.sql(
            """
            select f.year, f.imported_at, f.imported_by, f.source,
              (select count(*) from calendar_day d
                where d.edition = 'DRAFT' and d.year = f.year) as days
            from calendar_draft f
            """)
        .query(
            row -> {
              drafts.put(
                  row.getInt("year"),
                  new Draft(
                      instant(row.getTimestamp("imported_at")),
                      row.getString("imported_by"),
                      row.getString("source"),
                      row.getInt("days")));
            });
    return drafts;
  }

  private static Instant instant(Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  /** The rows of a year that count. */
  @Transactional(readOnly = true)
  public List<Row> current(int year) {
    return of(year, Edition.CURRENT).stream().map(day -> new Row(day, day, Change.SAME)).toList();
  }

  /**
   * The rows of a year's draft, and those it leaves out, by day.
   *
   * @throws AlmanacProblem when the year has no draft
   */
  @Transactional(readOnly = true)
  public List<Row> draft(int year) {
    requireDraft(year);
    Map<?, CalendarDay> counting =
        of(year, Edition.CURRENT).stream()
            .collect(Collectors.toMap(CalendarDay::date, Function.identity()));
    List<CalendarDay> draft = of(year, Edition.DRAFT);
    List<?> dates = draft.stream().map(CalendarDay::date).toList();
    return Stream.concat(
            draft.stream().map(day -> compared(day, counting.get(day.date()))),
            counting.values().stream()
                .filter(day -> !dates.contains(day.date()))
                .map(day -> new Row(day, day, Change.REMOVED)))
        .sorted((a, b) -> a.day().date().compareTo(b.day().date()))
        .toList();
  }

  private static Row compared(CalendarDay day, CalendarDay counts) {
    if (counts == null) {
      return new Row(day, null, Change.ADDED);
    }
    boolean same = day.kind() == counts.kind() && Objects.equals(day.name(), counts.name());
    return new Row(day, counts, same ? Change.SAME : Change.CHANGED);
  }

  private List<CalendarDay> of(int year, String edition) {
    return rows.days(edition).stream().filter(day -> day.date().getYear() == year).toList();
  }

  /**
   * Replaces the draft of a year by what a file says, wholly or not at all.
   *
   * @param file the file's bytes
   * @param source name of the file, for people
   * @param by who imports
   * @return how many days the draft names
   * @throws AlmanacProblem when the file cannot be taken; it says where and what to do
   */
  public int replaceDraft(int year, FileKind kind, byte[] file, String source, String by) {
    List<CalendarDay> days = kind == FileKind.CSV ? CsvCalendar.read(file) : IcsCalendar.read(file);
    DraftCheck.require(year, days);
    lock();
    rows.delete(Edition.DRAFT, year);
    rows.insert(Edition.DRAFT, days);
    jdbc.sql(
            """
            insert into calendar_draft (year, imported_at, imported_by, source)
            values (?, ?, ?, ?)
            on conflict (year) do update set imported_at = excluded.imported_at,
              imported_by = excluded.imported_by, source = excluded.source
            """)
        .param(year)
        .param(Timestamp.from(now.instant()))
        .param(by)
        .param(cut(source))
        .update();
    return days.size();
  }

  private static String cut(String source) {
    String text = source == null || source.isBlank() ? "không rõ tên tệp" : source.strip();
    return text.length() <= 300 ? text : text.substring(0, 300);
  }

  /**
   * Drops the draft of a year; what counts stays.
   *
   * @throws AlmanacProblem when the year has no draft
   */
  public void dropDraft(int year) {
    lock();
    requireDraft(year);
    deleteDraft(year);
  }

  private void deleteDraft(int year) {
    rows.delete(Edition.DRAFT, year);
    jdbc.sql("delete from calendar_draft where year = ?").param(year).update();
  }

  /**
   * Makes the draft of a year what counts and opens the run that carries it to the open dossiers.
   *
   * @param reissue whether appointments that become too early are given anew
   * @param seen when the draft that was looked at was imported; null publishes whatever is there
   * @param by who publishes
   * @return id of the run
   * @throws AlmanacProblem when there is no draft, another one than was looked at, or an open run
   */
  public long publish(int year, boolean reissue, Instant seen, String by) {
    lock();
    Draft draft = requireDraft(year);
    if (seen != null && !seen.equals(draft.importedAt())) {
      throw new AlmanacProblem(
          "draft-replaced",
          "draft",
          "Bản dự thảo năm %d vừa được %s thay bằng bản khác. Hãy xem lại bản mới rồi công bố."
              .formatted(year, draft.importedBy()));
    }
    long run = runs.open(cause(year), reissue, by);
    rows.delete(Edition.CURRENT, year);
    rows.move(Edition.DRAFT, Edition.CURRENT, year);
    deleteDraft(year);
    jdbc.sql(
            """
            insert into calendar_year (year, published, published_at, published_by)
            values (?, true, ?, ?)
            on conflict (year) do update set published = true,
              published_at = excluded.published_at, published_by = excluded.published_by
            """)
        .param(year)
        .param(Timestamp.from(now.instant()))
        .param(by)
        .update();
    rows.change();
    return run;
  }

  private String cause(int year) {
    boolean again = rows.published().stream().anyMatch(published -> published.getValue() == year);
    return again ? "Điều chỉnh lịch làm việc năm " + year : "Công bố lịch làm việc năm " + year;
  }

  private Draft requireDraft(int year) {
    Draft draft = drafts().get(year);
    if (draft == null) {
      throw new AlmanacProblem(
          "no-draft", "year", "Năm " + year + " chưa có bản dự thảo lịch. Hãy nhập lịch trước.");
    }
    return draft;
  }

  private void lock() {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row, i) -> 1).single();
  }
}
