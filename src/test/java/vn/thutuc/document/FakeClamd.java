package vn.thutuc.document;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Speaks clamd's INSTREAM as its manual describes it, and answers what a test wants. */
final class FakeClamd implements AutoCloseable {

  static final String CLEAN = "stream: OK";

  /** Reads everything and never answers. */
  static final String SILENT = "(silent)";

  private final ServerSocket door;
  private final AtomicLong seen = new AtomicLong();
  private volatile String answer;

  FakeClamd(String answer) {
    this.answer = answer;
    try {
      door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread work = new Thread(this::serve, "fake-clamd");
    work.setDaemon(true);
    work.start();
  }

  int port() {
    return door.getLocalPort();
  }

  /** How many bytes the last one sent. */
  long seen() {
    return seen.get();
  }

  void answers(String next) {
    answer = next;
  }

  private void serve() {
    while (!door.isClosed()) {
      try (Socket caller = door.accept()) {
        talk(caller);
      } catch (IOException e) {
        // The caller has gone, or the test is over: the loop asks which.
        continue;
      }
    }
  }

  private void talk(Socket caller) throws IOException {
    DataInputStream in = new DataInputStream(caller.getInputStream());
    String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
    if (!command.equals("zINSTREAM\0")) {
      caller.getOutputStream().write("UNKNOWN COMMAND\0".getBytes(StandardCharsets.US_ASCII));
      return;
    }
    seen.set(0);
    for (int length = in.readInt(); length > 0; length = in.readInt()) {
      in.skipNBytes(length);
      seen.addAndGet(length);
    }
    if (answer.equals(SILENT)) {
      // Until the caller has had enough.
      in.read();
      return;
    }
    caller.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
