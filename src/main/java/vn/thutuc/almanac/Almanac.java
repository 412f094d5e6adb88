package vn.thutuc.almanac;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.calendar.CalendarDay;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.calendar.WorkingHours;
import vn.thutuc.clock.StatutoryClock;

/**
 * Gives the statutory clock of an agency over the calendar that counts. Clocks are kept until the
 * calendar changes, on this node or another: each question compares one number in the database.
 */
@Service
@Transactional(readOnly = true)
public class Almanac {

  private final CalendarRows rows;
  private final Map<String, StatutoryClock> clocks = new ConcurrentHashMap<>();
  private volatile long known = -1;

  Almanac(CalendarRows rows) {
    this.rows = rows;
  }

  /** The clock of an agency over what counts now. */
  public StatutoryClock clockOf(String agency) {
    refresh();
    return clocks.computeIfAbsent(
        agency,
        wanted ->
            clock(
                rows.days(Edition.CURRENT), rows.published(), rows.hours(Edition.CURRENT, wanted)));
  }

  /** The clock of an agency as it was before a run changed the calendar. */
  public StatutoryClock clockBefore(long run, String agency) {
    return clock(
        rows.days(Edition.before(run)), rows.published(), rows.hours(Edition.before(run), agency));
  }

  /**
   * The clock of an agency as it would be with a year's draft published.
   *
   * @throws AlmanacProblem when the year has no draft
   */
  public StatutoryClock clockWithDraft(int year, String agency) {
    List<CalendarDay> draft =
        rows.days(Edition.DRAFT).stream().filter(day -> day.date().getYear() == year).toList();
    if (draft.isEmpty()) {
      throw new AlmanacProblem(
          "no-draft", "year", "Năm " + year + " chưa có bản dự thảo lịch. Hãy nhập lịch trước.");
    }
    Stream<CalendarDay> others =
        rows.days(Edition.CURRENT).stream().filter(day -> day.date().getYear() != year);
    Set<Year> published =
        Stream.concat(rows.published().stream(), Stream.of(Year.of(year)))
            .collect(Collectors.toSet());
    return clock(
        Stream.concat(others, draft.stream()).toList(),
        published,
        rows.hours(Edition.CURRENT, agency));
  }

  /** The first and the last day on which a run changed what an agency works; empty if none. */
  public Optional<ChangedDays> changedDays(long run, String agency) {
    return ChangedDays.between(
        rows.days(Edition.before(run)),
        rows.hours(Edition.before(run), agency),
        rows.days(Edition.CURRENT),
        rows.hours(Edition.CURRENT, agency));
  }

  private static StatutoryClock clock(
      List<CalendarDay> days, Set<Year> published, NavigableMap<LocalDate, WorkingHours> hours) {
    return new StatutoryClock(WorkingCalendar.of(days, published, hours));
  }

  private void refresh() {
    long version = rows.version();
    if (version != known) {
      synchronized (clocks) {
        clocks.clear();
        known = version;
      }
    }
  }
}
