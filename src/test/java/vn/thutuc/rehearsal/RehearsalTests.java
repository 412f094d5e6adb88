package vn.thutuc.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The gate of the models: every path of every distinct shape, and the straight way of every model.
 */
class RehearsalTests {

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
  Stream<DynamicTest> everyShapeIsWalkedOnEveryPath() {
    Set<String> shapes = new HashSet<>();
    List<ModelFile> distinct =
        run.folder().procedures().stream()
            .filter(model -> shapes.add(ShapeOf.hash(model)))
            .toList();
    Wanted all = new Wanted(Arrays.asList(PathKind.values()), RECEIVED, null, null, null);
    return distinct.stream()
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
