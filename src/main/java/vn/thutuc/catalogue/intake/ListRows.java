package vn.thutuc.catalogue.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.thutuc.catalogue.Agencies;
import vn.thutuc.catalogue.Procedure;

/** Reads a list of procedures, JSONL, CSV or XLSX, into facts without stages, row by row. */
public final class ListRows {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ListRows() {}

  /**
   * One row.
   *
   * @param line line of the file, counted from 1
   * @param procedure its facts; null when the row is refused
   * @param findings what is wrong or unknown
   */
  public record Row(int line, Procedure procedure, List<Finding> findings) {}

  /**
   * Reads every row; a row that cannot be used stops only itself.
   *
   * @param file a name ending in .jsonl, .csv or .xlsx
   * @param agencies from agency texts to units
   * @throws IOException when the file cannot be read at all, with a message for people
   */
  public static List<Row> read(Path file, Agencies agencies) throws IOException {
    List<Row> rows = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    String name = String.valueOf(file.getFileName());
    List<Raw> raw = name.endsWith(".jsonl") ? jsonl(file) : table(file);
    for (Raw one : raw) {
      rows.add(one.node() == null ? one.refused() : row(one, agencies, seen));
    }
    return rows;
  }

  /** A row as it stands in the file; without a node it says what is wrong. */
  private record Raw(int line, JsonNode node, String wrong) {

    Row refused() {
      return ListRows.refused(line, "", wrong);
    }
  }

  private static Row row(Raw raw, Agencies agencies, Set<String> seen) {
    RowFacts facts = new RowFacts(raw.line(), raw.node(), agencies);
    Row row = facts.read();
    if (row.procedure() != null && !seen.add(row.procedure().code())) {
      return refused(raw.line(), row.procedure().code(), "mã lặp lại; chỉ dòng đầu tiên được dùng");
    }
    return row;
  }

  static Row refused(int line, String code, String what) {
    return new Row(line, null, List.of(new Finding(line, code, Finding.Kind.REFUSED, what)));
  }

  private static List<Raw> jsonl(Path file) throws IOException {
    List<Raw> rows = new ArrayList<>();
    int line = 0;
    for (String text : lines(file)) {
      line++;
      if (!text.isBlank()) {
        rows.add(json(line, line == 1 ? text.replace("\uFEFF", "") : text));
      }
    }
    return rows;
  }

  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (MalformedInputException notUtf8) {
      throw new IOException(file + " không phải UTF-8; lưu lại tệp dạng UTF-8", notUtf8);
    }
  }

  private static Raw json(int line, String text) {
    try {
      JsonNode node = JSON.readTree(text);
      return node.isObject()
          ? new Raw(line, node, null)
          : new Raw(line, null, "không phải một đối tượng JSON {…}");
    } catch (JsonProcessingException broken) {
      return new Raw(
          line,
          null,
          "JSON hỏng ở cột %d: %s"
              .formatted(
                  broken.getLocation() == null ? 0 : broken.getLocation().getColumnNr(),
                  broken.getOriginalMessage()));
    }
  }

  /** Rows of a table: several rows of one code, one below the other, are its channels. */
  private static List<Raw> table(Path file) throws IOException {
    List<Raw> rows = new ArrayList<>();
    Map<String, ObjectNode> byCode = new LinkedHashMap<>();
    String previous = null;
    for (TableFile.Line line : TableFile.read(file, TableFile.LIST, List.of("code", "name"))) {
      String code = line.text("code");
      boolean sameProcedure =
          code.equals(previous)
              && !line.text("channel").isEmpty()
              && line.text("name").equals(byCode.get(code).path("name").asText());
      if (!sameProcedure) {
        ObjectNode node = node(line);
        byCode.put(code, node);
        rows.add(new Raw(line.number(), node, null));
      }
      channel(line, byCode.get(code).withArray("channels"));
      previous = code;
    }
    return rows;
  }

  private static ObjectNode node(TableFile.Line line) {
    ObjectNode node = JSON.createObjectNode();
    for (String key : List.of("code", "name", "field", "agency", "settled", "decision")) {
      node.put(key, line.text(key));
    }
    line.parts("levels").forEach(level -> node.withArray("levels").add(level));
    line.parts("papers").forEach(paper -> node.withArray("papers").addObject().put("name", paper));
    line.parts("results")
        .forEach(result -> node.withArray("results").addObject().put("name", result));
    return node;
  }

  private static void channel(TableFile.Line line, ArrayNode channels) {
    String channel = line.text("channel");
    if (channel.isEmpty()) {
      return;
    }
    ObjectNode slot = channels.addObject().put("channel", channel);
    String limit = line.text("limit");
    if (limit.matches("\\d{1,4}")) {
      slot.put("limit", Integer.parseInt(limit)).put("unit", line.text("unit"));
    }
    slot.put("limitText", limit.matches("\\d{1,4}") ? "" : limit);
    slot.put("fee", line.text("fee")).put("note", line.text("note"));
  }
}
