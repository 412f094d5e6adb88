package vn.thutuc.catalogue.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import vn.thutuc.catalogue.PlainWords;

/** Reads the first sheet of a spreadsheet, or a CSV file, by the names of its columns. */
final class TableFile {

  /** Columns of a list of procedures: name, and how Vietnamese tables head it. */
  static final Map<String, List<String>> LIST =
      Map.ofEntries(
          Map.entry("code", List.of("ma", "ma tthc", "ma thu tuc", "ma so")),
          Map.entry("name", List.of("ten", "ten thu tuc", "ten tthc", "title")),
          Map.entry("field", List.of("linh vuc")),
          Map.entry("levels", List.of("cap", "cap thuc hien")),
          Map.entry("agency", List.of("co quan", "co quan thuc hien")),
          Map.entry("settled", List.of("noi giai quyet")),
          Map.entry("decision", List.of("quyet dinh", "quyet dinh cong bo")),
          Map.entry("channel", List.of("kenh", "hinh thuc nop")),
          Map.entry("limit", List.of("thoi han")),
          Map.entry("unit", List.of("don vi", "don vi thoi han")),
          Map.entry("note", List.of("ghi chu")),
          Map.entry("fee", List.of("phi", "phi le phi", "le phi")),
          Map.entry("papers", List.of("giay to", "thanh phan ho so")),
          Map.entry("results", List.of("ket qua")));

  /** Columns of a table of changes. */
  static final Map<String, List<String>> CHANGES =
      Map.ofEntries(
          Map.entry("code", List.of("ma", "ma tthc", "ma thu tuc")),
          Map.entry("phase", List.of("giai doan")),
          Map.entry("case", List.of("truong hop")),
          Map.entry("area", List.of("dia ban")),
          Map.entry("channel", List.of("kenh")),
          Map.entry("term", List.of("thoi han", "thoi han moi")),
          Map.entry("fee", List.of("phi", "muc phi")),
          Map.entry("feeTitle", List.of("ten phi")),
          Map.entry("decision", List.of("quyet dinh", "quyet dinh cong bo")),
          Map.entry("source", List.of("nguon", "can cu")),
          Map.entry("structure", List.of("quy trinh", "doi quy trinh")),
          Map.entry("transition", List.of("chuyen tiep", "ho so dang giai quyet")));

  private TableFile() {}

  /** A line by the names of its columns. */
  record Line(int number, Map<String, String> cells) {

    String text(String column) {
      return cells.getOrDefault(column, "");
    }

    /** Parts of a cell: one a line, or between vertical bars. */
    List<String> parts(String column) {
      return Arrays.stream(text(column).split("[\\n|]"))
          .map(String::strip)
          .filter(part -> !part.isEmpty())
          .toList();
    }
  }

  static List<Line> read(Path file, Map<String, List<String>> columns, List<String> needed)
      throws IOException {
    List<Raw> rows = String.valueOf(file.getFileName()).endsWith(".xlsx") ? xlsx(file) : csv(file);
    if (rows.isEmpty()) {
      throw new IOException(file + " trống; dòng đầu phải là tên cột");
    }
    List<String> names = names(file, rows.get(0), columns, needed);
    List<Line> lines = new ArrayList<>();
    for (Raw row : rows.subList(1, rows.size())) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (int i = 0; i < row.cells().size(); i++) {
        if (i < names.size() && names.get(i) != null) {
          cells.put(names.get(i), row.cells().get(i));
        } else if (!row.cells().get(i).isEmpty()) {
          throw new IOException(
              "%s, dòng %d: ô thứ %d không thuộc cột nào; kiểm tra dấu phẩy và dấu nháy"
                  .formatted(file, row.number(), i + 1));
        }
      }
      if (cells.values().stream().anyMatch(cell -> !cell.isEmpty())) {
        lines.add(new Line(row.number(), cells));
      }
    }
    return lines;
  }

  private record Raw(int number, List<String> cells) {}

  private static List<String> names(
      Path file, Raw head, Map<String, List<String>> columns, List<String> needed)
      throws IOException {
    List<String> names = new ArrayList<>();
    for (String cell : head.cells()) {
      String name = cell.isEmpty() ? null : name(cell, columns);
      if (name == null && !cell.isEmpty() || name != null && names.contains(name)) {
        throw new IOException(
            "%s: cột “%s” %s; các cột: %s"
                .formatted(
                    file,
                    cell,
                    name == null ? "không dùng được" : "lặp lại",
                    columns.keySet().stream().sorted().collect(Collectors.joining(", "))));
      }
      names.add(name);
    }
    for (String one : needed) {
      if (!names.contains(one)) {
        throw new IOException("%s: thiếu cột %s".formatted(file, one));
      }
    }
    return names;
  }

  private static String name(String cell, Map<String, List<String>> columns) {
    String plain = String.join(" ", PlainWords.of(cell));
    return columns.entrySet().stream()
        .filter(
            e ->
                e.getKey().toLowerCase(java.util.Locale.ROOT).equals(plain)
                    || e.getValue().contains(plain))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  private static List<Raw> csv(Path file) throws IOException {
    List<Raw> rows = new ArrayList<>();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      var parser = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get().parse(reader);
      for (CSVRecord row : parser) {
        List<String> cells = row.stream().map(cell -> cell.replace("\uFEFF", "").strip()).toList();
        rows.add(new Raw((int) parser.getCurrentLineNumber(), cells));
      }
    } catch (java.io.UncheckedIOException | java.nio.charset.CharacterCodingException broken) {
      throw new IOException(
          file + " không phải CSV đúng (UTF-8, dấu phẩy, dấu nháy kép): " + broken.getMessage(),
          broken);
    }
    return rows;
  }

  private static List<Raw> xlsx(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook book = new ReadableWorkbook(in);
        Stream<org.dhatim.fastexcel.reader.Row> rows = book.getFirstSheet().openStream()) {
      return rows.map(
              row ->
                  new Raw(
                      row.getRowNum(),
                      row.stream().map(TableFile::text).map(String::strip).toList()))
          .toList();
    } catch (IOException | ExcelReaderException broken) {
      throw new IOException(file + " không phải tệp .xlsx đọc được", broken);
    }
  }

  private static String text(Cell cell) {
    return cell == null || cell.getRawValue() == null ? "" : cell.getText();
  }
}
