package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.drafting.DraftView;
import vn.thutuc.drafting.IssuedPapers;
import vn.thutuc.drafting.ResultDrafts;

/** Somebody else decides: the province, the assembly, those above, those elsewhere. */
class DecisionStories extends VocabularyStory {

  @Autowired private ResultDrafts drafts;
  @Autowired private IssuedPapers issued;

  @Test
  void theChairmanReturnsThenSignsAndTheOfficeNumbers() {
    isAppraised("DECIDE_PROVINCE");
    assertThat(openSteps()).containsExactly("Task_DraftSubmission");
    isSubmitted();
    assertThat(phase("decision").end()).isEqualTo(LocalDateTime.parse("2026-03-09T17:30"));
    assertThat(phase("settlement").clock().code()).isEqualTo("PAUSED");
    assertThat(task("Task_ExamineSubmission").getName()).contains("Ủy ban nhân dân tỉnh");
    isExamined();
    itIs("2026-03-03T10:00");
    does("lanhdaoubnd", "Task_ChairmanSigns", "leaderDecision", "return", "note", "Bổ sung căn cứ");

    assertThat(openSteps()).containsExactly("Task_DraftSubmission");
    assertThat(phase("settlement").clock().code()).isEqualTo("IN_TIME");
    isSubmitted();
    isExamined();
    does("lanhdaoubnd", "Task_ChairmanSigns", "leaderDecision", "approve");
    does(
        "vanthuvp",
        "Task_NumberDecision",
        "resultNumber",
        "99/QĐ-UBND",
        "resultDate",
        "2026-03-03");

    assertThat(outcome("decision")).isEqualTo("approve");
    assertThat(dossier().state().code()).isEqualTo("9");
    assertThat(result().number()).isEqualTo("99/QĐ-UBND");
    assertThat(result().signer()).isEqualTo("Lãnh đạo A – UBND tỉnh");
  }

  @Test
  void theChairmanRefusesAndTheAgencyAnswersInWriting() {
    isAppraised("DECIDE_PROVINCE");
    isSubmitted();
    isExamined();
    theChairmanRefuses();

    assertThat(outcome("decision")).isEqualTo("refuse");
    assertThat(outcome("proposal")).isEqualTo("refuse");
    assertThat(openSteps()).containsExactly("Task_DraftRefusal");
  }

  @Test
  void aLateCommitteeSaysWhyItself() {
    isAppraised("DECIDE_PROVINCE");
    isSubmitted();
    itIs("2026-03-10T09:00");

    assertThat(openSteps()).containsExactly("Task_ExamineSubmission", "Task_LateReason");
    assertThat(stepsSeenBy("truongphongvp")).contains("Task_LateReason");
  }

  @Test
  void theAssemblyIsWaitedForUntilItsSession() {
    isAppraised("DECIDE_ASSEMBLY");
    isSubmitted();
    assertThat(acts("FORWARD", "assembly")).isEqualTo(1);
    does(
        SPECIALIST,
        "Task_RecordSession",
        "sessionDate",
        "2026-07-10",
        "sessionName",
        "Kỳ họp giữa năm");
    itIs("2026-07-13T09:00");
    assertThat(journal()).as("nobody is late meanwhile").doesNotContain("LATE");
    does(
        SPECIALIST,
        "Task_RecordResolution",
        "decision",
        "approve",
        "resultNumber",
        "12/NQ-HĐND",
        "resultDate",
        "2026-07-10",
        "outsideSigner",
        "Chủ tịch Hội đồng nhân dân");

    assertThat(result().number()).isEqualTo("12/NQ-HĐND");
    assertThat(result().signer()).as("none of the house signed").isNull();
    assertThat(dossier().state().code()).isEqualTo("9");
  }

  @Test
  void theResolutionIsAPaperOfTheAssemblyAndNotTheDraftThatTheHouseSigned() {
    isAppraised("DECIDE_ASSEMBLY");
    String drafting = task("Task_DraftSubmission").getId();
    acts(SPECIALIST, () -> engine.getTaskService().claim(drafting, SPECIALIST));
    DraftView view = play.as(SPECIALIST, () -> drafts.view(drafting, null));
    play.as(SPECIALIST, () -> drafts.begin(drafting, view.kinds().get(0).key()));
    isSubmitted();
    does(
        SPECIALIST,
        "Task_RecordSession",
        "sessionDate",
        "2026-07-10",
        "sessionName",
        "Kỳ họp giữa năm");
    itIs("2026-07-13T09:00");
    does(
        SPECIALIST,
        "Task_RecordResolution",
        "decision",
        "approve",
        "resultNumber",
        "13/NQ-HĐND",
        "resultDate",
        "2026-07-10");

    assertThat(result().number()).isEqualTo("13/NQ-HĐND");
    assertThat(result().paper()).isNull();
    assertThat(play.as(SPECIALIST, () -> issued.of(number)))
        .singleElement()
        .satisfies(paper -> assertThat(paper.state()).isEqualTo("đã bỏ"));
    assertThat(journal()).contains("RESULT_DRAFT_DROPPED");
  }

  @Test
  void thoseAboveDecideAndTheOfficerRecordsIt() {
    isAppraised("DECIDE_ABOVE");
    assertThat(task("Task_RecordDecision").getName()).contains("Bộ Nông nghiệp và Môi trường");
    itIs("2026-03-04T09:00");
    does(
        SPECIALIST,
        "Task_RecordDecision",
        "decision",
        "refuse",
        "resultNumber",
        "1/BNNMT",
        "resultDate",
        "2026-03-04",
        "reason",
        "Không đủ điều kiện");

    assertThat(outcome("decision")).isEqualTo("refuse");
    assertThat(openSteps()).containsExactly("Task_DraftRefusal");
  }

  @Test
  void theSilenceOfThoseAboveIsConsentWhereTheLawSaysSo() {
    isAppraised("DECIDE_ABOVE");
    itIs("2026-03-09T17:30");

    assertThat(dossier().state().code()).isEqualTo("9");
    assertThat(dossier().pauses()).allMatch(pause -> pause.to() != null);
  }

  @Test
  void theSilenceOfThoseAboveIsRefusalWhereTheLawSaysSo() {
    isAppraised("ABOVE_REFUSES");
    itIs("2026-03-09T17:30");

    assertThat(outcome("decision")).isEqualTo("refuse");
    assertThat(openSteps()).containsExactly("Task_DraftRefusal");
  }

  @Test
  void whatIsSettledElsewhereIsHandedOverAndFollowed() {
    isAppraised("ELSEWHERE");
    does("motcua", "Task_HandOver", "note", "Đã bàn giao bản giấy");
    assertThat(acts("FORWARD", "ministry")).isEqualTo(1);
    does(
        SPECIALIST,
        "Task_RecordResult",
        "decision",
        "approve",
        "resultNumber",
        "7/GCN",
        "resultDate",
        "2026-03-05");

    assertThat(result().number()).isEqualTo("7/GCN");
    assertThat(dossier().state().code()).isEqualTo("9");
  }

  @Test
  void moneyIsOrderedApprovedAndPaidOut() {
    isAppraised("PAY");
    does(ASKED, "Task_PaymentOrder", "paymentAmount", 5_000_000, "paymentPurpose", "Mai táng phí");
    does(
        "lanhdaotaichinh",
        "Task_ApprovePayment",
        "leaderDecision",
        "return",
        "note",
        "Sai số tiền");
    does(ASKED, "Task_PaymentOrder", "paymentAmount", 6_000_000, "paymentPurpose", "Mai táng phí");
    does("lanhdaotaichinh", "Task_ApprovePayment", "leaderDecision", "approve");
    does(ASKED, "Task_RecordPayment", "voucherNumber", "PC01", "paidDate", "2026-03-06");

    assertThat(goesOn()).isTrue();
  }

  @Test
  void aResultIsCorrectedOrKept() {
    isAppraised("CORRECT");
    does(
        SPECIALIST,
        "Task_ExamineCorrection",
        "correctionKind",
        "correct",
        "correctionText",
        "Sai tên");
    does(HEAD, "Task_ReviewCorrection", "headDecision", "approve");
    does(LEADER, "Task_DecideCorrection", "leaderDecision", "return", "note", "Rõ căn cứ");
    does(
        SPECIALIST,
        "Task_ExamineCorrection",
        "correctionKind",
        "correct",
        "correctionText",
        "Sai tên");
    does(HEAD, "Task_ReviewCorrection", "headDecision", "approve");
    does(LEADER, "Task_DecideCorrection", "leaderDecision", "approve");
    does("vanthu", "Task_NumberCorrection", "resultNumber", "3/QĐ", "resultDate", "2026-03-05");

    assertThat(result().number()).isEqualTo("3/QĐ");
  }

  @Test
  void aResultThatIsKeptIsAnsweredInWriting() {
    isAppraised("CORRECT");
    does(SPECIALIST, "Task_ExamineCorrection", "correctionKind", "keep", "correctionText", "Đúng");
    does(HEAD, "Task_ReviewCorrection", "headDecision", "approve");
    does(LEADER, "Task_DecideCorrection", "leaderDecision", "refuse", "reason", "Không sai sót");

    assertThat(openSteps()).containsExactly("Task_DraftRefusal");
  }
}
