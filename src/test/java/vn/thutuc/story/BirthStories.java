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
import vn.thutuc.dossier.DossierList;
import vn.thutuc.dossier.DossierProblem;

/** 1.001193, birth registration: a same-day term, another commune's answer, a draft to confirm. */
class BirthStories extends Story {

  private static final String DESK = "motcuamauson";
  private static final String SPECIALIST = "chuyenvienmauson";

  @Autowired private DossierList list;

  private static DemoSubmissions application() {
    return DemoSubmissions.person("1.001193", "Người Câu Chuyện").at("H37.202");
  }

  private void isComplete(String desk) {
    does(desk, "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
  }

  private void isReceivedAndComplete(String at) {
    itIs(at);
    receives(DESK, application().build());
    isComplete(DESK);
  }

  private void isProposed(String proposal, Object... more) {
    Object[] form = new Object[more.length + 4];
    form[0] = "opinion";
    form[1] = "Hồ sơ hợp lệ";
    form[2] = "proposal";
    form[3] = proposal;
    System.arraycopy(more, 0, form, 4, more.length);
    does(SPECIALIST, "Task_Examine", form);
  }

  private void isEntered() {
    does(
        SPECIALIST, "Task_EnterRegister", "registerNumber", "15/2026", "registerVolume", "01/2026");
  }

  private void isPrintedAndSigned() {
    does(SPECIALIST, "Task_ReceivePersonalNumber", "personalNumber", "000000000777");
    does(SPECIALIST, "Task_Print", "resultNumber", "15/2026", "resultDate", "2026-03-03");
    does("lanhdaomauson", "Task_Sign", "leaderDecision", "approve");
  }

  @Test
  void aBirthIsRegisteredAtTheCommunesCentreTheSameDay() {
    isReceivedAndComplete("2026-03-03T09:00");
    assertThat(dossier().appointment()).isEqualTo(LocalDateTime.parse("2026-03-03T17:30"));
    assertThat(dossier().deskUnit().id()).isEqualTo("H37.202.01");
    assertThat(dossier().state().code()).isEqualTo("4");
    assertThat(instance()).isWaitingAt("Task_Examine");

    isProposed("grant");
    isEntered();
    assertThat(registered("birth")).containsExactly("01/2026 15/2026");
    isPrintedAndSigned();
    assertThat(dossier().state().code()).isEqualTo("9");
    isReturnedAtTheCounter(DESK);

    assertThat(dossier().state().code()).isEqualTo("10");
    assertThat(dossier().clock().code()).isEqualTo("ON_TIME");
    assertThat(dossier().results())
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.kind()).isEqualTo("BIRTH_CERTIFICATE");
              assertThat(result.number()).isEqualTo("15/2026");
              assertThat(result.date()).hasToString("2026-03-03");
              assertThat(result.positive()).isTrue();
            });
    assertThat(journal())
        .containsSubsequence("RECEIVED", "ACCEPTED", "REGISTERED", "RESULT_ISSUED", "RETURNED");
    assertThat(nothingIsLeft()).isTrue();
  }

  @Test
  void aBirthReceivedJustBeforeTheCutOffIsDueTheSameDay() {
    isReceivedAndComplete("2026-03-03T14:59");

    assertThat(dossier().appointment()).isEqualTo(LocalDateTime.parse("2026-03-03T17:30"));
  }

  @Test
  void aBirthReceivedAtThreeInTheAfternoonIsDueTheNextWorkingDay() {
    isReceivedAndComplete("2026-03-06T15:00");

    assertThat(dossier().appointment()).isEqualTo(LocalDateTime.parse("2026-03-09T17:30"));
  }

  @Test
  void aLeaderWhoReturnsTheCertificateHasItPrintedAgain() {
    isReceivedAndComplete("2026-03-03T09:00");
    isProposed("grant");
    isEntered();
    does(SPECIALIST, "Task_ReceivePersonalNumber", "personalNumber", "000000000777");
    does(SPECIALIST, "Task_Print", "resultNumber", "15/2026", "resultDate", "2026-03-03");
    does("lanhdaomauson", "Task_Sign", "leaderDecision", "return", "note", "Sai chính tả");

    assertThat(openSteps()).containsExactly("Task_Print");
    assertThat(dossier().results()).isEmpty();
    does(SPECIALIST, "Task_Print", "resultNumber", "16/2026", "resultDate", "2026-03-03");
    does("lanhdaomauson", "Task_Sign", "leaderDecision", "approve");
    assertThat(dossier().results())
        .singleElement()
        .matches(result -> result.number().equals("16/2026"));
  }

  @Test
  void aBirthReceivedAtTheProvincialCentreIsForwardedAndTheCentreKeepsSightOfIt() {
    itIs("2026-03-03T09:00");
    receives("motcuattpvhcc", application().build());
    isComplete("motcuattpvhcc");
    assertThat(openSteps()).containsExactly("Task_Forward");
    assertThat(stepsSeenBy(DESK)).isEmpty();

    does("motcuattpvhcc", "Task_Forward", "note", "Chuyển UBND xã Mẫu Sơn");

    assertThat(stepsSeenBy(SPECIALIST)).containsExactly("Task_Examine");
    assertThat(stepsSeenBy("chuyenviendongkinh")).isEmpty();
    assertThat(stepsSeenBy("chuyenvienttpvhcc")).isEmpty();
    acts(
        "motcuattpvhcc",
        () -> {
          assertThat(documents.read(number).competentUnit().id()).isEqualTo("H37.202");
          assertThat(list.page(null, number, 0, 20).items()).hasSize(1);
        });
    isProposed("grant");
    isEntered();
    isPrintedAndSigned();
    assertThat(stepsSeenBy(DESK)).isEmpty();
    isReturnedAtTheCounter("motcuattpvhcc");
    assertThat(dossier().state().code()).isEqualTo("10");
  }

  @Test
  void anotherCommunesPeopleKnowNothingOfTheDossier() {
    isReceivedAndComplete("2026-03-03T09:00");

    assertThatThrownBy(() -> acts("motcuadongkinh", () -> documents.read(number)))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("Không tìm thấy hồ sơ");
    acts(
        "motcuadongkinh",
        () -> assertThat(list.page(null, number, 0, 20).items()).as("list").isEmpty());
  }

  private void isReceivedOnlineAndProposed() {
    itIs("2026-03-03T09:00");
    receives(DESK, application().by(Channel.ONLINE).back(ReturnMethod.ELECTRONIC).build());
    isComplete(DESK);
    isProposed("grant");
  }

  @Test
  void onlineOneDayOfSilenceConfirmsTheDraft() {
    isReceivedOnlineAndProposed();
    assertThat(openSteps()).isEmpty();
    assertThat(instance()).isWaitingFor("draft-confirmed", "draft-corrected");

    itIs("2026-03-04T17:29");
    assertThat(openSteps()).doesNotContain("Task_EnterRegister");
    itIs("2026-03-04T17:30");

    assertThat(openSteps()).contains("Task_EnterRegister");
    assertThat(procedures.awaits(number, "draft-confirmed")).isFalse();
  }

  @Test
  void onlineTheApplicantConfirmsTheDraftAndGetsTheCertificateElectronically() {
    isReceivedOnlineAndProposed();

    hears("draft-confirmed");
    assertThat(openSteps()).containsExactly("Task_EnterRegister");
    isEntered();
    isPrintedAndSigned();

    assertThat(dossier().state().code()).isEqualTo("10");
    assertThat(dossier().clock().code()).isEqualTo("ON_TIME");
    assertThat(nothingIsLeft()).isTrue();
  }

  @Test
  void onlineACorrectedDraftIsMendedAndSentAgain() {
    isReceivedOnlineAndProposed();

    hears("draft-corrected");
    assertThat(openSteps()).containsExactly("Task_CorrectDraft");
    does(SPECIALIST, "Task_CorrectDraft", "note", "Sửa tên đệm");
    assertThat(openSteps()).isEmpty();
    hears("draft-confirmed");

    assertThat(openSteps()).containsExactly("Task_EnterRegister");
    assertThat(noticesOfTheDraft()).isEqualTo(2);
  }

  private long noticesOfTheDraft() {
    return jdbc.sql(
            """
            select count(*) from outbound_act a join dossier d on d.id = a.dossier_id
            where d.number = ? and a.kind = 'NOTICE' and a.event = 'draft-to-confirm'
            """)
        .param(number)
        .query(Long.class)
        .single();
  }

  private void isAskedOfDongKinh() {
    isProposed("verify", "verifierUnit", "H37.201", "reason", "Cha mẹ cư trú ở Đông Kinh");
  }

  @Test
  void anotherCommuneVerifiesWithinThreeWorkingDaysAndSeesOnlyItsTask() {
    isReceivedAndComplete("2026-03-03T09:00");
    isAskedOfDongKinh();

    assertThat(openSteps()).containsExactly("Task_Verify");
    assertThat(due("Task_Verify")).isEqualTo(LocalDateTime.parse("2026-03-06T17:30"));
    assertThat(task("Task_Verify").getTenantId()).isEqualTo("H37.201");
    assertThat(stepsSeenBy("chuyenviendongkinh")).containsExactly("Task_Verify");
    assertThat(stepsSeenBy(SPECIALIST)).isEmpty();
    long instancesSeen =
        play.as(
            "chuyenviendongkinh",
            () ->
                engine
                    .getRuntimeService()
                    .createProcessInstanceQuery()
                    .processInstanceBusinessKey(number)
                    .count());
    assertThat(instancesSeen).isZero();
    acts("chuyenviendongkinh", () -> assertThat(documents.read(number).number()).isEqualTo(number));

    does(
        "chuyenviendongkinh",
        "Task_Verify",
        "verificationOutcome",
        "verified",
        "opinion",
        "Đã đăng ký kết hôn");
    assertThat(openSteps()).containsExactly("Task_Examine");
    assertThat(dossier().phases())
        .filteredOn(phase -> phase.id().equals("verification"))
        .singleElement()
        .matches(phase -> phase.endedAt() != null);
    isProposed("grant");
    assertThat(openSteps()).containsExactly("Task_EnterRegister");
  }

  @Test
  void lateVerificationAsksTheVerifiersHeadForTheReason() {
    isReceivedAndComplete("2026-03-03T09:00");
    isAskedOfDongKinh();

    itIs("2026-03-06T17:31");
    assertThat(stepsSeenBy("truongphongdongkinh")).contains("Task_LateReason");
    assertThat(stepsSeenBy("truongphongmauson")).doesNotContain("Task_LateReason");
    does(
        "truongphongdongkinh",
        "Task_LateReason",
        "lateReason",
        "Chờ tra cứu sổ lưu",
        "lateUnit",
        "H37.201");
    assertThat(journal()).contains("LATENESS_EXPLAINED");
    does(
        "chuyenviendongkinh",
        "Task_Verify",
        "verificationOutcome",
        "verified",
        "opinion",
        "Đã đăng ký kết hôn");
    assertThat(openSteps()).contains("Task_Examine").doesNotContain("Task_LateReason");
  }

  @Test
  void whileAnotherCommuneVerifiesTheDossiersOwnTermRunsOn() {
    isReceivedAndComplete("2026-03-03T09:00");
    isAskedOfDongKinh();
    assertThat(dossier().end()).isEqualTo(LocalDateTime.parse("2026-03-03T17:30"));

    itIs("2026-03-04T09:00");

    assertThat(dossier().clock().code()).isEqualTo("LATE");
    assertThat(journal()).contains("LATE");
  }

  @Test
  void aSecondVerificationHasAlarmsOfItsOwn() {
    isReceivedAndComplete("2026-03-03T09:00");
    isAskedOfDongKinh();
    itIs("2026-03-09T08:00");
    does(
        "chuyenviendongkinh",
        "Task_Verify",
        "verificationOutcome",
        "notVerified",
        "opinion",
        "Không có sổ");
    isAskedOfDongKinh();
    assertThat(due("Task_Verify")).isEqualTo(LocalDateTime.parse("2026-03-12T17:30"));
    assertThat(openSteps()).doesNotContain("Task_LateReason");

    itIs("2026-03-12T17:31");

    assertThat(openSteps()).contains("Task_LateReason");
    assertThat(rungsOfVerification()).isEqualTo(4);
  }

  /** Near and late, once for each of the two requests. */
  private long rungsOfVerification() {
    return jdbc.sql(
            """
            select count(*) from dossier_rung r join dossier d on d.id = r.dossier_id
            where d.number = ? and r.phase = 'verification' and r.rung in ('near', 'late')
            """)
        .param(number)
        .query(Long.class)
        .single();
  }

  @Test
  void aVerifierThatDoesNotExistIsRefusedAndTheStepStaysOpen() {
    isReceivedAndComplete("2026-03-03T09:00");

    assertThatThrownBy(() -> isProposed("verify", "verifierUnit", "H37.999", "reason", "Nhầm"))
        .hasMessageContaining("UBND cấp xã");

    assertThat(openSteps()).containsExactly("Task_Examine");
  }

  @Test
  void aSupplementStopsTheClockAndTheDossierGoesOnWhereItWas() {
    isReceivedAndComplete("2026-03-03T09:00");
    itIs("2026-03-03T10:00");
    isProposed("supplement", "missingPapers", "Giấy chứng sinh", "reason", "Bản chụp mờ");
    assertThat(dossier().state().code()).isEqualTo("5");
    assertThat(dossier().clock().code()).isEqualTo("PAUSED");

    itIs("2026-03-05T09:00");
    assertThat(journal()).doesNotContain("NEAR", "LATE");
    acts(DESK, () -> acts.supplementReceived(number, "Giấy chứng sinh"));

    assertThat(dossier().state().code()).isEqualTo("4");
    assertThat(dossier().end()).isEqualTo(LocalDateTime.parse("2026-03-05T17:30"));
    assertThat(openSteps()).containsExactly("Task_Examine");
  }

  @Test
  void aSecondSupplementIsRefusedWhereTheRuleAllowsOne() {
    isReceivedAndComplete("2026-03-03T09:00");
    isProposed("supplement", "missingPapers", "Giấy chứng sinh", "reason", "Bản chụp mờ");
    acts(DESK, () -> acts.supplementReceived(number, "Giấy chứng sinh"));

    assertThatThrownBy(
            () -> isProposed("supplement", "missingPapers", "Tờ khai", "reason", "Thiếu chữ ký"))
        .hasStackTraceContaining("chỉ cho phép yêu cầu bổ sung hồ sơ 1 lần");

    assertThat(openSteps()).containsExactly("Task_Examine");
    assertThat(dossier().state().code()).isEqualTo("4");
  }

  @Test
  void aLateBirthIsApologisedForAndStillRegistered() {
    isReceivedAndComplete("2026-03-03T09:00");
    itIs("2026-03-04T08:00");
    assertThat(journal()).containsSubsequence("NEAR", "LATE");
    assertThat(openSteps()).containsExactly("Task_ConfirmLateReason", "Task_Examine");

    does(
        "truongphongmauson",
        "Task_ConfirmLateReason",
        "lateReason",
        "Mất kết nối cơ sở dữ liệu",
        "lateUnit",
        "H37.202");
    does(
        SPECIALIST,
        "Task_DraftApology",
        "newAppointment",
        "2026-03-05T17:00",
        "reason",
        "Mất kết nối cơ sở dữ liệu");
    does("lanhdaomauson", "Task_SignApology", "leaderDecision", "approve");
    assertThat(dossier().firstAppointment()).isEqualTo(LocalDateTime.parse("2026-03-03T17:30"));
    assertThat(dossier().appointment()).isEqualTo(LocalDateTime.parse("2026-03-05T17:00"));

    isProposed("grant");
    isEntered();
    isPrintedAndSigned();
    isReturnedAtTheCounter(DESK);
    assertThat(dossier().clock().code()).isEqualTo("LATE");
    assertThat(nothingIsLeft()).isTrue();
  }

  @Test
  void aRefusalIsSignedByTheHeadOfTheCentre() {
    isReceivedAndComplete("2026-03-03T09:00");
    isProposed("refuse", "reason", "Không đủ điều kiện");
    does(SPECIALIST, "Task_DraftRefusal", "reason", "Không đủ điều kiện đăng ký");
    does("truongphongmauson", "Task_ReviewRefusal", "headDecision", "approve");

    assertThat(openSteps()).containsExactly("Task_SignRefusalCentre");
    assertThat(stepsSeenBy("giamdocttmauson")).containsExactly("Task_SignRefusalCentre");
    assertThatThrownBy(
            () -> does("lanhdaomauson", "Task_SignRefusalCentre", "leaderDecision", "approve"))
        .hasMessageContaining("Bạn chỉ nhận được việc của đơn vị mình");
    does("giamdocttmauson", "Task_SignRefusalCentre", "leaderDecision", "approve");
    does("vanthumauson", "Task_NumberRefusal", "resultNumber", "02/TB", "resultDate", "2026-03-03");
    isReturnedAtTheCounter(DESK);

    assertThat(dossier().results()).singleElement().matches(result -> !result.positive());
    assertThat(journal()).contains("REFUSED");
    assertThat(dossier().state().code()).isEqualTo("10");
    assertThat(registered("birth")).isEmpty();
  }

  @Test
  void aBirthIsWithdrawnWhileAnotherCommuneVerifies() {
    isReceivedAndComplete("2026-03-03T09:00");
    isAskedOfDongKinh();
    acts(DESK, () -> acts.withdraw(number, "Đăng ký ở nơi khác"));

    assertThat(openSteps()).containsExactly("Task_ConfirmWithdrawal");
    does(DESK, "Task_ConfirmWithdrawal", "reason", "Đăng ký ở nơi khác", "note", "Đã trả giấy tờ");

    assertThat(dossier().state().code()).isEqualTo("7");
    assertThat(dossier().phases()).allMatch(phase -> phase.endedAt() != null);
    assertThat(nothingIsLeft()).isTrue();
  }
}
