package vn.thutuc.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.dossier.Actor;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.organisation.GroupRef;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.process.task.PaperSignature;
import vn.thutuc.quick.QuickEngine;

/**
 * Takes a dossier through its model in the caller's transaction: what is asynchronous is run here
 * and now, steps are completed as the house for the officer at the desk, whose right the caller has
 * checked.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class QuickWalk implements QuickEngine {

  /** No model of a quick procedure does so much without people between two steps. */
  private static final int MOST_JOBS = 40;

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final FormService forms;
  private final ManagementService management;
  private final Organisation organisation;
  private final AsHouse house;
  private final CurrentActor actor;
  private final PaperSignature paper;

  QuickWalk(
      RuntimeService runtime,
      TaskService tasks,
      FormService forms,
      ManagementService management,
      Organisation organisation,
      AsHouse house,
      PaperSignature paper) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.forms = forms;
    this.management = management;
    this.organisation = organisation;
    this.house = house;
    this.actor = house;
    this.paper = paper;
  }

  @Override
  public Optional<Step> next(String number) {
    return house.call(
        () -> {
          runAsynchronous(number);
          List<Task> open =
              tasks
                  .createTaskQuery()
                  .processInstanceBusinessKey(number)
                  .initializeFormKeys()
                  .list();
          Set<String> roots = roots(number);
          List<Task> own =
              open.stream().filter(task -> roots.contains(task.getProcessInstanceId())).toList();
          List<Task> main = own.isEmpty() ? open : own;
          requireOne(main);
          return main.stream().findFirst().map(task -> step(task, !own.isEmpty()));
        });
  }

  /** The instances of the dossier's own model; models they call have instances of their own. */
  private Set<String> roots(String number) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(number)
        .rootProcessInstances()
        .list()
        .stream()
        .map(ProcessInstance::getId)
        .collect(Collectors.toSet());
  }

  private static void requireOne(List<Task> open) {
    if (open.size() > 1) {
      throw DossierProblem.conflict(
          "several-steps-open",
          "Hồ sơ đang có nhiều bước cùng mở (%s) nên không giải quyết ngay được. Hãy làm tiếp trong Công việc."
              .formatted(open.stream().map(Task::getName).collect(Collectors.joining("; "))));
    }
  }

  private void runAsynchronous(String number) {
    for (int at = 0; at < MOST_JOBS; at++) {
      Set<String> instances =
          runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
              .map(ProcessInstance::getId)
              .collect(Collectors.toSet());
      if (instances.isEmpty()) {
        return;
      }
      List<Job> waiting =
          management
              .createJobQuery()
              .processInstanceIds(instances)
              .messages()
              .withRetriesLeft()
              .list();
      if (waiting.isEmpty()) {
        return;
      }
      waiting.forEach(job -> management.executeJob(job.getId()));
    }
    throw new IllegalStateException(
        "Dossier %s still has asynchronous steps after %d rounds".formatted(number, MOST_JOBS));
  }

  private Step step(Task task, boolean own) {
    GroupRef who =
        tasks.getIdentityLinksForTask(task.getId()).stream()
            .map(IdentityLink::getGroupId)
            .flatMap(group -> organisation.parseGroup(group).stream())
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "The task %s names no group".formatted(task.getTaskDefinitionKey())));
    return new Step(
        task.getId(),
        task.getName(),
        task.getCamundaFormRef() == null ? null : task.getCamundaFormRef().getKey(),
        who.unitId(),
        who.role(),
        own);
  }

  @Override
  public void complete(Step step, Map<String, Object> form, Doer doer) {
    if (doer.house()) {
      house.callFor(
          Actor.SYSTEM.personId(),
          () -> {
            forms.submitTaskForm(step.taskId(), form);
            return null;
          });
      return;
    }
    String officer = actor.get().personId();
    Runnable completion =
        () ->
            house.run(
                () -> {
                  tasks.setAssignee(step.taskId(), officer);
                  forms.submitTaskForm(step.taskId(), form);
                });
    if (doer.signature() == null) {
      completion.run();
    } else {
      paper.registering(
          new PaperSignature.Signed(doer.signature().signer(), doer.signature().signedFor()),
          completion);
    }
  }
}
