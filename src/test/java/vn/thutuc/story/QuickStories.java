package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.quick.Book;
import vn.thutuc.quick.LookUp;
import vn.thutuc.quick.QuickReceipt;
import vn.thutuc.quick.QuickRequest;

/** A quick procedure is received, charged, signed for, registered and returned at once, or not. */
class QuickStories extends QuickStory {

  @Test
  void aCertifiedCopyIsDoneWhileTheApplicantWaits() {
    String next = coming(Book.COPIES);
    QuickReceipt receipt = settles(DESK, request(COPY, diploma(LEADER)));

    assertThat(receipt.number()).isEqualTo(next);
    assertThat(receipt.fee()).isEqualTo(10_000);
    assertThat(receipt.signer()).isEqualTo("Lãnh đạo A – Phường Đông Kinh");
    assertThat(receipt.state()).isEqualTo("Đã trả kết quả");
    assertThat(nothingIsLeft()).isTrue();
    assertThat(registered("Sổ chứng thực")).containsExactly(next);
    DossierDocument dossier = dossier();
    assertThat(dossier.results()).singleElement().extracting("number").isEqualTo(next);
    assertThat(dossier.results().get(0).signer()).isEqualTo("Lãnh đạo A – Phường Đông Kinh");
    assertThat(dossier.phases())
        .allSatisfy(phase -> assertThat(phase.endedAt()).isEqualTo("2026-03-03T09:00"));
    assertThat(journal())
        .containsSubsequence(
            "RECEIVED",
            "FEE_TAKEN",
            "ACCEPTED",
            "SIGNATURE_REGISTERED",
            "RESULT_ISSUED",
            "REGISTERED",
            "READY",
            "RETURNED");
  }

  @Test
  void theJournalSaysWhoDidWhatAndThatNobodyReviewed() {
    settles(DESK, request(COPY, diploma(LEADER)));

    assertThat(line("Thu phí, lệ phí: 10.000 đồng").actor())
        .isEqualTo("Cán bộ một cửa A – Phường Đông Kinh");
    DossierDocument.Event signed = line("Ghi nhận chữ ký trên giấy: Lãnh đạo A – Phường Đông Kinh");
    assertThat(signed.actor()).isEqualTo("Cán bộ một cửa A – Phường Đông Kinh");
    DossierDocument.Event reviewed = line("Trưởng phòng xem xét dự thảo");
    assertThat(reviewed.actor()).isEqualTo("Hệ thống");
    assertThat(reviewed.reason()).contains("không có người xem xét riêng");
  }

  private DossierDocument.Event line(String label) {
    return dossier().timeline().stream()
        .filter(event -> event.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError(label + " is not in " + dossier().timeline()));
  }

  @Test
  void everythingIsWrittenByOneTransaction() {
    settles(DESK, request(COPY, diploma(LEADER)));

    assertThat(
            jdbc.sql(
                    """
                    select distinct xmin::text from dossier where number = :number
                    union select xmin::text from quick_case where dossier = :number
                    union select j.xmin::text from dossier_journal j
                      join dossier d on d.id = j.dossier_id where d.number = :number
                    union select r.xmin::text from dossier_register r
                      join dossier d on d.id = r.dossier_id where d.number = :number
                    union select h.xmin::text from act_hi_taskinst h
                      join act_hi_procinst p on p.id_ = h.proc_inst_id_
                      where p.business_key_ = :number
                    """)
                .param("number", number)
                .query(String.class)
                .list())
        .hasSize(1);
  }

  @Test
  void aFailureInTheMiddleLeavesNothing() {
    long before = dossiersAndNumbers();
    String next = coming(Book.COPIES);
    jdbc.sql(
            "alter table dossier_register add constraint broken check (register <> 'Sổ chứng thực')"
                + " not valid")
        .update();
    try {
      assertThatThrownBy(() -> settles(DESK, request(COPY, diploma(LEADER))))
          .isInstanceOf(RuntimeException.class);
    } finally {
      jdbc.sql("alter table dossier_register drop constraint broken").update();
    }

    assertThat(dossiersAndNumbers()).isEqualTo(before);
    assertThat(settles(DESK, request(COPY, diploma(LEADER))).number()).isEqualTo(next);
  }

  @Test
  void theSameSheetSentTwiceIsOneDossierWithOneNumber() {
    UUID sheet = UUID.randomUUID();
    QuickReceipt first = settles(DESK, request(COPY, sheet, diploma(LEADER)));
    long after = dossiersAndNumbers();

    assertThat(settles(DESK, request(COPY, sheet, diploma(LEADER)))).isEqualTo(first);
    assertThat(dossiersAndNumbers()).isEqualTo(after);
  }

  @Test
  void theSameSheetSentByTwoAtOnceIsOneDossier() throws Exception {
    UUID sheet = UUID.randomUUID();
    List<QuickReceipt> answers = together(2, at -> request(COPY, sheet, diploma(LEADER)));

    assertThat(answers.get(0)).isEqualTo(answers.get(1));
  }

  @Test
  void desksThatSettleAtOnceGetConsecutiveNumbers() throws Exception {
    int first = ordinal(coming(Book.COPIES));
    List<QuickReceipt> answers = together(6, at -> request(COPY, diploma(LEADER)));

    assertThat(answers.stream().map(QuickReceipt::number).map(QuickStories::ordinal))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(first, first + 6).boxed().toList());
  }

  private static int ordinal(String number) {
    return Integer.parseInt(number.substring(0, number.indexOf('/')));
  }

  private interface Requests {
    QuickRequest of(int at);
  }

  private List<QuickReceipt> together(int count, Requests requests) throws Exception {
    ExecutorService desks = Executors.newFixedThreadPool(2);
    try {
      List<Future<QuickReceipt>> sent =
          IntStream.range(0, count)
              .mapToObj(
                  at -> desks.submit(() -> play.as(DESK, () -> quick.settle(requests.of(at)))))
              .toList();
      List<QuickReceipt> answers = new java.util.ArrayList<>();
      for (Future<QuickReceipt> one : sent) {
        answers.add(one.get());
      }
      return answers;
    } finally {
      desks.shutdown();
    }
  }

  @Test
  void aProcedureWithALookUpGoesThroughOnceTheOfficerSaysWhatItGave() {
    assertThatThrownBy(
            () ->
                settles(
                    DESK,
                    request(
                        SIGNATURE, details("Giấy ủy quyền", null, 1, null, null, LEADER, null))))
        .hasMessageContaining("kết quả tra cứu");

    QuickReceipt receipt =
        settles(
            DESK,
            request(
                SIGNATURE, details("Giấy ủy quyền", null, 2, null, null, LEADER, LookUp.MATCH)));
    assertThat(receipt.book()).isEqualTo("Sổ chứng thực chữ ký");
    assertThat(receipt.fee()).isEqualTo(20_000);
    assertThat(nothingIsLeft()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"2.000992, NOT_ASKED", "2.000992, MATCH", "2.001008, MATCH", "2.001008, NONE"})
  void aTranslatorsSignatureIsCertifiedWhileTheyWait(String procedure, LookUp lookUp) {
    String next = coming(Book.SIGNATURES);
    QuickReceipt receipt =
        settles(
            DESK,
            withEveryPaper(
                procedure,
                details("Bản dịch giấy khai sinh", null, 1, null, null, LEADER, lookUp)));

    assertThat(receipt.number()).isEqualTo(next);
    assertThat(receipt.book()).isEqualTo("Sổ chứng thực chữ ký");
    assertThat(receipt.fee()).isEqualTo(10_000);
    assertThat(receipt.state()).isEqualTo("Đã trả kết quả");
    assertThat(nothingIsLeft()).isTrue();
    assertThat(registered("Sổ chứng thực")).containsExactly(next);
    assertThat(dossier().results()).singleElement().extracting("number").isEqualTo(next);
  }
}
