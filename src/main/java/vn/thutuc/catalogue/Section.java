package vn.thutuc.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A mapping of a YAML file that is read key by key. What is wrong is noted with its key and reading
 * goes on, so a file's problems are all listed at once; {@code unknown} reads as null.
 */
final class Section {

  private static final String UNKNOWN = "unknown";
  private static final Pattern TERM =
      Pattern.compile("[1-9]\\d{0,4}(wd|d|mo|wh|h)|sd(@([01]\\d|2[0-3]):[0-5]\\d)?");

  private final String file;
  private final String path;
  private final JsonNode node;
  private final List<CatalogueProblem> problems;
  private final Set<String> read = new TreeSet<>();

  Section(String file, String path, JsonNode node, List<CatalogueProblem> problems) {
    this.file = file;
    this.path = path;
    this.node = node;
    this.problems = problems;
    if (!node.isObject()) {
      wrong("", "ở đây phải là một nhóm khóa: giá trị", "viết mỗi khóa trên một dòng");
    }
  }

  /** A text that must be there; a number is refused, for 1.10 would read as 1.1. */
  String text(String key) {
    JsonNode value = value(key);
    if (value == null) {
      wrong(key, "thiếu hoặc để trống", "ghi giá trị cho khóa này");
      return "";
    }
    return string(key, value);
  }

  /** A text or null when it is absent, empty or {@code unknown}. */
  String optional(String key) {
    JsonNode value = value(key);
    String text = value == null ? null : string(key, value);
    return UNKNOWN.equals(text) ? null : text;
  }

  /** A term as written for the clock; must be there, {@code unknown} reads as null. */
  String term(String key) {
    String term = text(key);
    if (term.isEmpty() || term.equals(UNKNOWN)) {
      return null;
    }
    if (!TERM.matcher(term).matches()) {
      wrong(
          key,
          "thời hạn “%s” không đọc được".formatted(term),
          "viết như 5wd, 10d, 2mo, 16wh, 24h, sd, sd@15:00 hoặc unknown");
    }
    return term;
  }

  boolean flag(String key) {
    JsonNode value = value(key);
    if (value != null && !value.isBoolean()) {
      wrong(key, "phải là true hoặc false", "sửa thành true hoặc false");
    }
    return value != null && value.asBoolean();
  }

  /** A whole number of at least 0, or null when it is absent or {@code unknown}. */
  Long number(String key) {
    JsonNode value = value(key);
    if (value == null || UNKNOWN.equals(value.asText())) {
      return null;
    }
    if (!value.isIntegralNumber() || value.asLong() < 0) {
      wrong(key, "phải là số nguyên không âm", "sửa thành số nguyên hoặc unknown");
      return null;
    }
    return value.asLong();
  }

  /** A number of at least 0 that must be there; half a day is 0.5. */
  BigDecimal decimal(String key) {
    JsonNode value = value(key);
    if (value == null || !value.isNumber() || value.decimalValue().signum() < 0) {
      wrong(key, "phải là số không âm", "ghi số, ví dụ 2 hoặc 0.5");
      return BigDecimal.ZERO;
    }
    return value.decimalValue().stripTrailingZeros();
  }

  int count(String key) {
    Long number = number(key);
    return number == null ? 0 : Math.toIntExact(Math.min(number, Integer.MAX_VALUE));
  }

  LocalDate date(String key) {
    String text = optional(key);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException notADate) {
      wrong(key, "“%s” không phải là ngày".formatted(text), "viết như 2026-07-01");
      return null;
    }
  }

  <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
    String text = optional(key);
    return text == null ? otherwise : constant(key, text, type, otherwise);
  }

  /** A constant that must be there; null when it is not, for the file is refused then. */
  <E extends Enum<E>> E choice(String key, Class<E> type) {
    String text = text(key);
    return text.isEmpty() ? null : constant(key, text, type, null);
  }

  <E extends Enum<E>> List<E> choices(String key, Class<E> type) {
    List<E> choices = new ArrayList<>();
    List<String> texts = texts(key);
    for (int i = 0; i < texts.size(); i++) {
      E choice = constant(key + "[" + i + "]", texts.get(i), type, null);
      if (choice != null) {
        choices.add(choice);
      }
    }
    return List.copyOf(choices);
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list(key)) {
      texts.add(string(key + "[" + texts.size() + "]", item));
    }
    return List.copyOf(texts);
  }

  /** Like {@link #texts}; YES and NO without quotes are booleans in YAML and mean the words. */
  List<String> words(String key) {
    List<String> words = new ArrayList<>();
    for (JsonNode item : list(key)) {
      String where = key + "[" + words.size() + "]";
      words.add(item.isBoolean() ? item.asBoolean() ? "YES" : "NO" : string(where, item));
    }
    return List.copyOf(words);
  }

  Map<String, String> map(String key) {
    Map<String, String> map = new LinkedHashMap<>();
    JsonNode value = value(key);
    if (value != null && !value.isObject()) {
      wrong(key, "ở đây phải là một nhóm khóa: giá trị", "viết mỗi khóa trên một dòng");
    } else if (value != null) {
      value
          .properties()
          .forEach(e -> map.put(e.getKey(), string(key + "." + e.getKey(), e.getValue())));
    }
    return map;
  }

  /** A part that may be absent; then null. */
  <T> T part(String key, Function<Section, T> reader) {
    JsonNode value = value(key);
    return value == null ? null : new Section(file, at(key), value, problems).whole(reader);
  }

  <T> List<T> parts(String key, Function<Section, T> reader) {
    List<T> parts = new ArrayList<>();
    for (JsonNode item : list(key)) {
      String where = at(key + "[" + parts.size() + "]");
      parts.add(new Section(file, where, item, problems).whole(reader));
    }
    return List.copyOf(parts);
  }

  /** Like {@link #parts}, but leaves out the items something is wrong with. */
  <T> List<T> soundParts(String key, Function<Section, T> reader) {
    List<T> sound = new ArrayList<>();
    parts(
        key,
        item -> {
          int before = problems.size();
          T read = reader.apply(item);
          return problems.size() == before && sound.add(read);
        });
    return sound;
  }

  /** Reads with the reader, then notes every key nobody asked for. */
  <T> T whole(Function<Section, T> reader) {
    T result = reader.apply(this);
    Set<String> unread = new LinkedHashSet<>();
    node.fieldNames().forEachRemaining(unread::add);
    unread.removeAll(read);
    unread.forEach(
        key -> wrong(key, "khóa lạ", "bỏ đi hoặc dùng một trong: " + String.join(", ", read)));
    return result;
  }

  void wrong(String key, String what, String remedy) {
    problems.add(new CatalogueProblem(file, at(key), what, remedy));
  }

  private JsonNode value(String key) {
    read.add(key);
    JsonNode value = node.get(key);
    boolean empty =
        value == null || value.isNull() || value.isTextual() && value.asText().isBlank();
    return empty ? null : value;
  }

  private Iterable<JsonNode> list(String key) {
    JsonNode value = value(key);
    if (value != null && !value.isArray()) {
      wrong(key, "ở đây phải là một danh sách", "mỗi mục một dòng, bắt đầu bằng dấu gạch “- ”");
      return List.of();
    }
    return value == null ? List.of() : value;
  }

  private String string(String key, JsonNode value) {
    if (!value.isTextual()) {
      wrong(key, "phải là chữ", "đặt giá trị trong dấu nháy kép");
    }
    return value.asText().strip();
  }

  private <E extends Enum<E>> E constant(String key, String text, Class<E> type, E otherwise) {
    try {
      return Enum.valueOf(type, text);
    } catch (IllegalArgumentException unknown) {
      String known =
          Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
      wrong(key, "giá trị lạ “%s”".formatted(text), "dùng một trong: " + known);
      return otherwise;
    }
  }

  private String at(String key) {
    return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
  }
}
