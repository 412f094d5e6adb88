package vn.thutuc.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The gate of the models: the straight way of every model; every path of models in which everything
 * stands beside everything it stands beside anywhere; and every path of whatever the ledger of
 * rehearsals does not hold, which is nothing unless a model, its facts or what all share has
 * changed since.
 */
class RehearsalTests {

  private static final LocalDateTime RECEIVED = LocalDateTime.of(2026, 2, 10, 16, 20);
  private static final Path LEDGER = Path.of("docs/procedures/rehearsals.csv");
  private static RehearsalRun run;

  @BeforeAll
  static void opens() {
    run = RehearsalRun.open(null, null, false);
  }

  @AfterAll
  static void closes() {
    run.close();
  }

  @TestFactory
  Stream<DynamicTest> everyModelLeadsStraightToItsResult() {
    return run.folder().procedures().stream()
        .map(
            model ->
                DynamicTest.dynamicTest(
                    model.code(),
                    () ->
                        assertThat(run.rehearse(model, Wanted.happy(RECEIVED)).allProblems())
                            .isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> everyNeighbourhoodIsWalkedOnEveryPath() {
    return everyPath(Neighbours.enough(run.folder().procedures()));
  }

  @TestFactory
  Stream<DynamicTest> whatHasChangedSinceItPassedIsWalkedOnEveryPath() throws IOException {
    Ledger ledger = Ledger.read(LEDGER);
    String shared = run.sharedVersion();
    return everyPath(
        run.folder().procedures().stream()
            .filter(model -> !run.isKnown(model, ledger, RECEIVED, shared))
            .toList());
  }

  private static Stream<DynamicTest> everyPath(List<ModelFile> models) {
    Wanted all = new Wanted(Arrays.asList(PathKind.values()), RECEIVED, null, null, null);
    return models.stream()
        .map(
            model ->
                DynamicTest.dynamicTest(
                    model.code(),
                    () -> {
                      ProcedureReport report = run.rehearse(model, all);
                      assertThat(report.allProblems()).isEmpty();
                      Cover.Coverage coverage = report.coverage();
                      assertThat(coverage.taken() + coverage.excused().size())
                          .isEqualTo(coverage.flows());
                      assertThat(coverage.taken()).isPositive();
                      assertThat(report.paths())
                          .filteredOn(path -> path.walked() != null)
                          .extracting(PathResult::path)
                          .contains(
                              "happy",
                              "supplement",
                              "notreceived",
                              "negative",
                              "withdrawn",
                              "stopped");
                    }));
  }
}
