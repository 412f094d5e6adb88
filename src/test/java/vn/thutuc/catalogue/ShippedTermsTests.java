package vn.thutuc.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thutuc.clock.Term;

/** Whatever amount of time stands in a shipped file, the clock can count it. */
class ShippedTermsTests {

  private static final Pattern AMOUNT =
      Pattern.compile("(?m)^\\s*(?:-\\s*)?(?:\\{)?.*?\\b(?:term|window): *\"?([^\\s,}\"]+)");
  private static final Pattern MODE = Pattern.compile("(?m)^\\s*mode: (?:PLUS|WITH) (\\S+)");

  static Stream<Arguments> amounts() {
    return files().flatMap(file -> Stream.of(AMOUNT, MODE).flatMap(p -> found(p, file)));
  }

  private static Stream<Path> files() {
    try (Stream<Path> all = Files.walk(Path.of("processes"))) {
      return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Arguments> found(Pattern pattern, Path file) {
    try {
      return pattern
          .matcher(Files.readString(file).replaceAll("(?m)^\\s*#.*$", ""))
          .results()
          .map(match -> Arguments.of(file.getFileName().toString(), match.group(1)))
          .filter(amount -> !"unknown".equals(amount.get()[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("amounts")
  void theClockCountsEveryAmountOfAFile(String file, String amount) {
    Term term = Term.parse(amount);

    assertThat(term.vietnamese()).isNotBlank();
    assertThat(term.english()).isNotBlank();
  }

  @Test
  void theAmountsOfTheFilesAreFound() {
    assertThat(amounts().map(amount -> amount.get()[1]))
        .contains(
            "17wd", "20wd", "27wd", "30wd", "sd", "2wd", "1wd", "3wd", "1d", "30d", "sd@15:00");
  }

  /** The same as the catalogue gives them, for each channel, case and area a desk can choose. */
  @Test
  void theClockCountsEveryTermTheCatalogueGives() {
    Catalogue catalogue = Catalogue.of(Path.of("processes"));
    long known =
        catalogue.search("").stream()
            .map(hit -> catalogue.find(hit.code(), java.time.LocalDateTime.of(2026, 7, 15, 9, 0)))
            .flatMap(Optional::stream)
            .flatMap(
                procedure ->
                    procedure.phases().stream()
                        .flatMap(
                            phase ->
                                procedure.channels().stream()
                                    .flatMap(
                                        channel -> terms(catalogue, procedure, phase, channel))))
            .filter(TermFact::known)
            .map(fact -> Term.parse(fact.term()))
            .count();

    assertThat(known).isGreaterThanOrEqualTo(12 + 6 + 6);
  }

  private static Stream<TermFact> terms(
      Catalogue catalogue, Procedure procedure, Phase phase, Channel channel) {
    if (procedure.cases().isEmpty()) {
      return Stream.of(catalogue.term(procedure, phase.id(), channel, null, null));
    }
    return procedure.cases().stream()
        .flatMap(
            chosen ->
                procedure.areas().stream()
                    .map(
                        area ->
                            catalogue.term(
                                procedure, phase.id(), channel, chosen.code(), area.code())));
  }

  @Test
  void aPatternThatFindsNothingWouldBeSeen() {
    Matcher matcher = AMOUNT.matcher("      - term: 5wd\n");
    assertThat(matcher.find()).isTrue();
    assertThat(matcher.group(1)).isEqualTo("5wd");
  }
}
