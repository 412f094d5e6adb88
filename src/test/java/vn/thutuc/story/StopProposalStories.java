package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.dossier.StopProposals;

/** A stop is proposed with who asked for it and the ground; a leader decides. */
class StopProposalStories extends ActsStory {

  private static final String GROUND = "Chủ xe đề nghị dừng";

  @Autowired private StopProposals stops;

  private void proposes(String person) {
    acts(person, () -> stops.propose(number, StopProposals.AskedBy.APPLICANT, GROUND));
  }

  @Test
  void theLeaderAgreesAndTheNoticeIsDrafted() {
    aPermitAtTheSpecialist();
    proposes("chuyenvien");
    assertThat(openSteps()).containsExactly("Task_Appraise");
    assertThat(play.as("lanhdao", () -> stops.forMe()))
        .anySatisfy(
            waiting -> {
              assertThat(waiting.number()).isEqualTo(number);
              assertThat(waiting.ground()).isEqualTo(GROUND);
              assertThat(waiting.askedByLabel()).isEqualTo("Người nộp hồ sơ");
            });
    assertThat(play.as("truongphong", () -> stops.forMe())).isEmpty();

    acts("lanhdao", () -> stops.decide(number, true, null));

    assertThat(openSteps()).containsExactly("Task_DraftStop");
    assertThat(journal()).containsSubsequence("STOP_PROPOSED", "STOP_DECIDED");
    assertThat(play.as("lanhdao", () -> stops.forMe()))
        .noneSatisfy(waiting -> assertThat(waiting.number()).isEqualTo(number));
  }

  @Test
  void theLeaderDoesNotAgreeAndTheDossierGoesOn() {
    aPermitAtTheSpecialist();
    proposes("truongphong");
    assertThatThrownBy(() -> acts("lanhdao", () -> stops.decide(number, false, " ")))
        .hasMessageContaining("Lý do không đồng ý");
    acts("lanhdao", () -> stops.decide(number, false, "Chưa đủ căn cứ"));

    assertThat(openSteps()).containsExactly("Task_Appraise");
    assertThat(last().label()).isEqualTo("Không đồng ý dừng giải quyết");
    proposes("chuyenvien");
    assertThat(lines("STOP_PROPOSED")).isEqualTo(2);
  }

  @Test
  void onlyALeaderDecidesOneProposalWaitsAtATimeAndOthersDoNotKnowOfIt() {
    aPermitAtTheSpecialist();
    proposes("chuyenvien");
    assertThatThrownBy(() -> proposes("chuyenvien2"))
        .hasMessageContaining("Chuyên viên A – Sở Xây dựng đã đề nghị");
    assertThatThrownBy(() -> acts("truongphong", () -> stops.decide(number, true, null)))
        .hasMessageContaining("Chỉ lãnh đạo");
    assertThatThrownBy(() -> proposes("chuyenvientaichinh")).hasMessageContaining("Không tìm thấy");
    assertThatThrownBy(() -> acts("chuyenvien", () -> stops.propose(number, null, GROUND)))
        .hasMessageContaining("Bên đề nghị");
  }

  @Test
  void aDossierWithdrawnMeanwhileIsNotStopped() {
    aPermitAtTheSpecialist();
    proposes("chuyenvien");
    acts("motcua", () -> acts.withdraw(number, "Không còn nhu cầu"));
    does("motcua", "Task_ConfirmWithdrawal", "reason", "Không còn nhu cầu", "note", "không");

    assertThat(play.as("lanhdao", () -> stops.forMe()))
        .noneSatisfy(waiting -> assertThat(waiting.number()).isEqualTo(number));
    assertThatThrownBy(() -> acts("lanhdao", () -> stops.decide(number, true, null)))
        .hasMessageContaining("không thể dừng");
  }
}
