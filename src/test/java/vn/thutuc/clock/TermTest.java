package vn.thutuc.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {

  @ParameterizedTest
  @CsvSource({
    "5wd, 5 ngày làm việc, 5 working days",
    "1wd, 1 ngày làm việc, 1 working day",
    "10d, 10 ngày, 10 days",
    "2mo, 2 tháng, 2 months",
    "16wh, 16 giờ làm việc, 16 working hours",
    "24h, 24 giờ, 24 hours",
    "sd, trong ngày làm việc, the same working day",
    "sd@16:00, trong ngày làm việc (nhận trước 16:00), the same working day (received before"
        + " 16:00)",
  })
  void readsAndWritesTerms(String text, String vietnamese, String english) {
    Term term = Term.parse(text);
    assertThat(term).hasToString(text);
    assertThat(term.vietnamese()).isEqualTo(vietnamese);
    assertThat(term.english()).isEqualTo(english);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "wd",
        "0wd",
        "05wd",
        "-1d",
        "5 wd",
        "5WD",
        "1sd",
        "sd@",
        "sd@25:00",
        "100000d"
      })
  void refusesWhatIsNoTerm(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Term.parse(text))
        .withMessageContaining("write 5wd, 10d, 2mo, 16wh, 24h, sd or sd@16:00");
  }

  @Test
  void cutsTheSameDayOffAtFifteenUnlessTold() {
    assertThat(Term.parse("sd").cutOff()).isEqualTo("15:00");
    assertThat(Term.parse("sd@15:00")).isEqualTo(Term.parse("sd"));
    assertThat(Term.parse("5wd").cutOff()).isNull();
  }

  @Test
  void refusesAmountsAndCutOffsThatDoNotSuitTheUnit() {
    assertThatIllegalArgumentException().isThrownBy(() -> Term.of(0, TermUnit.DAY));
    assertThatIllegalArgumentException().isThrownBy(() -> Term.of(2, TermUnit.SAME_DAY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Term(5, TermUnit.DAY, LocalTime.NOON));
  }
}
