package vn.thutuc.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.thutuc.clock.ClockFixture.CLOCK;
import static vn.thutuc.clock.ClockFixture.at;
import static vn.thutuc.clock.ClockFixture.pauses;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesAndRungsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          8wh | 0    |                                             | 2026-03-02 07:30
          8wh | 500  |                                             | 2026-03-02 11:30
          8wh | 750  |                                             | 2026-03-02 15:30
          8wh | 1000 |                                             | 2026-03-02 17:30
          4wd | 200  |                                             | 2026-03-02 17:30
          4wd | 500  |                                             | 2026-03-04 11:30
          4d  | 500  |                                             | 2026-03-04 11:30
          4wd | 500  | CONTINUE 2026-03-02 17:30..2026-03-05 07:30 | 2026-03-06 11:30
          4wd | 500  | RESTART 2026-03-03 09:00..2026-03-09 07:30  | 2026-03-11 11:30
          """)
  void findsTheMomentAShareIsUsedUp(String term, int perMille, String pauses, String used) {
    LocalDateTime moment = share(term, pauses, perMille);
    assertThat(CLOCK.workingTimeBetween(moment, at(used))).isZero();
  }

  @Test
  void hasNoSharesWhilePausedOrWithoutATerm() {
    assertThat(share("5wd", "CONTINUE 2026-03-03 09:00..", 500)).isNull();
    assertThat(CLOCK.shareUsed(at("2026-03-02 07:30"), null, List.of(), List.of(), 500)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"-1", "1001"})
  void refusesSharesOutOfRange(int perMille) {
    assertThatIllegalArgumentException().isThrownBy(() -> share("5wd", null, perMille));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-23 17:30, 1wd, 2026-02-13 17:30, closing time over Tết",
    "2026-03-05 10:15, 1wd, 2026-03-04 10:15, the same time of day",
    "2026-03-05 17:30, 4wh, 2026-03-05 13:30, half a day",
    "2026-03-05 17:30, 8wh, 2026-03-05 07:30, a day of hours",
    "2026-03-05 09:30, 4wh, 2026-03-04 15:30, over the night",
    "2026-03-09 17:30, 1d, 2026-03-06 17:30, the day before is a Sunday",
    "2026-03-09 09:00, 24h, 2026-03-06 17:30, the desk was closed then",
    "2026-03-06 13:00, 1h, 2026-03-06 11:30, in the break",
    "2026-03-09 17:30, 1mo, 2026-02-09 17:30, a month before",
    "2026-03-09 17:30, sd, 2026-03-09 07:30, the opening of the day",
  })
  void findsRungsBeforeTheEnd(String end, String distance, String rung, String why) {
    assertThat(CLOCK.before(at(end), Term.parse(distance))).as(why).isEqualTo(at(rung));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-13 17:30, 1wd, 2026-02-23 17:30, closing time over Tết",
    "2026-03-05 10:15, 1wd, 2026-03-06 10:15, the same time of day",
    "2026-03-05 17:30, 4wh, 2026-03-06 11:30, half a day",
    "2026-03-06 17:30, 1d, 2026-03-09 17:30, the day after is a Saturday",
    "2026-03-06 09:00, 24h, 2026-03-09 07:30, the desk is closed then",
    "2026-02-09 17:30, 1mo, 2026-03-09 17:30, a month after",
    "2026-03-09 09:00, sd, 2026-03-09 17:30, the closing of the day",
  })
  void findsRungsAfterTheEnd(String end, String distance, String rung, String why) {
    assertThat(CLOCK.after(at(end), Term.parse(distance))).as(why).isEqualTo(at(rung));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02 07:30, 2026-03-02 17:30, PT8H",
    "2026-03-02 00:00, 2026-03-03 00:00, PT8H",
    "2026-03-02 11:00, 2026-03-02 14:00, PT1H",
    "2026-03-06 17:00, 2026-03-09 08:00, PT1H",
    "2026-03-07 00:00, 2026-03-09 07:30, PT0S",
    "2026-03-09 08:00, 2026-03-06 17:00, PT-1H",
    "2026-02-02 07:30, 2026-03-02 07:30, PT120H",
  })
  void measuresWorkingTime(String from, String to, Duration worked) {
    assertThat(CLOCK.workingTimeBetween(at(from), at(to))).isEqualTo(worked);
  }

  private static LocalDateTime share(String term, String pauses, int perMille) {
    return CLOCK.shareUsed(
        at("2026-03-02 07:30"), Term.parse(term), pauses(pauses), List.of(), perMille);
  }
}
