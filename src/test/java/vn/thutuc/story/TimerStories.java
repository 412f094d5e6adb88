package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.DossierClock;
import vn.thutuc.dossier.Escalation;
import vn.thutuc.process.timer.Timers;

/** The statutory timers against moved deadlines, administrators' hands, downtime and failures. */
class TimerStories extends Story {

  private static final String RUNG = "Timer_NextRung_Settlement";
  private static final String END = "Timer_End_Settlement";
  private static final LocalDateTime OLD_END = LocalDateTime.parse("2026-03-25T17:30");

  @Autowired private Timers timers;
  @Autowired private Escalation escalation;

  private ManagementService management;
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void management() {
    management = engine.getManagementService();
  }

  /** What one story leaves must not ring in another's time. */
  @AfterEach
  void end() {
    for (String each : told) {
      engine
          .getRuntimeService()
          .createProcessInstanceQuery()
          .processInstanceBusinessKey(each)
          .rootProcessInstances()
          .list()
          .forEach(
              instance ->
                  engine.getRuntimeService().deleteProcessInstance(instance.getId(), "told"));
    }
  }

  /** Seventeen working days from Monday 2 March: the end is Wednesday 25 March. */
  private void landIsReceived() {
    itIs("2026-03-02T09:00");
    receives(
        "motcuadongkinh",
        DemoSubmissions.organisation("1.012753", "Hợp tác xã Hẹn Giờ")
            .at("H37.201")
            .of("REGISTRATION_ONLY", "USUAL")
            .build());
    told.add(number);
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
    assertThat(dossier().end()).isEqualTo(OLD_END);
  }

  private void landWaitsForASupplement() {
    landIsReceived();
    itIs("2026-03-05T09:00");
    does(
        "chuyenviendongkinh",
        "Task_Inspect",
        "inspectionDate",
        "2026-03-05",
        "inspectionSummary",
        "Chưa rõ ranh giới",
        "proposal",
        "supplement",
        "missingPapers",
        "Trích lục",
        "reason",
        "Chưa rõ ranh giới");
    assertThat(dossier().clock().code()).isEqualTo("PAUSED");
  }

  private void permitIsAccepted() {
    itIs("2026-03-03T08:15");
    receives("motcua", DemoSubmissions.organisation("1.000028", "Công ty Hẹn Giờ").build());
    told.add(number);
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
    assertThat(dossier().end()).isEqualTo(LocalDateTime.parse("2026-03-04T17:30"));
  }

  private void permitWaitsForASupplement() {
    does(
        "chuyenvien",
        "Task_Appraise",
        "opinion",
        "Cầu yếu",
        "proposal",
        "supplement",
        "missingPapers",
        "Báo cáo khảo sát",
        "reason",
        "Cầu yếu");
    assertThat(dossier().state().code()).isEqualTo("5");
  }

  private void isSupplied(String desk) {
    acts(desk, () -> acts.supplementReceived(number, "Đã bổ sung"));
  }

  private Job timer(String element) {
    return management
        .createJobQuery()
        .activityId(element)
        .processInstanceId(instance().getId())
        .singleResult();
  }

  private LocalDateTime date(String element) {
    return LocalDateTime.ofInstant(timer(element).getDuedate().toInstant(), WorkingCalendar.ZONE);
  }

  private static Date at(String local) {
    return Date.from(LocalDateTime.parse(local).atZone(WorkingCalendar.ZONE).toInstant());
  }

  private long rung(String event) {
    return journal().stream().filter(event::equals).count();
  }

  private long lateDossiers() {
    return engine
        .getHistoryService()
        .createHistoricProcessInstanceQuery()
        .processDefinitionKey("qua-han")
        .superProcessInstanceId(instance().getId())
        .count();
  }

  private void isParked() {
    assertThat(timer(RUNG).getDuedate().toInstant()).isEqualTo(DossierClock.PARKED);
    assertThat(timer(END).getDuedate().toInstant()).isEqualTo(DossierClock.PARKED);
  }

  private void nothingHasRung() {
    assertThat(journal()).doesNotContain("NEAR", "LATE", "ESCALATED");
    assertThat(lateDossiers()).isZero();
  }

  @Test
  void theTimersStandAtTheDatesOfTheClock() {
    landIsReceived();

    assertThat(date(RUNG)).isEqualTo(LocalDateTime.parse("2026-03-24T17:30"));
    assertThat(date(END)).isEqualTo(OLD_END);
    assertThat(due("Task_Inspect")).isBetween(LocalDateTime.parse("2026-03-09T07:30"), OLD_END);
  }

  @Test
  void aPauseBeforeNearAndAResumeAfterTheOldEndRingNothingBetween() {
    landWaitsForASupplement();
    isParked();

    itIs("2026-03-30T10:00");
    nothingHasRung();
    isSupplied("motcuadongkinh");
    nothingHasRung();

    LocalDateTime end = dossier().end();
    assertThat(end).isAfter(LocalDateTime.parse("2026-04-10T00:00"));
    assertThat(date(END)).isEqualTo(end);
    assertThat(due("Task_Inspect")).isBeforeOrEqualTo(end);
    itIs(end.minusDays(1).minusMinutes(1).toString());
    nothingHasRung();
    itIs(end.plusMinutes(1).toString());
    assertThat(rung("NEAR")).isEqualTo(1);
    assertThat(rung("LATE")).isEqualTo(1);
    assertThat(lateDossiers()).isEqualTo(1);
  }

  @Test
  void whileTheClockStandsStillNoTaskShowsADueDate() {
    landIsReceived();
    assertThat(task("Task_Inspect").getDueDate()).isNotNull();
    itIs("2026-03-05T09:00");
    engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).count();
    landWaitsForASupplement();

    assertThat(
            engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .dueAfter(at("2000-01-01T00:00"))
                .count())
        .isZero();
  }

  @Test
  void timersReDatedByHandOnAPausedDossierRingNothingAndAreParkedAgain() {
    landWaitsForASupplement();

    management.setJobDuedate(timer(RUNG).getId(), at("2026-03-02T10:00"));
    management.setJobDuedate(timer(END).getId(), at("2026-03-02T10:00"));
    play.settle();

    nothingHasRung();
    isParked();
    assertThat(openSteps()).isEmpty();
  }

  @Test
  void timersReDatedByHandOnARunningDossierRingNothingBeforeTheirTime() {
    landIsReceived();

    management.setJobDuedate(timer(RUNG).getId(), at("2026-03-02T08:00"));
    management.setJobDuedate(timer(END).getId(), at("2026-03-02T08:00"));
    play.settle();

    nothingHasRung();
    assertThat(date(RUNG)).isEqualTo(LocalDateTime.parse("2026-03-24T17:30"));
    assertThat(date(END)).isEqualTo(OLD_END);
  }

  @Test
  void suspendingAndActivatingTheInstanceOfAPausedDossierRingsNothing() {
    landWaitsForASupplement();
    itIs("2026-03-30T10:00");

    engine.getRuntimeService().suspendProcessInstanceById(instance().getId());
    play.settle();
    engine.getRuntimeService().activateProcessInstanceById(instance().getId());
    play.settle();

    nothingHasRung();
    isParked();
  }

  @Test
  void increasingRetriesOfAPausedDossiersTimersRingsNothing() {
    landWaitsForASupplement();
    itIs("2026-03-30T10:00");

    management.setJobRetries(timer(RUNG).getId(), 0);
    management.setJobRetries(timer(END).getId(), 0);
    management
        .setJobRetries(3)
        .jobIds(List.of(timer(RUNG).getId(), timer(END).getId()))
        .dueDate(at("2026-03-30T09:00"))
        .execute();
    play.settle();

    nothingHasRung();
    isParked();
  }

  @Test
  void aRungRingsOnceAlthoughItsTimerIsExecutedTwice() throws Exception {
    permitIsAccepted();
    Job near = timer(RUNG);
    now.moveTo(near.getDuedate().toInstant());

    List<Future<Boolean>> both = twice(() -> execute(near.getId()));

    assertThat(wins(both)).isGreaterThanOrEqualTo(1);
    play.settle();
    assertThat(rung("NEAR")).isEqualTo(1);
    assertThat(alerts("near:assignee")).isEqualTo(1);
    management.setJobDuedate(timer(RUNG).getId(), at("2026-03-03T09:00"));
    play.settle();
    assertThat(rung("NEAR")).isEqualTo(1);
    assertThat(escalation.ring(number, "settlement")).isEmpty();
  }

  private boolean execute(String job) {
    try {
      management.executeJob(job);
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static List<Future<Boolean>> twice(Callable<Boolean> act) throws InterruptedException {
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<Boolean> atOnce =
        () -> {
          together.await();
          return act.call();
        };
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      return nodes.invokeAll(List.of(atOnce, atOnce));
    } finally {
      nodes.shutdown();
    }
  }

  private static long wins(List<Future<Boolean>> both)
      throws InterruptedException, ExecutionException {
    long wins = 0;
    for (Future<Boolean> each : both) {
      wins += each.get() ? 1 : 0;
    }
    return wins;
  }

  private long alerts(String event) {
    return jdbc.sql(
            """
            select count(*) from outbound_act a join dossier d on d.id = a.dossier_id
            where d.number = ? and a.kind = 'ALERT' and a.event = ?
            """)
        .param(number)
        .param(event)
        .query(Long.class)
        .single();
  }

  @Test
  void aRungRaisesTheOpenTasksAndALateOneCallsTheHead() {
    permitIsAccepted();

    itIs("2026-03-04T17:30");

    assertThat(task("Task_Appraise").getPriority()).isEqualTo(80);
    assertThat(stepsSeenBy("truongphong")).contains("Task_Appraise");
  }

  @Test
  void theLateDossierOpensOncePerTerm() {
    permitIsAccepted();
    itIs("2026-03-04T17:31");
    assertThat(lateDossiers()).isEqualTo(1);
    assertThat(timer(END)).isNull();

    timers.derive(number);
    itIs("2026-03-06T09:00");

    assertThat(timer(END)).isNull();
    assertThat(lateDossiers()).isEqualTo(1);
  }

  @Test
  void aSupplementAskedAfterTheEndChangesNothingAndRingsNothingAnew() {
    permitIsAccepted();
    itIs("2026-03-05T09:00");
    assertThat(rung("LATE")).isEqualTo(1);
    permitWaitsForASupplement();
    assertThat(dossier().clock().code()).isEqualTo("LATE");
    isSupplied("motcua");
    play.settle();

    assertThat(dossier().end()).isEqualTo(LocalDateTime.parse("2026-03-04T17:30"));
    assertThat(rung("NEAR")).isEqualTo(1);
    assertThat(rung("LATE")).isEqualTo(1);
    assertThat(lateDossiers()).isEqualTo(1);
  }

  @Test
  void afterARestartTheLadderRingsForTheNewEnd() {
    permitIsAccepted();
    itIs("2026-03-04T17:00");
    assertThat(rung("NEAR")).isEqualTo(1);
    permitWaitsForASupplement();
    itIs("2026-03-12T10:00");
    assertThat(rung("LATE")).isZero();

    isSupplied("motcua");
    assertThat(dossier().end()).isEqualTo(LocalDateTime.parse("2026-03-13T17:30"));
    assertThat(date(END)).isEqualTo(LocalDateTime.parse("2026-03-13T17:30"));
    assertThat(rung("NEAR")).isEqualTo(1);
    itIs("2026-03-13T17:31");

    assertThat(rung("NEAR")).isEqualTo(2);
    assertThat(rung("LATE")).isEqualTo(1);
    assertThat(lateDossiers()).isEqualTo(1);
  }

  @Test
  void derivingMendsAWrongDateAndAMissingTimer() {
    landIsReceived();
    management.setJobDuedate(timer(RUNG).getId(), at("2027-01-01T08:00"));
    management.deleteJob(timer(END).getId());
    engine.getTaskService().setPriority(task("Task_Inspect").getId(), 7);
    String step = task("Task_Inspect").getId();
    org.camunda.bpm.engine.task.Task inspect = task("Task_Inspect");
    LocalDateTime right = due("Task_Inspect");
    inspect.setDueDate(at("2027-01-01T08:00"));
    engine.getTaskService().saveTask(inspect);

    timers.derive(number);

    assertThat(date(RUNG)).isEqualTo(LocalDateTime.parse("2026-03-24T17:30"));
    assertThat(date(END)).isEqualTo(OLD_END);
    assertThat(due("Task_Inspect")).isEqualTo(right);
    assertThat(task("Task_Inspect").getId()).isEqualTo(step);
  }

  @Test
  void derivingTwiceMakesNoSecondTimer() {
    landIsReceived();
    timers.derive(number);
    timers.derive(number);

    assertThat(management.createJobQuery().timers().processInstanceId(instance().getId()).count())
        .isEqualTo(2);
  }
}
