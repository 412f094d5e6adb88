package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** A task goes to a colleague of the same unit and role, and comes back. */
class HandOverStories extends ActsStory {

  @Test
  void theColleagueFindsTheTaskAmongTheirOwnAndTheJournalNamesBoth() {
    aPermitAtTheSpecialist();
    Task appraise = task("Task_Appraise");
    claims("chuyenvien", appraise);

    acts("chuyenvien", () -> taskActs.handOver(appraise.getId(), "chuyenvien2", REASON));

    assertThat(mine("chuyenvien2")).contains(appraise.getId());
    assertThat(mine("chuyenvien")).doesNotContain(appraise.getId());
    assertThat(last().label())
        .contains("Chuyển việc cho đồng nghiệp", "Chuyên viên B – Sở Xây dựng");
    assertThat(last().actor()).isEqualTo("Chuyên viên A – Sở Xây dựng");
    assertThat(last().reason()).isEqualTo(REASON);

    does("chuyenvien2", "Task_Appraise", grant());
    assertThat(openSteps()).containsExactly("Task_Review");
  }

  @Test
  void handedOverTwiceItIsHandedOverOnce() {
    aPermitAtTheSpecialist();
    Task appraise = task("Task_Appraise");
    claims("chuyenvien", appraise);
    acts("chuyenvien", () -> taskActs.handOver(appraise.getId(), "chuyenvien2", REASON));
    acts("chuyenvien", () -> taskActs.handOver(appraise.getId(), "chuyenvien2", REASON));

    assertThat(lines("HANDED_OVER")).isEqualTo(1);
  }

  @Test
  void itIsTakenBackByWhoHandedItOverAndByNobodyElse() {
    aPermitAtTheSpecialist();
    Task appraise = task("Task_Appraise");
    claims("chuyenvien", appraise);
    acts("chuyenvien", () -> taskActs.handOver(appraise.getId(), "chuyenvien2", REASON));

    assertThatThrownBy(() -> acts("truongphong", () -> taskActs.takeBack(appraise.getId(), "thử")))
        .hasMessageContaining("không phải do anh/chị chuyển");
    acts("chuyenvien", () -> taskActs.takeBack(appraise.getId(), null));

    assertThat(again(appraise).getAssignee()).isEqualTo("chuyenvien");
    assertThat(journal()).containsSubsequence("HANDED_OVER", "TAKEN_BACK");
  }

  @Test
  void nobodyHandsOverWhatTheyDoNotHaveOrToWhoMayNotDoIt() {
    aPermitAtTheSpecialist();
    Task appraise = task("Task_Appraise");
    assertThatThrownBy(
            () ->
                acts(
                    "chuyenvien", () -> taskActs.handOver(appraise.getId(), "chuyenvien2", REASON)))
        .hasMessageContaining("Hãy nhận việc trước");
    claims("chuyenvien", appraise);
    for (String wrong : new String[] {"lanhdao", "vanthu", "chuyenvienmauson", "nguoila"}) {
      assertThatThrownBy(
              () -> acts("chuyenvien", () -> taskActs.handOver(appraise.getId(), wrong, REASON)))
          .as(wrong)
          .hasMessageContaining("cùng vai trò");
    }
    assertThatThrownBy(
            () ->
                acts(
                    "chuyenvien2",
                    () -> taskActs.handOver(appraise.getId(), "chuyenvien2", REASON)))
        .hasMessageContaining("Chuyên viên A – Sở Xây dựng");
    assertThatThrownBy(
            () -> acts("chuyenvien", () -> taskActs.handOver(appraise.getId(), "chuyenvien2", " ")))
        .hasMessageContaining("Lý do");
    assertThatThrownBy(
            () ->
                acts(
                    "chuyenvientaichinh",
                    () -> taskActs.handOver(appraise.getId(), "chuyenvien2", REASON)))
        .hasMessageContaining("không còn hoặc không thuộc đơn vị");
    assertThat(again(appraise).getAssignee()).isEqualTo("chuyenvien");
    assertThat(lines("HANDED_OVER")).isZero();
  }
}
