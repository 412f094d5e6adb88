package vn.thutuc.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.thutuc.calendar.CalendarDay;
import vn.thutuc.calendar.WorkingCalendar;

/**
 * Dated rows in a row that were skipped, with no working day between them.
 *
 * @param rows at least one, all off and on weekdays
 */
record DaysOff(List<CalendarDay> rows) {

  /** The groups on weekdays after one date and up to another. */
  static List<DaysOff> between(WorkingCalendar calendar, LocalDate after, LocalDate upTo) {
    List<DaysOff> groups = new ArrayList<>();
    List<CalendarDay> group = new ArrayList<>();
    for (CalendarDay row : offRows(calendar, after, upTo)) {
      if (!group.isEmpty() && calendar.nextWorkingDay(last(group).date()).isBefore(row.date())) {
        groups.add(new DaysOff(List.copyOf(group)));
        group.clear();
      }
      group.add(row);
    }
    if (!group.isEmpty()) {
      groups.add(new DaysOff(List.copyOf(group)));
    }
    return groups;
  }

  private static List<CalendarDay> offRows(
      WorkingCalendar calendar, LocalDate after, LocalDate upTo) {
    return after
        .plusDays(1)
        .datesUntil(upTo.plusDays(1))
        .filter(WorkingCalendar::isWeekday)
        .filter(day -> !calendar.isWorkingDay(day))
        .map(day -> calendar.dayAt(day).orElseThrow())
        .toList();
  }

  private static CalendarDay last(List<CalendarDay> rows) {
    return rows.get(rows.size() - 1);
  }

  LocalDate first() {
    return rows.get(0).date();
  }

  LocalDate last() {
    return last(rows).date();
  }

  /** The name that the others contain ("Tết Nguyên Đán"), or all names. */
  String name() {
    return rows.stream()
        .map(CalendarDay::name)
        .filter(this::isPartOfAnother)
        .findFirst()
        .orElseGet(this::allNames);
  }

  private boolean isPartOfAnother(String name) {
    return rows.stream().map(CalendarDay::name).anyMatch(o -> !o.equals(name) && o.contains(name));
  }

  private String allNames() {
    return rows.stream().map(CalendarDay::name).distinct().collect(Collectors.joining(", "));
  }
}
