package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.ReceptionFacts;
import vn.thutuc.process.acts.DeputyAppointments;
import vn.thutuc.process.acts.DeputyDays;
import vn.thutuc.quick.Book;
import vn.thutuc.quick.LookUp;
import vn.thutuc.quick.QuickReceipt;
import vn.thutuc.quick.QuickRequest;
import vn.thutuc.quick.QuickSheets;

/** Who may settle at once, whose signature counts, what is charged, and how a register is kept. */
// A house of its own: it moves the clock by a year, and each late dossier of others is reminded of
// on every day of it.
@TestPropertySource(properties = "thutuc.test.own=quick-rights")
class QuickRightsStories extends QuickStory {

  @Autowired private DeputyAppointments appointments;
  @Autowired private DeputyDays days;

  @AfterEach
  void nobodyIsAwayAnyMore() {
    jdbc.sql("delete from org_deputy").update();
    days.turn();
  }

  private void refuses(String person, QuickRequest request, String code) {
    long before = dossiersAndNumbers();
    assertThatThrownBy(() -> settles(person, request))
        .isInstanceOfSatisfying(
            DossierProblem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    assertThat(dossiersAndNumbers()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "motcua",
        "motcuattpvhcc",
        "chuyenviendongkinh",
        "lanhdaodongkinh",
        "vanthudongkinh",
        "thanhtra",
        "quantri"
      })
  void onlyTheDeskOfTheAgencyThatSettlesMayDoItAtOnce(String person) {
    refuses(person, request(COPY, diploma(LEADER)), "not-your-quick-procedure");
    assertThat(play.as(person, () -> sheets.mine())).isEmpty();
  }

  @Test
  void anotherProcedureIsNotSettledAtOnce() {
    refuses(DESK, request("1.001193", diploma(LEADER)), "not-quick");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"chuyenviendongkinh", "motcuadongkinh", "lanhdaomauson", "truongphongdongkinh"})
  void whoIsNoLeaderOfTheAgencyCannotHaveSigned(String signer) {
    refuses(DESK, request(COPY, diploma(signer)), "signer-not-entitled");
  }

  @Test
  void aDeputyForSigningSignsForTheLeaderAndBothAreNamed() {
    acts(
        LEADER,
        () ->
            appointments.appoint(
                new DeputyAppointments.Wanted(
                    null,
                    "truongphongdongkinh",
                    LocalDate.parse("2026-03-03"),
                    LocalDate.parse("2026-03-04"),
                    true,
                    "Văn bản ủy quyền số 12/UQ-UBND")));
    assertThat(play.as(DESK, () -> sheets.sheet(COPY)).signers())
        .extracting(QuickSheets.Signer::id)
        .containsExactly(LEADER, "truongphongdongkinh");

    QuickReceipt receipt = settles(DESK, request(COPY, diploma("truongphongdongkinh")));

    String both = "Trưởng phòng A – Phường Đông Kinh (ký thay Lãnh đạo A – Phường Đông Kinh)";
    assertThat(receipt.signer()).isEqualTo(both);
    assertThat(dossier().results().get(0).signer()).isEqualTo(both);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, 3, 2, -, -, field-missing, subject",
        "Bằng, -, 2, -, -, field-missing, pages",
        "Bằng, 0, 2, -, -, count-invalid, pages",
        "Bằng, 3, 1000, -, -, count-invalid, copies",
        "Bằng, 3, 2, -1, -, fee-invalid, fee",
        "Bằng, 3, 2, 0, -, fee-ground-missing, feeGround",
      })
  void whatIsWrongOnTheSheetIsToldAtItsField(
      String subject,
      Integer pages,
      Integer copies,
      Long fee,
      String ground,
      String code,
      String at) {
    assertThatThrownBy(
            () ->
                settles(
                    DESK,
                    request(
                        COPY,
                        details(subject, pages, copies, fee, ground, LEADER, LookUp.NOT_ASKED))))
        .isInstanceOfSatisfying(
            DossierProblem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.field()).isEqualTo(at);
            });
  }

  @Test
  void pagesThatCountForNothingAreCheckedAllTheSame() {
    refuses(
        DESK,
        request(SIGNATURE, details("Giấy ủy quyền", -5, 1, null, null, LEADER, LookUp.MATCH)),
        "count-invalid");
  }

  @Test
  void whatAnotherSystemSentIsNotSettledAtOnce() {
    QuickRequest bare = request(COPY, diploma(LEADER));
    for (ReceptionFacts sent :
        List.of(
            new ReceptionFacts(null, null, null, null, "G01-1"),
            new ReceptionFacts(null, null, null, "DVCQG", null))) {
      refuses(DESK, with(bare, null, sent), "not-from-another-system");
    }
  }

  @Test
  void nothingIsSettledThatNobodyCompared() {
    QuickRequest.Details seen = diploma(LEADER);
    refuses(
        DESK,
        request(
            COPY,
            new QuickRequest.Details(
                seen.subject(), 3, 2, null, null, LEADER, LookUp.NOT_ASKED, false)),
        "not-checked");
  }

  @Test
  void anotherFeeIsTakenWithAGroundAndAnUnknownOneIsEntered() {
    QuickReceipt free =
        settles(
            DESK,
            request(COPY, details("Bằng", 3, 2, 0L, "Diện được miễn", LEADER, LookUp.NOT_ASKED)));
    assertThat(free.fee()).isZero();
    assertThat(free.feeDue()).isEqualTo(10_000);
    assertThat(free.feeGround()).isEqualTo("Diện được miễn");

    // The list gives no amount that can be counted for a copy of a certified transaction.
    QuickRequest.Details unknown = details("Hợp đồng", null, 1, null, null, LEADER, null);
    assertThatThrownBy(() -> settles(DESK, withEveryPaper("2.000942", unknown)))
        .hasMessageContaining("nhập số tiền");
    QuickReceipt entered =
        settles(
            DESK,
            withEveryPaper("2.000942", details("Hợp đồng", null, 1, 6_000L, null, LEADER, null)));
    assertThat(entered.feeDue()).isNull();
    assertThat(entered.number()).isNotNull();
    assertThat(registered("Sổ chứng thực")).isEmpty();
    assertThat(book(Book.COPIES).rows()).extracting("dossier").contains(number);
  }

  @Test
  void theRegisterIsReadByItsAgencyAndByWhoReadsEverything() {
    settles(DESK, request(COPY, diploma(LEADER)));

    for (String person : List.of(DESK, "chuyenviendongkinh", "thanhtra")) {
      assertThat(play.as(person, () -> register.page(UNIT, Book.COPIES, 2026, 0, 1)).rows())
          .as(person)
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row.dossier()).isEqualTo(number);
                assertThat(row.applicant()).isEqualTo("Nguyễn Thị Chứng Thực");
                assertThat(row.subject()).isEqualTo("Bằng tốt nghiệp đại học");
              });
    }
    assertThatThrownBy(
            () -> play.as("motcuamauson", () -> register.page(UNIT, Book.COPIES, 2026, 0, 1)))
        .hasMessageContaining("không phải cơ quan của anh/chị");
    assertThatThrownBy(() -> play.as(DESK, () -> register.page(UNIT, Book.COPIES, 2026, 0, 201)))
        .hasMessageContaining("từ 1 đến 200");
  }

  @Test
  void aRegisterGoesOnBehindThePaperBookAndIsBegunOnceByWhoKeepsIt() {
    itIs("2027-03-02T09:00");
    assertThatThrownBy(
            () -> acts("motcuamauson", () -> register.begin("H37.202", Book.COPIES, 120)))
        .hasMessageContaining("văn thư");
    assertThatThrownBy(() -> acts("vanthumauson", () -> register.begin(UNIT, Book.COPIES, 120)))
        .hasMessageContaining("văn thư");
    acts("vanthumauson", () -> register.begin("H37.202", Book.COPIES, 120));

    assertThat(settles("motcuamauson", request(COPY, diploma("lanhdaomauson"))).number())
        .isEqualTo("121/2027");
    assertThatThrownBy(() -> acts("vanthumauson", () -> register.begin("H37.202", Book.COPIES, 5)))
        .hasMessageContaining("122/2027");
  }

  private void isAtTheClerkStepByStep() {
    receives(DESK, DemoSubmissions.person(COPY, "Người Đi Từng Bước").build());
    does(DESK, "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
    does("chuyenviendongkinh", "Task_AsksForData", "needed", "no", "neededGround", "Có bản chính");
    isAppraisedAndSigned();
  }

  private void isAppraisedAndSigned() {
    does("chuyenviendongkinh", "Task_Appraise", "appraisal", "Đủ", "proposal", "grant");
    does("chuyenviendongkinh", "Task_DraftCertify", "draftContent", "Bản sao");
    does("truongphongdongkinh", "Task_ReviewCertify", "headDecision", "approve");
    does(LEADER, "Task_SignCertify", "leaderDecision", "approve");
  }

  private void isNumbered(String number) {
    does(
        "vanthudongkinh", "Task_NumberCertify", "resultNumber", number, "resultDate", "2026-03-03");
  }

  @Test
  void whoGoesStepByStepWritesTheNumberThatComesNextOnThePaperAndInTheRegister() {
    settles(DESK, request(COPY, diploma(LEADER)));
    String next = coming(Book.COPIES);
    isAtTheClerkStepByStep();

    assertThatThrownBy(() -> isNumbered("9999")).hasMessageContaining("số tiếp theo là " + next);
    assertThat(coming(Book.COPIES)).isEqualTo(next);
    isNumbered(next);
    assertThatThrownBy(
            () -> does("chuyenviendongkinh", "Task_EnterRegister", "registerNumber", "9999"))
        .hasMessageContaining("đã vào sổ số " + next);
    // The ordinal alone means the same number.
    does(
        "chuyenviendongkinh",
        "Task_EnterRegister",
        "registerNumber",
        next.substring(0, next.indexOf('/')));

    assertThat(registered("Sổ chứng thực")).containsExactly(next);
    assertThat(dossier().results().get(0).number()).isEqualTo(next);
    assertThat(book(Book.COPIES).rows().get(0))
        .satisfies(
            row -> {
              assertThat(row.dossier()).isEqualTo(number);
              assertThat(row.signer()).isEqualTo("Lãnh đạo A – Phường Đông Kinh");
            });
  }

  @Test
  void aResultThatIsEnteredInNoStepHasTheNumberThatComesNextAsWell() {
    settles(DESK, request(COPY, diploma(LEADER)));
    String next = coming(Book.COPIES);
    receives(DESK, DemoSubmissions.person("2.000942", "Người Xin Bản Sao").build());
    does(DESK, "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
    isAppraisedAndSigned();

    assertThatThrownBy(() -> isNumbered("15/SY")).hasMessageContaining("số tiếp theo là " + next);
    isNumbered(next);

    assertThat(book(Book.COPIES).rows().get(0).dossier()).isEqualTo(number);
    assertThat(coming(Book.COPIES)).isNotEqualTo(next);
  }

  @Test
  void aRegisterThatWasBegunInAnEarlierYearStaysOneThatTheHouseKeeps() {
    settles(DESK, request(COPY, diploma(LEADER)));
    itIs("2027-03-02T09:00");
    assertThat(book(Book.COPIES).begun()).isFalse();
    isAtTheClerkStepByStep();

    assertThatThrownBy(() -> isNumbered("77")).hasMessageContaining("số tiếp theo là 1/2027");
    isNumbered("1/2027");

    assertThat(book(Book.COPIES).rows()).extracting("number").containsExactly("1/2027");
  }

  @Test
  void anEntryWithItsNumberIsNeverChangedOrRemoved() {
    settles(DESK, request(COPY, diploma(LEADER)));

    for (String change :
        List.of(
            "update quick_case set fee = 0 where dossier = ?",
            "delete from quick_case where dossier = ?")) {
      assertThatThrownBy(() -> jdbc.sql(change).param(number).update())
          .hasMessageContaining("never changed");
    }
  }
}
