package vn.thutuc.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The way back is walked with and without somebody outside who reports what becomes of it. */
class ReturnWalksTests {

  private static final LocalDateTime RECEIVED = LocalDateTime.of(2026, 2, 10, 16, 20);
  private static RehearsalRun run;

  @BeforeAll
  static void opens() {
    run = RehearsalRun.open(null, null, false);
  }

  @AfterAll
  static void closes() {
    run.close();
  }

  @Test
  void everyFlowOfTheReturnIsTakenWhereAllWaysAreOffered() {
    ModelFile model = run.folder().procedure("1.000028").orElseThrow();
    ProcedureReport report =
        run.rehearse(model, new Wanted(List.of(PathKind.COVER), RECEIVED, null, null, null));
    assertThat(report.allProblems()).isEmpty();
    assertThat(report.coverage().calledMissing())
        .filteredOn(flow -> flow.startsWith("tra-ket-qua:"))
        .isEmpty();
  }
}
