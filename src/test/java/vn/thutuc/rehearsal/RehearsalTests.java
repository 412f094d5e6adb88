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
 * The gate of the models: the straight way of one model of each make and of every model the ledger
 * does not hold exactly as it is now, and every path of models in which everything occurs that
 * occurs in any. What the ledger holds was walked by the command: {@code rehearse all --path happy
 * --ledger docs/procedures/rehearsals.csv}, every path of every model by the same with {@code
 * --path all}.
 */
class RehearsalTests {

  private static final LocalDateTime RECEIVED = LocalDateTime.of(2026, 2, 10, 16, 20);
  private static final Path LEDGER = Path.of("docs", "procedures", "rehearsals.csv");
  private static RehearsalRun run;

  @BeforeAll
  static void opens() {
    run = RehearsalRun.open(null, null, false);
  }

  @AfterAll
  static void closes() {
    run.close();
  }

  private static List<ModelFile> receivable() {
    return run.folder().procedures().stream()
        .filter(model -> run.canBeReceived(model, RECEIVED))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> oneModelOfEachMakeLeadsStraightToItsResult() {
    return straight(Ingredients.oneOfEachMake(receivable()).stream());
  }

  @TestFactory
  Stream<DynamicTest> everyModelThatTheLedgerDoesNotHoldLeadsStraightToItsResult()
      throws IOException {
    Ledger ledger = Ledger.read(LEDGER);
    String shared = run.sharedVersion();
    return straight(
        receivable().stream()
            .filter(model -> !run.isKnown(model, ledger, Wanted.happy(RECEIVED), shared)));
  }

  private static Stream<DynamicTest> straight(Stream<ModelFile> models) {
    return models.map(
        model ->
            DynamicTest.dynamicTest(
                model.code(),
                () ->
                    assertThat(run.rehearse(model, Wanted.happy(RECEIVED)).allProblems())
                        .isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> everyIngredientIsWalkedOnEveryPath() {
    return everyPath(Ingredients.enough(receivable()));
  }

  /** Channel and case are walked each for itself first: only together do they open this branch. */
  @TestFactory
  Stream<DynamicTest> aBranchOnTheChannelInsideACaseIsWalked() {
    return everyPath(
        run.folder().procedures().stream()
            .filter(model -> model.code().equals("2.002023"))
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
                          .extracting(PathResult::path)
                          .contains("supplement", "negative");
                      assertThat(report.paths())
                          .filteredOn(path -> path.walked() != null)
                          .extracting(PathResult::path)
                          .contains("happy", "notreceived", "withdrawn", "stopped");
                    }));
  }
}
