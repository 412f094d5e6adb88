package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.DossierProblem;

/** A term is extended once, before its end, by a leader with a ground; the applicant is told. */
class ExtensionStories extends Story {

  private static final String GROUND = "Phải khảo sát lại hiện trường";

  private void aLandDossierWithSeventeenWorkingDays() {
    itIs("2026-03-02T09:00");
    receives(
        "motcuadongkinh",
        DemoSubmissions.organisation("1.012753", "Công ty Gia Hạn")
            .at("H37.201")
            .of("REGISTRATION_ONLY", "USUAL")
            .build());
    does(
        "motcuadongkinh",
        "Task_CheckPapers",
        "papersChecked",
        true,
        "checkResult",
        "complete",
        "caseCode",
        "REGISTRATION_ONLY",
        "areaClass",
        "USUAL",
        "originalsAtReturn",
        true);
  }

  private void isExtended(String person, String amount, String ground) {
    play.as(
        person,
        () -> {
          acts.extend(number, amount, ground);
          return null;
        });
  }

  @Test
  void anExtensionMovesTheEndTheTaskAndTheAppointmentAndTellsTheApplicant() {
    aLandDossierWithSeventeenWorkingDays();
    LocalDateTime before = dossier().end();
    assertThat(before).isEqualTo(LocalDateTime.parse("2026-03-25T17:30"));

    isExtended("lanhdaodongkinh", "5wd", GROUND);

    assertThat(dossier().end()).isEqualTo(LocalDateTime.parse("2026-04-01T17:30"));
    assertThat(dossier().firstAppointment()).isEqualTo(before);
    assertThat(dossier().appointment()).isEqualTo(dossier().end());
    assertThat(journal()).containsSubsequence("EXTENDED", "APPOINTMENT_REISSUED");
  }

  @Test
  void nearHasRungThenTheExtensionAndNearRingsAgainForTheNewEnd() {
    aLandDossierWithSeventeenWorkingDays();
    itIs("2026-03-25T08:00");
    assertThat(journal().stream().filter("NEAR"::equals)).hasSize(1);

    isExtended("lanhdaodongkinh", "5wd", GROUND);
    itIs("2026-03-31T08:00");
    assertThat(journal().stream().filter("NEAR"::equals)).hasSize(1);
    assertThat(journal()).doesNotContain("LATE");

    itIs("2026-04-01T08:00");
    assertThat(journal().stream().filter("NEAR"::equals)).hasSize(2);
    itIs("2026-04-01T17:31");
    assertThat(journal().stream().filter("LATE"::equals)).hasSize(1);
  }

  @Test
  void aSecondExtensionIsRefusedWithTheRule() {
    aLandDossierWithSeventeenWorkingDays();
    isExtended("lanhdaodongkinh", "5wd", GROUND);

    assertThatThrownBy(() -> isExtended("lanhdaodongkinh", "5wd", GROUND))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("gia hạn một lần")
        .hasMessageContaining("chưa đối chiếu văn bản");
  }

  @Test
  void afterTheEndOnlyAReAppointmentIsPossible() {
    aLandDossierWithSeventeenWorkingDays();
    itIs("2026-03-25T17:31");

    assertThatThrownBy(() -> isExtended("lanhdaodongkinh", "5wd", GROUND))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("quá hạn");
  }

  @Test
  void onlyALeaderOfTheCompetentUnitExtendsAndOnlyWithAGround() {
    aLandDossierWithSeventeenWorkingDays();

    assertThatThrownBy(() -> isExtended("chuyenviendongkinh", "5wd", GROUND))
        .hasMessageContaining("lãnh đạo");
    assertThatThrownBy(() -> isExtended("lanhdaodongkinh", "5wd", " "))
        .hasMessageContaining("căn cứ");
    assertThatThrownBy(() -> isExtended("lanhdaodongkinh", "năm ngày", GROUND))
        .hasMessageContaining("chưa đúng");
    assertThatThrownBy(() -> isExtended("lanhdao", "5wd", GROUND))
        .hasMessageContaining("Không tìm thấy");
  }

  @Test
  void anExtendedDossierSettledBeforeItsNewEndIsNotLate() {
    aLandDossierWithSeventeenWorkingDays();
    isExtended("lanhdaodongkinh", "5wd", GROUND);
    itIs("2026-03-27T09:00");
    play.as(
        "lanhdaodongkinh",
        () -> {
          acts.stop(number, "Người sử dụng đất đề nghị");
          return null;
        });
    does("chuyenviendongkinh", "Task_DraftStop", "reason", "Theo đề nghị");
    does("lanhdaodongkinh", "Task_SignStop", "leaderDecision", "approve");

    assertThat(dossier().clock().code()).isEqualTo("EARLY");
  }
}
