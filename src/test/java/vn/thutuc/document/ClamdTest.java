package vn.thutuc.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The scanner is told everything and believed only when it has finished. */
class ClamdTest {

  private static final byte[] CONTENT = new byte[300_000];

  private static Clamd at(int port) {
    return new Clamd(new DocumentSettings.Scanner("localhost", port, Duration.ofMillis(400)));
  }

  private static VirusScanner.Verdict scan(FakeClamd clamd) throws IOException {
    return at(clamd.port()).scan(new ByteArrayInputStream(CONTENT));
  }

  @Test
  void everyByteIsLookedAtAndACleanFileIsClean() throws IOException {
    try (FakeClamd clamd = new FakeClamd(FakeClamd.CLEAN)) {
      assertThat(scan(clamd)).isEqualTo(VirusScanner.Verdict.CLEAN);
      assertThat(clamd.seen()).isEqualTo(CONTENT.length);
    }
  }

  @Test
  void harmfulCodeIsFound() throws IOException {
    try (FakeClamd clamd = new FakeClamd("stream: Eicar-Test-Signature FOUND")) {
      assertThat(scan(clamd)).isEqualTo(VirusScanner.Verdict.INFECTED);
    }
  }

  @Test
  void aScannerThatGivesUpHasNotScanned() throws IOException {
    try (FakeClamd clamd = new FakeClamd("INSTREAM size limit exceeded. ERROR")) {
      assertThatThrownBy(() -> scan(clamd)).isInstanceOf(IOException.class);
    }
    try (FakeClamd clamd = new FakeClamd("")) {
      assertThatThrownBy(() -> scan(clamd))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no answer");
    }
  }

  @Test
  void aScannerThatHangsIsNotWaitedForForever() throws IOException {
    try (FakeClamd clamd = new FakeClamd(FakeClamd.SILENT)) {
      assertThatThrownBy(() -> scan(clamd)).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void aScannerThatIsAwayIsAway() throws IOException {
    int nobody;
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = free.getLocalPort();
    }
    assertThatThrownBy(() -> at(nobody).scan(new ByteArrayInputStream(CONTENT)))
        .isInstanceOf(IOException.class);
  }
}
