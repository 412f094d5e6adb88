package vn.thutuc.command;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import vn.thutuc.clock.Deadline;
import vn.thutuc.clock.Line;

/** Writes answers as JSON in UTF-8, one a line. */
final class Answers implements Closeable, Flushable {

  private final JsonGenerator json;

  Answers(JsonFactory factory, OutputStream out) throws IOException {
    this.json = factory.createGenerator(out, JsonEncoding.UTF8).setRootValueSeparator(null);
  }

  /** Writes a deadline without an id. */
  void deadline(Deadline deadline) throws IOException {
    json.writeStartObject();
    fields(deadline);
    end();
  }

  /** Writes the deadline of a line. */
  void deadline(Id id, Deadline deadline) throws IOException {
    start(id);
    fields(deadline);
    end();
  }

  /** Writes what is wrong with a line; its id is null if it is not known. */
  void error(Id id, String error) throws IOException {
    start(id);
    json.writeStringField("error", new String(utf8(error), StandardCharsets.UTF_8));
    end();
  }

  /** Half a surrogate pair, which the writer would refuse, becomes a question mark. */
  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void start(Id id) throws IOException {
    json.writeStartObject();
    json.writeFieldName("id");
    if (id == null) {
      json.writeNull();
    } else if (id.isNumber()) {
      json.writeNumber(id.text());
    } else {
      json.writeString(id.text());
    }
  }

  private void fields(Deadline deadline) throws IOException {
    moment("due", deadline.end());
    json.writeBooleanField("provisional", deadline.provisional());
    json.writeArrayFieldStart("explanation");
    for (Line line : deadline.explanation()) {
      line(line);
    }
    json.writeEndArray();
  }

  private void line(Line line) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", line.code());
    json.writeStringField("vi", line.vietnamese());
    json.writeStringField("en", line.english());
    moment("from", line.from());
    moment("to", line.to());
    json.writeEndObject();
  }

  private void moment(String field, LocalDateTime moment) throws IOException {
    json.writeStringField(field, moment == null ? null : moment.toString());
  }

  private void end() throws IOException {
    json.writeEndObject();
    json.writeRaw('\n');
  }

  @Override
  public void flush() throws IOException {
    json.flush();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
