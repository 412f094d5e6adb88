package vn.thutuc.modelling.scaffold;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads approved internal steps from a table with the columns code;step;unit;days;decision. */
final class StepTable {

  private static final int COLUMNS = 5;
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private StepTable() {}

  static Map<String, Blueprint.Steps> read(Path file) throws IOException {
    Map<String, Blueprint.Steps> tables = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        row(file, i + 1, lines.get(i).split(";", -1), tables);
      }
    }
    return tables;
  }

  private static void row(
      Path file, int number, String[] cells, Map<String, Blueprint.Steps> tables)
      throws IOException {
    if (cells.length != COLUMNS) {
      throw new IOException(
          "%s line %d has %d columns; write code;step;unit;days;decision."
              .formatted(file, number, cells.length));
    }
    String decision = cells[4].strip();
    Blueprint.Steps table =
        tables.computeIfAbsent(
            cells[0].strip(), code -> new Blueprint.Steps(decision, new LinkedHashMap<>()));
    if (!table.decision().equals(decision) || decision.isEmpty()) {
      throw new IOException(
          "%s line %d: one procedure has one decision, here '%s' and '%s'."
              .formatted(file, number, table.decision(), decision));
    }
    try {
      BigDecimal days = new BigDecimal(cells[3].strip().replace(',', '.'));
      table.days().merge(cells[1].strip(), days.multiply(THOUSAND).longValue(), Long::sum);
    } catch (NumberFormatException e) {
      throw new IOException(
          "%s line %d: '%s' is no number of days; write 2 or 0.5."
              .formatted(file, number, cells[3]),
          e);
    }
  }
}
