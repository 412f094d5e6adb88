package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.Versions;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.DossierClock;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.process.EnginePlay;
import vn.thutuc.process.migration.MigrationItem;
import vn.thutuc.process.migration.MigrationRun;
import vn.thutuc.process.migration.MovePlan;

/** New versions for running dossiers in all kinds of places: what moves, what does not, and why. */
class MigrationStories extends MigrationCase {

  private static final String END = "Timer_End_Settlement";
  private static final String RUNG = "Timer_NextRung_Settlement";

  @Autowired private EnginePlay enginePlay;

  private static UnaryOperator<String> renamed(String old, String next) {
    return text -> text.replace("\"" + old + "\"", "\"" + next + "\"");
  }

  private void staysAsItWas(String key, Runnable gettingThere) {
    String source = versions.again(key);
    gettingThere.run();
    Map<String, String> before = datesById(number);
    assertThat(before).isNotEmpty();
    String target = versions.again(key);

    MigrationRun run = isMoved(source, target, "");

    assertThat(itemOf(run.id(), number).state()).isEqualTo(MigrationItem.State.MOVED);
    assertThat(datesById(number)).isEqualTo(before);
    assertThat(definitionOf(number, key)).isEqualTo(target);
    assertThat(linesOf(number)).isEqualTo(1);
    assertThat(
            jdbc.sql("select definition_id from dossier where number = ?")
                .param(number)
                .query(String.class)
                .single())
        .isEqualTo(target);
    assertThat(journal()).contains("MODEL_CHANGED");
  }

  @Test
  void inTheCompletenessCheck() {
    staysAsItWas(PERMIT, () -> permitIsReceived("2026-03-03T08:15"));
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
    assertThat(openSteps()).containsExactly("Task_Appraise");
  }

  @Test
  void inTheAppraisalOfATaskSomebodyHasClaimed() {
    staysAsItWas(
        PERMIT,
        () -> {
          permitIsAccepted();
          play.as(
              "chuyenvien",
              () -> {
                engine.getTaskService().claim(task("Task_Appraise").getId(), "chuyenvien");
                return null;
              });
        });
    itIs("2026-03-04T17:31");
    assertThat(journal()).containsOnlyOnce("LATE");
  }

  @Test
  void inACalledSupplementWhileTheClockStandsStill() {
    staysAsItWas(PERMIT, this::permitWaitsForASupplement);
    assertThat(timer(END).getDuedate().toInstant()).isEqualTo(DossierClock.PARKED);
    assertThat(timer(RUNG).getDuedate().toInstant()).isEqualTo(DossierClock.PARKED);
    itIs("2026-03-10T09:00");
    acts("motcua", () -> acts.supplementReceived(number, "Đã bổ sung"));
    play.settle();
    assertThat(openSteps()).containsExactly("Task_Appraise");
    assertThat(dossier().end()).isNotNull();
  }

  @Test
  void withTheLatePathOpenNothingRingsAgain() {
    staysAsItWas(
        PERMIT,
        () -> {
          permitIsAccepted();
          itIs("2026-03-05T09:00");
          assertThat(openSteps()).contains("Task_Appraise").hasSizeGreaterThan(1);
          assertThat(timer(END)).isNull();
        });
    assertThat(timer(END)).isNull();
    itIs("2026-03-05T10:00");
    assertThat(journal()).containsOnlyOnce("LATE").containsOnlyOnce("NEAR");
  }

  @Test
  void aNearTimerThatRangDoesNotRingAgain() {
    staysAsItWas(
        PERMIT,
        () -> {
          permitIsAccepted();
          itIs("2026-03-04T17:00");
          assertThat(journal()).containsOnlyOnce("NEAR");
        });
    itIs("2026-03-04T17:29");
    assertThat(journal()).containsOnlyOnce("NEAR").doesNotContain("LATE");
  }

  @Test
  void whileAnotherCommuneVerifies() {
    staysAsItWas(
        BIRTH,
        () -> {
          itIs("2026-03-03T09:00");
          receives(
              "motcuamauson",
              DemoSubmissions.person("1.001193", "Người Phiên Bản").at("H37.202").build());
          does(
              "motcuamauson", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
          does(
              "chuyenvienmauson",
              "Task_Examine",
              "opinion",
              "Cần xác minh",
              "proposal",
              "verify",
              "verifierUnit",
              "H37.201",
              "reason",
              "Cư trú ở Đông Kinh");
          assertThat(openSteps()).containsExactly("Task_Verify");
        });
    does(
        "chuyenviendongkinh",
        "Task_Verify",
        "verificationOutcome",
        "verified",
        "opinion",
        "Đã đăng ký");
    assertThat(openSteps()).containsExactly("Task_Examine");
  }

  @Test
  void inWorkAfterTheResultBesideTheReturn() {
    staysAsItWas(
        LAND,
        () -> {
          itIs("2026-03-02T09:00");
          receives(
              "motcuadongkinh",
              DemoSubmissions.organisation("1.012753", "Hợp tác xã Phiên Bản")
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
          does(
              "chuyenviendongkinh",
              "Task_Inspect",
              "inspectionDate",
              "2026-03-04",
              "inspectionSummary",
              "Rõ ràng",
              "proposal",
              "grant",
              "leased",
              false,
              "obligation",
              false);
          does("lanhdaodongkinh", "Task_Decide", "leaderDecision", "approve");
          does(
              "vanthudongkinh",
              "Task_NumberDecision",
              "resultNumber",
              "20/QĐ",
              "resultDate",
              "2026-03-05");
          assertThat(openSteps()).containsExactly("Task_ReturnAtCounter", "Task_UpdateRegistry");
        });
    does("chuyenvienvpdkdd", "Task_UpdateRegistry", "registerNumber", "88");
  }

  @Test
  void withAnAsynchronousStepWaitingAndOneThatHasFailed() {
    staysAsItWas(
        PERMIT,
        () -> {
          permitIsReceived("2026-03-03T08:15");
          Map<String, Object> form = new LinkedHashMap<>();
          form.put("papersChecked", true);
          form.put("checkResult", "complete");
          enginePlay.complete("motcua", number, "Task_CheckPapers", form);
          Job waiting = timer("Task_NoticeReceived");
          assertThat(waiting).isNotNull();
          engine.getManagementService().setJobRetries(waiting.getId(), 0);
        });
    Job failed = timer("Task_NoticeReceived");
    assertThat(failed.getRetries()).isZero();
    engine.getManagementService().setJobRetries(failed.getId(), 3);
    play.settle();
    assertThat(openSteps()).containsExactly("Task_Appraise");
  }

  @Test
  void aSuspendedInstanceStaysSuspended() {
    staysAsItWas(
        PERMIT,
        () -> {
          permitIsAccepted();
          engine.getRuntimeService().suspendProcessInstanceById(instance().getId());
          assertThat(timer(END).isSuspended()).isTrue();
        });
  }

  @Test
  void aRenamedTimerAndTaskWithSuccessorsKeepTheirDates() {
    String source = versions.again(PERMIT);
    permitIsAccepted();
    Map<String, String> before = datesById(number);
    String target =
        versions.deploy(
            PERMIT,
            text ->
                Versions.naming(
                        PERMIT, END + "=Timer_Deadline_Settlement;Task_Appraise=Task_Examine")
                    .apply(
                        renamed("Task_Appraise", "Task_Examine")
                            .apply(renamed(END, "Timer_Deadline_Settlement").apply(text))
                            .replace(">Task_Appraise<", ">Task_Examine<")));

    MigrationRun run = isMoved(source, target, "");

    assertThat(itemOf(run.id(), number).state()).isEqualTo(MigrationItem.State.MOVED);
    assertThat(datesById(number)).isEqualTo(before);
    assertThat(timer("Timer_Deadline_Settlement").getDuedate()).isNotNull();
    assertThat(openSteps()).containsExactly("Task_Examine");
    itIs("2026-03-04T17:31");
    assertThat(journal()).containsOnlyOnce("LATE");
  }

  @Test
  void aRenamedTimerWithoutASuccessorIsRefusedUntilAnAdministratorNamesOne() {
    String source = versions.again(PERMIT);
    permitIsAccepted();
    Map<String, String> before = datesById(number);
    String target = versions.deploy(PERMIT, renamed(END, "Timer_Deadline_Settlement"));

    assertThat(migrations.plan(source, target, "").unmapped())
        .singleElement()
        .satisfies(
            gone -> {
              assertThat(gone.id()).isEqualTo(END);
              assertThat(gone.code()).isEqualTo("MISSING");
            });
    MigrationRun run = isMoved(source, target, "");
    assertThat(itemOf(run.id(), number))
        .satisfies(
            item -> {
              assertThat(item.state()).isEqualTo(MigrationItem.State.DOES_NOT_MAP);
              assertThat(item.reason()).contains(END).contains("successors");
              assertThat(item.place()).contains("Task_Appraise");
            });
    assertThat(definitionOf(number, PERMIT)).isEqualTo(source);
    assertThat(datesById(number)).isEqualTo(before);

    MigrationRun mended = isMoved(source, target, END + "=Timer_Deadline_Settlement");
    assertThat(itemOf(mended.id(), number).state()).isEqualTo(MigrationItem.State.MOVED);
    assertThat(datesById(number)).isEqualTo(before);
  }

  @Test
  void newNestingAnotherKindAndAnotherCalledProcessAreRefused() {
    String source = versions.again(PERMIT);
    List<String> codes = new ArrayList<>();
    String another =
        versions.deploy(
            PERMIT,
            text ->
                text.replaceFirst(
                    "(id=\"Call_SupplementAtReception\"[^>]*calledElement=)\"bo-sung\"",
                    "$1\"tu-choi\""));
    String swapped =
        versions.deploy(
            PERMIT,
            Versions.replacing(
                "${clock.end(execution,'settlement')}",
                "${clock.nextRung(execution,'settlement')}"));

    for (String target : List.of(another, swapped)) {
      List<MovePlan.Unmapped> unmapped = migrations.plan(source, target, "").unmapped();
      assertThat(unmapped).hasSize(1);
      codes.add(unmapped.get(0).id() + " " + unmapped.get(0).code());
    }

    assertThat(codes).containsExactly("Call_SupplementAtReception KIND", END + " KIND");
  }

  /** The check of the papers with its boundary timers is put into a sub-process of its own. */
  private static String nested(String text) {
    int task = text.indexOf("<bpmn:userTask id=\"Task_Appraise\"");
    int end = text.indexOf("</bpmn:userTask>", task) + "</bpmn:userTask>".length();
    String step = text.substring(task, end);
    String inside =
        step.replaceAll("<bpmn:(incoming|outgoing)>[^<]*</bpmn:(incoming|outgoing)>", "");
    return text.substring(0, task)
        + "<bpmn:subProcess id=\"SubProcess_New\" name=\"Thẩm định\">"
        + "<bpmn:startEvent id=\"Event_NewStart\" name=\"Bắt đầu\"/>"
        + "<bpmn:sequenceFlow id=\"Flow_NewIn\" sourceRef=\"Event_NewStart\""
        + " targetRef=\"Task_Appraise\"/>"
        + inside
        + "<bpmn:sequenceFlow id=\"Flow_NewOut\" sourceRef=\"Task_Appraise\""
        + " targetRef=\"Event_NewEnd\"/>"
        + "<bpmn:endEvent id=\"Event_NewEnd\" name=\"Xong\"/></bpmn:subProcess>"
        + text.substring(end)
            .replace("targetRef=\"Task_Appraise\"", "targetRef=\"SubProcess_New\"")
            .replace("sourceRef=\"Task_Appraise\"", "sourceRef=\"SubProcess_New\"");
  }

  @Test
  void aStepMovedIntoANewSubProcessIsRefusedAndOthersMove() {
    String source = versions.again(PERMIT);
    permitIsAccepted();
    String stays = number;
    permitIsReceived("2026-03-03T08:20");
    String goes = number;
    String target = versions.deploy(PERMIT, MigrationStories::nested);

    MigrationRun run = isMoved(source, target, "");

    assertThat(migrations.plan(source, target, "").unmapped())
        .extracting(MovePlan.Unmapped::id, MovePlan.Unmapped::code)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Task_Appraise", "SCOPE"));
    assertThat(itemOf(run.id(), stays).reason()).contains("Task_Appraise");
    assertThat(definitionOf(stays, PERMIT)).isEqualTo(source);
    assertThat(definitionOf(goes, PERMIT)).isEqualTo(target);
  }

  @Test
  void aModelThatWouldMoveADeadlineMovesNoDossier() {
    String source = versions.again(PERMIT);
    permitIsAccepted();
    Map<String, String> before = datesById(number);
    String target =
        versions.deploy(
            PERMIT,
            text ->
                text.replaceFirst(
                    "(?s)(id=\"Task_Appraise\".*?name=\"share\" value=)\"\\d+\"", "$1\"100\""));

    long id = isTried(source, target, "");

    assertThat(itemOf(id, number))
        .satisfies(
            item -> {
              assertThat(item.state()).isEqualTo(MigrationItem.State.DOES_NOT_MAP);
              assertThat(item.reason()).contains("Thời hạn sẽ bị đổi").contains("Task_Appraise");
              assertThat(item.before()).isNotEqualTo(item.after());
            });
    assertThat(datesById(number)).isEqualTo(before);
  }

  @Test
  void aSharedProcessMovesWhileItsCallerStays() {
    String permit = versions.again(PERMIT);
    String source = versions.again("bo-sung");
    permitWaitsForASupplement();
    Map<String, String> before = datesById(number);
    String target = versions.again("bo-sung");

    MigrationRun run = isMoved(source, target, "");

    assertThat(itemOf(run.id(), number).state()).isEqualTo(MigrationItem.State.MOVED);
    assertThat(definitionOf(number, "bo-sung")).isEqualTo(target);
    assertThat(definitionOf(number, PERMIT)).isEqualTo(permit);
    assertThat(datesById(number)).isEqualTo(before);
    assertThat(migrations.called(permit))
        .singleElement()
        .satisfies(called -> assertThat(called.id()).isEqualTo(target));
    acts("motcua", () -> acts.supplementReceived(number, "Đã bổ sung"));
    play.settle();
    assertThat(openSteps()).containsExactly("Task_Appraise");
  }

  @Test
  void theTrialChangesNothingAndTheRunIsBoundToIt() {
    String source = versions.again(PERMIT);
    permitIsAccepted();
    Map<String, String> before = datesById(number);
    String target = versions.again(PERMIT);

    long id = isTried(source, target, "");

    assertThat(datesById(number)).isEqualTo(before);
    assertThat(definitionOf(number, PERMIT)).isEqualTo(source);
    assertThat(linesOf(number)).isZero();
    MigrationItem item = itemOf(id, number);
    assertThat(item.state()).isEqualTo(MigrationItem.State.MAPS);
    assertThat(item.before()).containsKeys("timer " + PERMIT + "/" + END, "phase appointment");
    assertThatThrownBy(() -> migrations.start(id, "anders", "quantri"))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("chạy thử");
    assertThat(definitionOf(number, PERMIT)).isEqualTo(source);
  }
}
