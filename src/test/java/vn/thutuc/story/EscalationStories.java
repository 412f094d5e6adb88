package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thutuc.demo.DemoSubmissions;

/** Two hundred dossiers late at the same instant, one of which cannot be escalated. */
class EscalationStories extends Story {

  private final List<String> told = new ArrayList<>();
  private ManagementService management;

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
          .forEach(i -> engine.getRuntimeService().deleteProcessInstance(i.getId(), "told"));
    }
  }

  private void permitIsAccepted() {
    itIs("2026-03-03T08:15");
    receives("motcua", DemoSubmissions.organisation("1.000028", "Công ty Leo Thang").build());
    told.add(number);
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
  }

  private boolean execute(String job) {
    try {
      management.executeJob(job);
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  @Test
  void theFirstOfTwoHundredFailsTheOthersAreEscalatedAndItsRungIsRetriedNotLost() {
    List<String> dossiers = new ArrayList<>();
    for (int count = 0; count < 200; count++) {
      permitIsAccepted();
      dossiers.add(number);
    }
    String broken = dossiers.get(0);
    spoil(broken, "hỏng");

    now.moveTo(Instant.parse("2026-03-04T10:31:00Z"));
    letTheJobsRun();

    for (String sound : dossiers.subList(1, 200)) {
      number = sound;
      assertThat(journal()).as(sound).containsSubsequence("NEAR", "LATE");
    }
    number = broken;
    useUpTheRetries();
    assertThat(
            engine
                .getRuntimeService()
                .createIncidentQuery()
                .processInstanceId(instance().getId())
                .incidentType("failedJob")
                .count())
        .isPositive();

    spoil(broken, "1wd");
    assertThat(journal()).doesNotContain("NEAR", "LATE");
    timersOfTheInstance().forEach(job -> management.setJobRetries(job.getId(), 3));
    now.moveTo(Instant.parse("2026-03-04T11:31:00Z"));
    letTheJobsRun();
    assertThat(journal()).as("mended, it catches up").containsSubsequence("NEAR", "LATE");
  }

  private List<Job> timersOfTheInstance() {
    return management.createJobQuery().timers().processInstanceId(instance().getId()).list();
  }

  private void useUpTheRetries() {
    timersOfTheInstance()
        .forEach(
            job -> {
              management.setJobRetries(job.getId(), 1);
              execute(job.getId());
            });
  }

  private void spoil(String dossier, String term) {
    jdbc.sql(
            """
            update dossier_phase set term = ?
            where phase = 'settlement' and dossier_id = (select id from dossier where number = ?)
            """)
        .param(term)
        .param(dossier)
        .update();
  }

  /** As the job executor would: each due job once, whatever becomes of the one before. */
  private void letTheJobsRun() {
    for (int round = 0; round < 4; round++) {
      management
          .createJobQuery()
          .executable()
          .withRetriesLeft()
          .listPage(0, 1000)
          .forEach(job -> execute(job.getId()));
    }
  }
}
