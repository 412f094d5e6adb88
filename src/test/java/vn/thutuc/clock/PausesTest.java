package vn.thutuc.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.thutuc.clock.ClockFixture.CLOCK;
import static vn.thutuc.clock.ClockFixture.at;
import static vn.thutuc.clock.ClockFixture.end;
import static vn.thutuc.clock.ClockFixture.pauses;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pauses do. Without them 5wd from Monday 2 March 2026 ends on 9 March. */
class PausesTest {

  private static final String MONDAY = "2026-03-02 09:00";

  @ParameterizedTest
  @CsvSource({
    "5wd, CONTINUE 2026-03-03 09:00..2026-03-05 09:00, 2026-03-11 17:30, two days waited",
    "5wd, CONTINUE 2026-03-03 09:00..2026-03-03 16:00, 2026-03-09 17:30, resumed on the same day",
    "5wd, CONTINUE 2026-03-03 17:30..2026-03-05 09:00, 2026-03-10 17:30, paused at closing time",
    "5wd, CONTINUE 2026-03-06 18:00..2026-03-09 07:00, 2026-03-09 17:30, no working time between",
    "10d, CONTINUE 2026-03-03 09:00..2026-03-05 09:00, 2026-03-16 17:30, 14 March is a Saturday",
    "1mo, CONTINUE 2026-03-03 09:00..2026-03-06 09:00, 2026-04-06 17:30, 5 April is a Sunday",
    "8wh, CONTINUE 2026-03-02 10:00..2026-03-04 14:00, 2026-03-05 11:00, 7 hours were left",
    "24h, CONTINUE 2026-03-02 10:00..2026-03-04 10:00, 2026-03-05 09:00, 23 hours were left",
    "sd, CONTINUE 2026-03-02 10:00..2026-03-04 10:00, 2026-03-04 17:30, two days waited",
  })
  void countsOnWhatWasLeft(String term, String pause, String due, String why) {
    assertThat(end(MONDAY, term, pause)).as(why).isEqualTo(at(due));
  }

  @ParameterizedTest
  @CsvSource({
    "5wd, RESTART 2026-03-03 09:00..2026-03-05 09:00, 2026-03-12 17:30",
    "5wd, RESTART 2026-03-03 09:00..2026-03-05 17:30, 2026-03-13 17:30",
    "10d, RESTART 2026-03-03 09:00..2026-03-05 09:00, 2026-03-16 17:30",
    "8wh, RESTART 2026-03-02 10:00..2026-03-04 14:00, 2026-03-05 14:00",
    "sd, RESTART 2026-03-02 10:00..2026-03-04 15:00, 2026-03-05 17:30",
  })
  void countsTheFullTermAgain(String term, String pause, String due) {
    assertThat(end(MONDAY, term, pause)).isEqualTo(at(due));
  }

  @ParameterizedTest
  @CsvSource({
    "5wd, PLUS 5wd 2026-03-03 09:00..2026-03-05 09:00, 2026-03-18 17:30",
    "10d, PLUS 5wd 2026-03-03 09:00..2026-03-05 09:00, 2026-03-23 17:30",
    "8wh, PLUS 1wd 2026-03-02 10:00..2026-03-04 14:00, 2026-03-06 11:00",
    "10d, PLUS 3d 2026-03-03 09:00..2026-03-05 09:00, 2026-03-17 17:30",
    "5wd, PLUS 4wh 2026-03-03 09:00..2026-03-05 09:00, 2026-03-12 11:30",
  })
  void countsOnAndAddsAnAmount(String term, String pause, String due) {
    assertThat(end(MONDAY, term, pause)).isEqualTo(at(due));
  }

  @ParameterizedTest
  @CsvSource({
    "5wd, WITH 18wd 2026-03-03 09:00..2026-03-05 09:00, 2026-03-31 17:30",
    "5wd, WITH 1wd 2026-03-03 09:00..2026-03-05 09:00, 2026-03-06 17:30",
    "5wd, WITH 4wh 2026-03-03 09:00..2026-03-05 09:00, 2026-03-05 15:00",
    "16wh, WITH 3d 2026-03-03 09:00..2026-03-05 09:00, 2026-03-09 17:30",
  })
  void countsAnAmountInsteadOfWhatWasLeft(String term, String pause, String due) {
    assertThat(end(MONDAY, term, pause)).isEqualTo(at(due));
  }

  @ParameterizedTest
  @CsvSource({
    "CONTINUE 2026-03-03 09:00..2026-03-05 09:00; CONTINUE 2026-03-06 09:00..2026-03-09 09:00,"
        + "2026-03-12 17:30, one after the other",
    "CONTINUE 2026-03-06 09:00..2026-03-09 09:00; CONTINUE 2026-03-03 09:00..2026-03-05 09:00,"
        + "2026-03-12 17:30, given out of order",
    "CONTINUE 2026-03-03 09:00..2026-03-06 09:00; CONTINUE 2026-03-04 09:00..2026-03-09 09:00,"
        + "2026-03-13 17:30, time waited twice counts once",
    "CONTINUE 2026-03-03 09:00..2026-03-09 09:00; CONTINUE 2026-03-04 09:00..2026-03-05 09:00,"
        + "2026-03-13 17:30, one within the other",
    "WITH 3d 2026-03-03 09:00..2026-03-05 09:00; CONTINUE 2026-03-06 09:00..2026-03-07 09:00,"
        + "2026-03-11 17:30, continues what replaced the term",
    "WITH 3d 2026-03-03 09:00..2026-03-05 09:00; RESTART 2026-03-06 09:00..2026-03-06 10:00,"
        + "2026-03-13 17:30, restarts the full term of the procedure",
  })
  void countsSeveralPauses(String pauses, String due, String why) {
    assertThat(end(MONDAY, "5wd", pauses)).as(why).isEqualTo(at(due));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-09 17:30:01..2026-03-12 09:00, began after the end",
    "2026-03-10 09:00.., began after the end and is open",
    "2026-02-25 09:00..2026-02-26 09:00, was over before the reception",
  })
  void ignoresPausesOutsideTheTerm(String span, String why) {
    for (PauseMode mode : List.of(PauseMode.CONTINUE, PauseMode.RESTART)) {
      assertThat(end(MONDAY, "5wd", mode + " " + span)).as(why).isEqualTo("2026-03-09T17:30");
    }
  }

  @Test
  void countsAPauseOnlyFromTheReceptionOn() {
    assertThat(end(MONDAY, "5wd", "CONTINUE 2026-02-25 09:00..2026-03-03 09:00"))
        .isEqualTo("2026-03-10T17:30");
  }

  @Test
  void hasNoEndWhilePaused() {
    Deadline paused =
        CLOCK.deadline(at(MONDAY), Term.parse("5wd"), pauses("CONTINUE 2026-03-03 09:00.."));
    assertThat(paused.status()).isEqualTo(Deadline.Status.PAUSED);
    assertThat(paused.end()).isNull();
    assertThat(paused.provisional()).isFalse();
  }

  @Test
  void tellsTheEndIfResumedNow() {
    Deadline resumed =
        CLOCK.ifResumedAt(
            at("2026-03-05 09:00"),
            at(MONDAY),
            Term.parse("5wd"),
            pauses("CONTINUE 2026-03-03 09:00.."),
            List.of());
    assertThat(resumed.end()).isEqualTo("2026-03-11T17:30");
  }

  @Test
  void hasNoEndWithoutATerm() {
    Deadline unknown = CLOCK.deadline(at(MONDAY), null, pauses("CONTINUE 2026-03-03 09:00.."));
    assertThat(unknown.status()).isEqualTo(Deadline.Status.NO_TERM);
    assertThat(unknown.end()).isNull();
  }

  @Test
  void refusesPausesThatMakeNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pauses("CONTINUE 2026-03-03 09:00..2026-03-02 09:00"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> pauses("PLUS sd 2026-03-03 09:00..2026-03-04 09:00"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Pause(at(MONDAY), null, PauseMode.WITH, null, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Pause(at(MONDAY), null, PauseMode.CONTINUE, Term.parse("5wd"), null));
  }
}
