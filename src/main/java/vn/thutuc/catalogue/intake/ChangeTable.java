package vn.thutuc.catalogue.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import vn.thutuc.catalogue.FactsFolder;

/** Reads a table of changes: CSV, XLSX or YAML. */
final class ChangeTable {

  private static final Set<String> KEYS =
      Set.of(
          "code",
          "phase",
          "case",
          "area",
          "channel",
          "term",
          "fee",
          "feeTitle",
          "decision",
          "source",
          "structure",
          "transition",
          "facts");

  private ChangeTable() {}

  static List<Change> read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return yaml(file);
    }
    List<Change> changes = new ArrayList<>();
    for (TableFile.Line line : TableFile.read(file, TableFile.CHANGES, List.of("code", "source"))) {
      UnaryOperator<String> cell = column -> line.text(column).isEmpty() ? null : line.text(column);
      changes.add(change(line.number(), cell, null));
    }
    return changes;
  }

  private static Change change(int line, UnaryOperator<String> cell, ObjectNode facts) {
    return new Change(
        line,
        cell.apply("code"),
        cell.apply("phase"),
        cell.apply("case"),
        cell.apply("area"),
        cell.apply("channel"),
        cell.apply("term"),
        cell.apply("fee"),
        cell.apply("feeTitle"),
        cell.apply("decision"),
        cell.apply("source"),
        cell.apply("structure"),
        cell.apply("transition"),
        facts);
  }

  private static List<Change> yaml(Path file) throws IOException {
    JsonNode root;
    try {
      root = FactsFolder.yaml(Files.readString(file, StandardCharsets.UTF_8));
    } catch (JsonProcessingException broken) {
      throw new IOException(
          "%s không phải YAML đúng, dòng %d: %s"
              .formatted(
                  file,
                  broken.getLocation() == null ? 0 : broken.getLocation().getLineNr(),
                  broken.getOriginalMessage()),
          broken);
    }
    List<Change> changes = new ArrayList<>();
    if (!root.path("changes").isArray()) {
      throw new IOException(file + ": thiếu danh sách changes");
    }
    for (JsonNode entry : root.get("changes")) {
      Set<String> foreign = new TreeSet<>();
      entry.fieldNames().forEachRemaining(foreign::add);
      foreign.removeAll(KEYS);
      if (!entry.isObject() || !foreign.isEmpty()) {
        throw new IOException(
            "%s, mục %d: khóa lạ %s; các khóa: %s"
                .formatted(file, changes.size() + 1, foreign, new TreeSet<>(KEYS)));
      }
      UnaryOperator<String> cell =
          key -> entry.hasNonNull(key) ? entry.get(key).asText().strip() : shared(root, key);
      ObjectNode facts = entry.get("facts") instanceof ObjectNode node ? node : null;
      changes.add(change(changes.size() + 1, cell, facts));
    }
    return changes;
  }

  /** A decree says its number and source once, above its rows. */
  private static String shared(JsonNode root, String key) {
    boolean once = Set.of("decision", "source", "transition").contains(key);
    return once && root.hasNonNull(key) ? root.get(key).asText().strip() : null;
  }
}
