package vn.thutuc.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One dossier on the command line. */
class DeadlineCommandTest {

  private static final String EXAMPLES =
      """
      #received       |term|pause                                    |due
      2023-01-25T02:31|4wh |                                         |2023-01-27T11:30
      2021-01-01T13:26|3wd |                                         |2021-01-07T17:30
      2019-08-29T11:11|30d |                                         |2019-09-30T17:30
      2019-05-02T21:59|5wd |2019-05-03T05:22/2019-05-03T12:12        |2019-05-09T17:30
      2026-02-10T16:20|5wd |                                         |2026-02-24T17:30
      2026-02-10T16:20|5wd |2026-02-12T09:00/2026-03-02T10:00        |2026-03-05T17:30
      2026-02-10T16:20|5wd |2026-02-12T09:00/2026-03-02T10:00/PLUS=5wd |2026-03-12T17:30
      2026-02-10T16:20|5wd |2026-02-12T09:00/2026-03-02T10:00/WITH=18wd|2026-03-26T17:30
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = EXAMPLES)
  void answersTheWorkedExamples(String received, String term, String pause, String due) {
    CommandRun text = run(received, term, pause);
    CommandRun json = run(received, term, pause, "--json");

    assertThat(text.code()).isZero();
    assertThat(text.out()).startsWith("Hạn / Due: " + due + "\n");
    assertThat(json.code()).isZero();
    assertThat(json.answers())
        .singleElement()
        .satisfies(
            answer -> {
              assertThat(answer.path("due").textValue()).isEqualTo(due);
              assertThat(answer.path("provisional").booleanValue()).isFalse();
              assertThat(answer.has("id")).isFalse();
            });
    assertThat(text.err() + json.err()).isEmpty();
  }

  @Test
  void explainsInVietnameseAndInEnglish() {
    CommandRun run = run("2026-02-10T16:20", "5wd", "2026-02-12T09:00/2026-03-02T10:00/CONTINUE");

    assertThat(run.out())
        .isEqualTo(
            """
            Hạn / Due: 2026-03-05T17:30

            Tiếp nhận thứ Ba 10/02/2026 16:20
            Không tính ngày đầu 10/02/2026
            Không tính ngày nghỉ 16/02/2026-20/02/2026 (Tết Nguyên Đán)
            Thời hạn 5 ngày làm việc: đến 24/02/2026 17:30
            Tạm dừng 12/02/2026 09:00-02/03/2026 10:00: cộng 7 ngày làm việc, đến 05/03/2026 17:30
            Hết hạn thứ Năm 05/03/2026 17:30 (thời hạn 5 ngày làm việc)

            Received Tue 10/02/2026 16:20
            First day 10/02/2026 not counted
            Days off 16/02/2026-20/02/2026 skipped (Tết Nguyên Đán)
            Term of 5 working days: until 24/02/2026 17:30
            Paused 12/02/2026 09:00-02/03/2026 10:00: 7 working days added, until 05/03/2026 17:30
            Due Thu 05/03/2026 17:30 (the term was 5 working days)
            """);
  }

  @Test
  void writesTheExplanationAsObjects() {
    JsonNode lines =
        run("2026-02-10T16:20", "5wd", null, "--json").answers().get(0).path("explanation");

    assertThat(lines)
        .extracting(line -> line.path("code").textValue())
        .containsExactly("RECEIVED", "FIRST_DAY_NOT_COUNTED", "DAYS_OFF_SKIPPED", "DUE");
    assertThat(lines.get(2))
        .isEqualTo(
            CommandRun.json(
                """
                {"code": "DAYS_OFF_SKIPPED",
                 "vi": "Không tính ngày nghỉ 16/02/2026-20/02/2026 (Tết Nguyên Đán)",
                 "en": "Days off 16/02/2026-20/02/2026 skipped (Tết Nguyên Đán)",
                 "from": "2026-02-16T00:00", "to": "2026-02-21T00:00"}
                """));
  }

  @Test
  void hasNoEndWhileAPauseIsOpen() {
    CommandRun text = run("2026-02-10T16:20", "5wd", "2026-02-12T09:00/");
    JsonNode json = run("2026-02-10T16:20", "5wd", "2026-02-12T09:00/", "--json").answers().get(0);

    assertThat(text.code()).isZero();
    assertThat(text.out())
        .startsWith("Hạn / Due: chưa có / none\n")
        .contains("Đang tạm dừng từ 12/02/2026 09:00", "Paused since 12/02/2026 09:00");
    assertThat(json.path("due").isNull()).isTrue();
    assertThat(json.path("explanation").findValuesAsText("code")).endsWith("PAUSED_NOW");
    assertThat(json.path("explanation").findValues("to")).last().matches(JsonNode::isNull);
  }

  @Test
  void saysWhatIsProvisional() {
    CommandRun text = run("2026-12-28T09:00", "10wd", null);
    JsonNode json = run("2026-12-28T09:00", "10wd", null, "--json").answers().get(0);

    assertThat(text.out())
        .startsWith("Hạn / Due: 2027-01-12T17:30 (tạm tính / provisional)\n")
        .contains("Hạn tạm tính", "Provisional:");
    assertThat(json.path("provisional").booleanValue()).isTrue();
  }

  @Test
  void takesSecondsAndCountsThem() {
    assertThat(run("2026-02-09T09:00:30", "24h", null).out())
        .startsWith("Hạn / Due: 2026-02-10T09:00:30\n");
  }

  @Test
  void countsSeveralPauses() {
    CommandRun run =
        run(
            "2026-03-02T08:00",
            "5wd",
            "2026-03-03T08:00/2026-03-05T08:00",
            "--pause",
            "2026-03-10T08:00/2026-03-12T08:00/RESTART");

    assertThat(run.out()).startsWith("Hạn / Due: 2026-03-19T17:30\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-02-30T16:20|5wd |                                 |no local time: write it as
          2026-02-10      |5wd |                                 |without zone or offset
          2026-02-10T16:20Z|5wd|                                 |without zone or offset
          2018-12-31T09:00|5wd |                                 |give a date of the years 2019 to 2027
          2028-01-03T09:00|5wd |                                 |give a date of the years 2019 to 2027
          2026-02-10T16:20|5 days|                               |'5 days' is no term: write 5wd
          2026-02-10T16:20|99999wd|                              |check the dates, the term
          2026-02-10T16:20|99999d|                               |more than 20 years after
          2026-02-10T16:20|5wd |2026-02-12T09:00                 |is no pause: write FROM/TO
          2026-02-10T16:20|5wd |/2026-02-12T09:00                |Pause 1: 'from' is '', no local time
          2026-02-10T16:20|5wd |2026-02-12T09:00/2026-02-11T09:00|before 'from'
          2026-02-10T16:20|5wd |2026-02-12T09:00/2031-02-11T09:00|Pause 1: 'to' is 2031-02-11T09:00
          2026-02-10T16:20|5wd |2026-02-12T09:00//STOP           |use one of CONTINUE, RESTART, PLUS
          2026-02-10T16:20|5wd |2026-02-12T09:00//PLUS           |PLUS needs one, such as 5wd
          2026-02-10T16:20|5wd |2026-02-12T09:00//WITH=          |'' is no term
          2026-02-10T16:20|5wd |2026-02-12T09:00//PLUS=sd        |same-day term cannot be added
          2026-02-10T16:20|5wd |2026-02-12T09:00//RESTART=5wd    |RESTART has none: leave it out
          """)
  void refusesWhatItCannotCountAndSaysWhatToDo(
      String received, String term, String pause, String remedy) {
    CommandRun run = run(received, term, pause, "--json");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(remedy);
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--received 2026-02-10T16:20",
        "--term 5wd",
        "--term --json --received 2026-02-10T16:20",
        "--received 2026-02-10T16:20 --term",
        "--received 2026-02-10T16:20 --term 5wd --term 6wd",
        "--received 2026-02-10T16:20 --term 5wd --recieved",
        "--received=2026-02-10T16:20 --term 5wd",
        "5wd",
        "--batch",
        "--batch - --term 5wd",
        "--batch - --batch -",
      })
  void refusesOptionsItDoesNotKnowAndShowsThoseItDoes(String line) {
    CommandRun run = CommandRun.of(line.isEmpty() ? new String[0] : line.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).matches("(?s)(Unknown option|Option) .*Usage: deadline --received .*");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void namesTheUnknownOption() {
    assertThat(CommandRun.of("--recieved", "x").err()).startsWith("Unknown option '--recieved'.");
  }

  @Test
  void helpsWhenAsked() {
    CommandRun run = CommandRun.of("deadline", "--help");

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("Usage: deadline");
  }

  private static CommandRun run(String received, String term, String pause, String... more) {
    List<String> args = new ArrayList<>();
    args.addAll(List.of("--received", received, "--term", term));
    if (pause != null) {
      args.addAll(List.of("--pause", pause));
    }
    args.addAll(List.of(more));
    return CommandRun.of(args.toArray(String[]::new));
  }
}
