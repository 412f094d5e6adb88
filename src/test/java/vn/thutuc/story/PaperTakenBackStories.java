package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.drafting.ResultDrafts;
import vn.thutuc.process.acts.StepReturn;

/** A step with the paper of a result is taken back while it only said something about the paper. */
class PaperTakenBackStories extends Story {

  @Autowired private ResultDrafts drafts;
  @Autowired private StepReturn returning;

  private void isDraftedAndProposed() {
    itIs("2026-03-03T08:15");
    receives("motcua", DemoSubmissions.organisation("1.000028", "Công ty Lấy Lại").build());
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
    String appraise = task("Task_Appraise").getId();
    acts("chuyenvien", () -> engine.getTaskService().claim(appraise, "chuyenvien"));
    play.as("chuyenvien", () -> drafts.begin(appraise, "PERMIT_OVERSIZE"));
    does(
        "chuyenvien",
        "Task_Appraise",
        "opinion",
        "Đủ điều kiện",
        "proposal",
        "grant",
        "resultKind",
        "PERMIT_OVERSIZE",
        "validFrom",
        "2026-03-05",
        "validTo",
        "2026-04-05");
  }

  @Test
  void aReviewIsTakenBackButASignatureIsNot() {
    isDraftedAndProposed();
    String review = task("Task_Review").getId();
    does("truongphong", "Task_Review", "headDecision", "approve");
    play.as("truongphong", () -> returning.takeBack(review, "Chưa đối chiếu biển số"));
    assertThat(openSteps()).containsExactly("Task_Review");
    does("truongphong", "Task_Review", "headDecision", "approve");

    String sign = task("Task_Sign").getId();
    does("lanhdao", "Task_Sign", "leaderDecision", "approve");
    StepReturn.Chance chance = play.as("lanhdao", () -> returning.chance(sign));

    assertThat(chance.allowed()).as("a signature is no slip of the hand").isFalse();
    assertThat(chance.reason()).contains("Ký duyệt dự thảo kết quả");
    does("vanthu", "Task_Number");
    assertThat(dossier().state().code()).isEqualTo("9");
  }
}
