package vn.thutuc.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that knows no recipient: it answers each with the same code. */
final class RefusingServer implements AutoCloseable {

  private final ServerSocket socket;
  private final int code;
  private final AtomicInteger asked = new AtomicInteger();

  RefusingServer(int code) throws IOException {
    this.code = code;
    socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "refusing-smtp");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** How many recipients were named. */
  int asked() {
    return asked.get();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket caller = socket.accept()) {
        talk(caller);
      } catch (IOException closed) {
        // The caller hung up, or the test is over.
      }
    }
  }

  private void talk(Socket caller) throws IOException {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
    say(caller, "220 ready");
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("RCPT")) {
        asked.incrementAndGet();
        say(caller, code + " no");
      } else if (line.startsWith("QUIT")) {
        say(caller, "221 bye");
        return;
      } else {
        say(caller, "250 ok");
      }
    }
  }

  private static void say(Socket caller, String words) throws IOException {
    caller.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    caller.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
