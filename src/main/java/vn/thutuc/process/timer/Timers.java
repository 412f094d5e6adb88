package vn.thutuc.process.timer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.ActivityExecutionTreeMapping;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.DossierClock;
import vn.thutuc.dossier.DossierTimes;
import vn.thutuc.dossier.ProcedureEngine.Mended;
import vn.thutuc.process.task.StepDue;

/**
 * Derives the timers and task due dates of a dossier's whole process tree anew from the clock. Jobs
 * are derived, never read: a timer re-dated by hand, revived or gone is mended by the same run.
 */
@Component
public class Timers {

  private final RuntimeService runtime;
  private final ProcessEngineConfigurationImpl engine;
  private final DossierTimes times;
  private final StepDue stepDue;

  Timers(
      @Lazy RuntimeService runtime,
      ProcessEngineConfigurationImpl engine,
      @Lazy DossierTimes times,
      StepDue stepDue) {
    this.runtime = runtime;
    this.engine = engine;
    this.times = times;
    this.stepDue = stepDue;
  }

  /**
   * Derives everything of a dossier anew; takes part in the caller's transaction.
   *
   * @return the timers and tasks whose date was another
   */
  public List<Mended> derive(String number) {
    List<ProcessInstance> tree =
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list();
    return engine
        .getCommandExecutorTxRequired()
        .execute(
            (Command<List<Mended>>)
                context -> {
                  List<Mended> mended = new ArrayList<>();
                  tree.forEach(instance -> derive(context, number, instance.getId(), mended));
                  return mended;
                });
  }

  /** Whether two timers of two versions ask the clock the same, or both do not ask it. */
  public static boolean askTheSame(ActivityImpl one, ActivityImpl other) {
    return Objects.equals(
        one.getProperties().get(StatutoryTimer.KEY), other.getProperties().get(StatutoryTimer.KEY));
  }

  private void derive(
      CommandContext context, String number, String instanceId, List<Mended> mended) {
    ActivityExecutionTreeMapping executions = new ActivityExecutionTreeMapping(context, instanceId);
    ExecutionEntity instance = context.getExecutionManager().findExecutionById(instanceId);
    deriveScope(executions, instance.getProcessDefinition(), number, mended);
    context
        .getTaskManager()
        .findTasksByProcessInstanceId(instanceId)
        .forEach(task -> dueAnew(task, mended));
  }

  private void deriveScope(
      ActivityExecutionTreeMapping executions,
      ScopeImpl scope,
      String number,
      List<Mended> mended) {
    TimerDeclarationImpl.getDeclarationsForScope(scope)
        .forEach(
            (id, declaration) -> {
              ActivityImpl event = scope.getProcessDefinition().findActivity(id);
              StatutoryTimer timer =
                  event == null ? null : event.getProperties().get(StatutoryTimer.KEY);
              if (timer != null) {
                executions
                    .getExecutions(scope)
                    .forEach(
                        execution ->
                            mend(execution, id, declaration, timer, number).ifPresent(mended::add));
              }
            });
    scope.getActivities().forEach(activity -> deriveScope(executions, activity, number, mended));
  }

  private Optional<Mended> mend(
      ExecutionEntity execution,
      String id,
      TimerDeclarationImpl declaration,
      StatutoryTimer timer,
      String number) {
    JobEntity job =
        execution.getJobs().stream().filter(open -> isOf(open, id)).findFirst().orElse(null);
    if (job != null) {
      Date before = job.getDuedate();
      declaration.resolveAndSetDuedate(execution, (TimerEntity) job, false);
      return changed(id, before, job.getDuedate());
    }
    return isMissing(timer.kind(), timer.phase().in(execution), number)
        ? changed(id, null, declaration.createTimer(execution).getDuedate())
        : Optional.empty();
  }

  private static Optional<Mended> changed(String element, Date from, Date to) {
    Instant before = instant(from);
    Instant after = instant(to);
    return Objects.equals(before, after)
        ? Optional.empty()
        : Optional.of(new Mended(element, before, after));
  }

  private static Instant instant(Date date) {
    return date == null ? null : Instant.ofEpochMilli(date.getTime());
  }

  /** A timer that fired is armed again only when it has something left to ring. */
  private boolean isMissing(StatutoryTimer.Kind kind, String phase, String number) {
    if (phase == null) {
      return false;
    }
    return switch (kind) {
      case END -> !times.lateOpened(number, phase);
      case RUNG -> times.nextRung(number, phase).isBefore(DossierClock.PARKED);
    };
  }

  private static boolean isOf(JobEntity job, String id) {
    return job instanceof TimerEntity
        && job.getJobHandlerConfiguration()
            instanceof TimerEventJobHandler.TimerJobConfiguration configuration
        && id.equals(configuration.getTimerElementKey());
  }

  private void dueAnew(TaskEntity task, List<Mended> mended) {
    Date due = stepDue.of(task);
    if (stepDue.counts(task)) {
      changed(task.getTaskDefinitionKey(), task.getDueDate(), due).ifPresent(mended::add);
      task.setDueDate(due);
    }
  }
}
