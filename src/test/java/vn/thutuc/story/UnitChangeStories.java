package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.UnitChanges;
import vn.thutuc.process.acts.TaskMove;
import vn.thutuc.process.acts.TaskMoves;

/** Dossiers go to another unit: sent on when routed wrongly, or with a unit that is merged. */
class UnitChangeStories extends ActsStory {

  @Autowired private UnitChanges units;
  @Autowired private TaskMoves moves;

  private void aBirthAtTheSpecialistOfDongKinh() {
    itIs("2026-03-03T08:15");
    receives("motcuadongkinh", DemoSubmissions.person("1.001193", "Người Chuyển Xã").build());
    does("motcuadongkinh", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
  }

  private Task theTask() {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceBusinessKey(number)
        .singleResult();
  }

  @Test
  void aWronglyRoutedDossierGoesToTheCompetentUnitAndTheTermRunsOn() {
    aBirthAtTheSpecialistOfDongKinh();
    Task task = theTask();
    claims("chuyenviendongkinh", task);
    LocalDateTime end = dossier().end();
    assertThatThrownBy(
            () -> acts("chuyenviendongkinh", () -> units.sendOn(number, "H37.202", REASON)))
        .hasMessageContaining("Chỉ trưởng phòng hoặc lãnh đạo");
    assertThatThrownBy(
            () -> acts("truongphongdongkinh", () -> units.sendOn(number, "H37.12", REASON)))
        .hasMessageContaining("không có thẩm quyền");

    acts("truongphongdongkinh", () -> units.sendOn(number, "H37.202", REASON));

    assertThat(dossier().competentUnit().id()).isEqualTo("H37.202");
    assertThat(dossier().end()).isEqualTo(end);
    assertThat(again(task).getAssignee()).isNull();
    assertThat(again(task).getTenantId()).isEqualTo("H37.202");
    assertThat(stepsSeenBy("chuyenvienmauson")).contains(task.getTaskDefinitionKey());
    assertThat(filtered("chuyenviendongkinh", "Chờ nhận của đơn vị")).doesNotContain(task.getId());
    assertThat(last().label())
        .isEqualTo(
            "Chuyển đến cơ quan có thẩm quyền: Ủy ban nhân dân phường Đông Kinh → Ủy ban nhân dân"
                + " xã Mẫu Sơn");
    claims("chuyenvienmauson", task);
  }

  @Test
  void everyDossierOfAMergedUnitGoesToItsSuccessor() {
    aBirthAtTheSpecialistOfDongKinh();
    Task task = theTask();
    assertThatThrownBy(
            () ->
                play.as(
                    "truongphongdongkinh",
                    () -> moves.transferUnit("merge", "H37.201", "H37.202", REASON)))
        .hasMessageContaining("Chỉ quản trị viên");
    TaskMoves.UnitPreview preview =
        play.as("quantri", () -> moves.previewUnit("H37.201", "H37.202"));
    assertThat(preview.dossiers()).isPositive();

    long run = play.as("quantri", () -> moves.transferUnit("merge", "H37.201", "H37.202", REASON));
    moves.resume().join();

    Map<TaskMove.ItemState, Integer> counts =
        play.as("quantri", () -> moves.progress(run).counts());
    assertThat(counts)
        .containsExactly(Map.entry(TaskMove.ItemState.MOVED, (int) preview.dossiers()));
    assertThat(dossier().competentUnit().id()).isEqualTo("H37.202");
    assertThat(again(task).getTenantId()).isEqualTo("H37.202");
    assertThat(play.as("quantri", () -> moves.previewUnit("H37.201", "H37.202")).dossiers())
        .isZero();
    assertThat(last().label()).contains("sáp nhập");
    claims("chuyenvienmauson", task);
  }
}
