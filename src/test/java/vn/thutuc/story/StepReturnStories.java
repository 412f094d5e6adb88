package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.process.acts.StepReturn;
import vn.thutuc.process.task.TaskOpenings;

/** A step completed by mistake goes back to whoever completed it, while nothing has come of it. */
class StepReturnStories extends ActsStory {

  private static final String MISTAKE = "Bấm nhầm, chưa ghi đủ ý kiến";

  @Autowired private StepReturn returning;
  @Autowired private TaskOpenings openings;
  @Autowired private PlatformTransactionManager transactions;

  private String takesBack(String person, String taskId) {
    return play.as(person, () -> returning.takeBack(taskId, MISTAKE));
  }

  private StepReturn.Chance chance(String person, String taskId) {
    return play.as(person, () -> returning.chance(taskId));
  }

  private void opensTheForm(String person, String step) {
    String id = task(step).getId();
    acts(person, () -> engine.getFormService().getTaskFormVariables(id));
  }

  private void isRefused(String person, String taskId, String... words) {
    assertThat(chance(person, taskId).allowed()).isFalse();
    assertThat(chance(person, taskId).reason()).contains(words);
    assertThatThrownBy(() -> takesBack(person, taskId))
        .isInstanceOf(DossierProblem.class)
        .satisfies(refusal -> assertThat(refusal.getMessage()).contains(words));
    assertThat(lines("STEP_TAKEN_BACK")).isZero();
  }

  /** The specialist proposes to grant; returns the task in which it was done. */
  private String anAppraisedPermit() {
    aPermitAtTheSpecialist();
    String appraise = task("Task_Appraise").getId();
    does("chuyenvien", "Task_Appraise", grant());
    return appraise;
  }

  @Test
  void theOfficerHasTheStepAgainWithEverythingThatWasTyped() {
    String appraise = anAppraisedPermit();
    assertThat(openSteps()).containsExactly("Task_Review");
    assertThat(chance("chuyenvien", appraise).allowed()).isTrue();

    String again = takesBack("chuyenvien", appraise);

    assertThat(openSteps()).containsExactly("Task_Appraise");
    assertThat(task("Task_Appraise").getId()).isEqualTo(again);
    assertThat(task("Task_Appraise").getAssignee()).isEqualTo("chuyenvien");
    assertThat(mine("chuyenvien")).contains(again);
    Map<String, Object> form =
        play.as("chuyenvien", () -> engine.getFormService().getTaskFormVariables(again));
    assertThat(form)
        .containsEntry("opinion", "Đủ điều kiện")
        .containsEntry("proposal", "grant")
        .containsEntry("resultKind", "PERMIT_TRACKED");
    assertThat(engine.getTaskService().getVariables(again)).doesNotContainKey("opinion");
    assertThat(last().event()).isEqualTo("STEP_TAKEN_BACK");
    assertThat(last().label()).contains("Chuyên viên thẩm định hồ sơ");
    assertThat(last().actor()).isEqualTo("Chuyên viên A – Sở Xây dựng");
    assertThat(last().reason()).isEqualTo(MISTAKE);
  }

  @Test
  void doneAgainTheDossierGoesOnAndWhatWasTypedFirstCountsNoLonger() {
    String appraise = anAppraisedPermit();
    takesBack("chuyenvien", appraise);
    assertThat(entriesThatCount("Task_Appraise")).isZero();

    does("chuyenvien", "Task_Appraise", grant());
    does("truongphong", "Task_Review", "headDecision", "approve");
    does("lanhdao", "Task_Sign", "leaderDecision", "approve");

    assertThat(openSteps()).containsExactly("Task_Number");
    assertThat(entriesThatCount("Task_Appraise")).isEqualTo(1);
  }

  private long entriesThatCount(String step) {
    return jdbc.sql(
            """
            select count(*) from dossier_entry e join dossier d on d.id = e.dossier_id
            where d.number = ? and e.step = ? and e.taken_back_at is null
            """)
        .param(number)
        .param(step)
        .query(Long.class)
        .single();
  }

  @Test
  void noTimerAndNoDeadlineMoves() {
    String appraise = anAppraisedPermit();
    List<String> before = timers();
    var end = dossier().end();

    takesBack("chuyenvien", appraise);

    assertThat(timers()).isEqualTo(before).isNotEmpty();
    assertThat(dossier().end()).isEqualTo(end).isNotNull();
    assertThat(due("Task_Appraise")).isBefore(end);
  }

  private List<String> timers() {
    return engine
        .getManagementService()
        .createJobQuery()
        .processInstanceId(instance().getId())
        .list()
        .stream()
        .map(job -> job.getId() + " " + job.getDuedate())
        .sorted()
        .toList();
  }

  @Test
  void onlyWhoCompletedTheStepTakesItBack() {
    String appraise = anAppraisedPermit();

    isRefused("chuyenvien2", appraise, "do Chuyên viên A – Sở Xây dựng hoàn thành");
    assertThatThrownBy(() -> takesBack("chuyenvientaichinh", appraise))
        .hasMessageContaining("Không tìm thấy bước");
    assertThatThrownBy(() -> play.as("chuyenvien", () -> returning.takeBack(appraise, " ")))
        .hasMessageContaining("Lý do");
    assertThat(openSteps()).containsExactly("Task_Review");
  }

  @Test
  void onceTheNextPersonHasOpenedItItStaysWithThem() {
    String appraise = anAppraisedPermit();
    itIs("2026-03-03T09:12");
    opensTheForm("truongphong", "Task_Review");

    isRefused("chuyenvien", appraise, "Trưởng phòng", "đã mở bước", "09:12 ngày 03/03/2026");
  }

  @Test
  void whoCannotDoTheNextStepMayLookAtIt() {
    String appraise = anAppraisedPermit();
    opensTheForm("chuyenvien2", "Task_Review");
    opensTheForm("chuyenvien", "Task_Review");

    takesBack("chuyenvien", appraise);

    assertThat(openSteps()).containsExactly("Task_Appraise");
  }

  @Test
  void onceClaimedItStaysWithTheNextPerson() {
    String appraise = anAppraisedPermit();
    claims("truongphong", task("Task_Review"));

    isRefused("chuyenvien", appraise, "đã do Trưởng phòng", "nhận");
  }

  @Test
  void onceTheNextStepIsDoneTheOneBeforeIsHistory() {
    String appraise = anAppraisedPermit();
    does("truongphong", "Task_Review", "headDecision", "approve");

    isRefused("chuyenvien", appraise, "bước khác hoàn thành");
  }

  @Test
  void aStepOfWhichSomethingCameIsNotTakenBack() {
    itIs("2026-03-03T08:15");
    number = null;
    receivesOnly();
    String check = task("Task_CheckPapers").getId();
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");

    isRefused("motcua", check, "Tiếp nhận chính thức, hẹn trả kết quả");
  }

  private void receivesOnly() {
    receives(
        "motcua",
        vn.thutuc.demo.DemoSubmissions.organisation("1.000028", "Công ty Nhầm Bước").build());
  }

  @Test
  void aRequestForASupplementIsNotTakenBack() {
    aPermitAtTheSpecialist();
    String appraise = task("Task_Appraise").getId();
    does(
        "chuyenvien",
        "Task_Appraise",
        "opinion",
        "Thiếu sơ đồ xe",
        "proposal",
        "supplement",
        "missingPapers",
        "Sơ đồ xe",
        "reason",
        "Chưa có sơ đồ");

    isRefused("chuyenvien", appraise, "Yêu cầu bổ sung");
  }

  @Test
  void aHeadTakesTheReturnToTheSpecialistBack() {
    anAppraisedPermit();
    String review = task("Task_Review").getId();
    does("truongphong", "Task_Review", "headDecision", "return", "reason", "Xem lại tải trọng");
    assertThat(openSteps()).containsExactly("Task_Appraise");

    takesBack("truongphong", review);

    assertThat(openSteps()).containsExactly("Task_Review");
    does("truongphong", "Task_Review", "headDecision", "approve");
    assertThat(openSteps()).containsExactly("Task_Sign");
  }

  @Test
  void takenBackTwiceItIsTakenBackOnce() {
    String appraise = anAppraisedPermit();

    String again = takesBack("chuyenvien", appraise);

    assertThat(takesBack("chuyenvien", appraise)).isEqualTo(again);
    assertThat(lines("STEP_TAKEN_BACK")).isEqualTo(1);
    assertThat(openSteps()).containsExactly("Task_Appraise");
  }

  @Test
  void takenBackAndClaimedAtOnceExactlyOneOfThemHasIt() throws Exception {
    for (int round = 0; round < 5; round++) {
      String appraise = anAppraisedPermit();
      String review = task("Task_Review").getId();
      ExecutorService both = Executors.newFixedThreadPool(2);
      try {
        Future<Boolean> back = both.submit(() -> succeeds(() -> takesBack("chuyenvien", appraise)));
        Future<Boolean> claim =
            both.submit(
                () ->
                    succeeds(
                        () ->
                            play.as(
                                "truongphong",
                                () -> {
                                  engine.getTaskService().claim(review, "truongphong");
                                  return "";
                                })));
        boolean wentBack = back.get();
        assertThat(wentBack).isNotEqualTo(claim.get());
        assertThat(openSteps()).containsExactly(wentBack ? "Task_Appraise" : "Task_Review");
      } finally {
        both.shutdown();
      }
    }
  }

  private static boolean succeeds(Callable<String> act) {
    try {
      act.call();
      return true;
    } catch (Exception refused) {
      return false;
    }
  }

  @Test
  void whoOpenedATaskIsForgottenWithIt() {
    anAppraisedPermit();
    String review = task("Task_Review").getId();
    opensTheForm("truongphong", "Task_Review");
    assertThat(openings(review)).isEqualTo(1);

    does("truongphong", "Task_Review", "headDecision", "approve");

    assertThat(openings(review)).isZero();
  }

  @Test
  void whoOpensATaskWhileItIsCompletedLeavesNothingBehind() throws Exception {
    anAppraisedPermit();
    String review = task("Task_Review").getId();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<?> opening =
          new TransactionTemplate(transactions)
              .execute(
                  completed -> {
                    does("truongphong", "Task_Review", "headDecision", "approve");
                    Future<?> late = other.submit(() -> openings.opened(review, "chuyenvien2"));
                    waitsOrIsDone(late);
                    return late;
                  });
      opening.get();
    } finally {
      other.shutdown();
    }

    assertThat(openings(review)).isZero();
    assertThat(openSteps()).containsExactly("Task_Sign");
  }

  /** Until the other one stands at a lock of the database, or has not waited at all. */
  private void waitsOrIsDone(Future<?> other) {
    while (!other.isDone()
        && jdbc.sql("select count(*) from pg_locks where not granted").query(Long.class).single()
            == 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void noRowIsEverKeptOfATaskThatIsNone() {
    assertThatThrownBy(
            () ->
                jdbc.sql("insert into task_opened values ('khong-co', 'truongphong', now())")
                    .update())
        .hasMessageContaining("task_opened_task");
  }

  private long openings(String taskId) {
    return jdbc.sql("select count(*) from task_opened where task_id = ?")
        .param(taskId)
        .query(Long.class)
        .single();
  }
}
