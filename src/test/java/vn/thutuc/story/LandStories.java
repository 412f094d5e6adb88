package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thutuc.calendar.HolidayTable;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.dossier.DossierProblem;

/** 1.012753, first land registration: cases and areas, an obligation, the province's part. */
class LandStories extends Story {

  private static final String DESK = "motcuadongkinh";
  private static final String SPECIALIST = "chuyenviendongkinh";
  private static final String LEADER = "lanhdaodongkinh";
  private static final String CLERK = "vanthudongkinh";

  private final WorkingCalendar calendar = HolidayTable.shipped();

  private static DemoSubmissions application(String caseCode, String area) {
    return DemoSubmissions.organisation("1.012753", "Hợp tác xã Câu Chuyện")
        .at("H37.201")
        .of(caseCode, area);
  }

  private void isComplete(String caseCode, String area) {
    does(
        DESK,
        "Task_CheckPapers",
        "papersChecked",
        true,
        "checkResult",
        "complete",
        "caseCode",
        caseCode,
        "areaClass",
        area,
        "originalsAtReturn",
        true);
  }

  private void isReceivedAndComplete(String caseCode) {
    itIs("2026-03-02T09:00");
    receives(DESK, application(caseCode, "USUAL").build());
    isComplete(caseCode, "USUAL");
  }

  private void isInspected(String proposal, Object... more) {
    Object[] form = new Object[more.length + 6];
    form[0] = "inspectionDate";
    form[1] = "2026-03-04";
    form[2] = "inspectionSummary";
    form[3] = "Ranh giới rõ ràng";
    form[4] = "proposal";
    form[5] = proposal;
    System.arraycopy(more, 0, form, 6, more.length);
    does(SPECIALIST, "Task_Inspect", form);
  }

  private void isDecidedAndNumbered() {
    does(LEADER, "Task_Decide", "leaderDecision", "approve");
    does(CLERK, "Task_NumberDecision", "resultNumber", "20/QĐ", "resultDate", "2026-03-05");
  }

  private void isReturnedWithOriginals() {
    does(
        DESK,
        "Task_ReturnAtCounter",
        "collectorName",
        "Người Nhận",
        "collectorIdNumber",
        "000000000009",
        "originalsReceived",
        true,
        "registerSigned",
        true);
  }

  static Stream<Arguments> terms() {
    return Stream.of(Channel.values())
        .flatMap(
            channel ->
                Stream.of(
                    Arguments.of("REGISTRATION_ONLY", "USUAL", channel, 17),
                    Arguments.of("WITH_CERTIFICATE", "USUAL", channel, 20),
                    Arguments.of("REGISTRATION_ONLY", "DIFFICULT", channel, 27),
                    Arguments.of("WITH_CERTIFICATE", "DIFFICULT", channel, 30)));
  }

  @ParameterizedTest
  @MethodSource("terms")
  void theTermFollowsCaseAndAreaAndNeverTheChannel(
      String caseCode, String area, Channel channel, int days) {
    itIs("2026-03-02T09:00");
    receives(DESK, application(caseCode, area).by(channel).build());
    isComplete(caseCode, area);

    LocalDate end = calendar.plusWorkingDays(LocalDate.parse("2026-03-02"), days);
    assertThat(dossier().appointment()).isEqualTo(end.atTime(17, 30));
    acts(DESK, () -> acts.withdraw(number, "Hết câu chuyện"));
  }

  @Test
  void theDeskSetsTheCaseRightBeforeAcceptanceAndTheTermFollows() {
    itIs("2026-03-02T09:00");
    receives(DESK, application("WITH_CERTIFICATE", "USUAL").build());
    isComplete("REGISTRATION_ONLY", "DIFFICULT");

    assertThat(dossier().caseOf().code()).isEqualTo("REGISTRATION_ONLY");
    assertThat(dossier().area().code()).isEqualTo("DIFFICULT");
    LocalDate end = calendar.plusWorkingDays(LocalDate.parse("2026-03-02"), 27);
    assertThat(dossier().appointment().toLocalDate()).isEqualTo(end);
  }

  @Test
  void afterAcceptanceNoFormMovesTheDossierToAnotherCase() {
    isReceivedAndComplete("WITH_CERTIFICATE");
    isInspected("grant", "leased", false, "obligation", false, "caseCode", "REGISTRATION_ONLY");
    isDecidedAndNumbered();

    assertThat(dossier().caseOf().code()).isEqualTo("WITH_CERTIFICATE");
    assertThat(openSteps()).containsExactly("Task_PrepareCertificate");
  }

  @Test
  void aRegistrationOnlyEndsWithTheDecisionAndTheRegistryIsUpdatedInParallel() {
    isReceivedAndComplete("REGISTRATION_ONLY");
    assertThat(instance()).isWaitingAt("Task_Inspect");
    isInspected("grant", "leased", false, "obligation", false);
    isDecidedAndNumbered();

    assertThat(dossier().state().code()).isEqualTo("9");
    assertThat(openSteps()).containsExactly("Task_ReturnAtCounter", "Task_UpdateRegistry");
    assertThat(stepsSeenBy("chuyenvienvpdkdd")).containsExactly("Task_UpdateRegistry");
    isReturnedWithOriginals();
    assertThat(dossier().state().code()).isEqualTo("10");
    assertThat(openSteps()).containsExactly("Task_UpdateRegistry");
    does("chuyenvienvpdkdd", "Task_UpdateRegistry", "registerNumber", "88", "registerVolume", "2");

    assertThat(dossier().results())
        .singleElement()
        .matches(result -> result.kind().equals("LAND_USE_DECISION"));
    assertThat(dossier().clock().code()).isEqualTo("EARLY");
    assertThat(nothingIsLeft()).isTrue();
  }

  @Test
  void theRegistryMayBeUpdatedBeforeTheResultIsReturned() {
    isReceivedAndComplete("REGISTRATION_ONLY");
    isInspected("grant", "leased", false, "obligation", false);
    isDecidedAndNumbered();

    does("chuyenvienvpdkdd", "Task_UpdateRegistry", "registerNumber", "88");
    assertThat(instance()).isActive();
    isReturnedWithOriginals();

    assertThat(nothingIsLeft()).isTrue();
  }

  @Test
  void boxesThatTheFormLeftOutMeanNo() {
    isReceivedAndComplete("WITH_CERTIFICATE");
    isInspected("grant");
    isDecidedAndNumbered();

    assertThat(openSteps()).containsExactly("Task_PrepareCertificate");
  }

  @Test
  void theClockStandsStillFromTheTaxSheetToTheProofAndTwoResultsFollow() {
    isReceivedAndComplete("WITH_CERTIFICATE");
    LocalDateTime firstEnd = dossier().end();
    isInspected("grant", "leased", false, "obligation", true);
    isDecidedAndNumbered();
    itIs("2026-03-10T09:00");
    assertThat(openSteps()).containsExactly("Task_TransferForm");
    assertThat(due("Task_TransferForm")).isBefore(firstEnd);
    does(SPECIALIST, "Task_TransferForm", "opinion", "Diện tích 500 m2");

    assertThat(dossier().state().code()).isEqualTo("6");
    assertThat(dossier().clock().code()).isEqualTo("PAUSED");
    assertThat(dossier().end()).isNull();
    itIs("2026-04-20T09:00");
    assertThat(journal()).doesNotContain("NEAR", "LATE");
    does(
        SPECIALIST,
        "Task_TaxNotice",
        "noticeNumber",
        "01/TB",
        "noticeDate",
        "2026-03-12",
        "noticeAmount",
        1_000_000);
    assertThat(dossier().state().code()).isEqualTo("6");
    does(DESK, "Task_PaymentProof", "proofNumber", "CT01", "proofDate", "2026-04-20");

    assertThat(dossier().state().code()).isEqualTo("4");
    assertThat(dossier().end()).isEqualTo(moved(firstEnd, "2026-03-10", "2026-04-20"));
    assertThat(due("Task_PrepareCertificate")).isBeforeOrEqualTo(dossier().end());
    does(SPECIALIST, "Task_PrepareCertificate", "note", "Đã lập");
    does(LEADER, "Task_SignCertificate", "leaderDecision", "approve");
    does(CLERK, "Task_NumberCertificate", "resultNumber", "CS01", "resultDate", "2026-04-21");
    does("chuyenvienvpdkdd", "Task_UpdateRegistry", "registerNumber", "88");
    isReturnedWithOriginals();

    assertThat(dossier().results())
        .extracting(DossierDocument.ResultView::kind, DossierDocument.ResultView::number)
        .containsExactly(
            Tuple.tuple("LAND_USE_DECISION", "20/QĐ"), Tuple.tuple("LAND_CERTIFICATE", "CS01"));
    assertThat(dossier().clock().code())
        .as("the time waited is not held against it")
        .isEqualTo("EARLY");
    assertThat(nothingIsLeft()).isTrue();
  }

  /** The end moves by the working days after the day of the pause up to the day of the resume. */
  private LocalDateTime moved(LocalDateTime end, String from, String to) {
    int days = 0;
    for (LocalDate day = LocalDate.parse(from); day.isBefore(LocalDate.parse(to)); ) {
      day = day.plusDays(1);
      days += calendar.isWorkingDay(day) ? 1 : 0;
    }
    return calendar.plusWorkingDays(end.toLocalDate(), days).atTime(17, 30);
  }

  @Test
  void theProofMayAlsoComeAsAMessage() {
    isReceivedAndComplete("WITH_CERTIFICATE");
    isInspected("grant", "leased", false, "obligation", true);
    isDecidedAndNumbered();
    does(SPECIALIST, "Task_TransferForm", "opinion", "Diện tích 500 m2");
    does(
        SPECIALIST,
        "Task_TaxNotice",
        "noticeNumber",
        "01/TB",
        "noticeDate",
        "2026-03-12",
        "noticeAmount",
        1_000_000);

    hears("payment-proven");

    assertThat(openSteps()).containsExactly("Task_PrepareCertificate");
    assertThat(dossier().state().code()).isEqualTo("4");
  }

  @Test
  void leasedLandIsAppraisedByTheDepartmentAndDecidedByTheProvince() {
    isReceivedAndComplete("WITH_CERTIFICATE");
    isInspected("grant", "leased", true, "obligation", false);

    assertThat(stepsSeenBy("chuyenvientnmt")).containsExactly("Task_Appraise");
    assertThat(stepsSeenBy(LEADER)).isEmpty();
    does("chuyenvientnmt", "Task_Appraise", "opinion", "Đủ điều kiện");
    does("lanhdaoubnd", "Task_DecideProvince", "leaderDecision", "approve");
    does("chuyenvientnmt", "Task_LandPrice", "opinion", "Theo bảng giá", "obligation", true);
    does(
        "vanthuvp",
        "Task_NumberDecisionProvince",
        "resultNumber",
        "21/QĐ-UBND",
        "resultDate",
        "2026-03-06");
    does("chuyenvientnmt", "Task_TransferFormProvince", "opinion", "Thuê trả tiền một lần");
    assertThat(dossier().state().code()).isEqualTo("6");
    does(
        "chuyenvientnmt",
        "Task_TaxNoticeProvince",
        "noticeNumber",
        "02/TB",
        "noticeDate",
        "2026-03-12",
        "noticeAmount",
        5_000_000);
    does(DESK, "Task_PaymentProof", "proofNumber", "CT02", "proofDate", "2026-03-13");
    does("chuyenvientnmt", "Task_PrepareCertificateProvince", "note", "Đã lập");
    does("lanhdaotnmt", "Task_SignCertificateProvince", "leaderDecision", "approve");
    does(
        "vanthutnmt",
        "Task_NumberCertificateProvince",
        "resultNumber",
        "CT99",
        "resultDate",
        "2026-03-13");
    isReturnedWithOriginals();
    does("chuyenvienvpdkdd", "Task_UpdateRegistry", "registerNumber", "88");

    assertThat(dossier().results()).hasSize(2);
    assertThat(dossier().state().code()).isEqualTo("10");
    assertThat(nothingIsLeft()).isTrue();
  }

  @Test
  void whoeverIsAskedToActMayReadTheDossier() {
    isReceivedAndComplete("WITH_CERTIFICATE");
    assertThatThrownBy(() -> acts("chuyenvientnmt", () -> documents.read(number)))
        .isInstanceOf(DossierProblem.class);
    isInspected("grant", "leased", true, "obligation", false);

    acts("chuyenvientnmt", () -> assertThat(documents.read(number).number()).isEqualTo(number));
    assertThatThrownBy(() -> acts("chuyenvienvpdkdd", () -> documents.read(number)))
        .isInstanceOf(DossierProblem.class);
  }

  @Test
  void aSupplementMovesTheEndByTheWorkingDaysWaited() {
    isReceivedAndComplete("REGISTRATION_ONLY");
    LocalDateTime firstEnd = dossier().end();
    itIs("2026-03-05T09:00");
    isInspected("supplement", "missingPapers", "Trích lục bản đồ", "reason", "Chưa rõ ranh giới");
    assertThat(dossier().state().code()).isEqualTo("5");

    itIs("2026-03-12T10:00");
    acts(DESK, () -> acts.supplementReceived(number, "Trích lục bản đồ"));

    assertThat(openSteps()).containsExactly("Task_Inspect");
    assertThat(dossier().end()).isEqualTo(moved(firstEnd, "2026-03-05", "2026-03-12"));
    assertThat(dossier().firstAppointment()).isEqualTo(firstEnd);
    assertThat(dossier().appointment()).isEqualTo(dossier().end());
    assertThat(journal()).as("never moved silently").contains("APPOINTMENT_REISSUED");
  }

  @Test
  void aLateRegistrationIsApologisedForAndStillReturned() {
    isReceivedAndComplete("REGISTRATION_ONLY");
    LocalDateTime end = dossier().end();
    itIs(end.plusMinutes(1).toString());
    assertThat(journal()).containsSubsequence("NEAR", "LATE");
    does(
        "truongphongdongkinh",
        "Task_ConfirmLateReason",
        "lateReason",
        "Chờ đo đạc",
        "lateUnit",
        "H37.201");
    LocalDateTime anew = calendar.plusWorkingDays(end.toLocalDate(), 5).atTime(17, 0);
    does(SPECIALIST, "Task_DraftApology", "newAppointment", anew.toString(), "reason", "Đo đạc");
    does(LEADER, "Task_SignApology", "leaderDecision", "approve");
    assertThat(dossier().appointment()).isEqualTo(anew);

    isInspected("grant", "leased", false, "obligation", false);
    isDecidedAndNumbered();
    isReturnedWithOriginals();
    does("chuyenvienvpdkdd", "Task_UpdateRegistry", "registerNumber", "88");
    assertThat(dossier().clock().code()).isEqualTo("LATE");
    assertThat(nothingIsLeft()).isTrue();
  }

  @Test
  void anApologyWithADayThatHasPassedIsRefused() {
    isReceivedAndComplete("REGISTRATION_ONLY");
    itIs(dossier().end().plusMinutes(1).toString());
    does(
        "truongphongdongkinh",
        "Task_ConfirmLateReason",
        "lateReason",
        "Chờ đo đạc",
        "lateUnit",
        "H37.201");
    does(SPECIALIST, "Task_DraftApology", "newAppointment", "2026-03-03", "reason", "Đo đạc");

    assertThatThrownBy(() -> does(LEADER, "Task_SignApology", "leaderDecision", "approve"))
        .hasStackTraceContaining("Ngày hẹn trả mới đã qua");

    assertThat(openSteps()).contains("Task_SignApology");
    does(LEADER, "Task_SignApology", "leaderDecision", "return", "note", "Sai ngày hẹn");
    assertThat(openSteps()).contains("Task_DraftApology");
  }

  @Test
  void aRefusalLeavesTheRegistryAlone() {
    isReceivedAndComplete("WITH_CERTIFICATE");
    isInspected("refuse", "reason", "Đất đang tranh chấp");
    does(SPECIALIST, "Task_DraftRefusal", "reason", "Đất đang tranh chấp");
    does("truongphongdongkinh", "Task_ReviewRefusal", "headDecision", "approve");
    does(LEADER, "Task_SignRefusal", "leaderDecision", "approve");
    does(CLERK, "Task_NumberRefusal", "resultNumber", "05/TB", "resultDate", "2026-03-05");

    assertThat(openSteps()).containsExactly("Task_ReturnAtCounter");
    isReturnedWithOriginals();
    assertThat(dossier().results()).singleElement().matches(result -> !result.positive());
    assertThat(nothingIsLeft()).isTrue();
  }

  @Test
  void aRegistrationIsWithdrawnWhileTheTaxIsAwaited() {
    isReceivedAndComplete("WITH_CERTIFICATE");
    isInspected("grant", "leased", false, "obligation", true);
    isDecidedAndNumbered();
    does(SPECIALIST, "Task_TransferForm", "opinion", "Diện tích 500 m2");
    acts(DESK, () -> acts.withdraw(number, "Không tiếp tục"));
    does(DESK, "Task_ConfirmWithdrawal", "reason", "Không tiếp tục", "note", "Đã trả giấy tờ");

    assertThat(dossier().state().code()).isEqualTo("7");
    assertThat(dossier().pauses()).allMatch(pause -> pause.to() != null);
    assertThat(nothingIsLeft()).isTrue();
  }

  @Test
  void onlyALeaderStopsADossierAndTheNoticeIsSigned() {
    isReceivedAndComplete("WITH_CERTIFICATE");
    for (String other : List.of(SPECIALIST, "truongphongdongkinh", DESK)) {
      assertThatThrownBy(() -> acts(other, () -> acts.stop(number, "Tranh chấp")))
          .isInstanceOf(DossierProblem.class)
          .extracting(problem -> ((DossierProblem) problem).code())
          .isEqualTo("leader-decides");
    }
    assertThatThrownBy(() -> acts("lanhdaomauson", () -> acts.stop(number, "Tranh chấp")))
        .isInstanceOf(DossierProblem.class)
        .extracting(problem -> ((DossierProblem) problem).code())
        .isEqualTo("dossier-not-found");

    acts(LEADER, () -> acts.stop(number, "Tòa án đã thụ lý tranh chấp"));
    assertThat(openSteps()).containsExactly("Task_DraftStop");
    does(SPECIALIST, "Task_DraftStop", "reason", "Tòa án đã thụ lý tranh chấp");
    does(LEADER, "Task_SignStop", "leaderDecision", "approve");

    assertThat(dossier().state().code()).isEqualTo("8");
    assertThat(journal()).containsSubsequence("STOP_DECIDED", "STOPPED");
    assertThat(nothingIsLeft()).isTrue();
    assertThatThrownBy(() -> acts(LEADER, () -> acts.stop(number, "Lần nữa")))
        .isInstanceOf(DossierProblem.class);
  }

  @Test
  void theOriginalsHandedInAtReturnAreKeptWithTheDossier() {
    isReceivedAndComplete("REGISTRATION_ONLY");
    isInspected("grant", "leased", false, "obligation", false);
    isDecidedAndNumbered();
    assertThat(task("Task_ReturnAtCounter")).isNotNull();
    Object asked =
        engine
            .getTaskService()
            .getVariable(task("Task_ReturnAtCounter").getId(), "originalsAtReturn");
    assertThat(asked).as("the form asks for them").isEqualTo(true);
    isReturnedWithOriginals();

    String kept =
        jdbc.sql(
                """
                select e.fields ->> 'originalsReceived' from dossier_entry e
                join dossier d on d.id = e.dossier_id
                where d.number = ? and e.step = 'Task_ReturnAtCounter'
                """)
            .param(number)
            .query(String.class)
            .single();
    assertThat(kept).isEqualTo("true");
  }
}
