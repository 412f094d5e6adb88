package vn.thutuc.almanac;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.thutuc.calendar.CalendarDay;
import vn.thutuc.calendar.WorkingHours;

/**
 * The span in which a change lies: terms that lie wholly outside it count as before.
 *
 * @param first first day that is worked otherwise than before
 * @param last last such day
 */
public record ChangedDays(LocalDate first, LocalDate last) {

  /** Whether a stretch of days has a changed one, or lies around one. */
  public boolean touch(LocalDate from, LocalDate to) {
    return !from.isAfter(last) && !to.isBefore(first);
  }

  static Optional<ChangedDays> between(
      List<CalendarDay> daysBefore,
      NavigableMap<LocalDate, WorkingHours> hoursBefore,
      List<CalendarDay> daysAfter,
      NavigableMap<LocalDate, WorkingHours> hoursAfter) {
    NavigableSet<LocalDate> changed = new TreeSet<>(difference(daysBefore, daysAfter));
    if (!hoursBefore.equals(hoursAfter)) {
      changed.add(firstDifference(hoursBefore, hoursAfter));
      changed.add(LocalDate.MAX);
    }
    return changed.isEmpty()
        ? Optional.empty()
        : Optional.of(new ChangedDays(changed.first(), changed.last()));
  }

  private record Worked(LocalDate date, boolean worked) {}

  private static Set<LocalDate> difference(List<CalendarDay> before, List<CalendarDay> after) {
    Set<Worked> one = worked(before);
    Set<Worked> other = worked(after);
    Set<Worked> changed = new HashSet<>(one);
    changed.addAll(other);
    changed.removeIf(day -> one.contains(day) && other.contains(day));
    return changed.stream().map(Worked::date).collect(Collectors.toSet());
  }

  private static Set<Worked> worked(Collection<CalendarDay> days) {
    return days.stream()
        .map(day -> new Worked(day.date(), day.kind().isWorked()))
        .collect(Collectors.toSet());
  }

  private static LocalDate firstDifference(
      NavigableMap<LocalDate, WorkingHours> before, NavigableMap<LocalDate, WorkingHours> after) {
    NavigableSet<LocalDate> starts = new TreeSet<>(before.keySet());
    starts.addAll(after.keySet());
    return starts.stream()
        .filter(
            from -> !before.floorEntry(from).getValue().equals(after.floorEntry(from).getValue()))
        .findFirst()
        .orElse(LocalDate.MAX);
  }
}
