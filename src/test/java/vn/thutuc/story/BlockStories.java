package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Inspections, councils, examinations, tests, meetings, postings, drafts to confirm, revisions. */
class BlockStories extends VocabularyStory {

  private void inspects(String person, String step, String outcome, Object... more) {
    Object[] form = new Object[more.length + 6];
    System.arraycopy(
        new Object[] {
          "inspectionDate",
          "2026-03-05",
          "inspectionSummary",
          "Kết quả",
          "inspectionOutcome",
          outcome
        },
        0,
        form,
        0,
        6);
    System.arraycopy(more, 0, form, 6, more.length);
    does(person, step, form);
  }

  @Test
  void whatIsWrongAtAnInspectionIsRemediedAndInspectedAgain() {
    isAppraised("INSPECT");
    assertThat(task("Task_Inspect").getName()).isEqualTo("Đoàn kiểm tra lập biên bản");
    inspects(SPECIALIST, "Task_Inspect", "failed", "reason", "Thiếu biển báo");
    does(SPECIALIST, "Task_AskRemedy", "remedyDecision", "ask", "remedyAsked", "Lắp biển báo");

    assertThat(openSteps()).containsExactly("Task_RecordRemedy");
    assertThat(acts("NOTICE", "remedy-asked")).isEqualTo(1);
    does(SPECIALIST, "Task_RecordRemedy", "remedyDate", "2026-03-06", "remedyDone", "Đã lắp");
    inspects(SPECIALIST, "Task_Inspect", "failed", "reason", "Sơn sai màu");
    does(SPECIALIST, "Task_AskRemedy", "remedyDecision", "ask", "remedyAsked", "Sơn lại");
    does(SPECIALIST, "Task_RecordRemedy", "remedyDate", "2026-03-09", "remedyDone", "Đã sơn");
    assertThat(acts("NOTICE", "remedy-asked")).isEqualTo(2);
    inspects(SPECIALIST, "Task_Inspect", "passed");

    assertThat(outcome("inspectionOutcome")).isEqualTo("passed");
    assertThat(dossier().pauses()).as("a remedy does not stop the clock").isEmpty();
    assertThat(goesOn()).isTrue();
  }

  @Test
  void whatCannotBeRemediedEndsTheInspectionInTheNegative() {
    isAppraised("INSPECT");
    inspects(SPECIALIST, "Task_Inspect", "failed", "reason", "Sai vị trí");
    does(SPECIALIST, "Task_AskRemedy", "remedyDecision", "none");

    assertThat(acts("NOTICE", "remedy-asked")).isZero();
    assertThat(outcome("inspectionOutcome")).isEqualTo("failed");
    assertThat(goesOn()).isTrue();
  }

  @Test
  void aBodyOutsideInspectsAndItsRecordIsEntered() {
    isAppraised("INSPECT_OUTSIDE");
    assertThat(openSteps()).containsExactly("Task_RecordInspection");
    inspects(SPECIALIST, "Task_RecordInspection", "failed", "reason", "Không đạt quy chuẩn");

    assertThat(outcome("inspectionOutcome")).isEqualTo("failed");
    assertThat(goesOn()).isTrue();
  }

  @Test
  void aWithdrawalDuringARemedyLeavesNothingBehind() {
    isAppraised("INSPECT");
    inspects(SPECIALIST, "Task_Inspect", "failed", "reason", "Thiếu biển báo");
    does(SPECIALIST, "Task_AskRemedy", "remedyDecision", "ask", "remedyAsked", "Lắp biển báo");
    acts("motcua", () -> acts.withdraw(number, "Không còn nhu cầu"));
    does("motcua", "Task_ConfirmWithdrawal", "reason", "Không còn nhu cầu", "note", "không có");

    assertThat(nothingIsLeft()).isTrue();
  }

  @Test
  void aCouncilIsFormedMeetsAndConcludes() {
    isAppraised("COUNCIL");
    does(SPECIALIST, "Task_FormCouncil", "councilDraft", "Bảy thành viên");
    does(LEADER, "Task_SignCouncil", "leaderDecision", "return", "note", "Thêm phản biện");
    does(SPECIALIST, "Task_FormCouncil", "councilDraft", "Chín thành viên");
    does(LEADER, "Task_SignCouncil", "leaderDecision", "approve");
    does(
        SPECIALIST,
        "Task_CouncilSession",
        "councilDate",
        "2026-03-05",
        "councilSummary",
        "Chưa bảo đảm",
        "councilOutcome",
        "failed",
        "reason",
        "Thiếu cơ sở khoa học");

    assertThat(outcome("councilOutcome")).isEqualTo("failed");
    assertThat(goesOn()).isTrue();
  }

  @Test
  void anExaminationIsAnnouncedHeldAndMarked() {
    isAppraised("EXAMINE");
    does(
        SPECIALIST,
        "Task_ScheduleExam",
        "examAt",
        "2026-03-05T08:00",
        "examPlace",
        "Trung tâm sát hạch");
    assertThat(acts("NOTICE", "examination")).isEqualTo(1);
    does(
        SPECIALIST,
        "Task_ExamResult",
        "examDate",
        "2026-03-05",
        "examSummary",
        "28/30",
        "examOutcome",
        "passed");

    assertThat(outcome("examOutcome")).isEqualTo("passed");
    assertThat(goesOn()).isTrue();
  }

  @Test
  void aLaboratoryOutsideTestsTheSampleWhileTheClockStandsStill() {
    isAppraised("TEST");
    LocalDateTime end = LocalDateTime.parse("2026-03-30T17:30");
    assertThat(phase("settlement").clock().code()).isEqualTo("PAUSED");
    does(SPECIALIST, "Task_SendSample", "sampleNumber", "M01", "sampleDate", "2026-03-02");
    itIs("2026-03-04T10:00");
    does(
        SPECIALIST,
        "Task_RecordTest",
        "testReportNumber",
        "01/KQ",
        "testDate",
        "2026-03-04",
        "testOutcome",
        "passed");

    assertThat(outcome("testOutcome")).isEqualTo("passed");
    assertThat(phase("settlement").end()).isEqualTo(end.plusDays(2));
  }

  @Test
  void aMeetingThatReachesNothingIsAnOutcomeToo() {
    isAppraised("MEETING");
    does(SPECIALIST, "Task_Invite", "meetingAt", "2026-03-05T08:00", "meetingPlace", "Phòng họp 1");
    assertThat(acts("NOTICE", "meeting")).isEqualTo(1);
    does(
        SPECIALIST,
        "Task_Minutes",
        "meetingDate",
        "2026-03-05",
        "meetingSummary",
        "Không thống nhất ranh giới",
        "meetingOutcome",
        "not-reached");

    assertThat(outcome("meetingOutcome")).isEqualTo("not-reached");
    assertThat(goesOn()).isTrue();
  }

  private void isPosted() {
    does(SPECIALIST, "Task_Post", "postedFrom", "2026-03-02", "postedPlace", "Trụ sở UBND xã");
  }

  @Test
  void whatIsPostedWaitsForItsTermWhileObjectionsAreTaken() {
    isAppraised("POSTING");
    isPosted();
    does(SPECIALIST, "Task_Objection", "objections", "Ông A phản đối", "needed", "yes");
    itIs("2026-03-16T09:00");
    assertThat(openSteps()).as("the list still hangs").containsExactly("Task_Objection");
    itIs("2026-03-18T09:00");

    assertThat(openSteps()).containsExactly("Task_PostingRecord");
    does(
        SPECIALIST,
        "Task_PostingRecord",
        "postingSummary",
        "Một ý kiến",
        "postingOutcome",
        "objected");
    assertThat(outcome("postingOutcome")).isEqualTo("objected");
    assertThat(outcome("needed")).as("asked inside, told nobody").isNull();
    assertThat(goesOn()).isTrue();
  }

  @Test
  void aPostingWhoseTermNobodyKnowsIsEndedByWhoeverWatchesIt() {
    isAppraised("POSTING_OPEN");
    isPosted();
    itIs("2026-04-20T09:00");
    assertThat(openSteps()).contains("Task_Objection");
    does(SPECIALIST, "Task_Objection", "needed", "no");
    does(SPECIALIST, "Task_PostingRecord", "postingSummary", "Không có", "postingOutcome", "none");

    assertThat(outcome("postingOutcome")).isEqualTo("none");
  }

  @Test
  void theApplicantConfirmsTheDraft() {
    isAppraised("CONFIRM_DRAFT");
    assertThat(acts("NOTICE", "draft-to-confirm")).isEqualTo(1);
    acts("motcua", () -> acts.answerDraft(number, true, null));

    assertThat(outcome("draftOutcome")).isEqualTo("confirmed");
    assertThat(goesOn()).isTrue();
  }

  @Test
  void whatTheApplicantCorrectsIsSetRightBeforeItGoesOn() {
    isAppraised("CONFIRM_DRAFT");
    acts("motcua", () -> acts.answerDraft(number, false, "Sai địa chỉ"));
    assertThat(openSteps()).containsExactly("Task_CorrectDraft");
    itIs("2026-03-09T09:00");
    does(SPECIALIST, "Task_CorrectDraft", "correctionDone", "Đã sửa địa chỉ");

    assertThat(outcome("draftOutcome")).isEqualTo("corrected");
    assertThat(goesOn()).isTrue();
  }

  @Test
  void anApplicantWhoStaysSilentIsNotWaitedForForEver() {
    isAppraised("CONFIRM_DRAFT");
    itIs("2026-03-04T18:00");

    assertThat(outcome("draftOutcome")).isEqualTo("silent");
    assertThat(goesOn()).isTrue();
  }

  private void isAskedToRevise() {
    does(
        SPECIALIST,
        "Task_DraftRevision",
        "missingPapers",
        "Báo cáo chỉnh sửa",
        "reason",
        "Theo kết luận của Hội đồng");
  }

  @Test
  void aRevisionStopsTheClockIsStateFiveAndNoSupplementOfTheProcedures() {
    isAppraised("REVISE");
    isAskedToRevise();

    assertThat(dossier().state().code()).isEqualTo("5");
    assertThat(phase("settlement").clock().code()).isEqualTo("PAUSED");
    assertThat(acts("NOTICE", "revision-asked")).isEqualTo(1);
    itIs("2026-03-06T09:00");
    acts("motcua", () -> acts.supplementReceived(number, "Báo cáo đã sửa"));

    assertThat(outcome("supplementOutcome")).isEqualTo("supplied");
    assertThat(dossier().state().code()).isEqualTo("4");
    assertThat(phase("settlement").end()).isEqualTo(LocalDateTime.parse("2026-04-03T17:30"));
    assertThat(goesOn()).isTrue();
  }

  @Test
  void aRevisionNobodyHandsInExpiresWithItsOwnWindow() {
    isAppraised("REVISE");
    isAskedToRevise();
    itIs("2026-03-11T09:00");
    assertThat(openSteps()).isEmpty();
    itIs("2026-03-13T09:00");

    assertThat(outcome("supplementOutcome")).isEqualTo("expired");
    assertThat(phase("settlement").clock().code()).isEqualTo("PAUSED");
  }

  @Test
  void aRevisionSaysWhatIsToBeRevised() {
    isAppraised("REVISE");

    assertThatThrownBy(() -> does(SPECIALIST, "Task_DraftRevision", "reason", "Theo kết luận"))
        .hasMessageContaining("Chưa nhập");
    assertThat(openSteps()).isEqualTo(List.of("Task_DraftRevision"));
  }
}
