package vn.thutuc.catalogue.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages about all procedures say what the facts say today. */
class ProcedureIndexTests {

  private static final Path PAGES = Path.of("docs/procedures");
  private static final Pattern LINK = Pattern.compile("\\]\\(\\.\\./\\.\\./(processes/[^)]+)\\)");

  private final Map<String, String> pages;

  ProcedureIndexTests() throws IOException {
    pages = ProcedureIndex.pages(Path.of("processes"));
  }

  @Test
  void thePagesAreMadeFromTodaysFacts() throws IOException {
    for (Map.Entry<String, String> page : pages.entrySet()) {
      assertThat(Files.readString(PAGES.resolve(page.getKey())))
          .as(page.getKey() + ": run catalogue index")
          .isEqualTo(page.getValue());
    }
  }

  @Test
  void everyProcedureLinksToItsModel() {
    Matcher link = LINK.matcher(pages.get("index.md"));
    int links = 0;
    while (link.find()) {
      assertThat(Path.of(link.group(1))).exists();
      links++;
    }
    assertThat(links).isEqualTo(1030);
  }
}
