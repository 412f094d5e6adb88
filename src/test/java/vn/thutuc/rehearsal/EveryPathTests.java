package vn.thutuc.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every path of models in which everything occurs that occurs in any. Every path of every model is
 * the command's: {@code rehearse all --path all --ledger docs/procedures/rehearsals.csv}.
 */
class EveryPathTests {

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

  @TestFactory
  Stream<DynamicTest> everyIngredientIsWalkedOnEveryPath() {
    return everyPath(Ingredients.enough(run.receivable(RECEIVED)));
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
