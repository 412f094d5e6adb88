package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.process.acts.SupplementAsking;
import vn.thutuc.process.acts.TaskPanels;

/** A supplement is asked for beside the form, in one act, where the step's form offers it. */
class SupplementBesideStories extends ActsStory {

  @Autowired private SupplementAsking supplements;
  @Autowired private TaskPanels panels;

  private void asks(String person, Task task, List<String> papers, String text, Object... fields) {
    acts(
        person,
        () ->
            supplements.ask(
                task.getId(),
                new SupplementAsking.Wanted(
                    papers,
                    text,
                    "Thiếu bản vẽ",
                    fields.length == 0 ? Map.of() : Map.of((String) fields[0], fields[1]))));
  }

  private TaskPanels.Supplement offered(String person, Task task) {
    return play.as(person, () -> panels.of(task.getId()).supplement());
  }

  @Test
  void theRequestTheClockAndTheNoticeFollowOneAct() {
    aPermitAtTheSpecialist();
    Task appraise = task("Task_Appraise");
    claims("chuyenvien", appraise);
    TaskPanels.Supplement offer = offered("chuyenvien", appraise);
    assertThat(offer.act().allowed()).as(offer.act().reason()).isTrue();
    assertThat(offer.papers()).isNotEmpty();

    String paper = offer.papers().get(0).key();
    Object[] others =
        offer.fields().isEmpty()
            ? new Object[0]
            : new Object[] {offer.fields().get(0).key(), "Chưa đủ căn cứ"};
    asks("chuyenvien", appraise, List.of(paper), "Bản vẽ tuyến đường, 2 bản", others);

    assertThat(dossier().state().code()).isEqualTo("5");
    assertThat(dossier().clock().code()).isEqualTo("PAUSED");
    assertThat(journal()).containsSubsequence("SUPPLEMENT_ASKED", "CLOCK_PAUSED");
    assertThat(
            jdbc.sql(
                    """
                    select missing from dossier_supplement s join dossier d on d.id = s.dossier_id
                    where d.number = ?
                    """)
                .param(number)
                .query(String.class)
                .single())
        .contains(offer.papers().get(0).title(), "Bản vẽ tuyến đường, 2 bản");
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from outbound_act a join dossier d on d.id = a.dossier_id
                    where d.number = ? and a.event = 'supplement-asked'
                    """)
                .param(number)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void atTheDeskItIsTheChoiceOfTheCheck() {
    itIs("2026-03-03T08:15");
    receives("motcua", DemoSubmissions.organisation("1.000028", "Công ty Thiếu Giấy").build());
    Task check = task("Task_CheckPapers");
    claims("motcua", check);
    assertThatThrownBy(() -> asks("motcua", check, List.of(), "Bản vẽ"))
        .hasMessageContaining("Đã đối chiếu từng giấy tờ");

    asks("motcua", check, List.of(), "Bản vẽ", "papersChecked", true);

    assertThat(dossier().state().code()).isEqualTo("5");
  }

  @Test
  void aStepWithoutThatBranchRefusesAndSoDoesAnEmptyList() {
    aPermitAtTheLeader();
    Task sign = task("Task_Sign");
    claims("lanhdao", sign);
    assertThat(offered("lanhdao", sign).act().reason())
        .contains("không cho yêu cầu bổ sung ở bước", "Lãnh đạo Sở ký giấy phép");
    assertThatThrownBy(() -> asks("lanhdao", sign, List.of(), "Bản vẽ"))
        .hasMessageContaining("không cho yêu cầu bổ sung");

    anotherPermitAtTheSpecialist();
    Task appraise = task("Task_Appraise");
    assertThatThrownBy(() -> asks("chuyenvien", appraise, List.of(), "Bản vẽ"))
        .hasMessageContaining("Hãy nhận việc");
    claims("chuyenvien", appraise);
    assertThatThrownBy(() -> asks("chuyenvien", appraise, List.of(), " "))
        .hasMessageContaining("Hãy ghi đủ một lần");
    assertThatThrownBy(() -> asks("chuyenvien", appraise, List.of("khong-co"), "Bản vẽ"))
        .hasMessageContaining("không có trong thành phần hồ sơ");
    assertThat(openSteps()).containsExactly("Task_Appraise");
  }

  @Test
  void aSecondOneIsRefusedWithTheRuleWhenTheProcedureAllowsOne() {
    aPermitAtTheSpecialist();
    Task appraise = task("Task_Appraise");
    claims("chuyenvien", appraise);
    TaskPanels.Supplement offer = offered("chuyenvien", appraise);
    Object[] others =
        offer.fields().isEmpty()
            ? new Object[0]
            : new Object[] {offer.fields().get(0).key(), "Chưa đủ căn cứ"};
    asks("chuyenvien", appraise, List.of(), "Bản vẽ", others);
    acts("motcua", () -> acts.supplementReceived(number, "Đã nộp"));
    Task again = task("Task_Appraise");
    claims("chuyenvien", again);

    TaskPanels.Supplement second = offered("chuyenvien", again);

    assertThat(second.asked()).isEqualTo(1);
    if (second.allowed() == null) {
      assertThat(second.act().allowed()).isTrue();
    } else {
      assertThat(second.act().reason()).contains("chỉ cho phép yêu cầu bổ sung 1 lần");
      assertThatThrownBy(() -> asks("chuyenvien", again, List.of(), "Bản vẽ", others))
          .hasMessageContaining("chỉ cho phép");
    }
  }
}
