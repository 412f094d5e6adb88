package vn.thutuc.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thutuc.clock.ClockFixture.CLOCK;
import static vn.thutuc.clock.ClockFixture.at;
import static vn.thutuc.clock.ClockFixture.english;
import static vn.thutuc.clock.ClockFixture.pauses;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thutuc.calendar.CalendarDay;
import vn.thutuc.calendar.DayKind;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.calendar.WorkingHours;

class ProvisionalTest {

  private static final CalendarDay ESTIMATED_WEDNESDAY =
      new CalendarDay(LocalDate.of(2026, 3, 4), "Ngày ước tính", DayKind.ESTIMATED, "");
  private static final StatutoryClock ESTIMATING =
      new StatutoryClock(
          WorkingCalendar.of(
              List.of(ESTIMATED_WEDNESDAY), Set.of(Year.of(2026)), WorkingHours.usual()));

  @ParameterizedTest
  @CsvSource({
    "2026-12-28 09:00, 3wd, false",
    "2026-12-28 09:00, 4wd, true",
    "2026-12-28 09:00, 10d, true",
    "2026-12-31 18:00, 1wh, true",
  })
  void isProvisionalIfItReachesIntoADraftYear(String received, String term, boolean provisional) {
    assertThat(CLOCK.deadline(at(received), Term.parse(term), List.of()).provisional())
        .isEqualTo(provisional);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02 09:00, 1wd, false, ends before the estimated day",
    "2026-03-02 09:00, 2wd, true, skips it",
    "2026-03-02 09:00, 2d, true, rolls off it",
    "2026-03-02 09:00, 4d, false, passes it as any calendar day",
    "2026-03-03 09:00, 8wh, true, skips it by the hour",
    "2026-03-04 09:00, 4d, true, was received on it",
  })
  void isProvisionalIfItDependsOnAnEstimatedDay(
      String received, String term, boolean provisional, String why) {
    assertThat(ESTIMATING.deadline(at(received), Term.parse(term), List.of()).provisional())
        .as(why)
        .isEqualTo(provisional);
  }

  @ParameterizedTest
  @CsvSource({
    "1wd, CONTINUE 2026-03-03 09:00..2026-03-05 09:00, true, measured over the estimated day",
    "1d, RESTART 2026-03-03 09:00..2026-03-04 09:00, true, resumed on the estimated day",
    "1d, RESTART 2026-03-03 09:00..2026-03-05 09:00, false, began anew after the estimated day",
    "2d, WITH 1d 2026-03-03 09:00..2026-03-05 09:00, false, began anew after the estimated day",
  })
  void isProvisionalIfAPauseMakesItDependOnAnEstimatedDay(
      String term, String pause, boolean provisional, String why) {
    Deadline deadline =
        ESTIMATING.deadline(at("2026-03-02 09:00"), Term.parse(term), pauses(pause));
    assertThat(deadline.provisional()).as(why).isEqualTo(provisional);
  }

  @Test
  void saysWhyItIsProvisional() {
    assertThat(english(ESTIMATING.deadline(at("2026-03-02 09:00"), Term.parse("2d"), List.of())))
        .contains("Provisional: 04/03/2026 (Ngày ước tính) is an estimated day off\nDue Thu");
    assertThat(english(CLOCK.deadline(at("2026-12-28 09:00"), Term.parse("4wd"), List.of())))
        .contains("Provisional: 01/01/2027 is in a year whose calendar is not published\nDue");
  }
}
