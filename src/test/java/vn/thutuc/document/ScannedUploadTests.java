package vn.thutuc.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.thutuc.HouseTest;

/** A house with a virus scanner and narrow limits. */
@HouseTest
class ScannedUploadTests extends DocumentCase {

  private static final FakeClamd CLAMD = new FakeClamd(FakeClamd.CLEAN);

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    settings.add("thutuc.documents.scanner.host", () -> "localhost");
    settings.add("thutuc.documents.scanner.port", CLAMD::port);
    settings.add("thutuc.documents.scanner.timeout", () -> "2s");
    settings.add("thutuc.documents.max-size", () -> "1MB");
    settings.add("thutuc.documents.max-files", () -> "4");
  }

  @BeforeEach
  void theScannerFindsNothing() {
    CLAMD.answers(FakeClamd.CLEAN);
  }

  @AfterAll
  static void close() throws java.io.IOException {
    CLAMD.close();
  }

  @Test
  void aCleanFileIsMarkedAsScanned() {
    byte[] pdf = SampleFiles.pdf(3, "Sach");
    added("motcua", APPLICATION, "Đơn.pdf", pdf);

    assertThat(CLAMD.seen()).isEqualTo(pdf.length);
    assertThat(files("motcua", APPLICATION).get(0).path("scan").asText()).isEqualTo("CLEAN");
    assertThat(files("motcua", APPLICATION).get(0).path("scanLabel").asText())
        .isEqualTo("Đã quét vi-rút, an toàn");
  }

  @Test
  void anInfectedFileIsRefusedAndTheRefusalIsWrittenDown() {
    CLAMD.answers("stream: Eicar-Test-Signature FOUND");
    long before = leftOvers();
    add("motcua", APPLICATION, "Đơn.pdf", SampleFiles.pdf(1, "Doc hai"))
        .refuses(422, "file-infected");

    assertThat(files("motcua", APPLICATION)).isEmpty();
    assertThat(leftOvers()).isEqualTo(before);
    assertThat(journal()).containsExactly("DOCUMENT_REFUSED motcua");
  }

  @Test
  void withoutAnAnswerOfTheScannerNothingIsTaken() {
    CLAMD.answers(FakeClamd.SILENT);
    long before = leftOvers();
    add("motcua", APPLICATION, "Đơn.pdf", SampleFiles.pdf(1, "Cho"))
        .refuses(503, "scanner-unavailable");

    assertThat(files("motcua", APPLICATION)).isEmpty();
    assertThat(leftOvers()).isEqualTo(before);
    assertThat(journal()).isEmpty();
    CLAMD.answers(FakeClamd.CLEAN);
    added("motcua", APPLICATION, "Đơn.pdf", SampleFiles.pdf(1, "Cho"));
  }

  @Test
  void aFileOverTheLimitOfTheProvinceIsRefused() {
    byte[] large = new byte[1024 * 1024 + 1];
    byte[] pdf = SampleFiles.pdf(1, "To");
    System.arraycopy(pdf, 0, large, 0, pdf.length);
    Answer answer = add("motcua", APPLICATION, "Đơn.pdf", large);
    answer.refuses(413, "file-too-large");
    assertThat(answer.json().path("detail").asText()).contains("1 MB");
  }

  @Test
  void noMoreFilesThanADossierMayHaveAlsoWhenSixComeAtOnce()
      throws InterruptedException, ExecutionException {
    ExecutorService people = Executors.newFixedThreadPool(6);
    List<Integer> answers = new ArrayList<>();
    try {
      List<Future<Integer>> sent = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        byte[] pdf = SampleFiles.pdf(1, "So " + i);
        String name = "Đơn " + i + ".pdf";
        sent.add(people.submit(() -> add("motcua", APPLICATION, name, pdf).status()));
      }
      for (Future<Integer> one : sent) {
        answers.add(one.get());
      }
    } finally {
      people.shutdownNow();
    }
    assertThat(answers.stream().filter(status -> status == 201)).hasSize(4);
    assertThat(answers.stream().filter(status -> status == 409)).hasSize(2);
    assertThat(files("motcua", APPLICATION)).hasSize(4);
    add("motcua", APPLICATION, "Đơn.pdf", SampleFiles.pdf(1, "Nua")).refuses(409, "too-many-files");
  }

  @Test
  void theSameUploadSentByTwoAtOnceIsOneFile() throws InterruptedException, ExecutionException {
    byte[] pdf = SampleFiles.pdf(1, "Cung luc");
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      Future<Answer> one = people.submit(() -> add("motcua", APPLICATION, "a.pdf", pdf));
      Future<Answer> two = people.submit(() -> add("chuyenvien", APPLICATION, "b.pdf", pdf));
      assertThat(List.of(one.get().status(), two.get().status()))
          .containsExactlyInAnyOrder(200, 201);
    } finally {
      people.shutdownNow();
    }
    assertThat(files("motcua", APPLICATION)).hasSize(1);
  }
}
