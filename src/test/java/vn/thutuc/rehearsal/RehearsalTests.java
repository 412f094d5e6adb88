package vn.thutuc.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The straight way of one model of each make and of every model the ledger does not hold exactly as
 * it is now. What the ledger holds was walked by the command: {@code rehearse all --path happy
 * --ledger docs/procedures/rehearsals.csv}.
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

  @TestFactory
  Stream<DynamicTest> oneModelOfEachMakeLeadsStraightToItsResult() {
    return straight(Ingredients.oneOfEachMake(run.receivable(RECEIVED)).stream());
  }

  @TestFactory
  Stream<DynamicTest> everyModelThatTheLedgerDoesNotHoldLeadsStraightToItsResult()
      throws IOException {
    Ledger ledger = Ledger.read(LEDGER);
    String shared = run.sharedVersion();
    return straight(
        run.receivable(RECEIVED).stream()
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
}
