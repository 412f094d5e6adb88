package vn.thutuc.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.Reception;
import vn.thutuc.dossier.Submission;
import vn.thutuc.process.security.EngineLogin;

/** The engine's side of playing people and time, for the demo's past and for stories in tests. */
@Component
@Profile("demo")
public class EnginePlay {

  private final TaskService tasks;
  private final FormService forms;
  private final ManagementService management;
  private final Reception reception;
  private final EngineLogin login;
  private final Now now;

  EnginePlay(
      TaskService tasks,
      FormService forms,
      ManagementService management,
      Reception reception,
      EngineLogin login,
      Now now) {
    this.tasks = tasks;
    this.forms = forms;
    this.management = management;
    this.reception = reception;
    this.login = login;
    this.now = now;
  }

  /** Does something as a person, with groups and tenants, and with all rights checked. */
  public <T> T as(String person, Supplier<T> act) {
    login.enter(person);
    try {
      return act.get();
    } finally {
      login.leave();
    }
  }

  /** Receives a dossier as a person. */
  public String receive(String person, Submission submission) {
    return as(person, () -> reception.receive(submission));
  }

  /** Claims and completes the open step of a dossier as a person. */
  public void complete(String person, String number, String step, Map<String, Object> form) {
    Task task =
        open(number).stream()
            .filter(found -> found.getTaskDefinitionKey().equals(step))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Dossier %s has no open step %s, but %s"
                            .formatted(number, step, openSteps(number))));
    as(
        person,
        () -> {
          tasks.claim(task.getId(), person);
          forms.submitTaskForm(task.getId(), form);
          return null;
        });
  }

  /** Ids of the open steps of a dossier. */
  public List<String> openSteps(String number) {
    return open(number).stream().map(Task::getTaskDefinitionKey).sorted().toList();
  }

  private List<Task> open(String number) {
    return tasks.createTaskQuery().processInstanceBusinessKey(number).list();
  }

  /** Runs every job due until an instant, each at its own time and in order. */
  public void runJobsUntil(Instant target) {
    for (Job job = nextJob(target); job != null; job = nextJob(target)) {
      Instant due = job.getDuedate().toInstant();
      if (due.isAfter(now.instant())) {
        now.moveTo(due);
      }
      management.executeJob(job.getId());
    }
  }

  private Job nextJob(Instant target) {
    List<Job> due =
        management
            .createJobQuery()
            .active()
            .withRetriesLeft()
            .duedateLowerThan(Date.from(target.plusMillis(1)))
            .orderByJobDuedate()
            .asc()
            .listPage(0, 1);
    return due.isEmpty() ? null : due.get(0);
  }
}
