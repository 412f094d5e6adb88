package vn.thutuc.modelling.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thutuc.modelling.Finding;
import vn.thutuc.process.Vocabulary;

/** A folder with one bad file a rule: each is found by its rule, and by no other. */
class BadModelsTests {

  private static final Path SAMPLES = Path.of("src/test/resources/lint");
  private static final Path PAGES = Path.of("docs/designer/lint");

  private static Map<String, List<Finding>> byFile;

  /** A bad file with the rule that finds it and the element it is found at. */
  record Sample(String rule, String file, String element) {
    static Sample of(String line) {
      String[] parts = line.split(",");
      return new Sample(parts[0], parts[1], parts[2]);
    }
  }

  static Stream<Sample> samples() throws IOException {
    return Files.readAllLines(SAMPLES.resolve("expected.csv")).stream().map(Sample::of);
  }

  static Stream<String> rules() {
    return Rules.ALL.stream().map(Rule::code);
  }

  @BeforeAll
  static void checkTheFolder() throws IOException {
    byFile =
        Folder.of(List.of(SAMPLES.resolve("bad")), SAMPLES.resolve("before")).check().stream()
            .collect(Collectors.groupingBy(Finding::file));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void eachBadSampleIsFoundByItsRuleAlone(Sample sample) {
    assertThat(byFile.get(SAMPLES.resolve(sample.file()).toString()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo(sample.rule());
              assertThat(finding.element()).isEqualTo(sample.element());
              assertThat(finding.severity()).isEqualTo(rule(sample.rule()).severity());
              assertThat(finding.line())
                  .startsWith(finding.file() + ":" + finding.element() + " [" + sample.rule());
            });
  }

  private static Rule<?> rule(String code) {
    return Rules.ALL.stream().filter(rule -> rule.code().equals(code)).findFirst().orElseThrow();
  }

  @Test
  void nothingElseIsFound() throws IOException {
    assertThat(byFile.keySet())
        .containsExactlyInAnyOrderElementsOf(
            samples().map(sample -> SAMPLES.resolve(sample.file()).toString()).toList());
  }

  @Test
  void everyRuleHasOneBadSample() throws IOException {
    assertThat(samples().map(Sample::rule).toList())
        .containsExactlyInAnyOrderElementsOf(rules().toList());
  }

  @Test
  void theLineOfAFindingIsThatOfItsElement() throws IOException {
    for (List<Finding> findings : byFile.values()) {
      for (Finding finding : findings) {
        if (finding.lineNumber() > 0 && finding.file().endsWith(".bpmn")) {
          List<String> lines = Files.readAllLines(Path.of(finding.file()));
          if (!finding.element().startsWith("line")) {
            assertThat(String.join("\n", lines.subList(0, finding.lineNumber())))
                .as(finding.line())
                .contains("id=\"" + finding.element() + "\"");
          }
        }
      }
    }
  }

  @Test
  void theGoodSamplesHaveNoFinding() throws IOException {
    assertThat(Folder.of(List.of(SAMPLES.resolve("good")), null).check()).isEmpty();
  }

  @Test
  void everythingShippedIsSound() throws IOException {
    assertThat(Folder.of(List.of(), null).check()).isEmpty();
  }

  @Test
  void aFileInForceIsItsOwnSuccessor() throws IOException {
    assertThat(Folder.of(List.of(), Path.of("processes")).check()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleHasItsPage(String code) throws IOException {
    String page = Files.readString(PAGES.resolve(code + ".md"));

    assertThat(page)
        .startsWith("# `" + code + "`")
        .contains("## Xấu", "## Tốt", "## Vì sao", "## Cách sửa");
    assertThat(Files.readString(PAGES.resolve("README.md"))).contains("(" + code + ".md)");
  }

  @Test
  void noPageIsLeftOver() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(rules(), Stream.of("README")).toList());
    }
  }

  @Test
  void everyDocumentedVariableHasItsValuesWrittenDown() {
    assertThat(Vocabulary.VARIABLES).allMatch(Words::knows);
  }
}
