package vn.thutuc.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a batch, taken apart. It reads on after a mistake, so that the id is known wherever
 * it stands.
 */
final class BatchLine {

  private static final String EXAMPLE =
      "{\"id\":1,\"received\":\"2026-02-10T16:20\",\"term\":\"5wd\"}";

  private final List<PauseWords> pauses = new ArrayList<>();
  private Id id;
  private String received;
  private String term;
  private String fault;

  private BatchLine() {}

  static BatchLine read(JsonFactory json, byte[] bytes) {
    BatchLine line = new BatchLine();
    try (JsonParser parser = json.createParser(bytes)) {
      line.readAll(parser);
    } catch (JsonProcessingException broken) {
      line.fault(
          "Broken JSON at column %s: %s. Write one object a line, such as %s."
              .formatted(
                  broken.getLocation() == null ? "?" : broken.getLocation().getColumnNr(),
                  broken.getOriginalMessage(),
                  EXAMPLE));
    } catch (IOException notText) {
      line.fault("Not UTF-8: %s. Save the lines as UTF-8.".formatted(notText.getMessage()));
    }
    return line;
  }

  /** The id; null if it is missing, unusable or behind broken JSON. */
  Id id() {
    return id;
  }

  /**
   * What is asked.
   *
   * @throws BadInputException if the line is not a question
   */
  Question question() {
    if (fault != null) {
      throw new BadInputException(fault);
    }
    if (id == null) {
      throw new BadInputException("'id' is missing: give a string or a number.");
    }
    return new Question(received, term, pauses);
  }

  private void readAll(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      fault("No JSON object: write one a line, such as %s.".formatted(EXAMPLE));
      return;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      readField(name, parser);
    }
    if (parser.nextToken() != null) {
      fault("Something follows the object: begin a new line for it.");
    }
  }

  private void readField(String name, JsonParser parser) throws IOException {
    switch (name) {
      case "id" -> id = readId(parser);
      case "received" -> received = text(name, parser);
      case "term" -> term = text(name, parser);
      case "pauses" -> readPauses(parser);
      default -> unknown(name, "id, received, term, pauses", parser);
    }
  }

  private Id readId(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token.isNumeric()) {
      return new Id(parser.getText(), true);
    }
    if (token == JsonToken.VALUE_STRING && isUnicode(parser.getText())) {
      return new Id(parser.getText(), false);
    }
    if (token != JsonToken.VALUE_NULL) {
      wrongType("id", "a string or a number", parser);
    }
    return null;
  }

  /** Whether it can be written as UTF-8: half a surrogate pair can be escaped in JSON, not sent. */
  private static boolean isUnicode(String text) {
    return text.chars().noneMatch(c -> Character.isSurrogate((char) c))
        || StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private void readPauses(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      wrongType("pauses", "an array of objects", parser);
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        pauses.add(readPause(parser));
      } else {
        wrongType("pauses", "an array of objects", parser);
      }
    }
  }

  private PauseWords readPause(JsonParser parser) throws IOException {
    String from = null;
    String to = null;
    String mode = null;
    String amount = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "from" -> from = text(name, parser);
        case "to" -> to = text(name, parser);
        case "mode" -> mode = text(name, parser);
        case "amount" -> amount = text(name, parser);
        default -> unknown(name, "from, to, mode, amount", parser);
      }
    }
    return new PauseWords(from, to, mode, amount);
  }

  /** A string; null stands for a field that is not given. */
  private String text(String name, JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getText();
    }
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      wrongType(name, "a string", parser);
    }
    return null;
  }

  private void unknown(String name, String known, JsonParser parser) throws IOException {
    fault("Unknown field '%s': the fields are %s.".formatted(name, known));
    parser.skipChildren();
  }

  private void wrongType(String name, String wanted, JsonParser parser) throws IOException {
    fault("'%s' must be %s.".formatted(name, wanted));
    parser.skipChildren();
  }

  private void fault(String first) {
    if (fault == null) {
      fault = first;
    }
  }
}
