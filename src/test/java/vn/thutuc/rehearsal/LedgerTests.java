package vn.thutuc.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTests {

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("rehearsals.csv");
  }

  private static ProcedureReport report(List<String> problems) {
    return report(
        problems, new Cover.Coverage(48, 47, List.of(), List.of("Flow_Late"), 0, 0, List.of(), 20));
  }

  private static ProcedureReport straight() {
    return report(List.of(), null);
  }

  private static ProcedureReport report(List<String> problems, Cover.Coverage coverage) {
    return new ProcedureReport(
        "9.000001",
        "Thủ tục mẫu",
        "processes/thu/9.000001-mau.bpmn",
        "model",
        "facts",
        "calendar",
        Instant.EPOCH,
        LocalDateTime.of(2026, 2, 10, 16, 20),
        problems,
        List.of(),
        coverage,
        1);
  }

  @Test
  void whatHasPassedIsHeldForExactlyItsVersions() throws IOException {
    Ledger.read(file()).take(report(List.of()), "model", "shared");

    Ledger again = Ledger.read(file());
    assertThat(again.holds("9.000001", "model", "facts", "shared")).isTrue();
    assertThat(again.holds("9.000001", "edited", "facts", "shared")).isFalse();
    assertThat(again.holds("9.000001", "model", "another term", "shared")).isFalse();
    assertThat(again.holds("9.000001", "model", "facts", "another form")).isFalse();
    assertThat(again.lines()).singleElement().extracting(Ledger.Line::excused).isEqualTo(1);
  }

  @Test
  void theStraightWayAloneIsNotEveryPath() throws IOException {
    Ledger.read(file()).take(straight(), "model", "shared");

    Ledger again = Ledger.read(file());
    assertThat(again.holdsStraight("9.000001", "model", "facts", "shared")).isTrue();
    assertThat(again.holdsStraight("9.000001", "model", "facts", "another form")).isFalse();
    assertThat(again.holds("9.000001", "model", "facts", "shared")).isFalse();
  }

  @Test
  void theStraightWayTakesNoLineOfEveryPathAwayUnlessSomethingChanged() throws IOException {
    Ledger ledger = Ledger.read(file());
    ledger.take(report(List.of()), "model", "shared");

    ledger.take(straight(), "model", "shared");
    assertThat(ledger.holds("9.000001", "model", "facts", "shared")).isTrue();

    ledger.take(straight(), "edited", "shared");
    assertThat(ledger.holds("9.000001", "model", "facts", "shared")).isFalse();
    assertThat(ledger.holdsStraight("9.000001", "edited", "facts", "shared")).isTrue();
  }

  @Test
  void whatFailsLosesItsLine() throws IOException {
    Ledger ledger = Ledger.read(file());
    ledger.take(report(List.of()), "model", "shared");
    ledger.take(report(List.of("Ngõ cụt")), "model", "shared");

    assertThat(Ledger.read(file()).lines()).isEmpty();
  }

  @Test
  void anotherFileIsNoLedger() throws IOException {
    Files.writeString(file(), "code;title\n");

    assertThatThrownBy(() -> Ledger.read(file()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rehearsals.csv");
  }
}
