package vn.thutuc.printing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What a form says as plain maps, lists and texts for the templates, and as the JSON that is kept.
 * Texts are composed (a name typed with separate marks is one with the font's own letters) and hold
 * no character that neither XML nor a printer knows. Fields are sorted: the same says the same.
 */
@Component
class Printable {

  private final ObjectMapper json;

  Printable(ObjectMapper json) {
    this.json = json;
  }

  Map<String, Object> fields(FormData data) {
    Map<String, Object> fields = json.convertValue(data, new TypeReference<>() {});
    return clean(fields);
  }

  String text(Map<String, Object> fields) {
    try {
      return json.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A form cannot be written as JSON", e);
    }
  }

  private static Map<String, Object> clean(Map<?, ?> fields) {
    Map<String, Object> cleaned = new TreeMap<>();
    fields.forEach((key, value) -> cleaned.put(key.toString(), value(value)));
    return cleaned;
  }

  static Object value(Object value) {
    if (value instanceof String text) {
      return clean(text);
    }
    if (value instanceof Map<?, ?> map) {
      return clean(map);
    }
    return value instanceof List<?> list ? list.stream().map(Printable::value).toList() : value;
  }

  /** Composed, without control characters, lone surrogates and non-characters. */
  static String clean(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .map(point -> Character.isWhitespace(point) ? ' ' : point)
        .filter(Printable::isPrintable)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static boolean isPrintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.FORMAT -> false;
      default -> true;
    };
  }
}
