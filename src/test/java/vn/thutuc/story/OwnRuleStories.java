package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thutuc.demo.DemoSubmissions;

/** Parts that count from reception, starts by case, and several kinds of refusal in one group. */
class OwnRuleStories extends VocabularyStory {

  private static final String OWN = "vocabulary/9.000002-quy-dinh-rieng.bpmn";

  @BeforeEach
  void deployTheOwnModel() {
    boolean isThere =
        engine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("TTHC-9.000002")
                .count()
            > 0;
    if (!isThere) {
      engine.getRepositoryService().createDeployment().name(OWN).addClasspathResource(OWN).deploy();
    }
  }

  private void isReceived(String caseCode) {
    itIs("2026-03-02T09:00");
    receives(
        "motcua",
        DemoSubmissions.organisation("9.000002", "Công ty Quy định").of(caseCode, null).build());
  }

  private void isAcceptedOnWednesday() {
    itIs("2026-03-04T09:00");
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
  }

  private void isHeardAndTold(String proposal) {
    does(SPECIALIST, "Task_Appraise", "appraisal", "Đã xem", "proposal", proposal);
    does(SPECIALIST, "Task_Tell", "noticeText", "Sở báo lịch làm việc");
  }

  private void isRefusedInWriting(String signer, String clerk) {
    does(SPECIALIST, "Task_DraftRefusal", "reason", "Không đủ điều kiện");
    does(HEAD, "Task_ReviewRefusal", "headDecision", "approve");
    does(signer, "Task_SignRefusal", "leaderDecision", "approve");
    does(clerk, "Task_NumberRefusal", "resultNumber", "5/TB", "resultDate", "2026-03-05");
  }

  @Test
  void aPartFromReceptionRunsOnAndTheAppointmentRestsOnTheWhole() {
    isReceived("PROVINCE");
    isAcceptedOnWednesday();

    assertThat(phase("completeness").endedAt()).isNotNull();
    assertThat(phase("appraisal").end())
        .as("7 working days from Monday's reception")
        .isEqualTo(LocalDateTime.parse("2026-03-11T17:30"));
    assertThat(phase("settlement").end())
        .as("20 working days from Wednesday's acceptance")
        .isEqualTo(LocalDateTime.parse("2026-04-01T17:30"));
    assertThat(dossier().appointment()).isEqualTo(phase("settlement").end());

    isHeardAndTold("grant");
    assertThat(phase("appraisal").endedAt()).isNotNull();
    assertThat(acts("NOTICE", "told")).isEqualTo(1);
  }

  @Test
  void aCaseMayCountFromReceptionWhereOthersCountFromTheCompleteDossier() {
    isReceived("SITE");
    isAcceptedOnWednesday();

    assertThat(phase("settlement").end()).isEqualTo(LocalDateTime.parse("2026-03-16T17:30"));
    assertThat(dossier().appointment()).isEqualTo(LocalDateTime.parse("2026-03-16T17:30"));
  }

  @Test
  void whatTheProvinceRefusesInsideAGroupItSignsAsItsOwnKindOfPaper() {
    isReceived("PROVINCE");
    isAcceptedOnWednesday();
    isHeardAndTold("refuse");
    isSubmitted();
    isExamined();
    theChairmanRefuses();
    isRefusedInWriting("lanhdaoubnd", "vanthuvp");

    assertThat(result().title()).isEqualTo("Văn bản không chấp thuận của UBND tỉnh");
    assertThat(dossier().state().code()).isEqualTo("9");
  }

  @Test
  void whatTheSiteFailsIsTheUnitsPaper() {
    isReceived("SITE");
    isAcceptedOnWednesday();
    isHeardAndTold("grant");
    does(
        SPECIALIST,
        "Task_Inspect",
        "inspectionDate",
        "2026-03-05",
        "inspectionSummary",
        "Không đạt",
        "inspectionOutcome",
        "failed",
        "reason",
        "Sai vị trí");
    assertThat(openSteps()).as("no remedy is offered").containsExactly("Task_DraftRefusal");
    isRefusedInWriting(LEADER, "vanthu");

    assertThat(result().title()).isEqualTo("Thông báo địa điểm không đạt");
  }

  @Test
  void anAppraisalThatIsOnlyHeardRefusesNothing() {
    isReceived("SITE");
    isAcceptedOnWednesday();
    isHeardAndTold("refuse");

    assertThat(openSteps()).containsExactly("Task_Inspect");
  }
}
