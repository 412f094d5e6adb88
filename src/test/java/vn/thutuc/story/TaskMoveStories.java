package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.organisation.OrganisationFiles;
import vn.thutuc.organisation.OrganisationImport;
import vn.thutuc.process.acts.TaskMove;
import vn.thutuc.process.acts.TaskMoves;
import vn.thutuc.process.acts.UnitWork;

/** A head moves tasks of the unit: one or many, each with a result of its own. */
class TaskMoveStories extends ActsStory {

  @Autowired private TaskMoves moves;
  @Autowired private UnitWork unitWork;
  @Autowired private OrganisationImport organisationImport;

  private long assigns(String request, List<String> tasks, String to) {
    long id = play.as("truongphong", () -> moves.assign(request, tasks, to, REASON));
    moves.resume().join();
    return id;
  }

  private Map<TaskMove.ItemState, Integer> counts(long run) {
    return play.as("truongphong", () -> moves.progress(run).counts());
  }

  private List<String> permits(int count) {
    List<String> tasks = new ArrayList<>();
    itIs("2026-03-03T08:15");
    for (int i = 0; i < count; i++) {
      anotherPermitAtTheSpecialist();
      tasks.add(task("Task_Appraise").getId());
    }
    return tasks;
  }

  private String assignee(String task) {
    return engine.getTaskService().createTaskQuery().taskId(task).singleResult().getAssignee();
  }

  @Test
  void manyTasksGoToAnOfficerEachWithItsResultAndItsLine() {
    List<String> tasks = permits(5);

    long run = assigns("many", tasks, "chuyenvien2");

    assertThat(counts(run)).containsExactly(Map.entry(TaskMove.ItemState.MOVED, 5));
    assertThat(tasks).allSatisfy(task -> assertThat(assignee(task)).isEqualTo("chuyenvien2"));
    assertThat(last().label()).contains("Phân công việc", "hàng chờ → Chuyên viên B");
    assertThat(last().actor()).isEqualTo("Trưởng phòng A – Sở Xây dựng");
    assertThat(last().reason()).isEqualTo(REASON);
  }

  @Test
  void whatCannotBeMovedSaysWhyAndStopsNoOther() {
    List<String> tasks = permits(3);
    String done = tasks.get(0);
    String other = anotherUnitsTask();
    itIs("2026-03-03T10:00");
    String first = numberOf(done);
    play.does("chuyenvien", first, "Task_Appraise", fieldsOf(grant()));
    claims(
        "chuyenvien2",
        engine.getTaskService().createTaskQuery().taskId(tasks.get(1)).singleResult());

    long run =
        assigns("mixed", List.of(done, tasks.get(1), other, tasks.get(2), "x"), "chuyenvien2");

    assertThat(counts(run))
        .containsOnly(
            Map.entry(TaskMove.ItemState.GONE, 2),
            Map.entry(TaskMove.ItemState.UNCHANGED, 1),
            Map.entry(TaskMove.ItemState.REFUSED, 1),
            Map.entry(TaskMove.ItemState.MOVED, 1));
    List<TaskMove.Item> items =
        play.as("truongphong", () -> moves.items(run, TaskMove.ItemState.REFUSED, 0, 10));
    assertThat(items)
        .singleElement()
        .satisfies(i -> assertThat(i.reason()).contains("trưởng đơn vị"));
    assertThat(assignee(other)).isNull();
  }

  private String numberOf(String task) {
    return jdbc.sql(
            """
            select e.business_key_ from act_ru_task t
            join act_ru_execution e on e.id_ = t.proc_inst_id_ where t.id_ = ?
            """)
        .param(task)
        .query(String.class)
        .single();
  }

  private static Map<String, Object> fieldsOf(Object... form) {
    Map<String, Object> fields = new java.util.LinkedHashMap<>();
    for (int i = 0; i < form.length; i += 2) {
      fields.put((String) form[i], form[i + 1]);
    }
    return fields;
  }

  private String anotherUnitsTask() {
    String before = number;
    receives(
        "motcuadongkinh",
        vn.thutuc.demo.DemoSubmissions.person("1.001193", "Người Nơi Khác").build());
    String task = task("Task_CheckPapers").getId();
    number = before;
    return task;
  }

  @Test
  void askedTwiceItIsDoneOnce() {
    List<String> tasks = permits(2);
    long first = assigns("once", tasks, "chuyenvien2");
    long second = assigns("once", tasks, "chuyenvien2");

    assertThat(second).isEqualTo(first);
    assertThat(lines("ASSIGNED")).isEqualTo(1);
    long third = assigns("again", tasks, "chuyenvien2");
    assertThat(counts(third)).containsExactly(Map.entry(TaskMove.ItemState.UNCHANGED, 2));
    assertThat(lines("ASSIGNED")).isEqualTo(1);
  }

  @Test
  void onlyAHeadMovesAndAtMostFiveHundred() {
    List<String> tasks = permits(1);
    for (String person : List.of("chuyenvien", "lanhdao", "thanhtra")) {
      assertThatThrownBy(
              () -> play.as(person, () -> moves.assign("x", tasks, "chuyenvien2", REASON)))
          .as(person)
          .hasMessageContaining("Chỉ trưởng đơn vị");
    }
    List<String> tooMany =
        java.util.stream.IntStream.range(0, 501).mapToObj(Integer::toString).toList();
    assertThatThrownBy(() -> assigns("many", tooMany, "chuyenvien2")).hasMessageContaining("500");
    assertThatThrownBy(() -> assigns("nobody", tasks, "nguoila"))
        .hasMessageContaining("Không có người dùng");
    long wrongRole = assigns("role", tasks, "vanthu");
    assertThat(counts(wrongRole)).containsExactly(Map.entry(TaskMove.ItemState.REFUSED, 1));
  }

  @Test
  void theLoadCountsWhatIsOpenNearAndLateForEachOfficer() {
    List<String> tasks = permits(3);
    assigns("load", tasks, "chuyenvien2");
    UnitWork.Load before = load("chuyenvien2");
    assertThat(before.open()).isGreaterThanOrEqualTo(3);

    // The steps are due on 03/03 in the afternoon: half of two working days.
    itIs("2026-03-05T09:00");
    assertThat(load("chuyenvien2").late()).isGreaterThanOrEqualTo(3);
    UnitWork.Page page =
        play.as("truongphong", () -> unitWork.page("chuyenvien2", UnitWork.Which.LATE, 0, 50));
    assertThat(page.items()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(page.items().get(0).dossier().clock().code()).isEqualTo("LATE");
    assertThatThrownBy(() -> play.as("chuyenvien", () -> unitWork.loads()))
        .hasMessageContaining("Chỉ trưởng đơn vị");
  }

  private UnitWork.Load load(String person) {
    return play.as("truongphong", () -> unitWork.loads()).officers().stream()
        .filter(load -> person.equals(load.person()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everythingALeaverHasGoesToSomebodyElseAfterALook() {
    List<String> tasks = permits(4);
    assigns("to the leaver", tasks, "chuyenvien2");
    try {
      jdbc.sql("update org_post set until_date = ? where person_id = 'chuyenvien2'")
          .param(LocalDate.parse("2026-03-03"))
          .update();
      itIs("2026-03-03T14:00");
      Task last = engine.getTaskService().createTaskQuery().taskId(tasks.get(3)).singleResult();
      assertThatThrownBy(
              () ->
                  play.does(
                      "chuyenvien2", numberOf(last.getId()), "Task_Appraise", fieldsOf(grant())))
          .isInstanceOf(RuntimeException.class);

      TaskMoves.Preview preview =
          play.as("truongphong", () -> moves.preview("chuyenvien2", "chuyenvien"));
      assertThat(preview.total()).isGreaterThanOrEqualTo(4);
      assertThat(preview.parts()).allSatisfy(part -> assertThat(part.possible()).isTrue());
      assertThat(play.as("truongphong", () -> moves.preview("chuyenvien2", "vanthu")).parts())
          .allSatisfy(part -> assertThat(part.possible()).isFalse());

      long run =
          play.as(
              "truongphong", () -> moves.transfer("leave", "chuyenvien2", "chuyenvien", REASON));
      moves.resume().join();

      assertThat(counts(run))
          .containsExactly(Map.entry(TaskMove.ItemState.MOVED, (int) preview.total()));
      assertThat(tasks).allSatisfy(task -> assertThat(assignee(task)).isEqualTo("chuyenvien"));
    } finally {
      jdbc.sql("delete from org_post where person_id = 'chuyenvien2'").update();
      organisationImport.apply(
          OrganisationFiles.read("classpath:provinces/H37"), LocalDate.of(2025, 7, 1));
    }
  }
}
