package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.DossierSteps;
import vn.thutuc.dossier.Submission;

/** 1.000028, permit for an oversize vehicle: two phases, two kinds of permit, a written refusal. */
class PermitStories extends Story {

  @Autowired private DossierSteps steps;

  private static DemoSubmissions application() {
    return DemoSubmissions.organisation("1.000028", "Công ty Câu Chuyện");
  }

  private void isReceivedAndComplete() {
    itIs("2026-03-03T08:15");
    receives("motcua", application().build());
    assertThat(instance()).isStarted().isWaitingAt("SubProcess_Handle", "Task_CheckPapers");
    itIs("2026-03-03T09:00");
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
  }

  private void isProposed(String proposal, Object... more) {
    Object[] form = new Object[more.length + 6];
    form[0] = "opinion";
    form[1] = "Ý kiến thẩm định";
    form[2] = "proposal";
    form[3] = proposal;
    form[4] = "resultKind";
    form[5] = "PERMIT_TRACKED";
    System.arraycopy(more, 0, form, 6, more.length);
    does("chuyenvien", "Task_Appraise", form);
  }

  private void isSignedAndNumbered() {
    does("truongphong", "Task_Review", "headDecision", "approve");
    does("lanhdao", "Task_Sign", "leaderDecision", "approve");
    does("vanthu", "Task_Number", "resultNumber", "15/GPLHX", "resultDate", "2026-03-04");
  }

  private void isReturnedAtTheCounter() {
    does(
        "motcua",
        "Task_ReturnAtCounter",
        "collectorName",
        "Người Nhận",
        "collectorIdNumber",
        "000000000009",
        "registerSigned",
        true);
  }

  @Test
  void aCompleteDossierIsGrantedSignedNumberedAndReturnedInTime() {
    isReceivedAndComplete();

    assertThat(dossier().appointment()).isEqualTo(LocalDateTime.parse("2026-03-04T17:30"));
    assertThat(openSteps()).containsExactly("Task_Appraise");

    isProposed("grant");
    isSignedAndNumbered();
    assertThat(dossier().state().code()).isEqualTo("9");
    isReturnedAtTheCounter();

    assertThat(dossier().state().code()).isEqualTo("10");
    assertThat(dossier().clock().code()).isEqualTo("EARLY");
    assertThat(dossier().results()).hasSize(1);
    assertThat(dossier().results().get(0).kind()).isEqualTo("PERMIT_TRACKED");
    assertThat(dossier().results().get(0).number()).isEqualTo("15/GPLHX");
    assertThat(dossier().results().get(0).signer()).isEqualTo("Lãnh đạo A – Sở Xây dựng");
    assertThat(nothingIsLeft()).isTrue();
  }

  @Test
  void onlineTheCheckHasTwoWorkingDaysAndTheTermRunsFromTheCompleteDossier() {
    itIs("2026-03-03T08:15");
    receives("motcua", application().by(Channel.ONLINE).build());
    assertThat(dossier().end()).isEqualTo(LocalDateTime.parse("2026-03-05T17:30"));

    itIs("2026-03-05T10:00");
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");

    assertThat(dossier().appointment()).isEqualTo(LocalDateTime.parse("2026-03-06T17:30"));
  }

  @Test
  void aDossierEnteredAfterAPowerFailureCountsFromWhenItWasHandedIn() {
    itIs("2026-03-05T08:00");
    Submission handedInBefore = application().handedIn("2026-03-03T08:15", "Mất điện").build();
    receives("motcua", handedInBefore);
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");

    assertThat(number).contains("-260303-");
    assertThat(dossier().receivedAt()).isEqualTo(LocalDateTime.parse("2026-03-03T08:15"));
    assertThat(dossier().appointment()).isEqualTo(LocalDateTime.parse("2026-03-04T17:30"));
    assertThat(dossier().clock().code()).isEqualTo("LATE");
    assertThat(journal()).contains("ENTERED_AFTERWARDS");
  }

  @Test
  void aSupplementStopsTheClockAndNoAlarmComesWhileItStands() {
    isReceivedAndComplete();
    isProposed("supplement", "missingPapers", "Báo cáo khảo sát", "reason", "Cầu yếu");

    assertThat(dossier().state().code()).isEqualTo("5");
    assertThat(dossier().clock().code()).isEqualTo("PAUSED");
    itIs("2026-03-13T10:00");
    assertThat(journal()).doesNotContain("NEAR", "LATE");

    play.as(
        "motcua",
        () -> {
          acts.supplementReceived(number, "Báo cáo khảo sát");
          return null;
        });
    assertThat(dossier().state().code()).isEqualTo("4");
    assertThat(dossier().end()).isEqualTo(LocalDateTime.parse("2026-03-16T17:30"));

    isProposed("grant");
    isSignedAndNumbered();
    isReturnedAtTheCounter();
    assertThat(dossier().state().code()).isEqualTo("10");
  }

  @Test
  void anUnansweredSupplementStopsTheDossierWithANotice() {
    isReceivedAndComplete();
    isProposed("supplement", "missingPapers", "Báo cáo khảo sát", "reason", "Cầu yếu");

    itIs("2026-06-01T08:00");
    assertThat(openSteps()).containsExactly("Task_DraftStop");
    does("chuyenvien", "Task_DraftStop", "reason", "Quá hạn bổ sung hồ sơ");
    does("lanhdao", "Task_SignStop", "leaderDecision", "approve");

    assertThat(dossier().state().code()).isEqualTo("8");
    assertThat(nothingIsLeft()).isTrue();
  }

  @Test
  void aLateDossierIsEscalatedApologisedForOnceAndStillReturned() {
    isReceivedAndComplete();
    itIs("2026-03-04T17:31");

    assertThat(journal()).containsSubsequence("NEAR", "LATE");
    assertThat(openSteps()).containsExactly("Task_Appraise", "Task_ConfirmLateReason");
    itIs("2026-03-05T08:00");
    does(
        "truongphong",
        "Task_ConfirmLateReason",
        "lateReason",
        "Chờ khảo sát tuyến đường",
        "lateUnit",
        "H37.12");
    does(
        "chuyenvien",
        "Task_DraftApology",
        "newAppointment",
        "2026-03-09T17:00",
        "reason",
        "Chờ khảo sát tuyến đường");
    does("lanhdao", "Task_SignApology", "leaderDecision", "approve");

    assertThat(dossier().appointment()).isEqualTo(LocalDateTime.parse("2026-03-09T17:00"));
    assertThat(dossier().firstAppointment()).isEqualTo(LocalDateTime.parse("2026-03-04T17:30"));
    acts("lanhdao", () -> steps.apologise(number));
    assertThat(dossier().appointment())
        .as("an apology for another term, signed meanwhile, changes nothing")
        .isEqualTo(LocalDateTime.parse("2026-03-09T17:00"));
    isProposed("grant");
    isSignedAndNumbered();
    isReturnedAtTheCounter();
    assertThat(dossier().clock().code()).isEqualTo("LATE");
    assertThat(nothingIsLeft()).isTrue();
  }

  @Test
  void everyRungOfTheLadderRingsOnceAlsoAfterDowntime() {
    isReceivedAndComplete();
    itIs("2026-03-20T08:00");

    assertThat(journal().stream().filter("NEAR"::equals)).hasSize(1);
    assertThat(journal().stream().filter("LATE"::equals)).hasSize(1);
    assertThat(journal().stream().filter("ESCALATED"::equals)).hasSize(2);
  }

  @Test
  void aRefusalIsWrittenSignedAndReturned() {
    isReceivedAndComplete();
    isProposed("refuse");
    does("chuyenvien", "Task_DraftRefusal", "reason", "Tuyến đường không đủ tải trọng");
    does("truongphong", "Task_ReviewRefusal", "headDecision", "approve");
    does("lanhdao", "Task_SignRefusal", "leaderDecision", "approve");
    does("vanthu", "Task_NumberRefusal", "resultNumber", "16/TL", "resultDate", "2026-03-04");
    isReturnedAtTheCounter();

    assertThat(dossier().results()).singleElement().matches(result -> !result.positive());
    assertThat(dossier().state().code()).isEqualTo("10");
  }

  @Test
  void aWithdrawnLateDossierLeavesNothingBehindAndCannotBeWithdrawnTwice() {
    isReceivedAndComplete();
    itIs("2026-03-05T08:00");
    play.as(
        "motcua",
        () -> {
          acts.withdraw(number, "Đổi kế hoạch");
          return null;
        });
    assertThat(openSteps()).containsExactly("Task_ConfirmWithdrawal");
    assertThatThrownBy(() -> play.as("motcua", () -> withdrawAgain()))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("đã được ghi nhận");

    does("motcua", "Task_ConfirmWithdrawal", "reason", "Đổi kế hoạch", "note", "Đã trả giấy tờ");
    assertThat(dossier().state().code()).isEqualTo("7");
    assertThat(nothingIsLeft()).isTrue();
    assertThatThrownBy(() -> play.as("motcua", () -> withdrawAgain()))
        .isInstanceOf(DossierProblem.class);
  }

  private Object withdrawAgain() {
    acts.withdraw(number, "Lần nữa");
    return null;
  }

  @Test
  void aDossierThatIsNotCompleteAtTheDeskWaitsForTheApplicant() {
    itIs("2026-03-03T08:15");
    receives("motcua", application().build());
    does(
        "motcua",
        "Task_CheckPapers",
        "papersChecked",
        true,
        "checkResult",
        "incomplete",
        "missingPapers",
        "Đơn đề nghị",
        "reason",
        "Thiếu chữ ký");

    assertThat(dossier().state().code()).isEqualTo("5");
    assertThat(openSteps()).isEmpty();
    play.as(
        "motcua",
        () -> {
          acts.supplementReceived(number, null);
          return null;
        });
    assertThat(openSteps()).containsExactly("Task_CheckPapers");
    assertThat(dossier().state().code()).isEqualTo("1");
  }

  @Test
  void receptionCanBeRefusedWithForm03() {
    itIs("2026-03-03T08:15");
    receives("motcua", application().build());
    does(
        "motcua",
        "Task_CheckPapers",
        "papersChecked",
        true,
        "checkResult",
        "refuse",
        "reason",
        "Không thuộc thẩm quyền");

    assertThat(dossier().state().code()).isEqualTo("3");
    assertThat(nothingIsLeft()).isTrue();
  }

  @Test
  void aReturnByPostThatFailsComesBackToTheCounter() {
    itIs("2026-03-03T08:15");
    receives("motcua", application().back(ReturnMethod.POSTAL).build());
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
    isProposed("grant");
    isSignedAndNumbered();
    does("motcua", "Task_HandToPost", "parcelNumber", "EX000000001VN");
    does(
        "motcua",
        "Task_ConfirmDelivery",
        "parcelOutcome",
        "returned",
        "note",
        "Không có người nhận");
    isReturnedAtTheCounter();

    assertThat(dossier().state().code()).isEqualTo("10");
  }
}
