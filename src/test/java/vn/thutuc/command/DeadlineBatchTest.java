package vn.thutuc.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of dossiers, one a line. */
class DeadlineBatchTest {

  private static final String GOOD =
      "{\"id\":\"hồ sơ 1\",\"received\":\"2026-02-10T16:20\",\"term\":\"5wd\"}";

  private static final String EXAMPLES =
      """
      2023-01-25T02:31|4wh |                                                                   |2023-01-27T11:30
      2021-01-01T13:26|3wd |                                                                   |2021-01-07T17:30
      2019-08-29T11:11|30d |                                                                   |2019-09-30T17:30
      2019-05-02T21:59|5wd |"from":"2019-05-03T05:22","to":"2019-05-03T12:12"                  |2019-05-09T17:30
      2026-02-10T16:20|5wd |                                                                   |2026-02-24T17:30
      2026-02-10T16:20|5wd |"from":"2026-02-12T09:00","to":"2026-03-02T10:00"                  |2026-03-05T17:30
      2026-02-10T16:20|5wd |"from":"2026-02-12T09:00","to":"2026-03-02T10:00","mode":"CONTINUE","amount":null|2026-03-05T17:30
      2026-02-10T16:20|5wd |"from":"2026-02-12T09:00","to":"2026-03-02T10:00","mode":"PLUS","amount":"5wd"|2026-03-12T17:30
      2026-02-10T16:20|5wd |"amount":"18wd","mode":"WITH","to":"2026-03-02T10:00","from":"2026-02-12T09:00"|2026-03-26T17:30
      2026-02-10T16:20:59|5wd|"from":"2026-02-12T09:00:01","to":"2026-03-02T10:00:02","mode":"RESTART"|2026-03-09T17:30
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = EXAMPLES)
  void answersTheWorkedExamples(String received, String term, String pause, String due) {
    CommandRun run =
        CommandRun.batch(
            "{\"id\":7,\"received\":\"%s\",\"term\":\"%s\",\"pauses\":[%s]}"
                .formatted(received, term, pause == null ? "" : "{" + pause + "}"));

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.answers())
        .singleElement()
        .satisfies(
            answer -> {
              assertThat(answer.fieldNames())
                  .toIterable()
                  .containsExactly("id", "due", "provisional", "explanation");
              assertThat(answer.path("due").textValue()).isEqualTo(due);
              assertThat(answer.path("provisional").booleanValue()).isFalse();
              assertThat(answer.path("explanation").findValuesAsText("code")).endsWith("DUE");
            });
  }

  @Test
  void answersTheGoodLinesAmongTheBadInTheirOrder() {
    CommandRun run =
        CommandRun.batch(
            GOOD,
            "{broken",
            "{\"id\":3,\"received\":\"2026-02-10T16:20\",\"term\":\"2mo\"}",
            "{\"id\":4,\"received\":\"2026-02-10T16:20\",\"term\":\"soon\"}",
            "",
            "{\"id\":6,\"received\":\"2021-01-01T13:26\",\"term\":\"3wd\"}");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("Lines answered with an error: 2. Each says why.\n");
    List<JsonNode> answers = run.answers();
    assertThat(answers)
        .extracting(answer -> answer.path("id").asText())
        .containsExactly("hồ sơ 1", "null", "3", "4", "6");
    assertThat(answers)
        .extracting(answer -> answer.path("due").asText())
        .containsExactly("2026-02-24T17:30", "", "2026-04-10T17:30", "", "2021-01-07T17:30");
    assertThat(answers.get(1).path("error").textValue()).startsWith("Line 2: Broken JSON");
    assertThat(answers.get(3).path("error").textValue()).startsWith("Line 4: 'soon' is no term");
    assertThat(answers.get(3).fieldNames()).toIterable().containsExactly("id", "error");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"id":1,"received":"2026-02-10T16:20"                                     |Broken JSON at column
          {"id":1,"received":"2026-02-10T16:20","term":"5wd"} {"id":2}              |Something follows
          {"id":1,"received":"2026-02-10T16:20","term":"5wd"} x                     |Broken JSON
          {"id":1,"id":1,"received":"2026-02-10T16:20","term":"5wd"}                |Duplicate field
          {"id":1,"received":"2026-02-10T16:20","term":"5 wd"}                      |'5 wd' is no term
          {"id":1,"received":"2026-02-10T16:20"}                                    |'term' is missing
          {"id":1,"received":"2026-02-10T16:20","term":null}                        |'term' is missing
          {"id":1,"term":"5wd"}                                                     |'received' is missing
          {"id":1,"received":1770740400,"term":"5wd"}                               |'received' must be a string
          {"received":{"at":[1]},"id":1,"term":"5wd"}                               |'received' must be a string
          {"id":1,"received":"10/02/2026","term":"5wd"}                             |no local time
          {"id":1,"received":"2018-12-31T23:59","term":"5wd"}                       |out of the calendar
          {"id":1,"received":"+12026-01-01T00:00","term":"5wd"}                     |out of the calendar
          {"id":1,"received":"2026-02-10T16:20","term":"5wd","pause":[]}            |Unknown field 'pause'
          {"id":1,"received":"2026-02-10T16:20","term":"5wd","pauses":{}}           |must be an array
          {"id":1,"received":"2026-02-10T16:20","term":"5wd","pauses":[["x"]]}      |must be an array
          {"id":1,"received":"2026-02-10T16:20","term":"5wd","pauses":[{}]}         |Pause 1: 'from' is missing
          {"id":1,"received":"2026-02-10T16:20","term":"5wd","pauses":[{"form":1}]} |Unknown field 'form'
          {"id":1,"received":"2026-02-10T16:20","term":"99999d"}                    |more than 20 years
          {"id":1,"received":"2026-02-10T16:20","term":"99999wd"}                   |more than 20 years
          {"id":1,"received":"2026-02-10T16:20","term":"\\ud800"}                   |'?' is no term
          """)
  void saysWhatIsWrongWithALineAndWhoseItIs(String line, String error) {
    CommandRun run = CommandRun.batch(line, GOOD);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.answers()).hasSize(2);
    assertThat(run.answers().get(0).path("id").intValue()).isEqualTo(1);
    assertThat(run.answers().get(0).path("error").textValue())
        .startsWith("Line 1: ")
        .contains(error);
    assertThat(run.answers().get(1).has("due")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "to":"2026-02-11T09:00"                  |Pause 2: 'to' (2026-02-11T09:00) is before 'from'
          "mode":"STOP"                            |Pause 2: 'STOP' is no mode of a pause: use one of
          "mode":"restart"                         |Pause 2: 'restart' is no mode
          "mode":"PLUS"                            |Pause 2: 'amount' is missing: PLUS needs one
          "mode":"WITH","amount":null              |Pause 2: 'amount' is missing: WITH needs one
          "mode":"PLUS","amount":"sd"              |Pause 2: A same-day term cannot be added
          "mode":"PLUS","amount":5                 |'amount' must be a string
          "mode":"WITH","amount":"5"               |Pause 2: '5' is no term
          "amount":"5wd"                           |Pause 2: 'amount' is 5wd, but CONTINUE has none
          "to":"2029-01-01T00:00"                  |Pause 2: 'to' is 2029-01-01T00:00, out of the calendar
          """)
  void saysWhichPauseIsWrong(String fields, String error) {
    CommandRun run =
        CommandRun.batch(
            "{\"id\":1,\"received\":\"2026-02-10T16:20\",\"term\":\"5wd\",\"pauses\":["
                + "{\"from\":\"2026-02-11T08:00\",\"to\":\"2026-02-11T09:00\"},"
                + "{\"from\":\"2026-02-12T09:00\",%s}]}".formatted(fields));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.answers().get(0).path("error").textValue()).contains(error);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-7",
        "12345678901234567890123456789",
        "1.10",
        "1E400",
        "\"\"",
        "\"H37.01-260210-0001\"",
        "\"Đỗ \\\"A\\\" \\\\ 😀\"",
      })
  void givesTheIdBackAsItCame(String id) {
    CommandRun run = CommandRun.batch(GOOD.replace("\"hồ sơ 1\"", id));

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("{\"id\":" + id + ",\"due\":\"2026-02-24T17:30\",");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "[1]", "{\"a\":{}}", "\"\\ud800\""})
  void refusesAnIdThatIsNeitherStringNorNumber(String id) {
    CommandRun run = CommandRun.batch(GOOD.replace("\"hồ sơ 1\"", id), GOOD);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.answers().get(0).path("id").isNull()).isTrue();
    assertThat(run.answers().get(0).path("error").textValue()).contains("a string or a number");
    assertThat(run.answers()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "null", "\"x\"", "nothing", "\u0000"})
  void refusesWhatIsNoObject(String line) {
    CommandRun run = CommandRun.batch(line, GOOD);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.answers().get(0).path("error").textValue())
        .startsWith("Line 1: ")
        .contains("such as {\"id\":1");
    assertThat(run.answers().get(1).has("due")).isTrue();
  }

  @Test
  void hasNoEndWhileAPauseIsOpen() {
    CommandRun run =
        CommandRun.batch(
            GOOD.replace("}", ",\"pauses\":[{\"from\":\"2026-02-12T09:00\"}]}"),
            GOOD.replace("}", ",\"pauses\":[{\"from\":\"2026-02-12T09:00\",\"to\":null}]}"));

    assertThat(run.code()).isZero();
    assertThat(run.answers())
        .hasSize(2)
        .allSatisfy(
            answer -> {
              assertThat(answer.path("due").isNull()).isTrue();
              assertThat(answer.path("explanation").findValuesAsText("code"))
                  .endsWith("PAUSED_NOW");
            });
  }

  @Test
  void readsFilesAsMachinesWriteThem() throws IOException {
    Path file = folder.resolve("lines.jsonl");
    Files.writeString(file, "\ufeff" + GOOD + "\r\n\r\n  \t\n" + GOOD);

    CommandRun run = CommandRun.of("deadline", "--batch", file.toString(), "--json");

    assertThat(run.code()).isZero();
    assertThat(run.answers()).hasSize(2).allMatch(answer -> answer.has("due"));
  }

  @Test
  void answersNothingToNothing() {
    assertThat(CommandRun.batch("")).isEqualTo(new CommandRun(0, "", ""));
  }

  @Test
  void refusesALineThatIsNotUtf8() {
    byte[] latin = ("{\"id\":\"h\u1ed3\"}\n" + GOOD).getBytes(StandardCharsets.UTF_8);
    latin[8] = (byte) 0xff;

    CommandRun run = CommandRun.withInput(latin, "--batch", "-");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.answers().get(0).path("error").textValue()).contains("UTF-8");
    assertThat(run.answers().get(1).path("id").textValue()).isEqualTo("hồ sơ 1");
  }

  @Test
  void refusesALineWithoutEndAndGoesOn() {
    int length = GOOD.getBytes(StandardCharsets.UTF_8).length;
    String blanks = " ".repeat(ByteLines.LONGEST - length);

    CommandRun run = CommandRun.batch(GOOD + blanks, GOOD + blanks + " ", GOOD);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.answers()).extracting(a -> a.has("due")).containsExactly(true, false, true);
    assertThat(run.answers().get(1).path("error").textValue()).startsWith("Line 2: Longer than");
  }

  @Test
  void refusesAFileItCannotRead() {
    CommandRun missing = CommandRun.of("--batch", folder.resolve("no.jsonl").toString());
    CommandRun directory = CommandRun.of("--batch", folder.toString());
    CommandRun noName = CommandRun.of("--batch", "a\u0000b");

    assertThat(List.of(missing, directory, noName))
        .allSatisfy(run -> assertThat(run.code()).isEqualTo(2))
        .allSatisfy(run -> assertThat(run.out()).isEmpty());
    assertThat(missing.err()).contains("There is no file", "no.jsonl", "check the name");
    assertThat(directory.err()).contains("Check the file");
    assertThat(noName.err()).contains("use --batch - < FILE");
  }

  @Test
  void stopsWhenNobodyTakesTheAnswers() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("disk full");
          }
        };

    int code =
        DeadlineCommand.run(
            new String[] {"--batch", "-"},
            new ByteArrayInputStream(GOOD.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(full),
            new PrintStream(OutputStream.nullOutputStream()));

    assertThat(code).isEqualTo(2);
  }

  @Test
  @Timeout(20)
  void answersALineBeforeTheNextComes() throws Exception {
    PipedOutputStream questions = new PipedOutputStream();
    InputStream in = new PipedInputStream(questions);
    PipedOutputStream sent = new PipedOutputStream();
    InputStream answers = new PipedInputStream(sent, 1 << 16);
    Thread command = new Thread(() -> run(in, sent));
    command.start();

    for (int round = 0; round < 3; round++) {
      questions.write((GOOD + "\n").getBytes(StandardCharsets.UTF_8));
      questions.flush();
      assertThat(line(answers)).contains("2026-02-24T17:30");
    }
    questions.close();
    command.join();
    assertThat(answers.read()).isEqualTo(-1);
  }

  private static void run(InputStream in, OutputStream sent) {
    try (PrintStream out = new PrintStream(sent)) {
      DeadlineCommand.run(new String[] {"--batch", "-"}, in, out, out);
    }
  }

  private static String line(InputStream answers) {
    StringBuilder line = new StringBuilder();
    try {
      for (int one = answers.read(); one != '\n'; one = answers.read()) {
        line.append((char) one);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return line.toString();
  }
}
