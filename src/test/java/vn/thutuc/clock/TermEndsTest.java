package vn.thutuc.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static vn.thutuc.clock.ClockFixture.CLOCK;
import static vn.thutuc.clock.ClockFixture.at;
import static vn.thutuc.clock.ClockFixture.end;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.calendar.WorkingHours;

/** Where terms end without pauses. March 2026 has no holidays; 2 March is a Monday. */
class TermEndsTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-02 09:00, 1wd, 2026-03-03 17:30, the day of reception is not counted",
    "2026-03-02 17:29, 1wd, 2026-03-03 17:30, just before closing time",
    "2026-03-02 17:30, 1wd, 2026-03-04 17:30, at closing time the next day is the first",
    "2026-03-02 05:00, 1wd, 2026-03-03 17:30, before opening",
    "2026-03-07 09:00, 1wd, 2026-03-10 17:30, Saturday morning counts from Monday",
    "2026-08-21 09:00, 1wd, 2026-08-22 17:30, the Saturday is worked in exchange",
    "2026-08-28 09:00, 1wd, 2026-09-03 17:30, swapped Monday and two holidays",
  })
  void countsWorkingDays(String received, String term, String due, String why) {
    assertThat(end(received, term, null)).as(why).isEqualTo(at(due));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02 09:00, 10d, 2026-03-12 17:30, day +10",
    "2026-03-02 09:00, 5d, 2026-03-09 17:30, day +5 is a Saturday",
    "2026-03-02 17:30, 10d, 2026-03-13 17:30, after closing time",
    "2026-03-07 09:00, 1d, 2026-03-10 17:30, Saturday morning counts from Monday",
    "2026-02-06 09:00, 10d, 2026-02-23 17:30, day +10 is the eve of Tết",
    "2026-08-12 09:00, 10d, 2026-08-22 17:30, day +10 is a Saturday worked in exchange",
  })
  void countsCalendarDays(String received, String term, String due, String why) {
    assertThat(end(received, term, null)).as(why).isEqualTo(at(due));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02 09:00, 2mo, 2026-05-04 17:30, 2 May is a Saturday",
    "2026-03-10 09:00, 1mo, 2026-04-10 17:30, same day of the month",
    "2025-12-31 09:00, 2mo, 2026-03-02 17:30, the last day of February is a Saturday",
    "2024-01-31 09:00, 1mo, 2024-02-29 17:30, the last day of a leap February",
    "2026-03-31 17:30, 1mo, 2026-05-04 17:30, effective on 1 April; 1 May is a holiday",
  })
  void countsMonths(String received, String term, String due, String why) {
    assertThat(end(received, term, null)).as(why).isEqualTo(at(due));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02 07:30, 4wh, 2026-03-02 11:30, the end of a slot rather than 13:30",
    "2026-03-02 07:30, 8wh, 2026-03-02 17:30, the end of the day rather than the next morning",
    "2026-03-02 10:00, 4wh, 2026-03-02 16:00, over noon",
    "2026-03-02 11:45, 1wh, 2026-03-02 14:30, received in the break",
    "2026-03-06 16:00, 16wh, 2026-03-10 16:00, over a weekend",
    "2026-03-06 18:00, 16wh, 2026-03-10 17:30, after closing time",
  })
  void countsWorkingHours(String received, String term, String due, String why) {
    assertThat(end(received, term, null)).as(why).isEqualTo(at(due));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02 09:00, 24h, 2026-03-03 09:00, that moment",
    "2026-03-06 09:00, 24h, 2026-03-09 07:30, that moment is a Saturday",
    "2026-03-02 09:00, 9h, 2026-03-03 07:30, the desk is closed then",
    "2026-03-02 09:00, 3h, 2026-03-02 13:30, the desk has a break then",
    "2026-03-02 09:30, 8h, 2026-03-02 17:30, closing time itself still holds",
    "2026-03-02 07:30, 4h, 2026-03-02 11:30, the beginning of the break still holds",
    "2026-03-02 05:00, 24h, 2026-03-03 07:30, counted from the effective moment",
  })
  void countsClockHours(String received, String term, String due, String why) {
    assertThat(end(received, term, null)).as(why).isEqualTo(at(due));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02 14:59, sd, 2026-03-02 17:30, before the cut-off",
    "2026-03-02 15:00, sd, 2026-03-03 17:30, at the cut-off",
    "2026-03-02 15:59, sd@16:00, 2026-03-02 17:30, before its own cut-off",
    "2026-03-06 16:00, sd@16:00, 2026-03-09 17:30, over a weekend",
    "2026-03-07 16:00, sd, 2026-03-09 17:30, on a day off the next morning counts",
    "2026-03-02 18:00, sd, 2026-03-03 17:30, after closing time the next morning counts",
  })
  void endsOnTheSameDayUnlessCutOff(String received, String term, String due, String why) {
    assertThat(end(received, term, null)).as(why).isEqualTo(at(due));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02 09:15, 5wd, 2026-03-09 09:15",
    "2026-03-02 11:45, 5wd, 2026-03-09 13:30",
    "2026-03-02 09:15, 5d, 2026-03-09 09:15",
    "2026-03-02 09:15, 1mo, 2026-04-02 09:15",
    "2026-03-02 09:15, sd, 2026-03-02 17:30",
    "2026-03-02 09:15, 4wh, 2026-03-02 15:15",
  })
  void endsAtTheSameTimeOfDayIfTheAgencyChoosesSo(String received, String term, String due) {
    StatutoryClock clock = new StatutoryClock(CLOCK.calendar(), DayEnd.SAME_TIME);
    assertThat(clock.deadline(at(received), Term.parse(term), List.of()).end()).isEqualTo(at(due));
  }

  @Test
  void endsAtTheClosingTimeOfTheLastDay() {
    StatutoryClock clock = new StatutoryClock(shorterFromTheFifthOfMarch());
    assertThat(clock.deadline(at("2026-03-02 09:00"), Term.parse("2wd"), List.of()).end())
        .isEqualTo(at("2026-03-04 17:30"));
    assertThat(clock.deadline(at("2026-03-02 09:00"), Term.parse("3wd"), List.of()).end())
        .isEqualTo(at("2026-03-05 16:00"));
    assertThat(clock.deadline(at("2026-03-04 17:00"), Term.parse("1wh"), List.of()).end())
        .isEqualTo(at("2026-03-05 08:30"));
  }

  @Test
  void keepsTheSameTimeOfDayWithinShorterHours() {
    StatutoryClock clock = new StatutoryClock(shorterFromTheFifthOfMarch(), DayEnd.SAME_TIME);
    assertThat(clock.deadline(at("2026-03-02 17:00"), Term.parse("3wd"), List.of()).end())
        .isEqualTo(at("2026-03-05 16:00"));
  }

  @Test
  void refusesATermBeyondTheCalendar() {
    assertThatIllegalStateException()
        .isThrownBy(() -> end("2026-03-02 09:00", "9999wd", null))
        .withMessageContaining("more than 20 years");
  }

  private static WorkingCalendar shorterFromTheFifthOfMarch() {
    WorkingHours shorter =
        new WorkingHours(List.of(new WorkingHours.Slot(LocalTime.of(8, 0), LocalTime.of(16, 0))));
    return WorkingCalendar.of(
        List.of(),
        Set.of(),
        new TreeMap<>(
            Map.of(
                LocalDate.of(2026, 1, 1),
                WorkingHours.usual(),
                LocalDate.of(2026, 3, 5),
                shorter)));
  }
}
