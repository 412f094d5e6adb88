package vn.thutuc.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.thutuc.calendar.HolidayTable;
import vn.thutuc.clock.Deadline;
import vn.thutuc.clock.Line;
import vn.thutuc.clock.StatutoryClock;

/** What a batch answers is what the clock says. */
class DeadlineRoundTripTest {

  private static final int LINES = 10_000;

  private final StatutoryClock clock = new StatutoryClock(HolidayTable.shipped());

  @Test
  void answersAsTheClockDoes() {
    List<GeneratedDossiers.Dossier> dossiers = GeneratedDossiers.of(LINES, 7);

    CommandRun run =
        CommandRun.batch(
            dossiers.stream().map(GeneratedDossiers.Dossier::line).toArray(String[]::new));

    assertThat(run.code()).isZero();
    List<JsonNode> answers = run.answers();
    assertThat(answers).hasSize(LINES);
    for (int i = 0; i < LINES; i++) {
      GeneratedDossiers.Dossier dossier = dossiers.get(i);
      Deadline said = clock.deadline(dossier.received(), dossier.term(), dossier.pauses());
      assertThat(read(answers.get(i))).as(dossier.line()).isEqualTo(said);
      assertThat(answers.get(i).path("id").intValue()).isEqualTo(i);
    }
    assertThat(answers).anyMatch(answer -> answer.path("due").isNull());
    assertThat(answers).anyMatch(answer -> answer.path("provisional").booleanValue());
  }

  private static Deadline read(JsonNode answer) {
    LocalDateTime due = moment(answer.path("due"));
    List<Line> lines = new ArrayList<>();
    for (JsonNode line : answer.path("explanation")) {
      lines.add(
          new Line(
              line.path("code").textValue(),
              line.path("vi").textValue(),
              line.path("en").textValue(),
              moment(line.path("from")),
              moment(line.path("to"))));
    }
    return new Deadline(
        due,
        due == null ? Deadline.Status.PAUSED : Deadline.Status.RUNNING,
        answer.path("provisional").booleanValue(),
        lines);
  }

  private static LocalDateTime moment(JsonNode text) {
    return text.isNull() ? null : LocalDateTime.parse(text.textValue());
  }
}
