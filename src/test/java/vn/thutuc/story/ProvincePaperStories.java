package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.drafting.DraftView;
import vn.thutuc.drafting.IssuedPapers;
import vn.thutuc.drafting.PaperText;
import vn.thutuc.drafting.ResultDrafts;
import vn.thutuc.printing.PdfText;

/**
 * A paper that a department drafts and the province signs: its steps stand in a shared process, the
 * result in the model that calls it.
 */
class ProvincePaperStories extends VocabularyStory {

  @Autowired private ResultDrafts drafts;
  @Autowired private IssuedPapers issued;

  private String takes(String person, String step) {
    String id = task(step).getId();
    acts(person, () -> engine.getTaskService().claim(id, person));
    return id;
  }

  private void isDrafted() {
    String id = takes(SPECIALIST, "Task_DraftSubmission");
    DraftView begun = play.as(SPECIALIST, () -> drafts.begin(id, null));
    assertThat(begun.kinds()).extracting(DraftView.Kind::key).containsExactly("PERMIT");
    assertThat(begun.issuers()).extracting(DraftView.Unit::id).containsExactly("H37.12", "H37");
    PaperText province = play.as(SPECIALIST, () -> drafts.fresh(id, "PERMIT", "H37")).text();
    assertThat(province.signAs()).isEqualTo("CHỦ TỊCH");
    play.as(
        SPECIALIST,
        () ->
            drafts.save(
                id, new ResultDrafts.Save(begun.paper().id(), 1, province, "UBND tỉnh ban hành")));
  }

  private void decides(String person, String step, String choice, String comment) {
    String id = takes(person, step);
    int version = play.as(person, () -> drafts.view(id, null)).paper().version();
    acts(person, () -> drafts.decide(id, version, choice, comment));
  }

  @Test
  void theChairmansSignatureIsTheLastAndTheOfficeNumbersInTheProvincesName() {
    isAppraised("DECIDE_PROVINCE");
    isDrafted();
    isSubmitted();
    DraftView examined =
        play.as(COMMITTEE, () -> drafts.view(task("Task_ExamineSubmission").getId(), null));
    assertThat(examined.role()).isEqualTo("REVIEW");
    assertThat(examined.choices()).isEmpty();
    isExamined();
    decides("lanhdaoubnd", "Task_ChairmanSigns", "return", "Bổ sung căn cứ");

    assertThat(openSteps()).containsExactly("Task_DraftSubmission");
    isSubmitted();
    isExamined();
    DraftView again =
        play.as("lanhdaoubnd", () -> drafts.view(task("Task_ChairmanSigns").getId(), null));
    assertThat(again.paper().seen()).isEqualTo(again.paper().version());
    decides("lanhdaoubnd", "Task_ChairmanSigns", "approve", null);
    String id = takes("vanthuvp", "Task_NumberDecision");
    ResultDrafts.Numbered given = play.as("vanthuvp", () -> drafts.number(id));

    assertThat(given.written()).isEqualTo("01/GP-UBND");
    assertThat(result().number()).isEqualTo("01/GP-UBND");
    assertThat(result().signer()).isEqualTo("Lãnh đạo A – UBND tỉnh");
    byte[] pdf = play.as("motcua", () -> issued.pdf(number, result().paper()).content());
    assertThat(PdfText.of(pdf).text())
        .contains("ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN", "CHỦ TỊCH", "Lãnh đạo A – UBND tỉnh");
  }
}
