package vn.thutuc.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thutuc.HouseTest;

/** Uploads that are wrong: each is refused in words, and leaves nothing in the store. */
@HouseTest
class WrongFileTests extends DocumentCase {

  private static final long TWO_GIGABYTES = 2L * 1024 * 1024 * 1024;

  private long stored() {
    return jdbc.sql("select count(*) from document_content").query(Long.class).single();
  }

  @Test
  void aRenamedProgramIsRefusedWhateverItIsCalled() {
    long before = stored();
    for (String name : new String[] {"don.pdf", "don.exe", "anh.jpg"}) {
      Answer answer = add("motcua", APPLICATION, name, SampleFiles.exe());
      answer.refuses(415, "file-type-refused");
      assertThat(answer.json().path("detail").asText()).contains(name, "chương trình máy tính");
    }
    assertThat(stored()).isEqualTo(before);
    assertThat(journal()).isEmpty();
  }

  @Test
  void anArchiveThatCallsItselfWordIsRefusedOnceItIsLookedInto() {
    long before = stored();
    add("motcua", null, "don.docx", SampleFiles.zip(Map.of("a.exe", "MZ")))
        .refuses(415, "file-type-refused");
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void anEmptyFileIsRefused() {
    add("motcua", APPLICATION, "don.pdf", new byte[0]).refuses(422, "file-empty");
  }

  @Test
  void aPaperTheProcedureDoesNotKnowIsRefusedBeforeAByteIsRead() {
    long before = stored();
    add("motcua", "passport", "a.pdf", SampleFiles.pdf(1, "A")).refuses(422, "paper-unknown");
    assertThat(stored()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "attachment; filename*=UTF-8''%22a%22%0D%0ASet-Cookie%3A%20x%3D1.pdf|_a_ Set-Cookie_ x=1.pdf",
        "attachment; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd|passwd.pdf",
        "attachment; filename*=UTF-8''C%3A%5CUsers%5CA%5Cdon.pdf|don.pdf",
        "attachment; filename*=UTF-8''don%E2%80%AEfdp.exe|donfdp.exe.pdf",
        "attachment; filename=\"don.pdf\"|don.pdf",
        "attachment; filename*=KOI8-R''x|Tệp không tên.pdf",
        "nonsense;;; =|Tệp không tên.pdf",
        "attachment|Tệp không tên.pdf"
      })
  void anUglyNameIsMadeHarmless(String header, String name) {
    Answer answer =
        send(
            "motcua",
            "POST",
            documents(),
            Map.of("Content-Type", "application/octet-stream", "Content-Disposition", header),
            HttpRequest.BodyPublishers.ofByteArray(SampleFiles.pdf(1, "Ten xau")));
    long id = answer.succeeds(201).json().path("id").asLong();

    JsonNode file = files("motcua", null).get(0);
    assertThat(file.path("name").asText()).isEqualTo(name);
    Answer content = get("motcua", documents() + "/" + id + "/content").succeeds(200);
    assertThat(content.headers().map()).doesNotContainKey("set-cookie");
  }

  @Test
  void anotherKindOfBodyIsRefused() {
    Answer form =
        send(
            "motcua",
            "POST",
            documents(),
            Map.of("Content-Type", "multipart/form-data; boundary=x"),
            HttpRequest.BodyPublishers.ofString("--x--"));
    assertThat(form.status()).isEqualTo(415);
  }

  private Socket begin(String lengthHeader) throws IOException {
    Socket socket = new Socket("localhost", port);
    socket.setSoTimeout(60_000);
    String head =
        """
        POST %s HTTP/1.1
        Host: localhost
        Authorization: %s
        Content-Type: application/octet-stream
        %s

        """
            .formatted(documents(), basic("motcua"), lengthHeader)
            .replace("\n", "\r\n");
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  private static String answer(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[4096];
    for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
      text.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
      if (text.indexOf("file-too-large") > 0) {
        break;
      }
    }
    return text.toString();
  }

  @Test
  void twoGigabytesThatAnnounceThemselvesAreRefusedBeforeTheirFirstByte() throws IOException {
    long before = stored();
    try (Socket socket = begin("Content-Length: " + TWO_GIGABYTES)) {
      String answer = answer(socket);
      assertThat(answer).startsWith("HTTP/1.1 413").contains("Tệp lớn hơn 50 MB");
    }
    assertThat(stored()).isEqualTo(before);
  }

  @Test
  void twoGigabytesOfUnknownLengthAreCutOffAtTheLimit() throws IOException, InterruptedException {
    long before = stored();
    AtomicLong sent = new AtomicLong();
    AtomicBoolean answered = new AtomicBoolean();
    try (Socket socket = begin("Transfer-Encoding: chunked")) {
      Thread sender = new Thread(() -> pour(socket, sent, answered), "two-gigabytes");
      sender.start();
      String answer = answer(socket);
      answered.set(true);
      assertThat(answer).startsWith("HTTP/1.1 413").contains("Tệp lớn hơn 50 MB");
      sender.join(60_000);
      assertThat(sender.isAlive()).as("the server has hung up").isFalse();
    }
    assertThat(sent.get())
        .as("bytes that went out before the answer")
        .isGreaterThan(50L * 1024 * 1024)
        .isLessThan(70L * 1024 * 1024);
    assertThat(stored()).as("no piece is left").isEqualTo(before);
  }

  private static void pour(Socket socket, AtomicLong sent, AtomicBoolean answered) {
    byte[] piece = new byte[64 * 1024];
    byte[] begin = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(begin, 0, piece, 0, begin.length);
    byte[] length =
        (Integer.toHexString(piece.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] end = "\r\n".getBytes(StandardCharsets.US_ASCII);
    try {
      OutputStream out = socket.getOutputStream();
      while (sent.get() < TWO_GIGABYTES && !answered.get()) {
        out.write(length);
        out.write(piece);
        out.write(end);
        sent.addAndGet(piece.length);
      }
    } catch (IOException e) {
      // The server has closed: what it had to say stands in its answer.
      return;
    }
  }

  @Test
  void anUploadThatBreaksOffLeavesNothing() throws IOException {
    long before = stored();
    try (Socket socket = begin("Content-Length: 2000000")) {
      byte[] some = new byte[1_200_000];
      System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, some, 0, 9);
      socket.getOutputStream().write(some);
      socket.getOutputStream().flush();
    }
    org.awaitility.Awaitility.await().until(() -> stored() == before);
    assertThat(files("motcua", null)).isEmpty();
    assertThat(journal()).isEmpty();
  }
}
