package vn.thutuc.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import vn.thutuc.clock.Deadline;

/** Answers lines in their order; a bad line is answered with what is wrong with it. */
final class Batch {

  /** Refuses a field given twice, leaves streams open, writes every character as itself. */
  static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .build();

  private final Counter counter;
  private final Answers answers;
  private long lines;
  private long bad;

  private Batch(Counter counter, Answers answers) {
    this.counter = counter;
    this.answers = answers;
  }

  /** Answers all lines and says how many of them were bad. */
  static long run(Counter counter, InputStream in, OutputStream out) throws IOException {
    try (Answers answers = new Answers(JSON, out)) {
      Batch batch = new Batch(counter, answers);
      batch.answerAll(new ByteLines(in, answers));
      return batch.bad;
    }
  }

  private void answerAll(ByteLines source) throws IOException {
    for (byte[] line = source.next(); line != null; line = source.next()) {
      lines++;
      if (!isBlank(line)) {
        answer(line);
      }
    }
  }

  private static boolean isBlank(byte[] line) {
    for (byte one : line) {
      if (one != ' ' && one != '\t' && one != '\r') {
        return false;
      }
    }
    return true;
  }

  private void answer(byte[] bytes) throws IOException {
    if (bytes.length > ByteLines.LONGEST) {
      refuse(null, "Longer than %s bytes: give one object a line.".formatted(ByteLines.LONGEST));
      return;
    }
    BatchLine line = BatchLine.read(JSON, bytes);
    Deadline deadline;
    try {
      deadline = counter.answer(line.question());
    } catch (RuntimeException wrong) {
      refuse(line.id(), wrong.getMessage());
      return;
    }
    answers.deadline(line.id(), deadline);
  }

  private void refuse(Id id, String why) throws IOException {
    bad++;
    answers.error(id, "Line %s: %s".formatted(lines, why));
  }
}
