package vn.thutuc.command;

import java.io.ByteArrayOutputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream into lines. Before it waits for more, it has the answers so far sent out. */
final class ByteLines {

  /** The longest line in bytes that is kept; of a longer one {@code LONGEST + 1} bytes come. */
  static final int LONGEST = 1 << 20;

  private final InputStream in;
  private final Flushable answers;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int position;
  private int filled;

  ByteLines(InputStream in, Flushable answers) {
    this.in = in;
    this.answers = answers;
  }

  /** The next line without its line feed; null after the last. */
  byte[] next() throws IOException {
    line.reset();
    boolean begun = false;
    while (position < filled || fill()) {
      begun = true;
      int end = lineFeed();
      keep(end);
      position = end + 1;
      if (end < filled) {
        return line.toByteArray();
      }
    }
    return begun ? line.toByteArray() : null;
  }

  private boolean fill() throws IOException {
    if (in.available() == 0) {
      answers.flush();
    }
    filled = in.read(buffer);
    position = 0;
    return filled > 0;
  }

  private int lineFeed() {
    int at = position;
    while (at < filled && buffer[at] != '\n') {
      at++;
    }
    return at;
  }

  private void keep(int end) {
    int room = LONGEST + 1 - line.size();
    line.write(buffer, position, Math.min(end - position, room));
  }
}
