package vn.thutuc.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the dated rows of a calendar from CSV with the columns date, name, kind and source. */
public final class HolidayTable {

  private static final String SHIPPED = "/calendar/holidays-vn.csv";
  private static final int FIRST_PUBLISHED = 2019;
  private static final int LAST_PUBLISHED = 2026;
  private static final List<String> COLUMNS = List.of("date", "name", "kind", "source");
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  private HolidayTable() {}

  /**
   * Reads all rows, in the order of the file. The reader is left open.
   *
   * @throws MalformedRowException if a row is not as described; the message names line and remedy
   * @throws UncheckedIOException if the reader fails
   */
  public static List<CalendarDay> read(Reader csv) {
    try {
      CSVParser parser = FORMAT.parse(csv);
      requireColumns(parser.getHeaderNames());
      return parser.stream().map(record -> row(record, lineOf(parser))).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException("The holiday table cannot be read.", failure);
    }
  }

  /** The shipped calendar of Vietnam: usual hours, years 2019 to 2026 published, 2027 a draft. */
  public static WorkingCalendar shipped() {
    return WorkingCalendar.of(shippedDays(), shippedYears(), WorkingHours.usual());
  }

  /** The dated rows that the house ships, in the order of the file. */
  public static List<CalendarDay> shippedDays() {
    try (InputStream file = HolidayTable.class.getResourceAsStream(SHIPPED)) {
      if (file == null) {
        throw new IllegalStateException("The file %s is not on the class path.".formatted(SHIPPED));
      }
      return read(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException("The file %s cannot be read.".formatted(SHIPPED), failure);
    }
  }

  /** The years whose shipped rows are final. */
  public static Set<Year> shippedYears() {
    return IntStream.rangeClosed(FIRST_PUBLISHED, LAST_PUBLISHED)
        .mapToObj(Year::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void requireColumns(List<String> header) {
    if (!header.equals(COLUMNS)) {
      throw new MalformedRowException(
          1,
          MalformedRowException.Flaw.HEADER,
          String.join(",", header),
          "Line 1 must be the header %s, not %s.".formatted(String.join(",", COLUMNS), header));
    }
  }

  private static long lineOf(CSVParser parser) {
    return parser.getCurrentLineNumber();
  }

  private static CalendarDay row(CSVRecord record, long line) {
    if (record.size() != COLUMNS.size()) {
      throw wrong(
          line,
          MalformedRowException.Flaw.FIELDS,
          String.valueOf(record.size()),
          "has %s fields".formatted(record.size()),
          "give date,name,kind,source");
    }
    if (record.get("name").isEmpty()) {
      throw wrong(
          line, MalformedRowException.Flaw.NAME, "", "has no name", "say what the day is called");
    }
    return new CalendarDay(
        date(record, line), record.get("name"), kind(record, line), record.get("source"));
  }

  private static LocalDate date(CSVRecord record, long line) {
    try {
      return LocalDate.parse(record.get("date"));
    } catch (DateTimeParseException unreadable) {
      throw wrong(
          line,
          MalformedRowException.Flaw.DATE,
          record.get("date"),
          "has the date '%s'".formatted(record.get("date")),
          "write yyyy-MM-dd");
    }
  }

  private static DayKind kind(CSVRecord record, long line) {
    String word = record.get("kind");
    return DayKind.ofWord(word)
        .orElseThrow(
            () ->
                wrong(
                    line,
                    MalformedRowException.Flaw.KIND,
                    word,
                    "has the kind '%s'".formatted(word),
                    "use one of " + kinds()));
  }

  private static String kinds() {
    return Arrays.stream(DayKind.values()).map(DayKind::word).collect(Collectors.joining(", "));
  }

  private static MalformedRowException wrong(
      long line, MalformedRowException.Flaw flaw, String found, String what, String remedy) {
    return new MalformedRowException(
        line, flaw, found, "Line %s %s: %s.".formatted(line, what, remedy));
  }
}
