package vn.thutuc.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.thutuc.drafting.Differences.Line;
import vn.thutuc.drafting.Differences.Mark;
import vn.thutuc.drafting.Differences.Piece;

/** What changed between two versions, also where somebody has written everything anew. */
class DifferencesTest {

  /** As many as fit into a paper. */
  private static final int MANY = 19_000;

  private static List<String> lines(String word) {
    return IntStream.range(0, MANY).mapToObj(i -> word + i % 7).toList();
  }

  private static String line(String word) {
    return IntStream.range(0, MANY).mapToObj(i -> word + i % 7).collect(Collectors.joining(" "));
  }

  @Test
  void aChangedWordAmongEqualLinesIsShownAlone() {
    List<Line> lines =
        Differences.between(
            List.of("Đầu", "Xe 20A-000.01 được đi", "Cuối"),
            List.of("Đầu", "Xe 20A-000.02 được đi", "Thêm", "Cuối"));

    assertThat(lines)
        .extracting(Line::changed)
        .as("what stands around it is the same")
        .containsExactly(false, true, true, false);
    assertThat(lines.get(1).pieces())
        .contains(new Piece(Mark.REMOVED, "20A-000.01 "), new Piece(Mark.ADDED, "20A-000.02 "));
  }

  @Test
  void aLineThatOnlyRepeatsIsAddedOnce() {
    assertThat(Differences.between(List.of("a"), List.of("a", "a")))
        .extracting(Line::changed)
        .containsExactly(false, true);
    assertThat(Differences.between(List.of("a", "a"), List.of("a")))
        .extracting(Line::changed)
        .containsExactly(false, true);
    assertThat(Differences.between(List.of(), List.of())).isEmpty();
  }

  @Test
  void aBodyWrittenAnewIsComparedInNoTime() {
    List<Line> lines =
        assertTimeoutPreemptively(
            Duration.ofSeconds(5), () -> Differences.between(lines("a"), lines("b")));

    assertThat(lines).hasSize(2 * MANY).allMatch(Line::changed);
  }

  @Test
  void aLineWrittenAnewIsComparedInNoTime() {
    List<Line> lines =
        assertTimeoutPreemptively(
            Duration.ofSeconds(5),
            () -> Differences.between(List.of(line("a")), List.of(line("b"))));

    assertThat(lines)
        .singleElement()
        .satisfies(
            line ->
                assertThat(line.pieces())
                    .extracting(Piece::mark)
                    .containsExactly(Mark.REMOVED, Mark.ADDED));
  }

  @Test
  void oneChangedLineOfAVeryLongBodyIsStillShownAlone() {
    List<String> after = new java.util.ArrayList<>(lines("a"));
    after.set(MANY / 2, "khác");

    assertThat(Differences.between(lines("a"), after)).filteredOn(Line::changed).hasSize(1);
  }
}
