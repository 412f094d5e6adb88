package vn.thutuc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the command did: its exit code and what it wrote, read as UTF-8. */
record CommandRun(int code, String out, String err) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static CommandRun of(String... args) {
    return withInput(new byte[0], args);
  }

  /** Runs the command on an output whose own encoding is not UTF-8. */
  static CommandRun withInput(byte[] input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        DeadlineCommand.run(
            args,
            new ByteArrayInputStream(input),
            new PrintStream(out, false, StandardCharsets.US_ASCII),
            new PrintStream(err, false, StandardCharsets.US_ASCII));
    return new CommandRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Gives the lines to {@code --batch -}. */
  static CommandRun batch(String... lines) {
    return withInput(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), "--batch", "-");
  }

  /** Each line of the output as JSON. */
  List<JsonNode> answers() {
    return out.lines().map(CommandRun::json).toList();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(text, unreadable);
    }
  }
}
