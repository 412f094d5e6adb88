package vn.thutuc.document;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** ClamAV's daemon over TCP, with its command INSTREAM: the bytes go there and are kept nowhere. */
class Clamd implements VirusScanner {

  private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
  private static final int PIECE = 64 * 1024;
  private static final int CONNECT_MILLIS = 5_000;
  private static final int LONGEST_ANSWER = 4_096;

  private final DocumentSettings.Scanner settings;

  Clamd(DocumentSettings.Scanner settings) {
    this.settings = settings;
  }

  @Override
  public Verdict scan(InputStream bytes) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(settings.host(), settings.port()), CONNECT_MILLIS);
      socket.setSoTimeout((int) settings.timeout().toMillis());
      send(socket, bytes);
      byte[] answer = socket.getInputStream().readNBytes(LONGEST_ANSWER);
      return verdict(new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip());
    }
  }

  private static void send(Socket socket, InputStream bytes) throws IOException {
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), PIECE));
    out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
    byte[] piece = new byte[PIECE];
    for (int n = bytes.read(piece); n >= 0; n = bytes.read(piece)) {
      if (n > 0) {
        out.writeInt(n);
        out.write(piece, 0, n);
      }
    }
    out.writeInt(0);
    out.flush();
  }

  private static Verdict verdict(String answer) throws IOException {
    if (answer.endsWith(" OK")) {
      return Verdict.CLEAN;
    }
    if (answer.endsWith(" FOUND")) {
      LOG.warn("clamd found harmful code in an uploaded file: {}", answer);
      return Verdict.INFECTED;
    }
    throw new IOException("clamd did not finish: " + (answer.isEmpty() ? "no answer" : answer));
  }
}
