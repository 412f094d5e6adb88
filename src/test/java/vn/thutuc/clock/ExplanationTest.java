package vn.thutuc.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.thutuc.clock.ClockFixture.CLOCK;
import static vn.thutuc.clock.ClockFixture.at;
import static vn.thutuc.clock.ClockFixture.english;
import static vn.thutuc.clock.ClockFixture.pauses;
import static vn.thutuc.clock.ClockFixture.vietnamese;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {

  private static final Pause SUPPLEMENT =
      Pause.continuing(at("2026-02-12 09:00"), at("2026-03-02 10:00"), "yêu cầu bổ sung lần 1");

  private final Deadline example =
      CLOCK.deadline(at("2026-02-10 16:20"), Term.parse("5wd"), List.of(SUPPLEMENT));

  @Test
  void explainsTheExampleInVietnamese() {
    assertThat(vietnamese(example))
        .isEqualTo(
            """
            Tiếp nhận thứ Ba 10/02/2026 16:20
            Không tính ngày đầu 10/02/2026
            Không tính ngày nghỉ 16/02/2026-20/02/2026 (Tết Nguyên Đán)
            Thời hạn 5 ngày làm việc: đến 24/02/2026 17:30
            Tạm dừng 12/02/2026 09:00-02/03/2026 10:00 (yêu cầu bổ sung lần 1): \
            cộng 7 ngày làm việc, đến 05/03/2026 17:30
            Hết hạn thứ Năm 05/03/2026 17:30 (thời hạn 5 ngày làm việc)\
            """);
  }

  @Test
  void explainsTheExampleInEnglish() {
    assertThat(english(example))
        .isEqualTo(
            """
            Received Tue 10/02/2026 16:20
            First day 10/02/2026 not counted
            Days off 16/02/2026-20/02/2026 skipped (Tết Nguyên Đán)
            Term of 5 working days: until 24/02/2026 17:30
            Paused 12/02/2026 09:00-02/03/2026 10:00 (yêu cầu bổ sung lần 1): \
            7 working days added, until 05/03/2026 17:30
            Due Thu 05/03/2026 17:30 (the term was 5 working days)\
            """);
  }

  @Test
  void givesEachFactItsTime() {
    assertThat(example.explanation())
        .extracting(Line::code, Line::from, Line::to)
        .containsExactly(
            fact("RECEIVED", "2026-02-10 16:20", "2026-02-10 16:20"),
            fact("FIRST_DAY_NOT_COUNTED", "2026-02-10 16:20", "2026-02-10 16:20"),
            fact("DAYS_OFF_SKIPPED", "2026-02-16 00:00", "2026-02-21 00:00"),
            fact("TERM_ENDS", "2026-02-10 16:20", "2026-02-24 17:30"),
            fact("PAUSED", "2026-02-12 09:00", "2026-03-02 10:00"),
            fact("DUE", "2026-03-05 17:30", "2026-03-05 17:30"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-02-14 16:20 | 3wd  | | Outside working hours: counted from Mon 23/02/2026 07:30
          2019-05-02 21:59 | 5wd  | | Working day made up on 04/05/2019 counted
          2026-03-02 16:20 | sd   | | Received at or after 15:00: ends on the next working day
          2026-03-02 09:00 | 5d   | | 07/03/2026 not worked: moved to the next working day 09/03
          2026-03-06 09:00 | 24h  | | Desk closed at 07/03/2026 09:00: moved to its opening 09/03
          """)
  void namesWhatDecided(String received, String term, String pauses, String line) {
    assertThat(explain(received, term, pauses)).contains(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10d | CONTINUE    | 2 days added, until 16/03/2026 17:30
          16wh | CONTINUE   | 8 hours 0 minutes of work left, counted on from 05/03/2026 09:00
          26h | CONTINUE    | 2 hours 0 minutes left, counted on from 05/03/2026 09:00
          5wd | RESTART     | counted again from 05/03/2026 09:00: 5 working days
          5wd | PLUS 1wd    | 2 working days added, then 1 working day more
          5wd | WITH 18wd   | from 05/03/2026 09:00 a term of 18 working days instead of what
          """)
  void saysWhatAPauseDid(String term, String mode, String effect) {
    String pause = mode + " 2026-03-03 09:00..2026-03-05 09:00";
    assertThat(explain("2026-03-02 09:00", term, pause)).contains(effect);
  }

  @Test
  void tellsHolidaysOnce() {
    String text = explain("2026-04-20 09:00", "5wd", "CONTINUE 2026-04-22 09:00..2026-05-05 09:00");
    assertThat(text)
        .containsOnlyOnce("27/04/2026 skipped")
        .containsOnlyOnce(
            "30/04/2026-01/05/2026 skipped (Ngày Chiến thắng, Ngày Quốc tế Lao động)");
  }

  @Test
  void saysThatALatePauseDoesNotCount() {
    assertThat(explain("2026-03-02 09:00", "1wd", "CONTINUE 2026-03-04 09:00.."))
        .contains("Pause from 04/03/2026 09:00: after the end 03/03/2026 17:30, not counted")
        .endsWith("Due Tue 03/03/2026 17:30 (the term was 1 working day)");
  }

  @Test
  void endsWithThePauseWhilePaused() {
    assertThat(explain("2026-03-02 09:00", "5wd", "CONTINUE 2026-03-04 09:00.."))
        .endsWith("Paused since 04/03/2026 09:00: no due date");
  }

  @Test
  void endsWithTheMissingTerm() {
    assertThat(vietnamese(CLOCK.deadline(at("2026-03-02 09:00"), null, List.of())))
        .contains("Tiếp nhận thứ Hai 02/03/2026 09:00\nKhông quy định thời hạn");
  }

  private static String explain(String received, String term, String pauses) {
    return english(CLOCK.deadline(at(received), Term.parse(term), pauses(pauses)));
  }

  private static Tuple fact(String code, String from, String to) {
    return tuple(code, at(from), at(to));
  }
}
