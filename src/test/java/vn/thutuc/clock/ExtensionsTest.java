package vn.thutuc.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.thutuc.clock.ClockFixture.CLOCK;
import static vn.thutuc.clock.ClockFixture.at;
import static vn.thutuc.clock.ClockFixture.english;
import static vn.thutuc.clock.ClockFixture.pauses;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What extensions do. Without them 5wd from Monday 2 March 2026 ends on 9 March. */
class ExtensionsTest {

  @ParameterizedTest
  @CsvSource({
    "5wd, 2026-03-04 09:00, 10wd, 2026-03-23 17:30, more working days",
    "5wd, 2026-03-09 17:30, 1wd, 2026-03-10 17:30, granted at the end itself",
    "5wd, 2026-03-09 17:31, 1wd, 2026-03-09 17:30, granted after the end",
    "10d, 2026-03-04 09:00, 2d, 2026-03-16 17:30, 14 March is a Saturday",
    "1mo, 2026-03-04 09:00, 1mo, 2026-05-04 17:30, 2 May is a Saturday",
    "8wh, 2026-03-02 10:00, 4wh, 2026-03-03 15:00, more hours",
    "8wh, 2026-03-02 10:00, 1wd, 2026-03-04 09:00, the same time of the next working day",
    "5wd, 2026-03-04 09:00, 24h, 2026-03-10 17:30, clock hours after the end",
  })
  void addsToTheTerm(String term, String granted, String amount, String due, String why) {
    assertThat(extended(term, null, granted, amount).end()).as(why).isEqualTo(at(due));
  }

  @Test
  void staysWhenTheTermRestarts() {
    Deadline deadline =
        extended("5wd", "RESTART 2026-03-05 09:00..2026-03-06 09:00", "2026-03-04 09:00", "2wd");
    assertThat(deadline.end()).isEqualTo("2026-03-17T17:30");
    assertThat(english(deadline)).contains("5 working days and an extension of 2 working days");
  }

  @Test
  void isCountedWhenGrantedDuringAPause() {
    Deadline deadline =
        extended("5wd", "CONTINUE 2026-03-03 09:00..2026-03-06 09:00", "2026-03-05 09:00", "2wd");
    assertThat(deadline.end()).isEqualTo("2026-03-16T17:30");
  }

  @Test
  void isExplained() {
    assertThat(english(extended("5wd", null, "2026-03-04 09:00", "2wd")))
        .contains(
            "Extended 04/03/2026 09:00 (hồ sơ phức tạp): 2 working days added,"
                + " until 11/03/2026 17:30");
    assertThat(english(extended("5wd", null, "2026-03-10 09:00", "2wd")))
        .contains("Extension 10/03/2026 09:00 (hồ sơ phức tạp): after the end");
  }

  @Test
  void refusesASameDayTerm() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Extension(at("2026-03-04 09:00"), Term.parse("sd"), null));
  }

  private static Deadline extended(String term, String pauses, String granted, String amount) {
    Extension extension = new Extension(at(granted), Term.parse(amount), "hồ sơ phức tạp");
    return CLOCK.deadline(
        at("2026-03-02 09:00"), Term.parse(term), pauses(pauses), List.of(extension));
  }
}
