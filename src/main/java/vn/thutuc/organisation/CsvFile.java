package vn.thutuc.organisation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.Resource;

/** Reads a CSV file with a header; lines that begin with # are remarks. */
final class CsvFile {

  /** A row with the line it ends on; blank cells read as null. */
  record Row(long line, CSVRecord cells) {

    String get(String column) {
      String cell = cells.isSet(column) ? cells.get(column) : "";
      return cell.isBlank() ? null : cell.strip();
    }
  }

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setCommentMarker('#')
          .setIgnoreEmptyLines(true)
          .get();

  private CsvFile() {}

  static <T> List<T> read(
      Resource file, List<String> columns, Function<Row, T> row, List<FileProblem> problems) {
    if (!file.exists()) {
      problems.add(
          new FileProblem(
              file.getFilename(),
              0,
              "the file is missing",
              "create it with the header " + String.join(",", columns)));
      return List.of();
    }
    try (Reader reader = open(file);
        CSVParser parser = FORMAT.parse(reader)) {
      Set<String> missing = new TreeSet<>(columns);
      missing.removeAll(parser.getHeaderNames());
      if (!missing.isEmpty()) {
        problems.add(
            new FileProblem(
                file.getFilename(),
                0,
                "the header lacks " + String.join(", ", missing),
                "the header is " + String.join(",", columns)));
        return List.of();
      }
      List<T> rows = new ArrayList<>();
      for (CSVRecord cells : parser) {
        rows.add(row.apply(new Row(parser.getCurrentLineNumber(), cells)));
      }
      return rows;
    } catch (IOException | UncheckedIOException | IllegalArgumentException broken) {
      problems.add(
          new FileProblem(
              file.getFilename(),
              0,
              "not readable as CSV: " + broken.getMessage(),
              "save it as UTF-8, comma separated, quotes around cells with a comma"));
      return List.of();
    }
  }

  /** Skips the byte order mark spreadsheets put before UTF-8. */
  private static Reader open(Resource file) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8));
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }
}
