package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.DossierDocument.PhaseView;

/**
 * 1.011471, a logging plan: that the dossier must be verified shows only at work, but the three
 * working days to say so count from the complete dossier.
 */
class CountedBackStories extends Story {

  private static final String DESK = "motcuamauson";
  private static final String SPECIALIST = "chuyenvienmauson";

  private void isCompleteOnMonday() {
    itIs("2026-03-02T09:00");
    receives(DESK, DemoSubmissions.person("1.011471", "Người Câu Chuyện").at("H37.202").build());
    does(DESK, "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
  }

  private void mustBeVerified(String at) {
    itIs(at);
    does(SPECIALIST, "Task_VerificationNeeded", "needed", "yes", "neededGround", "Sai diện tích");
  }

  private PhaseView notice() {
    return dossier().phases().stream()
        .filter(phase -> phase.id().equals("verification-notice"))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  @Test
  void aTermWhoseCaseShowsLaterCountsFromTheCompleteDossier() {
    isCompleteOnMonday();
    mustBeVerified("2026-03-04T10:00");

    assertThat(notice().startedAt()).isEqualTo(LocalDateTime.parse("2026-03-02T09:00"));
    assertThat(notice().end())
        .as("three working days from Monday, not from Wednesday")
        .isEqualTo(LocalDateTime.parse("2026-03-05T17:30"));
    assertThat(due("Task_DraftNotice")).isBeforeOrEqualTo(notice().end());
  }

  @Test
  void whoDecidesAfterItsEndIsLateAtOnce() {
    isCompleteOnMonday();
    mustBeVerified("2026-03-06T10:00");

    assertThat(notice().clock().code()).isEqualTo("LATE");
    assertThat(openSteps()).contains("Task_DraftNotice");
  }
}
