package vn.thutuc.drafting;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a province numbers the papers of results.
 *
 * @param numberPattern how a number is written, of {@code {sequence}}, {@code {year}}, {@code
 *     {kind}} and {@code {unit}}
 * @param letterPattern the same for letters, which have no abbreviation of their kind
 * @param symbols abbreviation of an agency by its id, where its name does not tell it
 * @param firstNumbers first number of a register that was begun on paper, by {@code
 *     <agency>/<register>/<year>}; 1 where nothing is set
 */
@ConfigurationProperties("thutuc.drafting")
record DraftingSettings(
    @DefaultValue("{sequence}/{kind}-{unit}") String numberPattern,
    @DefaultValue("{sequence}/{unit}") String letterPattern,
    @DefaultValue Map<String, String> symbols,
    @DefaultValue Map<String, Integer> firstNumbers) {

  DraftingSettings {
    require("number-pattern", numberPattern);
    require("letter-pattern", letterPattern);
    firstNumbers.forEach(
        (register, first) -> {
          if (first < 1) {
            throw new IllegalArgumentException(
                "thutuc.drafting.first-numbers[%s] begins at 1 or later, not at %d"
                    .formatted(register, first));
          }
        });
  }

  private static void require(String name, String pattern) {
    if (!pattern.contains("{sequence}")) {
      throw new IllegalArgumentException(
          "thutuc.drafting.%s needs {sequence}, and may have {year}, {kind} and {unit}: %s"
              .formatted(name, pattern));
    }
  }
}
