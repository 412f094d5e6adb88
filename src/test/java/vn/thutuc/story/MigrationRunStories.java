package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.ClockRepair;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.process.EnginePlay;
import vn.thutuc.process.migration.MigrationItem;
import vn.thutuc.process.migration.MigrationRun;

/** The run: killed, on two nodes, beside people at work, with dossiers that fail. */
class MigrationRunStories extends MigrationCase {

  @Autowired private EnginePlay enginePlay;
  @Autowired private ClockRepair repair;
  @Autowired private TransactionTemplate transaction;

  private String source;
  private String target;
  private final List<String> all = new ArrayList<>();
  private final Map<String, Map<String, String>> before = new HashMap<>();

  @AfterEach
  void calendarIsAtRest() {
    jdbc.sql("delete from calendar_run").update();
  }

  private void areAccepted(int count) {
    source = versions.again(PERMIT);
    itIs("2026-03-03T08:15");
    for (int i = 0; i < count; i++) {
      receives("motcua", DemoSubmissions.organisation("1.000028", "Công ty Nhiều").build());
      does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
      all.add(number);
      before.put(number, datesById(number));
    }
    target = versions.again(PERMIT);
  }

  private long isStarted() {
    long id = isTried(source, target, "");
    migrations.start(id, migrations.progress(id).run().fingerprint(), "quantri");
    return id;
  }

  private void areMovedOnceWithTheirDates(long id) {
    assertThat(migrations.progress(id).run().state()).isEqualTo(MigrationRun.State.DONE);
    assertThat(count(id, MigrationItem.State.MOVED)).isEqualTo(all.size());
    assertThat(migrations.progress(id).proof())
        .satisfies(
            proof -> {
              assertThat(proof.moved()).isEqualTo(all.size());
              assertThat(proof.dates()).isGreaterThanOrEqualTo(4L * all.size());
              assertThat(proof.changed()).isZero();
            });
    for (String each : all) {
      assertThat(definitionOf(each, PERMIT)).isEqualTo(target);
      assertThat(linesOf(each)).isEqualTo(1);
      assertThat(datesById(each)).isEqualTo(before.get(each));
    }
  }

  /** Nothing that records an instance can commit any more, as when the server is gone. */
  private void dies(int instances) {
    jdbc.sql(
            """
            create or replace function trap() returns trigger language plpgsql as $$
            begin
              if (select count(*) from model_migration_item
                  where migration_id = new.id and state = 'MOVED') > %d
              then raise exception 'the server is gone'; end if;
              return new;
            end $$
            """
                .formatted(instances))
        .update();
    jdbc.sql(
            "create trigger trap before update on model_migration"
                + " for each row execute function trap()")
        .update();
  }

  @Test
  void aRunKilledInTheMiddleGoesOnBehindTheLastDossierThatWasMoved() {
    areAccepted(12);
    long id = isStarted();
    dies(5);

    assertThatThrownBy(() -> migrations.resume().join()).isInstanceOf(CompletionException.class);

    assertThat(count(id, MigrationItem.State.MOVED)).isEqualTo(5);
    assertThat(migrations.progress(id).remaining()).isEqualTo(7);
    assertThat(all.stream().filter(each -> linesOf(each) == 1)).hasSize(5);
    assertThat(all.stream().filter(each -> definitionOf(each, PERMIT).equals(target))).hasSize(5);
    jdbc.sql("drop trigger trap on model_migration").update();
    migrations.resume().join();

    areMovedOnceWithTheirDates(id);
  }

  @Test
  void aTrialThatWasInterruptedGoesOnToo() {
    areAccepted(4);
    long id = migrations.openTrial(source, target, "", "quantri");
    assertThatThrownBy(() -> migrations.openTrial(source, target, "", "quantri"))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("đang chạy");
    migrations.resume().join();
    assertThat(migrations.progress(id).run().state()).isEqualTo(MigrationRun.State.TRIED);
    assertThat(count(id, MigrationItem.State.MAPS)).isEqualTo(4);
    migrations.drop(id);
    assertThat(migrations.progress(id).run().state()).isEqualTo(MigrationRun.State.DROPPED);
    assertThatThrownBy(() -> migrations.start(id, "", "quantri"))
        .isInstanceOf(DossierProblem.class);
  }

  @Test
  void twoNodesOnOneRunMoveEachDossierOnce() {
    areAccepted(16);
    long id = isStarted();

    CompletableFuture<Void> one = CompletableFuture.runAsync(() -> migrations.work(id));
    CompletableFuture<Void> other = CompletableFuture.runAsync(() -> migrations.work(id));
    CompletableFuture.allOf(one, other).join();

    areMovedOnceWithTheirDates(id);
  }

  @Test
  void officersCompleteTheirTasksWhileTheRunGoesOn() {
    areAccepted(16);
    long id = isStarted();
    Map<String, Object> form =
        Map.of("opinion", "Đủ", "proposal", "grant", "resultKind", "PERMIT_TRACKED");

    CompletableFuture<Void> run = CompletableFuture.runAsync(() -> migrations.work(id));
    List<String> backwards = new ArrayList<>(all);
    java.util.Collections.reverse(backwards);
    backwards.forEach(each -> enginePlay.complete("chuyenvien", each, "Task_Appraise", form));
    run.join();
    if (count(id, MigrationItem.State.FAILED) > 0) {
      migrations.retry(id);
      migrations.work(id);
    }

    assertThat(count(id, MigrationItem.State.MOVED)).isEqualTo(16);
    assertThat(migrations.progress(id).proof().changed()).isZero();
    for (String each : all) {
      assertThat(play.openSteps(each)).containsExactly("Task_Review");
      assertThat(definitionOf(each, PERMIT)).isEqualTo(target);
      assertThat(linesOf(each)).isEqualTo(1);
      assertThat(repair.repair(each).mended()).isEmpty();
    }
  }

  @Test
  void anOfficerInTheMiddleOfAnActIsWaitedForOrTheRunTriesAgain() {
    areAccepted(1);
    long id = isStarted();
    CompletableFuture<Void> run =
        transaction.execute(
            status -> {
              enginePlay.complete(
                  "chuyenvien",
                  number,
                  "Task_Appraise",
                  Map.of("opinion", "Đủ", "proposal", "grant", "resultKind", "PERMIT_TRACKED"));
              CompletableFuture<Void> going = CompletableFuture.runAsync(() -> migrations.work(id));
              Awaitility.await().until(() -> going.isDone() || somebodyWaitsForALock());
              assertThat(going).isNotDone();
              return going;
            });
    run.join();

    assertThat(count(id, MigrationItem.State.MOVED)).isEqualTo(1);
    assertThat(openSteps()).containsExactly("Task_Review");
    assertThat(repair.repair(number).mended()).isEmpty();
  }

  private boolean somebodyWaitsForALock() {
    return jdbc.sql(
                "select count(*) from pg_stat_activity where datname = current_database()"
                    + " and wait_event_type = 'Lock'")
            .query(Long.class)
            .single()
        > 0;
  }

  @Test
  void aDossierThatFailsStaysAsItIsStopsNoOtherAndIsTriedAgain() {
    areAccepted(3);
    long id = isStarted();
    number = all.get(1);
    Job end = timer("Timer_End_Settlement");
    engine
        .getManagementService()
        .setJobDuedate(end.getId(), java.util.Date.from(now.instant().plusSeconds(86_400 * 9)));
    Map<String, String> spoilt = datesById(number);

    migrations.work(id);

    assertThat(count(id, MigrationItem.State.MOVED)).isEqualTo(2);
    MigrationItem failed = itemOf(id, number);
    assertThat(failed.state()).isEqualTo(MigrationItem.State.FAILED);
    assertThat(failed.reason())
        .contains("Thời hạn sẽ bị đổi: mốc TTHC-1.000028/Timer_End_Settlement")
        .contains("04/03/2026 17:30");
    assertThat(datesById(number)).isEqualTo(spoilt);
    assertThat(definitionOf(number, PERMIT)).isEqualTo(source);
    assertThat(linesOf(number)).isZero();

    migrations.retry(id);
    migrations.work(id);
    assertThat(itemOf(id, number).state()).isEqualTo(MigrationItem.State.FAILED);
    assertThat(repair.repair(number).mended()).hasSize(1);
    migrations.retry(id);
    migrations.work(id);
    areMovedOnceWithTheirDates(id);
  }

  @Test
  void whoHasEndedMeanwhileOrCameLaterIsLeftAlone() {
    areAccepted(2);
    long id = isStarted();
    String ended = all.get(0);
    number = ended;
    engine.getRuntimeService().deleteProcessInstance(instance().getId(), "ended");
    number = all.get(1);
    receives("motcua", DemoSubmissions.organisation("1.000028", "Công ty Sau").build());
    assertThat(definitionOf(number, PERMIT)).isEqualTo(target);

    migrations.work(id);

    assertThat(itemOf(id, ended).state()).isEqualTo(MigrationItem.State.GONE);
    assertThat(count(id, MigrationItem.State.MOVED)).isEqualTo(1);
    assertThat(linesOf(number)).isZero();
  }

  @Test
  void whileTheCalendarChangesNothingIsMoved() {
    areAccepted(1);
    long id = isStarted();
    jdbc.sql(
            "insert into calendar_run (cause, reissue, started_at, started_by)"
                + " values ('Thử', false, now(), 'quantri')")
        .update();

    migrations.work(id);
    assertThat(count(id, MigrationItem.State.MOVED)).isZero();
    assertThatThrownBy(() -> migrations.openTrial(source, target, "", "quantri"))
        .isInstanceOf(DossierProblem.class)
        .hasMessageContaining("lịch");

    jdbc.sql("delete from calendar_run").update();
    migrations.resume().join();
    areMovedOnceWithTheirDates(id);
  }

  @Test
  void aMappingThatNamesUnknownIdsIsRefused() {
    areAccepted(0);
    for (String wrong :
        List.of("Task_Nowhere=Task_Appraise", "Task_Appraise=Task_Nowhere", "a=b=c")) {
      assertThatThrownBy(() -> migrations.plan(source, target, wrong))
          .isInstanceOf(DossierProblem.class)
          .hasMessageContaining(wrong.contains("Nowhere") ? "Task_Nowhere" : "MãCũ=MãMới");
    }
    assertThatThrownBy(() -> migrations.plan(source, source, ""))
        .isInstanceOf(DossierProblem.class);
    assertThatThrownBy(() -> migrations.plan(source, "nowhere:1:1", ""))
        .isInstanceOf(DossierProblem.class);
  }
}
