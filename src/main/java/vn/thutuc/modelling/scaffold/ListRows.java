package vn.thutuc.modelling.scaffold;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads rows of the national list, one JSON object a line; a bad row stops only itself. */
final class ListRows {

  private static final Pattern CODE = Pattern.compile("\\d\\.\\d{6}");
  private static final int CLEAR = 250;
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A line of the file.
   *
   * @param number of the line, from 1
   * @param row null when no model can be made from it
   * @param problems what is wrong or not known
   */
  record Line(int number, ListRow row, List<String> problems) {}

  private final Set<String> codes = new HashSet<>();

  private ListRows() {}

  static List<Line> read(Path file) throws IOException {
    ListRows rows = new ListRows();
    List<Line> lines = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          lines.add(rows.line(number, line));
        }
      }
    }
    return lines;
  }

  private Line line(int number, String text) {
    try {
      JsonNode node = JSON.readTree(text);
      return node.isObject()
          ? line(number, node)
          : new Line(number, null, List.of("is no JSON object; write one object a line"));
    } catch (JsonProcessingException e) {
      return new Line(number, null, List.of("is no JSON: " + e.getOriginalMessage()));
    }
  }

  private Line line(int number, JsonNode node) {
    List<String> problems = new ArrayList<>();
    String code = text(node, "code");
    String name = text(node, "name");
    if (!CODE.matcher(code).matches()) {
      return new Line(
          number, null, List.of("code '%s' is none; write it like 1.000028".formatted(code)));
    }
    if (name.isEmpty()) {
      return new Line(number, null, List.of("has no name; add the title"));
    }
    if (!codes.add(code)) {
      return new Line(number, null, List.of("code %s stands here again".formatted(code)));
    }
    if (name.length() > CLEAR) {
      problems.add(
          "title of %d characters, shortened in the model's name".formatted(name.length()));
    }
    if (node.path("papers").isEmpty()) {
      problems.add("no papers");
    }
    if (!hasLimit(node)) {
      problems.add("no limit with a unit");
    }
    return new Line(
        number,
        new ListRow(code, name, text(node, "field"), text(node, "agency"), text(node, "decision")),
        problems);
  }

  private static boolean hasLimit(JsonNode node) {
    for (JsonNode channel : node.path("channels")) {
      if (channel.path("limit").isNumber() && channel.path("unit").isTextual()) {
        return true;
      }
    }
    return false;
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).isTextual() ? node.path(key).asText().strip() : "";
  }
}
