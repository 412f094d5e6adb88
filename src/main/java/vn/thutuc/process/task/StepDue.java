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
    int perMille = new SharePath(share.phase()).upTo(activity) + before(task.getExecution(), share);
    return times
        .getObject()
        .stepDue(
            task.getExecution().getProcessBusinessKey(), share.phase(), Math.min(1000, perMille))
        .map(Date::from)
        .orElse(null);
  }

  /** What the callers have used up; a call's own share is what the called process takes. */
  private static int before(ExecutionEntity execution, StepShare share) {
    ExecutionEntity caller = execution.getProcessInstance().getSuperExecution();
    if (caller == null) {
      return 0;
    }
    return new SharePath(share.phase()).before(caller.getActivity()) + before(caller, share);
  }

  private static ActivityImpl activity(TaskEntity task) {
    return task.getExecution().getProcessDefinition().findActivity(task.getTaskDefinitionKey());
  }

  private static StepShare share(ActivityImpl activity) {
    return activity.getProperties().get(StepShare.KEY);
  }
}
