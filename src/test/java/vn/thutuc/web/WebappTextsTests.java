package vn.thutuc.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine's own pages speak Vietnamese completely: a text left out would show its key. */
class WebappTextsTests {

  private static final String LOCALES =
      "/META-INF/resources/webjars/camunda/app/%s/locales/%s.json";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^}\\s]+)\\s*}}");

  /** The vendor's advertisement for its next product; an officer has no use for it. */
  private static final String BANNER = "BANNER_CE_EOL_TEXT";

  /** Texts that are the same in both languages: names, signs, formats. */
  private static final int SAME_WORD = 12;

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome", "admin"})
  void everyEnglishTextHasItsVietnameseAndNoneIsLeftOver(String app) throws IOException {
    assertThat(texts(app, "vi").keySet()).isEqualTo(texts(app, "en").keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome", "admin"})
  void whatTheProgramFillsInStandsInBoth(String app) throws IOException {
    Map<String, String> vietnamese = texts(app, "vi");
    texts(app, "en")
        .forEach(
            (key, english) ->
                assertThat(placeholders(vietnamese.get(key)))
                    .as("%s: %s", app, key)
                    .isEqualTo(placeholders(english)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome", "admin"})
  void sentencesAreTranslatedAndComposedTheSameWay(String app) throws IOException {
    Map<String, String> english = texts(app, "en");
    texts(app, "vi")
        .forEach(
            (key, text) -> {
              assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).as(key).isTrue();
              if (!key.equals(BANNER) && !english.get(key).isBlank()) {
                assertThat(text).as("%s: %s", app, key).isNotBlank();
              }
              if (english.get(key).length() > SAME_WORD && english.get(key).contains(" ")) {
                assertThat(text).as("%s: %s", app, key).isNotEqualTo(english.get(key));
              }
            });
  }

  private static TreeSet<String> placeholders(String text) {
    TreeSet<String> found = new TreeSet<>();
    PLACEHOLDER.matcher(text).results().forEach(one -> found.add(one.group(1)));
    return found;
  }

  private static Map<String, String> texts(String app, String language) throws IOException {
    String file = LOCALES.formatted(app, language);
    try (InputStream in = WebappTextsTests.class.getResourceAsStream(file)) {
      assertThat(in).as(file).isNotNull();
      Map<String, String> texts = new TreeMap<>();
      collect("", new ObjectMapper().readTree(in).path("labels"), texts);
      assertThat(texts).as(file).hasSizeGreaterThan(100);
      return texts;
    }
  }

  private static void collect(String key, JsonNode node, Map<String, String> texts) {
    if (node.isValueNode()) {
      texts.put(key, node.asText());
    }
    node.properties()
        .forEach(
            entry ->
                collect(
                    key.isEmpty() ? entry.getKey() : key + "." + entry.getKey(),
                    entry.getValue(),
                    texts));
  }
}
