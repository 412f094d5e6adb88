package vn.thutuc.clock;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.thutuc.calendar.HolidayTable;

/**
 * Words for tests of the clock: the shipped calendar, short moments, pauses written in one line.
 */
final class ClockFixture {

  static final StatutoryClock CLOCK = new StatutoryClock(HolidayTable.shipped());

  private ClockFixture() {}

  /** Reads {@code 2026-03-02 10:00}. */
  static LocalDateTime at(String moment) {
    return LocalDateTime.parse(moment.replace(' ', 'T'));
  }

  /** Reads {@code PLUS 5wd 2026-02-12 09:00..2026-03-02 10:00}, several separated by ";". */
  static List<Pause> pauses(String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split(";")).map(one -> pause(one.trim())).toList();
  }

  static Pause pause(String text) {
    List<String> words = List.of(text.split(" ", 2));
    PauseMode mode = PauseMode.valueOf(words.get(0));
    String rest = words.get(1);
    Term amount = null;
    if (mode.needsAmount()) {
      amount = Term.parse(rest.substring(0, rest.indexOf(' ')));
      rest = rest.substring(rest.indexOf(' ') + 1);
    }
    String[] span = rest.split("\\.\\.", -1);
    return new Pause(
        at(span[0].trim()), span[1].isBlank() ? null : at(span[1].trim()), mode, amount, null);
  }

  static LocalDateTime end(String received, String term, String pauses) {
    return CLOCK.deadline(at(received), Term.parse(term), pauses(pauses)).end();
  }

  static String english(Deadline deadline) {
    return deadline.explanation().stream().map(Line::english).collect(Collectors.joining("\n"));
  }

  static String vietnamese(Deadline deadline) {
    return deadline.explanation().stream().map(Line::vietnamese).collect(Collectors.joining("\n"));
  }
}
