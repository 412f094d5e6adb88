package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import vn.thutuc.demo.DemoSubmissions;

/** A task is put back until a day: it leaves the list and comes again; the term does not move. */
class PutBackStories extends ActsStory {

  /** A land dossier that ends on 25/03/2026 at 17:30, and its first open task. */
  private Task aLandTask() {
    itIs("2026-03-02T09:00");
    receives(
        "motcuadongkinh",
        DemoSubmissions.organisation("1.012753", "Công ty Tạm Cất")
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
    Task task =
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceBusinessKey(number)
            .taskCandidateGroup("H37.201.specialist")
            .list()
            .get(0);
    claims("chuyenviendongkinh", task);
    return task;
  }

  @Test
  void itLeavesTheListComesAgainByItselfAndMovesNoDate() {
    Task task = aLandTask();
    LocalDateTime end = dossier().end();
    var due = again(task).getDueDate();

    acts(
        "chuyenviendongkinh",
        () -> taskActs.putBack(task.getId(), LocalDate.parse("2026-03-10"), REASON));

    assertThat(mine("chuyenviendongkinh")).doesNotContain(task.getId());
    assertThat(filtered("chuyenviendongkinh", "Tạm cất")).contains(task.getId());
    assertThat(dossier().end()).isEqualTo(end);
    assertThat(again(task).getDueDate()).isEqualTo(due);
    assertThat(last().label()).contains("Tạm cất việc đến ngày", "10/03/2026");

    itIs("2026-03-10T00:01");
    assertThat(mine("chuyenviendongkinh")).contains(task.getId());
    assertThat(filtered("chuyenviendongkinh", "Tạm cất")).doesNotContain(task.getId());
  }

  @Test
  void itIsTakenUpAgainEarlier() {
    Task task = aLandTask();
    acts(
        "chuyenviendongkinh",
        () -> taskActs.putBack(task.getId(), LocalDate.parse("2026-03-10"), REASON));
    acts("chuyenviendongkinh", () -> taskActs.takeUpAgain(task.getId()));

    assertThat(mine("chuyenviendongkinh")).contains(task.getId());
    assertThat(journal()).containsSubsequence("PUT_BACK", "TAKEN_UP_AGAIN");
  }

  @Test
  void itComesAgainWhenTheTermCalls() {
    Task task = aLandTask();
    acts(
        "chuyenviendongkinh",
        () -> taskActs.putBack(task.getId(), LocalDate.parse("2026-03-25"), REASON));
    assertThat(mine("chuyenviendongkinh")).doesNotContain(task.getId());

    itIs("2026-03-24T17:31");
    assertThat(mine("chuyenviendongkinh")).contains(task.getId());
  }

  @Test
  void neverPastTheEndNorByOthersNorWhenLate() {
    Task task = aLandTask();
    assertThatThrownBy(
            () ->
                acts(
                    "chuyenviendongkinh",
                    () -> taskActs.putBack(task.getId(), LocalDate.parse("2026-03-26"), REASON)))
        .hasMessageContaining("25/03/2026");
    assertThatThrownBy(
            () ->
                acts(
                    "truongphongdongkinh",
                    () -> taskActs.putBack(task.getId(), LocalDate.parse("2026-03-10"), REASON)))
        .hasMessageContaining("người đang giữ");
    itIs("2026-03-26T09:00");
    assertThatThrownBy(
            () ->
                acts(
                    "chuyenviendongkinh",
                    () -> taskActs.putBack(task.getId(), LocalDate.parse("2026-03-30"), REASON)))
        .hasMessageContaining("quá hạn");
  }
}
