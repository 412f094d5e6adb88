package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.UnitChanges;
import vn.thutuc.drafting.DraftView;
import vn.thutuc.drafting.PaperText;
import vn.thutuc.drafting.ResultDrafts;
import vn.thutuc.process.EnginePlay;

/**
 * What could go wrong with the paper of a result: sent twice, two at once, ugly input, a new unit.
 */
class DraftEdgeStories extends ActsStory {

  @Autowired private ResultDrafts drafts;
  @Autowired private UnitChanges units;
  @Autowired private EnginePlay people;

  private String aPermitInHand() {
    aPermitAtTheSpecialist();
    Task task = task("Task_Appraise");
    claims("chuyenvien", task);
    return task.getId();
  }

  private DraftView begins(String id, String result) {
    return play.as("chuyenvien", () -> drafts.begin(id, result));
  }

  private DraftView saves(String person, String id, DraftView over, String body, String note) {
    PaperText text = over.paper().text();
    return play.as(
        person,
        () ->
            drafts.save(
                id,
                new ResultDrafts.Save(
                    over.paper().id(),
                    over.paper().version(),
                    new PaperText(
                        text.issuer(),
                        text.heading(),
                        text.subject(),
                        body,
                        text.recipients(),
                        text.signAs()),
                    note)));
  }

  private void proposes(String result) {
    does(
        "chuyenvien",
        "Task_Appraise",
        "opinion",
        "Đủ điều kiện",
        "proposal",
        "grant",
        "resultKind",
        result);
  }

  @Test
  void ofTwoDraftsTheOneTheFormChoosesGoesOnWhicheverWasSavedLast() {
    String id = aPermitInHand();
    begins(id, "PERMIT_OVERSIZE");
    itIs("2026-03-03T08:30");
    assertThat(play.as("chuyenvien", () -> drafts.view(id, "PERMIT_TRACKED")).paper())
        .as("there is none yet, and the other is not shown in its place")
        .isNull();
    begins(id, "PERMIT_TRACKED");
    assertThat(play.as("chuyenvien", () -> drafts.view(id, "PERMIT_OVERSIZE")).paper().result())
        .isEqualTo("PERMIT_OVERSIZE");

    proposes("PERMIT_OVERSIZE");
    does("truongphong", "Task_Review", "headDecision", "approve");
    does("lanhdao", "Task_Sign", "leaderDecision", "approve");
    does("vanthu", "Task_Number");

    assertThat(dossier().results().get(0).title()).startsWith("Giấy phép lưu hành xe quá tải");
    assertThat(dossier().results().get(0).paper()).isNotNull();
  }

  @Test
  void aDraftGivenUpTwiceIsGivenUpOnceAndTheJournalSaysSo() {
    String id = aPermitInHand();
    long paper = begins(id, "PERMIT_OVERSIZE").paper().id();

    play.as("chuyenvien", () -> drafts.drop(id, paper, "In trên\u0000 phôi"));
    DraftView again = play.as("chuyenvien", () -> drafts.drop(id, paper, "In trên phôi"));

    assertThat(again.paper()).isNull();
    assertThat(lines("RESULT_DRAFT_DROPPED")).isEqualTo(1);
    assertThat(last().label()).isEqualTo("Bỏ dự thảo kết quả: " + again.papers().get(0).title());
    assertThat(last().reason()).isEqualTo("In trên phôi");
  }

  @Test
  void whatNobodySeesIsNeitherSavedNorSigned() {
    String id = aPermitInHand();
    DraftView view = begins(id, "PERMIT_OVERSIZE");

    DraftView saved =
        saves(
            "chuyenvien",
            id,
            view,
            "Tải trọng \u202E21\u202C tấn\u000Bdòng hai\uD800",
            "Sửa\u0000 số");

    assertThat(saved.paper().text().body()).isEqualTo("Tải trọng 21 tấn\ndòng hai");
    assertThat(saved.paper().versions().get(0).note()).isEqualTo("Sửa số");
  }

  @Test
  void aCommentWithControlCharactersIsKeptWithoutThem() {
    String id = aPermitInHand();
    begins(id, "PERMIT_OVERSIZE");
    proposes("PERMIT_OVERSIZE");
    Task review = task("Task_Review");
    claims("truongphong", review);

    acts("truongphong", () -> drafts.decide(review.getId(), 1, "return", "Sai\u0000 biển số"));

    assertThat(play.as("chuyenvien", () -> drafts.view(task("Task_Appraise").getId(), null)))
        .satisfies(
            view -> assertThat(view.paper().decisions().get(0).comment()).isEqualTo("Sai biển số"));
  }

  @Test
  void aDraftOfTheUnitBeforeDoesNotGoOutUnderItsName() {
    itIs("2026-03-03T08:15");
    receives("motcuadongkinh", DemoSubmissions.person("1.001193", "Người Chuyển Nơi").build());
    does("motcuadongkinh", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
    String specialist = "chuyenviendongkinh";
    does(specialist, "Task_Examine", "opinion", "Hồ sơ hợp lệ", "proposal", "grant");
    does(
        specialist, "Task_EnterRegister", "registerNumber", "15/2026", "registerVolume", "01/2026");
    does(specialist, "Task_ReceivePersonalNumber", "personalNumber", "000000000777");
    Task drafting = theTaskOf("chuyenviendongkinh");
    DraftView view = play.as("chuyenviendongkinh", () -> drafts.begin(drafting.getId(), null));
    String old = view.paper().text().issuer();
    acts("truongphongdongkinh", () -> units.sendOn(number, "H37.202", REASON));
    claims("chuyenvienmauson", drafting);

    assertThatThrownBy(() -> completes("chuyenvienmauson", drafting))
        .hasMessageContaining("Đông Kinh")
        .hasMessageContaining("chọn lại đơn vị ban hành");

    DraftView now = play.as("chuyenvienmauson", () -> drafts.view(drafting.getId(), null));
    assertThat(now.issuers()).extracting(DraftView.Unit::id).doesNotContain(old);
    PaperText text = now.paper().text();
    play.as(
        "chuyenvienmauson",
        () ->
            drafts.save(
                drafting.getId(),
                new ResultDrafts.Save(
                    now.paper().id(),
                    now.paper().version(),
                    new PaperText(
                        now.issuers().get(0).id(),
                        text.heading(),
                        text.subject(),
                        text.body(),
                        text.recipients(),
                        text.signAs()),
                    null)));
    completes("chuyenvienmauson", drafting);
    assertThat(openSteps()).doesNotContain(drafting.getTaskDefinitionKey());
  }

  private Task theTaskOf(String person) {
    Task task =
        engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).singleResult();
    claims(person, task);
    return task;
  }

  private void completes(String person, Task task) {
    acts(
        person,
        () ->
            engine
                .getFormService()
                .submitTaskForm(
                    task.getId(), Map.of("resultNumber", "15/2026", "resultDate", "2026-03-03")));
  }

  @Test
  void whoNumbersSaysNeitherWhoSignedNorWhatWasGranted() {
    aPermitAtTheSpecialist();
    proposes("PERMIT_OVERSIZE");
    does("truongphong", "Task_Review", "headDecision", "approve");
    does("lanhdao", "Task_Sign", "leaderDecision", "approve");

    does(
        "vanthu",
        "Task_Number",
        "resultNumber",
        "15/TAY",
        "resultDate",
        "2026-03-03",
        "signedBy",
        "vanthu",
        "signedFor",
        "motcua",
        "resultKind",
        "PERMIT_TRACKED");

    assertThat(dossier().results().get(0).signer()).isEqualTo("Lãnh đạo A – Sở Xây dựng");
    assertThat(dossier().results().get(0).title()).startsWith("Giấy phép lưu hành xe quá tải");
  }

  @Test
  void savedInOneWindowAndCompletedInTheOtherAtOnceNeitherIsHalfDone() throws Exception {
    for (int round = 0; round < 5; round++) {
      String id = aPermitInHand();
      DraftView view = begins(id, "PERMIT_OVERSIZE");
      CyclicBarrier together = new CyclicBarrier(2);
      ExecutorService windows = Executors.newFixedThreadPool(2);
      try {
        Future<Boolean> saved =
            windows.submit(
                () -> {
                  together.await();
                  return isDone(() -> saves("chuyenvien", id, view, "Bản sửa", null));
                });
        Future<Boolean> completed =
            windows.submit(
                () -> {
                  together.await();
                  return isDone(
                      () ->
                          people.as(
                              "chuyenvien",
                              () -> {
                                engine
                                    .getFormService()
                                    .submitTaskForm(
                                        id,
                                        Map.of(
                                            "opinion",
                                            "Đủ",
                                            "proposal",
                                            "grant",
                                            "resultKind",
                                            "PERMIT_OVERSIZE"));
                                return null;
                              }));
                });
        boolean wasSaved = saved.get();
        assertThat(completed.get()).as("the form is taken whoever comes first").isTrue();
        assertThat(openSteps()).containsExactly("Task_Review");
        assertThat(
                play.as("truongphong", () -> drafts.view(task("Task_Review").getId(), null))
                    .paper()
                    .version())
            .isEqualTo(wasSaved ? 2 : 1);
      } finally {
        windows.shutdown();
      }
    }
  }

  private static boolean isDone(Runnable act) {
    try {
      act.run();
      return true;
    } catch (RuntimeException refused) {
      return false;
    }
  }
}
