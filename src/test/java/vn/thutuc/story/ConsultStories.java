package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.Date;
import org.junit.jupiter.api.Test;

/** Other bodies are asked: in the house and outside, with and without a term of their own. */
class ConsultStories extends VocabularyStory {

  private static final LocalDateTime SETTLED_BY = LocalDateTime.parse("2026-03-30T17:30");
  private static final LocalDateTime ANSWERED_BY = LocalDateTime.parse("2026-03-09T17:30");

  private void answers(String opinion) {
    does(ASKED, "Task_Opinion", "opinion", opinion, "opinionText", "Nội dung ý kiến");
    does(ASKED_HEAD, "Task_ReviewOpinion", "headDecision", "approve");
  }

  @Test
  void theAskedUnitAnswersInItsOwnTermAndTheMainClockRuns() {
    isAppraised("CONSULT");

    assertThat(openSteps()).containsExactly("Task_Opinion");
    assertThat(task("Task_Opinion").getName())
        .isEqualTo("Chuyên viên dự thảo ý kiến – Sở Tài chính");
    assertThat(stepsSeenBy(ASKED)).containsExactly("Task_Opinion");
    assertThat(due("Task_Opinion")).isEqualTo(LocalDateTime.parse("2026-03-05T14:54"));
    assertThat(phase("opinion-finance").end()).isEqualTo(ANSWERED_BY);
    assertThat(acts("FORWARD", "finance")).isEqualTo(1);
    does(ASKED, "Task_Opinion", "opinion", "disagree", "opinionText", "Không phù hợp");
    assertThat(due("Task_ReviewOpinion")).isEqualTo(ANSWERED_BY);
    does(ASKED_HEAD, "Task_ReviewOpinion", "headDecision", "return", "note", "Nêu rõ hơn");
    answers("agree");

    assertThat(outcome("opinion")).isEqualTo("agree");
    assertThat(phase("opinion-finance").endedAt()).isNotNull();
    assertThat(phase("settlement").end()).isEqualTo(SETTLED_BY);
    assertThat(dossier().pauses()).isEmpty();
    assertThat(goesOn()).isTrue();
    assertThat(task("Task_Draft").getName()).isEqualTo("Chuyên viên dự thảo kết quả");
  }

  @Test
  void whatWasWrittenInAnOpinionIsTheDossiersAndNeverAVariable() {
    isAppraised("CONSULT");
    answers("agree");

    assertThat(variables()).doesNotContainKeys("opinionText", "appraisal", "place", "ownPhase");
    assertThat(
            engine
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .variableName("opinionText")
                .count())
        .isZero();
  }

  @Test
  void silenceIsLateByDefaultTheLadderRingsAndTheHeadOfTheAskedUnitSaysWhy() {
    isAppraised("CONSULT");
    itIs("2026-03-10T09:00");

    assertThat(journal()).contains("NEAR", "LATE");
    assertThat(openSteps()).containsExactly("Task_LateReason", "Task_Opinion");
    assertThat(task("Task_LateReason").getName()).contains("Sở Tài chính");
    assertThat(stepsSeenBy(ASKED_HEAD)).contains("Task_LateReason");
    does(ASKED_HEAD, "Task_LateReason", "lateReason", "Chờ số liệu", "lateUnit", "Sở Tài chính");
    assertThat(outcome("opinion")).isNull();
    answers("agree");

    assertThat(journal()).contains("LATENESS_EXPLAINED");
    assertThat(goesOn()).isTrue();
  }

  @Test
  void whereTheLawSaysSoSilenceIsAnAnswerAndTheEndOfTheTermGoesOnByItself() {
    isAppraised("CONSULT_GRANTS");
    itIs("2026-03-09T17:00");
    assertThat(openSteps()).containsExactly("Task_Opinion");
    itIs("2026-03-09T17:30");

    assertThat(outcome("opinion")).isEqualTo("silent");
    assertThat(goesOn()).isTrue();
    assertThat(phase("opinion-finance").endedAt()).isEqualTo(ANSWERED_BY);
    assertThat(journal()).contains("NEAR").doesNotContain("LATE");
  }

  @Test
  void anAnswerBeforeTheEndCountsWhateverSilenceWouldMean() {
    isAppraised("CONSULT_GRANTS");
    answers("disagree");
    itIs("2026-03-12T09:00");

    assertThat(outcome("opinion")).isEqualTo("disagree");
    assertThat(goesOn()).isTrue();
  }

  @Test
  void theMainClockStandsStillForTheBodyAndTheBodysOwnTermRunsOn() {
    isAppraised("CONSULT_STOPS");

    assertThat(phase("settlement").clock().code()).isEqualTo("PAUSED");
    assertThat(phase("opinion-finance").clock().code()).isEqualTo("IN_TIME");
    assertThat(phase("opinion-finance").end()).isEqualTo(ANSWERED_BY);
    assertThat(due("Task_Opinion")).isEqualTo(LocalDateTime.parse("2026-03-05T14:54"));
    assertThat(dossier().state().code()).as("only a supplement is state 5").isEqualTo("4");
    assertThat(timer("Timer_End_Settlement").getDuedate()).isAfter(date("9000-01-01T00:00"));
    assertThat(timer("Timer_End_Opinion").getDuedate()).isEqualTo(date("2026-03-09T17:30"));
    itIs("2026-03-06T09:00");
    answers("agree");

    assertThat(dossier().state().code()).isEqualTo("4");
    assertThat(phase("settlement").end()).isEqualTo(LocalDateTime.parse("2026-04-03T17:30"));
    assertThat(timer("Timer_End_Settlement").getDuedate()).isEqualTo(date("2026-04-03T17:30"));
    assertThat(dossier().appointment()).isEqualTo(LocalDateTime.parse("2026-04-03T17:30"));
  }

  @Test
  void aBodyOutsideHasNobodyHereSoTheCompetentUnitRecordsWhatItSays() {
    isAppraised("CONSULT_OUTSIDE");

    assertThat(openSteps()).containsExactly("Task_RecordOpinion");
    assertThat(task("Task_RecordOpinion").getName()).contains("Bộ Nông nghiệp và Môi trường");
    assertThat(stepsSeenBy(SPECIALIST)).containsExactly("Task_RecordOpinion");
    assertThat(due("Task_RecordOpinion")).as("nobody is waited for in the house").isNull();
    assertThat(timer("Timer_End_Opinion").getDuedate()).isAfter(date("9000-01-01T00:00"));
    assertThat(timer("Timer_NextRung_Opinion").getDuedate()).isAfter(date("9000-01-01T00:00"));
    itIs("2026-03-16T09:00");
    does(SPECIALIST, "Task_RecordOpinion", "opinion", "agree", "opinionText", "Thống nhất");

    assertThat(outcome("opinion")).isEqualTo("agree");
    assertThat(phase("settlement").end()).isEqualTo(LocalDateTime.parse("2026-04-13T17:30"));
    assertThat(goesOn()).isTrue();
  }

  @Test
  void withoutATermOfItsOwnAnExtensionLeavesTheParkedTimersParked() {
    isAppraised("VERIFY");
    acts(LEADER, () -> acts.extend(number, "5wd", "Vụ việc phức tạp"));

    assertThat(timer("Timer_End_Verification").getDuedate()).isAfter(date("9000-01-01T00:00"));
    assertThat(timer("Timer_End_Settlement").getDuedate()).isEqualTo(date("2026-04-06T17:30"));
    engine
        .getManagementService()
        .setJobDuedate(timer("Timer_End_Verification").getId(), Date.from(now.instant()));
    play.settle();
    assertThat(openSteps()).containsExactly("Task_Verify");
    assertThat(timer("Timer_End_Verification").getDuedate()).isAfter(date("9000-01-01T00:00"));
  }

  @Test
  void sharesOfACalledProcessArePartsOfWhatTheCallTakes() {
    isAppraised("VERIFY");

    // 200 before and all of the 300 per mille the call takes: half the working time of the term.
    assertThat(due("Task_Verify")).isEqualTo(LocalDateTime.parse("2026-03-16T14:15"));
    does(ASKED, "Task_Verify", "verificationOutcome", "verified", "verificationText", "Đúng");

    assertThat(outcome("verificationOutcome")).isEqualTo("verified");
    // 200 + 300 + 300: four fifths of it.
    assertThat(due("Task_Draft")).isEqualTo(LocalDateTime.parse("2026-03-24T16:12"));
  }

  @Test
  void aVerificationThatMayStaySilentWasNotMade() {
    isAppraised("VERIFY_SILENT");
    itIs("2026-03-09T17:30");

    assertThat(outcome("verificationOutcome")).isEqualTo("notVerified");
    assertThat(goesOn()).isTrue();
  }

  @Test
  void twoBodiesSideBySideStopTheClockUntilTheLastHasAnswered() {
    isAppraised("BOTH");
    assertThat(openSteps()).containsExactly("Task_Opinion", "Task_RecordOpinion");
    assertThat(dossier().pauses()).hasSize(2);

    itIs("2026-03-04T09:00");
    answers("agree");
    assertThat(phase("settlement").clock().code()).isEqualTo("PAUSED");
    assertThat(timer("Timer_End_Settlement").getDuedate()).isAfter(date("9000-01-01T00:00"));
    itIs("2026-03-06T09:00");
    does(SPECIALIST, "Task_RecordOpinion", "opinion", "agree", "opinionText", "Thống nhất");

    assertThat(dossier().pauses()).allMatch(pause -> pause.to() != null);
    // Four working days waited, counted once.
    assertThat(phase("settlement").end()).isEqualTo(LocalDateTime.parse("2026-04-03T17:30"));
    assertThat(goesOn()).isTrue();
  }

  @Test
  void theAppointmentFollowsTheMainTermWhileAnotherBodysTermRuns() {
    isAppraised("SIDE");
    itIs("2026-03-04T09:00");
    does(SPECIALIST, "Task_RecordOpinion", "opinion", "agree", "opinionText", "Thống nhất");

    assertThat(openSteps()).containsExactly("Task_Opinion");
    assertThat(dossier().end()).as("what ends first counts").isEqualTo(ANSWERED_BY);
    assertThat(phase("settlement").end()).isEqualTo(LocalDateTime.parse("2026-04-01T17:30"));
    assertThat(dossier().appointment()).isEqualTo(LocalDateTime.parse("2026-04-01T17:30"));
  }

  @Test
  void aWithdrawalWhileABodyIsAskedLeavesNothingBehind() {
    isAppraised("CONSULT_STOPS");
    acts("motcua", () -> acts.withdraw(number, "Không còn nhu cầu"));
    does("motcua", "Task_ConfirmWithdrawal", "reason", "Không còn nhu cầu", "note", "không có");

    assertThat(nothingIsLeft()).isTrue();
    assertThat(dossier().state().code()).isEqualTo("7");
    assertThat(dossier().pauses()).allMatch(pause -> pause.to() != null);
    assertThat(dossier().phases()).allMatch(phase -> phase.endedAt() != null);
  }

  @Test
  void anOpinionThatTheFormDoesNotOfferIsRefused() {
    isAppraised("CONSULT");

    assertThatThrownBy(
            () -> does(ASKED, "Task_Opinion", "opinion", "silent", "opinionText", "Không"))
        .hasMessageContaining("không có lựa chọn");
    assertThat(openSteps()).containsExactly("Task_Opinion");
  }

  private static Date date(String local) {
    return Date.from(
        LocalDateTime.parse(local).atZone(vn.thutuc.calendar.WorkingCalendar.ZONE).toInstant());
  }
}
