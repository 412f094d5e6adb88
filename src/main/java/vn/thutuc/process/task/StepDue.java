package vn.thutuc.process.task;

import java.util.Date;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.DossierTimes;

/**
 * When a task is due: when the cumulative share of its phase is used up, as the clock counts it.
 */
@Component
public class StepDue {

  /** The whole of a phase, per mille. */
  private static final int ALL = 1000;

  private final ObjectProvider<DossierTimes> times;

  StepDue(ObjectProvider<DossierTimes> times) {
    this.times = times;
  }

  /** Whether the task counts on a phase at all. */
  public boolean counts(TaskEntity task) {
    return share(activity(task)) != null;
  }

  /** The due date, or null while the clock stands still, without a term or a share. */
  public Date of(TaskEntity task) {
    ActivityImpl activity = activity(task);
    StepShare share = share(activity);
    if (share == null) {
      return null;
    }
    ExecutionEntity execution = task.getExecution();
    String phase = share.phaseIn(execution);
    if (phase == null) {
      return null;
    }
    int inside = new SharePath(phase, execution).upTo(activity);
    int perMille = withCallers(execution, phase, share.isCallers(), inside);
    return times
        .getObject()
        .stepDue(execution.getProcessBusinessKey(), phase, Math.min(ALL, perMille))
        .map(Date::from)
        .orElse(null);
  }

  /**
   * Adds what the callers have used up. Where the caller says the phase, the shares inside are
   * parts of what the call takes of it.
   */
  private static int withCallers(
      ExecutionEntity execution, String phase, boolean callersPhase, int used) {
    ExecutionEntity caller = execution.getProcessInstance().getSuperExecution();
    if (caller == null) {
      return used;
    }
    StepShare call = share(caller.getActivity());
    boolean part = callersPhase && call != null && phase.equals(call.phaseIn(caller));
    int inside = part ? call.perMille() * used / ALL : used;
    int before = new SharePath(phase, caller).before(caller.getActivity());
    return withCallers(caller, phase, call != null && call.isCallers(), before + inside);
  }

  private static ActivityImpl activity(TaskEntity task) {
    return task.getExecution().getProcessDefinition().findActivity(task.getTaskDefinitionKey());
  }

  private static StepShare share(ActivityImpl activity) {
    return activity.getProperties().get(StepShare.KEY);
  }
}
