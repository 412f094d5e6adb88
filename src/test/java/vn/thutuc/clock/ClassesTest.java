package vn.thutuc.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thutuc.clock.ClockFixture.CLOCK;
import static vn.thutuc.clock.ClockFixture.at;
import static vn.thutuc.clock.ClockFixture.pauses;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How dossiers stand; the end is Monday 9 March 2026 17:30, near from Friday 17:30. */
class ClassesTest {

  private static final String RECEIVED = "2026-03-02 09:00";
  private static final Term TERM = Term.parse("5wd");

  @ParameterizedTest
  @CsvSource({
    "2026-03-06 17:29, IN_TIME, đúng hạn",
    "2026-03-06 17:30, NEAR, sắp đến hạn",
    "2026-03-09 17:30, NEAR, sắp đến hạn",
    "2026-03-09 17:31, LATE, quá hạn",
  })
  void classifiesOpenDossiers(String now, OpenClass expected, String label) {
    Deadline deadline = CLOCK.deadline(at(RECEIVED), TERM, List.of());
    OpenClass found = OpenClass.of(deadline, at("2026-03-06 17:30"), at(now));
    assertThat(found).isEqualTo(expected);
    assertThat(found.vietnamese()).isEqualTo(label);
  }

  @Test
  void classifiesDossiersWithoutAnEnd() {
    Deadline paused = CLOCK.deadline(at(RECEIVED), TERM, pauses("CONTINUE 2026-03-03 09:00.."));
    Deadline unknown = CLOCK.deadline(at(RECEIVED), null, List.of());
    assertThat(OpenClass.of(paused, null, at(RECEIVED))).isEqualTo(OpenClass.PAUSED);
    assertThat(OpenClass.of(unknown, null, at(RECEIVED))).isEqualTo(OpenClass.NO_TERM);
    assertThat(OpenClass.PAUSED.vietnamese()).isEqualTo("tạm dừng");
    assertThat(OpenClass.NO_TERM.vietnamese()).isEqualTo("không quy định thời hạn");
  }

  @Test
  void isNeverNearWithoutARung() {
    Deadline deadline = CLOCK.deadline(at(RECEIVED), TERM, List.of());
    assertThat(OpenClass.of(deadline, null, at("2026-03-09 17:00"))).isEqualTo(OpenClass.IN_TIME);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-06 17:30, EARLY, trước hạn",
    "2026-03-06 17:31, ON_TIME, đúng hạn",
    "2026-03-09 17:30, ON_TIME, đúng hạn",
    "2026-03-09 17:31, LATE, quá hạn",
  })
  void classifiesFinishedDossiers(String finished, FinishedClass expected, String label) {
    FinishedClass found = FinishedClass.of(CLOCK, at("2026-03-09 17:30"), at(finished));
    assertThat(found).isEqualTo(expected);
    assertThat(found.vietnamese()).isEqualTo(label);
  }
}
