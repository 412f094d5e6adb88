package vn.thutuc.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Versions of a procedure follow each other without gap and overlap; competence by criterion. */
class DatedVersionsTests {

  private static final String FACTS =
      """
      code: "9.000009"
      title: Thủ tục
      field: Đường bộ
      decision: 1/QĐ
      effective: %s
      competent: so-xay-dung
      channels: [COUNTER]
      returnMethods: [COUNTER]
      phases:
        - {id: settlement, name: Giải quyết, starts: RECEPTION, terms: [{term: %s, source: Điều 1}]}
      results:
        - {key: PERMIT, title: Giấy phép, positive: true}
      """;

  @TempDir private Path root;

  @Test
  void reportsDaysOnWhichNothingIsInForce() throws IOException {
    version("", "{from: unknown, until: 2026-06-30}", "5wd");
    version(".2026-08-01", "{from: 2026-08-01, until: unknown}", "6wd");

    List<CatalogueProblem> problems = Catalogue.of(root).problems();

    assertThat(problems)
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.key()).isEqualTo("effective.from");
              assertThat(p.what())
                  .contains("từ 2026-07-01 đến 2026-07-31", "9.000009-thu-tuc.yaml");
            });
  }

  @Test
  void reportsAnOverlapWithBothFilesAndDays() throws IOException {
    version("", "{from: 2026-01-01, until: 2026-08-01}", "5wd");
    version(".2026-08-01", "{from: 2026-08-01, until: unknown}", "6wd");

    List<CatalogueProblem> problems = Catalogue.of(root).problems();

    assertThat(problems)
        .singleElement()
        .satisfies(
            p ->
                assertThat(p.toString())
                    .contains("2026-08-01 – …", "2026-01-01 – 2026-08-01", "trùng thời gian"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-31T23:59, 5wd",
    "2026-08-01T00:00, 6wd",
    "2026-12-31T23:59, 6wd",
    "2027-01-01T00:00, 7wd"
  })
  void choosesByTheDayOfReception(LocalDateTime received, String term) throws IOException {
    version("", "{from: unknown, until: 2026-07-31}", "5wd");
    version(".2026-08-01", "{from: 2026-08-01, until: 2026-12-31}", "6wd");
    version(".2027-01-01", "{from: 2027-01-01, until: unknown}", "7wd");
    Catalogue catalogue = Catalogue.of(root);

    Procedure procedure = catalogue.find("9.000009", received).orElseThrow();

    assertThat(catalogue.problems()).isEmpty();
    assertThat(catalogue.term(procedure, "settlement", Channel.COUNTER, null, null).term())
        .isEqualTo(term);
  }

  @Test
  void choosesTheUnitByTheNarrowestCriterion() {
    Procedure procedure =
        FactsFolder.parse(
                "x",
                FactsWriterTests.EVERYTHING.replace("competent: unknown", "competent: ubnd-tinh"))
            .procedure();

    assertThat(procedure.competent("NEW", null))
        .extracting(Competence::unit)
        .containsExactly("so-xay-dung");
    assertThat(procedure.competent("OLD", "FAR"))
        .extracting(Competence::unit)
        .containsExactly("ubnd-xa");
    assertThat(procedure.competent("OLD", null))
        .extracting(Competence::unit)
        .containsExactly("ubnd-tinh");
    assertThat(procedure.competentKeys()).containsExactly("so-xay-dung", "ubnd-xa", "ubnd-tinh");
  }

  @Test
  void leavesAnUndeterminedAgencyUndetermined() {
    Procedure procedure =
        FactsFolder.parse("x", FACTS.formatted("{}", "5wd").replace("so-xay-dung", "unknown"))
            .procedure();

    assertThat(procedure.competent()).isNull();
    assertThat(procedure.competent(null, null)).isEmpty();
    assertThat(procedure.isAgencyKnown()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          competences: [{unit: so-a, case: NEW, source: Điều 1}]                         | competences[0].case
          competences: [{unit: Sở A, source: Điều 1}]                                    | competences[0].unit
          competences: [{unit: so-a, source: a}, {unit: so-a, source: b}]                | competences[1].unit
          silence: GRANTS                                                                | silenceArticle
          transition: SOON                                                               | transition
          approvedSteps: {decision: 1/QĐ, source: a}                                     | approvedSteps.steps
          approvedSteps: {decision: 1/QĐ, source: a, steps: [{step: a, unit: b, days: x}]} | approvedSteps.steps[0].days
          fees: [{title: Phí, amount: 1, case: NEW, source: a}]                          | fees[0].case
          fees: [{title: Phí, validity: {from: 2026-02-01, until: 2026-01-01}, source: a}] | fees[0].validity
          imported: {hash: a}                                                            | imported.source
          """)
  void saysWhereANewKeyIsWrong(String line, String key) {
    List<CatalogueProblem> problems =
        FactsFolder.parse("x", FACTS.formatted("{}", "5wd") + line + "\n").problems();

    assertThat(problems).extracting(CatalogueProblem::key).containsExactly(key);
  }

  private void version(String date, String effective, String term) throws IOException {
    Path file = root.resolve("a/9.000009-thu-tuc" + date + ".yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, FACTS.formatted(effective, term));
  }
}
