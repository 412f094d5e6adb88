package vn.thutuc.clock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A second, slow reading of the rules that shares no code with the first: it walks day by day and
 * minute by minute through the shipped rows. Knows disjoint, closed pauses in order, none of them
 * at the very end, whole minutes, the usual hours, and amounts of PLUS in working days.
 */
final class DayByDayOracle {

  private static final Map<LocalDate, Boolean> WORKED_BY_ROW = rows();

  private DayByDayOracle() {}

  static LocalDateTime end(LocalDateTime received, Term term, List<Pause> pauses) {
    return walk(term, term, effective(received), pauses);
  }

  private static LocalDateTime walk(Term full, Term term, LocalDateTime from, List<Pause> pauses) {
    return switch (term.unit()) {
      case WORKING_DAY -> workingDays(full, from.toLocalDate(), term.amount(), pauses);
      case SAME_DAY -> sameDay(full, term, from, pauses);
      case DAY -> days(full, from.toLocalDate().plusDays(term.amount()), pauses);
      case MONTH -> days(full, from.toLocalDate().plusMonths(term.amount()), pauses);
      case WORKING_HOUR -> workingMinutes(full, from, term.amount() * 60L, pauses);
      case CLOCK_HOUR -> clockMinutes(full, from.plusHours(term.amount()), pauses);
    };
  }

  private static LocalDateTime sameDay(
      Term full, Term term, LocalDateTime from, List<Pause> pauses) {
    boolean inTime = from.toLocalTime().isBefore(term.cutOff());
    return workingDays(full, from.toLocalDate(), inTime ? 0 : 1, pauses);
  }

  /** Strikes off one working day after the other until none is left. */
  private static LocalDateTime workingDays(Term full, LocalDate day, int left, List<Pause> pauses) {
    LocalDate at = day;
    int open = left;
    while (open > 0) {
      at = at.plusDays(1);
      open -= worked(at) ? 1 : 0;
    }
    LocalDateTime end = at.atTime(17, 30);
    if (pauses.isEmpty() || pauses.get(0).from().isAfter(end)) {
      return pauses.isEmpty() ? end : workingDays(full, at, 0, rest(pauses));
    }
    Pause pause = pauses.get(0);
    LocalDateTime resume = effective(pause.to());
    if (startsAnew(pause)) {
      return anew(full, pause, resume, rest(pauses));
    }
    LocalDate waited = effective(pause.from()).toLocalDate();
    int more = pause.mode() == PauseMode.PLUS ? pause.amount().amount() : 0;
    while (waited.isBefore(resume.toLocalDate())) {
      waited = waited.plusDays(1);
      more += worked(waited) ? 1 : 0;
    }
    return workingDays(full, at, more, rest(pauses));
  }

  private static LocalDateTime days(Term full, LocalDate unrolled, List<Pause> pauses) {
    LocalDate at = rolled(unrolled);
    if (pauses.isEmpty()) {
      return at.atTime(17, 30);
    }
    Pause pause = pauses.get(0);
    if (pause.from().isAfter(at.atTime(17, 30))) {
      return days(full, unrolled, rest(pauses));
    }
    LocalDateTime resume = effective(pause.to());
    if (startsAnew(pause)) {
      return anew(full, pause, resume, rest(pauses));
    }
    LocalDate moved = unrolled;
    for (LocalDate day = effective(pause.from()).toLocalDate();
        day.isBefore(resume.toLocalDate());
        day = day.plusDays(1)) {
      moved = moved.plusDays(1);
    }
    return days(full, plus(moved, pause), rest(pauses));
  }

  private static LocalDate plus(LocalDate unrolled, Pause pause) {
    if (pause.mode() != PauseMode.PLUS) {
      return unrolled;
    }
    LocalDate day = rolled(unrolled);
    for (int more = pause.amount().amount(); more > 0; more--) {
      day = rolled(day.plusDays(1));
    }
    return day;
  }

  /** Lets the minutes of work pass; what is left at a pause passes after it. */
  private static LocalDateTime workingMinutes(
      Term full, LocalDateTime from, long amount, List<Pause> pauses) {
    LocalDateTime at = from;
    long left = amount;
    LocalDateTime pausedAt = pauses.isEmpty() ? null : pauses.get(0).from();
    while (left > 0 && (pausedAt == null || at.isBefore(pausedAt))) {
      left -= open(at) ? 1 : 0;
      at = worked(at.toLocalDate()) ? at.plusMinutes(1) : nextMorning(at);
    }
    if (pausedAt == null) {
      return at;
    }
    if (left == 0 && pausedAt.isAfter(at)) {
      return workingMinutes(full, at, 0, rest(pauses));
    }
    Pause pause = pauses.get(0);
    LocalDateTime resume = effective(pause.to());
    if (startsAnew(pause)) {
      return anew(full, pause, resume, rest(pauses));
    }
    long more = pause.mode() == PauseMode.PLUS ? pause.amount().amount() * 480L : 0;
    return workingMinutes(full, resume, left + more, rest(pauses));
  }

  private static LocalDateTime clockMinutes(Term full, LocalDateTime unrolled, List<Pause> pauses) {
    LocalDateTime end = openOrClosing(unrolled) ? unrolled : effective(unrolled);
    if (pauses.isEmpty()) {
      return end;
    }
    Pause pause = pauses.get(0);
    if (pause.from().isAfter(end)) {
      return clockMinutes(full, unrolled, rest(pauses));
    }
    LocalDateTime resume = effective(pause.to());
    if (startsAnew(pause)) {
      return anew(full, pause, resume, rest(pauses));
    }
    LocalDateTime begin = effective(pause.from());
    long left = Math.max(0, ChronoUnit.MINUTES.between(begin, unrolled));
    LocalDateTime moved = begin.equals(resume) ? unrolled : resume.plusMinutes(left);
    if (pause.mode() == PauseMode.PLUS) {
      LocalDateTime rolled = openOrClosing(moved) ? moved : effective(moved);
      moved = plus(rolled.toLocalDate(), pause).atTime(rolled.toLocalTime());
    }
    return clockMinutes(full, moved, rest(pauses));
  }

  private static LocalDateTime anew(
      Term full, Pause pause, LocalDateTime resume, List<Pause> rest) {
    return walk(full, pause.mode() == PauseMode.WITH ? pause.amount() : full, resume, rest);
  }

  private static boolean startsAnew(Pause pause) {
    return pause.mode() == PauseMode.WITH || pause.mode() == PauseMode.RESTART;
  }

  private static List<Pause> rest(List<Pause> pauses) {
    return pauses.subList(1, pauses.size());
  }

  static LocalDateTime effective(LocalDateTime event) {
    LocalDateTime at = event;
    while (!open(at)) {
      at = worked(at.toLocalDate()) ? at.plusMinutes(1) : nextMorning(at);
    }
    return at;
  }

  private static LocalDateTime nextMorning(LocalDateTime at) {
    return at.toLocalDate().plusDays(1).atStartOfDay();
  }

  private static LocalDate rolled(LocalDate day) {
    LocalDate at = day;
    while (!worked(at)) {
      at = at.plusDays(1);
    }
    return at;
  }

  /** Whether the minute that begins now is worked. */
  private static boolean open(LocalDateTime at) {
    int minute = at.getHour() * 60 + at.getMinute();
    boolean morning = minute >= 450 && minute < 690;
    boolean afternoon = minute >= 810 && minute < 1050;
    return (morning || afternoon) && worked(at.toLocalDate());
  }

  private static boolean openOrClosing(LocalDateTime at) {
    return open(at) || open(at.minusMinutes(1));
  }

  private static boolean worked(LocalDate day) {
    return WORKED_BY_ROW.getOrDefault(day, day.getDayOfWeek().getValue() <= 5);
  }

  private static Map<LocalDate, Boolean> rows() {
    try (InputStream csv = DayByDayOracle.class.getResourceAsStream("/calendar/holidays-vn.csv")) {
      Map<LocalDate, Boolean> rows = new HashMap<>();
      new String(csv.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .forEach(line -> rows.put(LocalDate.parse(line.substring(0, 10)), isSwapWork(line)));
      return rows;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static boolean isSwapWork(String line) {
    return line.contains(",swap_work,");
  }
}
