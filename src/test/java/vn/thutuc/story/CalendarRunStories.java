package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import vn.thutuc.CalendarReset;
import vn.thutuc.ManyDossiers;
import vn.thutuc.ShippedYear;
import vn.thutuc.almanac.AlmanacSeed;
import vn.thutuc.almanac.CalendarHours;
import vn.thutuc.almanac.CalendarRuns;
import vn.thutuc.almanac.CalendarYears;
import vn.thutuc.almanac.FileKind;
import vn.thutuc.calendar.DayKind;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.CalendarPreview;
import vn.thutuc.dossier.CalendarRun;
import vn.thutuc.dossier.ClockRepair;

/** What a change of the calendar does to the open dossiers, with 1.000028 of one working day. */
@TestPropertySource(properties = "thutuc.test.house=calendar")
class CalendarRunStories extends Story {

  @Autowired CalendarYears years;
  @Autowired CalendarHours hours;
  @Autowired CalendarRuns runs;
  @Autowired CalendarRun calendarRun;
  @Autowired CalendarPreview preview;
  @Autowired ClockRepair repair;
  @Autowired AlmanacSeed seed;
  @Autowired JdbcClient jdbc;

  private ManyDossiers many;

  @BeforeEach
  void shippedCalendar() {
    CalendarReset.run(jdbc, seed, engine.getRuntimeService());
    many = new ManyDossiers(jdbc);
  }

  @AfterEach
  void noTrap() {
    jdbc.sql("drop trigger if exists trap on calendar_run").update();
    CalendarReset.run(jdbc, seed, engine.getRuntimeService());
  }

  private static DemoSubmissions application() {
    return DemoSubmissions.organisation("1.000028", "Công ty Lịch");
  }

  private void isReceivedAndComplete() {
    itIs("2026-03-03T08:15");
    receives("motcua", application().build());
    itIs("2026-03-03T09:00");
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
  }

  private void isDrafted(ShippedYear year) {
    years.replaceDraft(2026, FileKind.CSV, year.csv(), "thu.csv", "quantri");
  }

  /** Publishes, and checks that the run does what the preview said. */
  private CalendarRuns.Run isPublished(ShippedYear year, boolean reissue) {
    isDrafted(year);
    CalendarPreview.Impact said = preview.of(2026);
    long id = years.publish(2026, reissue, null, "quantri");
    calendarRun.resumeOpenRun().join();
    CalendarRuns.Run done = runs.find(id).orElseThrow();
    assertThat(done.isOpen()).isFalse();
    assertThat(done)
        .extracting(
            CalendarRuns.Run::seen,
            CalendarRuns.Run::moved,
            CalendarRuns.Run::becomeLate,
            CalendarRuns.Run::stopBeingLate,
            CalendarRuns.Run::appointments,
            CalendarRuns.Run::failed)
        .containsExactly(
            said.seen(),
            said.moved(),
            said.becomeLate(),
            said.stopBeingLate(),
            reissue ? said.reissuable() : 0,
            said.failed());
    return done;
  }

  private static ShippedYear swapped() {
    return new ShippedYear(2026)
        .with("2026-03-04", DayKind.SWAP_OFF, "Nghỉ hoán đổi")
        .with("2026-03-07", DayKind.SWAP_WORK, "Làm bù");
  }

  private static ShippedYear swappedTwice() {
    return swapped().with("2026-03-05", DayKind.SWAP_OFF, "Nghỉ hoán đổi");
  }

  private long appointmentsAt(String local) {
    return jdbc.sql(
            "select count(*) from dossier where state in (1, 2, 4, 5, 6) and appointment = ?")
        .param(java.sql.Timestamp.from(instant(local)))
        .query(Long.class)
        .single();
  }

  private static Instant instant(String local) {
    return LocalDateTime.parse(local).atZone(WorkingCalendar.ZONE).toInstant();
  }

  private String activity(Job job) {
    return engine
        .getManagementService()
        .createJobDefinitionQuery()
        .jobDefinitionId(job.getJobDefinitionId())
        .singleResult()
        .getActivityId();
  }

  private List<Instant> endTimers() {
    return engine
        .getManagementService()
        .createJobQuery()
        .processInstanceId(instance().getId())
        .timers()
        .list()
        .stream()
        .map(job -> job.getDuedate().toInstant())
        .sorted()
        .toList();
  }

  @Test
  void aSwapDayPublishedAfter412SlipsMovesNoAppointmentEarlierOrSilently() {
    for (int i = 0; i < 12; i++) {
      isReceivedAndComplete();
    }
    many.copy(number, "SLIP", 400);
    assertThat(appointmentsAt("2026-03-04T17:30")).isEqualTo(412);

    CalendarRuns.Run silent = isPublished(swapped(), false);
    assertThat(silent.moved()).isEqualTo(412);
    assertThat(dossier().end()).isEqualTo(LocalDateTime.parse("2026-03-05T17:30"));
    assertThat(endTimers()).contains(instant("2026-03-05T17:30"));
    assertThat(many.journalled("CALENDAR_CHANGED", 1)).isEqualTo(412);
    assertThat(many.journalled("APPOINTMENT_REISSUED", 0)).isEqualTo(412);
    assertThat(appointmentsAt("2026-03-04T17:30")).isEqualTo(412);

    CalendarRuns.Run anew = isPublished(swappedTwice(), true);
    assertThat(anew.appointments()).isEqualTo(412);
    assertThat(many.journalled("APPOINTMENT_REISSUED", 1)).isEqualTo(412);
    assertThat(appointmentsAt("2026-03-06T17:30")).isEqualTo(412);
    assertThat(dossier().firstAppointment()).isEqualTo(LocalDateTime.parse("2026-03-04T17:30"));
    assertThat(noticesOfChangedAppointments()).isEqualTo(412);

    CalendarRuns.Run back = isPublished(new ShippedYear(2026), true);
    assertThat(back.moved()).isEqualTo(412);
    assertThat(back.appointments()).isZero();
    assertThat(dossier().end()).isEqualTo(LocalDateTime.parse("2026-03-04T17:30"));
    assertThat(appointmentsAt("2026-03-06T17:30")).isEqualTo(412);
    assertThat(many.journalled("APPOINTMENT_REISSUED", 1)).isEqualTo(412);
    assertThat(many.journalled("CALENDAR_CHANGED", 3)).isEqualTo(412);
    assertThat(endTimers()).contains(instant("2026-03-04T17:30"));
  }

  private long noticesOfChangedAppointments() {
    return jdbc.sql(
            """
            select count(*) from outbound_act a join dossier d on d.id = a.dossier_id
            where a.event = 'appointment-changed' and d.state in (1, 2, 4, 5, 6)
            """)
        .query(Long.class)
        .single();
  }

  @Test
  void thePreviewChangesNothingAndNamesTheDossiers() {
    isReceivedAndComplete();
    isDrafted(swapped());

    CalendarPreview.Impact impact = preview.of(2026);

    assertThat(impact.moved()).isEqualTo(1);
    assertThat(impact.appointmentsTooEarly()).isEqualTo(1);
    assertThat(impact.appointmentsTooLate()).isZero();
    assertThat(impact.examples())
        .singleElement()
        .satisfies(
            example -> {
              assertThat(example.number()).isEqualTo(number);
              assertThat(example.before()).isEqualTo(LocalDateTime.parse("2026-03-04T17:30"));
              assertThat(example.after()).isEqualTo(LocalDateTime.parse("2026-03-05T17:30"));
            });
    assertThat(dossier().end()).isEqualTo(LocalDateTime.parse("2026-03-04T17:30"));
    assertThat(journal()).doesNotContain("CALENDAR_CHANGED");
    assertThat(runs.openRun()).isEmpty();
  }

  @Test
  void aLateDossierThatIsTimelyAgainHearsTheWholeLadderForItsNewEnd() {
    isReceivedAndComplete();
    itIs("2026-03-05T08:00");
    assertThat(dossier().clock().code()).isEqualTo("LATE");
    long rungs = journal().stream().filter(e -> e.equals("NEAR") || e.equals("LATE")).count();

    CalendarRuns.Run run = isPublished(swappedTwice(), false);

    assertThat(run.stopBeingLate()).isEqualTo(1);
    assertThat(dossier().clock().code()).isNotEqualTo("LATE");
    assertThat(dossier().end()).isEqualTo(LocalDateTime.parse("2026-03-06T17:30"));
    assertThat(dossier().appointment()).isEqualTo(LocalDateTime.parse("2026-03-04T17:30"));

    itIs("2026-03-06T17:31");
    assertThat(dossier().clock().code()).isEqualTo("LATE");
    assertThat(journal()).containsSubsequence("LATE", "CALENDAR_CHANGED", "NEAR", "LATE");
    assertThat(journal().stream().filter(e -> e.equals("NEAR") || e.equals("LATE")).count())
        .isEqualTo(2 * rungs);
    assertThat(lateDossiersOpened()).isEqualTo(2);

    CalendarRuns.Run later =
        isPublished(swappedTwice().with("2026-03-06", DayKind.SWAP_OFF, "Nghỉ"), false);
    assertThat(later.stopBeingLate()).isEqualTo(1);
    CalendarRuns.Run back = isPublished(new ShippedYear(2026), false);
    assertThat(back.becomeLate()).isEqualTo(1);
    itIs("2026-03-06T17:40");
    assertThat(dossier().clock().code()).isEqualTo("LATE");
    assertThat(lateDossiersOpened()).isEqualTo(3);
  }

  private long lateDossiersOpened() {
    return jdbc.sql(
            """
            select count(*) from dossier_rung r join dossier d on d.id = r.dossier_id
            where d.number = ? and r.rung = 'late-dossier'
            """)
        .param(number)
        .query(Long.class)
        .single();
  }

  @Test
  void aPausedDossierShowsNoEndAndIsCountedOnTheNewCalendarWhenItGoesOn() {
    isReceivedAndComplete();
    does(
        "chuyenvien",
        "Task_Appraise",
        "opinion",
        "Thiếu",
        "proposal",
        "supplement",
        "resultKind",
        "PERMIT_TRACKED",
        "missingPapers",
        "Báo cáo",
        "reason",
        "Cầu yếu");
    CalendarRuns.Run run = isPublished(swapped(), true);

    assertThat(run.seen()).isEqualTo(1);
    assertThat(run.moved()).isZero();
    assertThat(journal()).doesNotContain("CALENDAR_CHANGED");
  }

  @Test
  void aDossierReceivedAfterPublishingWasNeverCountedOtherwise() {
    isReceivedAndComplete();
    isDrafted(swapped());
    long id = years.publish(2026, false, null, "quantri");
    itIs("2026-03-03T09:30");
    String first = number;
    receives("motcua", application().build());
    itIs("2026-03-03T09:40");
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
    assertThat(dossier().appointment()).isEqualTo(LocalDateTime.parse("2026-03-05T17:30"));

    calendarRun.carry(id);

    assertThat(runs.find(id).orElseThrow().seen()).isEqualTo(2);
    assertThat(runs.find(id).orElseThrow().moved()).isEqualTo(1);
    assertThat(journal()).doesNotContain("CALENDAR_CHANGED");
    number = first;
    assertThat(journal()).contains("CALENDAR_CHANGED");
  }

  @Test
  void aDossierThatFailsIsListedAndStopsNoOther() {
    isReceivedAndComplete();
    many.copy(number, "BAD", 20);
    many.spoil("BAD-7");

    CalendarRuns.Run run = isPublished(swapped(), true);

    assertThat(run.failed()).isEqualTo(1);
    assertThat(run.seen()).isEqualTo(21);
    assertThat(run.appointments()).isEqualTo(20);
    assertThat(runs.failures(run.id()))
        .extracting(CalendarRuns.Failure::number)
        .containsExactly("BAD-7");
    assertThat(many.journalled("CALENDAR_CHANGED", 1)).isEqualTo(20);
    isDrafted(new ShippedYear(2026));
    assertThat(preview.of(2026).failed()).isEqualTo(1);

    calendarRun.retryFailed(run.id());
    assertThat(runs.find(run.id()).orElseThrow().failed()).isEqualTo(1);
    many.mend("BAD-7", "1wd");
    calendarRun.retryFailed(run.id());
    calendarRun.retryFailed(run.id());
    CalendarRuns.Run mended = runs.find(run.id()).orElseThrow();
    assertThat(mended.failed()).isZero();
    assertThat(mended.seen()).isEqualTo(21);
    assertThat(mended.moved()).isEqualTo(21);
    assertThat(mended.appointments()).isEqualTo(21);
    assertThat(runs.failures(run.id())).isEmpty();
    assertThat(many.journalled("CALENDAR_CHANGED", 1)).isEqualTo(21);
  }

  @Test
  void aRunKilledInTheMiddleGoesOnBehindTheLastDossierThatWasCarried() {
    isReceivedAndComplete();
    many.copy(number, "KILL", 60);
    isDrafted(swapped());
    long id = years.publish(2026, true, null, "quantri");
    // Nothing that holds the run's row can commit any more, as when the server is gone.
    jdbc.sql(
            """
            create or replace function trap() returns trigger language plpgsql as $$
            begin
              if new.seen > 25 then raise exception 'the server is gone'; end if;
              return new;
            end $$
            """)
        .update();
    jdbc.sql(
            "create trigger trap before update on calendar_run for each row execute function trap()")
        .update();

    assertThatThrownBy(() -> calendarRun.resumeOpenRun().join())
        .isInstanceOf(CompletionException.class);

    assertThat(runs.find(id).orElseThrow().seen()).isEqualTo(25);
    assertThat(many.journalled("CALENDAR_CHANGED", 1)).isEqualTo(25);
    assertThat(many.journalled("APPOINTMENT_REISSUED", 1)).isEqualTo(25);
    assertThat(calendarRun.progress(id).orElseThrow().remaining()).isEqualTo(36);

    jdbc.sql("drop trigger trap on calendar_run").update();
    calendarRun.resumeOpenRun().join();

    CalendarRuns.Run done = runs.find(id).orElseThrow();
    assertThat(done.isOpen()).isFalse();
    assertThat(done.seen()).isEqualTo(61);
    assertThat(done.moved()).isEqualTo(61);
    assertThat(done.failed()).isZero();
    assertThat(many.journalled("CALENDAR_CHANGED", 1)).isEqualTo(61);
    assertThat(many.journalled("APPOINTMENT_REISSUED", 1)).isEqualTo(61);
  }

  @Test
  void twoNodesOnOneRunCarryEachDossierOnce() {
    isReceivedAndComplete();
    many.copy(number, "NODE", 120);
    many.spoil("NODE-50");
    isDrafted(swapped());
    long id = years.publish(2026, true, null, "quantri");

    CompletableFuture<Void> one = CompletableFuture.runAsync(() -> calendarRun.carry(id));
    CompletableFuture<Void> other = CompletableFuture.runAsync(() -> calendarRun.carry(id));
    CompletableFuture.allOf(one, other).join();

    CalendarRuns.Run done = runs.find(id).orElseThrow();
    assertThat(done.isOpen()).isFalse();
    assertThat(done.seen()).isEqualTo(121);
    assertThat(done.moved()).isEqualTo(120);
    assertThat(done.failed()).isEqualTo(1);
    assertThat(many.journalled("CALENDAR_CHANGED", 1)).isEqualTo(120);
    assertThat(many.journalled("APPOINTMENT_REISSUED", 1)).isEqualTo(120);
  }

  @Test
  void hoursOfAnAgencyMoveItsDossiersOnly() {
    isReceivedAndComplete();
    long id =
        hours.set(
            "H37.12",
            "Sở Xây dựng",
            LocalDate.of(2026, 3, 4),
            "07:00-11:00 13:00-16:30",
            false,
            "quantri");
    calendarRun.carry(id);

    assertThat(runs.find(id).orElseThrow().moved()).isEqualTo(1);
    assertThat(dossier().end()).isEqualTo(LocalDateTime.parse("2026-03-04T16:30"));
    assertThat(dossier().appointment()).isEqualTo(LocalDateTime.parse("2026-03-04T17:30"));
    assertThat(endTimers()).contains(instant("2026-03-04T16:30"));

    long other =
        hours.set(
            "H37.13", "Sở Tài chính", LocalDate.of(2026, 3, 4), "07:00-11:00", false, "quantri");
    calendarRun.carry(other);
    assertThat(runs.find(other).orElseThrow().moved()).isZero();
  }

  @Test
  void theRepairSaysWhatItMended() {
    isReceivedAndComplete();
    assertThat(repair.repair(number).mended()).isEmpty();
    Job job =
        engine
            .getManagementService()
            .createJobQuery()
            .processInstanceId(instance().getId())
            .timers()
            .list()
            .stream()
            .filter(timer -> timer.getDuedate().toInstant().equals(instant("2026-03-04T17:30")))
            .findFirst()
            .orElseThrow();
    Instant wrong = instant("2026-05-01T00:00");
    engine.getManagementService().setJobDuedate(job.getId(), Date.from(wrong));

    ClockRepair.Report report = repair.repairAll(0);

    assertThat(report.looked()).isEqualTo(1);
    assertThat(report.goOnAfter()).isNull();
    assertThat(report.mended())
        .singleElement()
        .satisfies(
            mended -> {
              assertThat(mended.number()).isEqualTo(number);
              assertThat(mended.mended())
                  .singleElement()
                  .satisfies(
                      timer -> {
                        assertThat(timer.from()).isEqualTo(wrong);
                        assertThat(timer.to()).isEqualTo(instant("2026-03-04T17:30"));
                        assertThat(timer.element()).isEqualTo(activity(job));
                      });
            });
    assertThat(repair.repairAll(0).mended()).isEmpty();
  }
}
