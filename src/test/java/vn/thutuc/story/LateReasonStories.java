package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.dossier.LateReasons;

/** Every late dossier gets a reason; those without one are listed. */
class LateReasonStories extends ActsStory {

  @Autowired private LateReasons lateness;

  private List<String> unexplained(String person) {
    return play.as(person, () -> lateness.unexplained()).stream()
        .map(LateReasons.Unexplained::number)
        .toList();
  }

  @Test
  void aLateDossierIsListedUntilTheHeadHasGivenAReason() {
    aPermitAtTheSpecialist();
    assertThat(unexplained("truongphong")).doesNotContain(number);
    assertThatThrownBy(() -> acts("truongphong", () -> lateness.explain(number, "Chờ", null)))
        .hasMessageContaining("không quá hạn");

    itIs("2026-03-05T09:00");
    assertThat(unexplained("truongphong")).contains(number);
    assertThat(unexplained("truongphongtaichinh")).isEmpty();
    assertThatThrownBy(() -> acts("chuyenvien", () -> lateness.explain(number, "Chờ", null)))
        .hasMessageContaining("Chỉ trưởng phòng");

    acts("truongphong", () -> lateness.explain(number, "Chờ ý kiến Sở Tài chính", "Sở Tài chính"));
    acts("truongphong", () -> lateness.explain(number, "Chờ ý kiến Sở Tài chính", "Sở Tài chính"));

    assertThat(unexplained("truongphong")).doesNotContain(number);
    assertThat(lines("LATENESS_EXPLAINED")).isEqualTo(1);
    LateReasons.State state = play.as("chuyenvien", () -> lateness.state(number));
    assertThat(state.reason()).isEqualTo("Chờ ý kiến Sở Tài chính");
    assertThat(state.unit()).isEqualTo("Sở Tài chính");
  }

  @Test
  void aDossierReturnedLateStaysListed() {
    aPermitAtTheSpecialist();
    itIs("2026-03-06T09:00");
    does("chuyenvien", "Task_Appraise", grant());
    does("truongphong", "Task_Review", "headDecision", "approve");
    does("lanhdao", "Task_Sign", "leaderDecision", "approve");
    does("vanthu", "Task_Number", "resultNumber", "15/GPLHX", "resultDate", "2026-03-06");

    assertThat(dossier().clock().code()).isEqualTo("LATE");
    assertThat(unexplained("lanhdao")).contains(number);
    acts("lanhdao", () -> lateness.explain(number, "Thiếu người", null));
    assertThat(unexplained("lanhdao")).doesNotContain(number);
    assertThat(play.as("lanhdao", () -> lateness.state(number)).unit()).isEqualTo("Sở Xây dựng");
  }
}
