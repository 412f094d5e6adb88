package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.thutuc.Versions;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.process.migration.MigrationItem;
import vn.thutuc.process.migration.MigrationRun;
import vn.thutuc.process.migration.ModelMigrations;

/** What stories of new versions share: dossiers at some place, and what of them may not change. */
@TestPropertySource(properties = "thutuc.test.house=migration")
abstract class MigrationCase extends Story {

  static final String PERMIT = "TTHC-1.000028";
  static final String BIRTH = "TTHC-1.001193";
  static final String LAND = "TTHC-1.012753";

  @Autowired ModelMigrations migrations;

  Versions versions;

  @BeforeEach
  void versions() {
    versions = new Versions(engine.getRepositoryService());
  }

  /** What one story leaves must not ring in another's time, nor keep a run open. */
  @AfterEach
  void clear() {
    jdbc.sql("drop trigger if exists trap on model_migration").update();
    migrations.open().ifPresent(run -> jdbc.sql("delete from model_migration_item").update());
    jdbc.sql("update model_migration set state = 'DROPPED' where state in ('TRIAL', 'RUNNING')")
        .update();
    engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list().stream()
        .map(ProcessInstance::getId)
        .forEach(
            id ->
                engine
                    .getRuntimeService()
                    .deleteProcessInstanceIfExists(id, "told", true, true, true, false));
    jdbc.sql("update dossier set state = 10 where state in (1, 2, 4, 5, 6)").update();
  }

  void permitIsReceived(String at) {
    itIs(at);
    receives("motcua", DemoSubmissions.organisation("1.000028", "Công ty Phiên Bản").build());
  }

  void permitIsAccepted() {
    permitIsReceived("2026-03-03T08:15");
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
  }

  void permitWaitsForASupplement() {
    permitIsAccepted();
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
    assertThat(dossier().clock().code()).isEqualTo("PAUSED");
  }

  /** Tries and, when all that maps is to be moved, moves. */
  MigrationRun isMoved(String source, String target, String mapping) {
    long id = isTried(source, target, mapping);
    migrations.start(id, migrations.progress(id).run().fingerprint(), "quantri");
    migrations.work(id);
    MigrationRun run = migrations.progress(id).run();
    assertThat(run.state()).isEqualTo(MigrationRun.State.DONE);
    assertThat(migrations.progress(id).proof().changed()).isZero();
    return run;
  }

  long isTried(String source, String target, String mapping) {
    long id = migrations.openTrial(source, target, mapping, "quantri");
    migrations.work(id);
    assertThat(migrations.progress(id).run().state()).isEqualTo(MigrationRun.State.TRIED);
    return id;
  }

  int count(long run, MigrationItem.State state) {
    return migrations.progress(run).counts().getOrDefault(state, 0);
  }

  MigrationItem itemOf(long run, String dossier) {
    return migrations.items(run, null, 0, 1000).stream()
        .filter(item -> dossier.equals(item.number()))
        .findFirst()
        .orElseThrow();
  }

  /** Jobs and tasks with all that must stay, by their own ids, asked of the engine directly. */
  Map<String, String> datesById(String dossier) {
    Map<String, String> dates = new TreeMap<>();
    for (ProcessInstance instance : tree(dossier)) {
      for (Job job :
          engine
              .getManagementService()
              .createJobQuery()
              .processInstanceId(instance.getId())
              .list()) {
        dates.put(
            "job " + job.getId(),
            "%s %s retries=%d suspended=%s %s"
                .formatted(
                    job.getDuedate().toInstant(),
                    ((JobEntity) job).getJobHandlerType(),
                    job.getRetries(),
                    job.isSuspended(),
                    job.getProcessInstanceId()));
      }
    }
    for (Task task :
        engine.getTaskService().createTaskQuery().processInstanceBusinessKey(dossier).list()) {
      dates.put(
          "task " + task.getId(),
          "%s %s %s"
              .formatted(
                  task.getDueDate() == null ? "none" : task.getDueDate().toInstant(),
                  task.getAssignee(),
                  task.getTenantId()));
    }
    return dates;
  }

  List<ProcessInstance> tree(String dossier) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(dossier)
        .list();
  }

  String definitionOf(String dossier, String key) {
    return tree(dossier).stream()
        .filter(instance -> instance.getProcessDefinitionId().startsWith(key + ":"))
        .map(ProcessInstance::getProcessDefinitionId)
        .findFirst()
        .orElseThrow();
  }

  long linesOf(String dossier) {
    return jdbc.sql(
            """
            select count(*) from dossier_journal j join dossier d on d.id = j.dossier_id
            where d.number = ? and j.event = 'MODEL_CHANGED'
            """)
        .param(dossier)
        .query(Long.class)
        .single();
  }

  Job timer(String element) {
    return engine
        .getManagementService()
        .createJobQuery()
        .activityId(element)
        .processInstanceId(instance().getId())
        .singleResult();
  }
}
