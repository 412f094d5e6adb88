package vn.thutuc.catalogue;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Prints maps, lists and scalars as YAML, the same bytes for the same content: keys in their order,
 * long texts folded, short lists of constants on one line.
 */
final class YamlText {

  private static final int WIDTH = 120;

  private static final Pattern PLAIN =
      Pattern.compile("(\\d{1,6}/)?\\p{L}[\\p{L}\\p{N} ()._;/%+–-]*");

  /** Between brackets a comma ends the text; on a line of its own it does not. */
  private static final Pattern PLAIN_ALONE =
      Pattern.compile("(\\d{1,6}/)?\\p{L}[\\p{L}\\p{N} (),._;/%+–-]*");

  private static final Pattern TERM = Pattern.compile("\\d+(wd|d|mo|wh|h)|sd(@\\d\\d:\\d\\d)?");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern FOLDS = Pattern.compile("\\S+( \\S+)*");
  private static final Pattern ODD = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029\\uFEFF]");
  private static final Set<String> WORDS =
      Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

  private final StringBuilder out = new StringBuilder();

  private YamlText() {}

  /** A map printed on one line. */
  record Line(Map<String, Object> map) {}

  /** A map that leaves out null, false and empty values. */
  static final class Keys extends LinkedHashMap<String, Object> {

    Keys with(String key, Object value) {
      boolean empty =
          value == null
              || Boolean.FALSE.equals(value)
              || value instanceof Collection<?> list && list.isEmpty()
              || value instanceof Map<?, ?> map && map.isEmpty();
      if (!empty) {
        put(key, value);
      }
      return this;
    }

    Keys orUnknown(String key, Object value) {
      put(key, value == null ? "unknown" : value);
      return this;
    }
  }

  /** Prints a whole file; an empty line stands before each of {@code paragraphs}. */
  static String print(Map<String, Object> file, Set<String> paragraphs) {
    YamlText text = new YamlText();
    file.forEach(
        (key, value) -> {
          if (paragraphs.contains(key) && !text.out.isEmpty()) {
            text.out.append('\n');
          }
          text.entry(key, value, 0);
        });
    return text.out.toString();
  }

  private void entry(String key, Object value, int indent) {
    out.append(" ".repeat(indent)).append(key).append(':');
    if (value instanceof Map<?, ?> map) {
      out.append('\n');
      map.forEach((name, inner) -> entry(String.valueOf(name), inner, indent + 2));
    } else if (value instanceof Line line) {
      out.append(' ').append(flow(line)).append('\n');
    } else if (value instanceof List<?> list) {
      list(list, indent, indent + key.length() + 2);
    } else {
      out.append(' ');
      scalar(value, indent + key.length() + 2, indent + 2);
    }
  }

  private void list(List<?> list, int indent, int column) {
    String flow = list.stream().allMatch(YamlText::isWord) ? list.toString() : null;
    if (flow != null && column + flow.length() <= WIDTH) {
      out.append(' ').append(flow).append('\n');
      return;
    }
    out.append('\n');
    for (Object item : list) {
      out.append(" ".repeat(indent)).append("  - ");
      if (item instanceof Map<?, ?> map) {
        int start = out.length();
        map.forEach((name, inner) -> entry(String.valueOf(name), inner, indent + 4));
        out.delete(start, start + indent + 4);
      } else if (item instanceof Line line) {
        out.append(flow(line)).append('\n');
      } else {
        scalar(item, indent + 4, indent + 4);
      }
    }
  }

  private void scalar(Object value, int column, int indent) {
    String text = String.valueOf(value);
    if (!(value instanceof String)) {
      out.append(value instanceof BigDecimal number ? number.toPlainString() : text).append('\n');
    } else if (column + text.length() + 2 <= WIDTH || !FOLDS.matcher(text).matches()) {
      out.append(oneLine(text, false)).append('\n');
    } else if (ODD.matcher(text).find()) {
      out.append(quoted(text)).append('\n');
    } else {
      out.append(">-\n");
      folded(text, indent);
    }
  }

  private void folded(String text, int indent) {
    int column = 0;
    for (String word : text.split(" ")) {
      if (column == 0) {
        out.append(" ".repeat(indent));
        column = indent;
      } else if (column + 1 + word.length() > WIDTH) {
        out.append('\n').append(" ".repeat(indent));
        column = indent;
      } else {
        out.append(' ');
        column++;
      }
      out.append(word);
      column += word.length();
    }
    out.append('\n');
  }

  private static String flow(Line line) {
    StringBuilder text = new StringBuilder("{");
    line.map()
        .forEach(
            (key, value) ->
                text.append(text.length() == 1 ? "" : ", ")
                    .append(key)
                    .append(": ")
                    .append(inFlow(value)));
    return text.append('}').toString();
  }

  private static String inFlow(Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value instanceof String text ? oneLine(text, true) : String.valueOf(value);
  }

  private static boolean isWord(Object item) {
    return item instanceof Enum<?>
        || item instanceof String text && text.matches("[A-Z][A-Z0-9_]*") && isPlain(text, PLAIN);
  }

  private static String oneLine(String text, boolean inFlow) {
    boolean plain =
        isPlain(text, inFlow ? PLAIN : PLAIN_ALONE)
            || TERM.matcher(text).matches()
            || DATE.matcher(text).matches();
    return plain ? text : quoted(text);
  }

  private static boolean isPlain(String text, Pattern pattern) {
    return pattern.matcher(text).matches()
        && !text.endsWith(" ")
        && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (ODD.matcher(String.valueOf(c)).matches()) {
            quoted.append("\\u%04x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
