package vn.thutuc.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueProblemsTests {

  private static final String GOOD =
      """
      code: "9.000009"
      title: Thủ tục đúng
      field: Đường bộ
      decision: 1/QĐ
      competent: so-xay-dung
      channels: [COUNTER]
      returnMethods: [COUNTER]
      phases:
        - {id: settlement, name: Giải quyết, starts: RECEPTION, terms: [{term: sd, source: Điều 1}]}
      results:
        - {key: PERMIT, title: Giấy phép, positive: true}
      """;

  private static final String WRONG =
      """
      code: 9.000001
      title:
      field: Đường bộ
      levels: [DISTRICT]
      decision: 1/QĐ
      effective: {from: 2026-07-01, until: 2026-06-01}
      competent: Sở Xây dựng
      colour: red
      channels: COUNTER
      returnMethods: []
      cases: [{code: new, label: Cấp mới}, {code: new, label: Cấp lại}]
      bodies: [a]
      phases:
        - id: settlement
          name: Giải quyết
          terms:
            - {term: 5 ngày, source: Điều 1}
            - {case: OLD, term: sd@25:00, source: Điều 1}
            - {case: OLD, term: 5wd}
            - {area: FAR, channel: POSTAL, term: 5wd, source: a, verified: maybe}
      supplement: {mode: AGAIN, times: -1, source: a}
      papers: [{key: Đơn, title: Đơn, originals: một}]
      results: [{key: PERMIT, title: Giấy phép}]
      """;

  @TempDir private Path root;

  @Test
  void stopsOnlyTheFilesThatAreWrong() throws IOException {
    file("a/9.000001-hong.yaml", "code: [\n");
    file("a/9.000002-trung-khoa.yaml", "code: \"9.000002\"\ncode: \"9.000002\"\n");
    file("a/9.000003-rong.yaml", "");
    file("a/9.000009-dung.yaml", GOOD);
    Catalogue catalogue = Catalogue.of(root);

    assertThat(catalogue.find("9.000009", LocalDateTime.of(2026, 7, 1, 8, 0))).isPresent();
    assertThat(catalogue.search("")).hasSize(1);
    assertThat(catalogue.problems())
        .extracting(CatalogueProblem::file)
        .contains("a/9.000001-hong.yaml", "a/9.000002-trung-khoa.yaml", "a/9.000003-rong.yaml")
        .doesNotContain("a/9.000009-dung.yaml");
  }

  @Test
  void listsEverythingThatIsWrongInAFileWithKeyAndRemedy() throws IOException {
    file("a/9.000001-sai.yaml", WRONG);

    List<CatalogueProblem> problems = Catalogue.of(root).problems();

    assertThat(problems)
        .extracting(CatalogueProblem::key)
        .contains(
            "code",
            "title",
            "levels[0]",
            "effective",
            "competent",
            "colour",
            "channels",
            "returnMethods",
            "cases[0].code",
            "cases",
            "bodies",
            "phases[0].starts",
            "phases[0].terms[0].term",
            "phases[0].terms[1].term",
            "phases[0].terms[1].case",
            "phases[0].terms[2]",
            "phases[0].terms[2].source",
            "phases[0].terms[3].area",
            "phases[0].terms[3].channel",
            "phases[0].terms[3].verified",
            "supplement.mode",
            "supplement.times",
            "papers[0].key",
            "papers[0].originals",
            "results");
    assertThat(problems)
        .allSatisfy(
            problem -> {
              assertThat(problem.file()).isEqualTo("a/9.000001-sai.yaml");
              assertThat(problem.what()).isNotBlank();
              assertThat(problem.remedy()).isNotBlank();
            });
  }

  @Test
  void saysWhichRulesAreToldNowhereOrToNobody() throws IOException {
    file(
        "a/9.000009-dung.yaml",
        GOOD
            + """
            stages:
              - {id: check, block: APPRAISE, source: Điều 1}
            rules:
              - {at: nowhere, kind: HOW, text: a, source: b}
              - {at: check, kind: HOW, text: a, source: b}
              - {at: return, kind: DUTY, text: a, source: b}
              - {at: return, kind: HOW, term: 5wd, text: a, source: b}
            """);

    assertThat(Catalogue.of(root).problems())
        .extracting(CatalogueProblem::key)
        .containsExactlyInAnyOrder("rules[0].at", "rules[1].at", "rules[2].who", "rules[3].kind");
  }

  @Test
  void refusesAPartFromReceptionThatSomeCasesNeverReach() throws IOException {
    String facts =
        GOOD.replace("phases:\n", "cases: [{code: A, label: a}, {code: B, label: b}]\nphases:\n")
                .replace(
                    "results:\n",
                    """
                      - id: part
                        name: Một phần
                        starts: STAGE
                        terms: [{case: %s, starts: RECEPTION, term: 3wd, source: Điều 2}]
                    results:
                    """)
            + """
            stages:
              - id: by-case
                block: CHOICE
                on: CASE
                branches:
                  - {when: [A], stages: [{id: one, block: DRAFT, phase: part, source: Điều 2}]}
                  - {when: [B], stages: []}
            """;
    file("a/9.000009-dung.yaml", facts.formatted("A"));
    assertThat(Catalogue.of(root).problems()).isEmpty();

    file("a/9.000009-dung.yaml", facts.formatted("B"));
    assertThat(Catalogue.of(root).problems())
        .extracting(CatalogueProblem::key)
        .containsExactly("stages(one).phase");
  }

  @Test
  void refusesAFileWhoseNameDoesNotFit() throws IOException {
    file("a/khai-sinh.yaml", GOOD);
    file("a/9.000001-khac-ma.yaml", GOOD);

    assertThat(Catalogue.of(root).problems())
        .extracting(CatalogueProblem::toString)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("a/9.000001-khac-ma.yaml [code]: mã khác"),
            second -> assertThat(second).startsWith("a/khai-sinh.yaml: tên tệp"));
  }

  @Test
  void leavesAnotherPackagesFilesBesideAModelAlone() throws IOException {
    file("a/9.000009-dung.cases.yaml", "paths: []\n");
    file("a/9.000009-dung.bpmn", "<x/>");

    assertThat(Catalogue.of(root).problems()).isEmpty();
  }

  @Test
  void refusesTheSecondOfTwoVersionsThatAreInForceTogether() throws IOException {
    file("a/9.000009-dung.2026-01-01.yaml", GOOD + "effective: {from: 2026-01-01}\n");
    file("a/9.000009-dung.yaml", GOOD + "effective: {until: 2026-01-01}\n");
    Catalogue catalogue = Catalogue.of(root);

    assertThat(catalogue.problems())
        .extracting(CatalogueProblem::file, CatalogueProblem::key)
        .containsExactly(tuple("a/9.000009-dung.yaml", "effective"));
    assertThat(catalogue.find("9.000009", LocalDateTime.of(2026, 7, 1, 8, 0))).isPresent();
  }

  @Test
  void saysThatAFolderHasNoFiles() {
    Catalogue catalogue = Catalogue.of(root.resolve("none"));

    assertThat(catalogue.search("")).isEmpty();
    assertThat(catalogue.problems())
        .singleElement()
        .extracting(CatalogueProblem::remedy)
        .asString()
        .contains("thutuc.catalogue.root");
  }

  private void file(String name, String content) throws IOException {
    Path path = root.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }
}
