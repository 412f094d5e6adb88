package vn.thutuc.process;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.springframework.stereotype.Component;

/**
 * The way a result takes through the shared process {@code tra-ket-qua}. The ids of its steps are
 * contract: a running one of an earlier version has them too. Everything here runs as the house.
 */
@Component
class ReturnWay {

  private static final String RETURN = "tra-ket-qua";
  private static final String FLAG = "returnMethod";

  /** Before the way is chosen; its job may run on another node this moment. */
  private static final String BEFORE = "Task_NoticeReady";

  private static final String CHOICE = "Gateway_ReturnMethod";
  private static final String COUNTER = "Task_ReturnAtCounter";

  /** Where the result is still in the house, or back in it, and a person or a job comes next. */
  private static final Set<String> HERE =
      Set.of(
          BEFORE,
          "Task_Electronic",
          "Task_Post",
          COUNTER,
          "Task_HandToPost",
          "Task_FailedDelivery");

  private final RuntimeService runtime;

  ReturnWay(RuntimeService runtime) {
    this.runtime = runtime;
  }

  /** Where a running return stands: one step that a person does, or one job before a step. */
  private record Place(String step, ActivityInstance task, TransitionInstance job) {}

  boolean isOut(String number) {
    return returning(number).stream()
        .anyMatch(instance -> place(instance).filter(at -> HERE.contains(at.step())).isEmpty());
  }

  /**
   * Sets the flag everywhere, and takes a result that is still here back to where the way is
   * chosen. What it stood at is cancelled in the same transaction: if it goes on elsewhere at the
   * same moment, one of the two loses and is repeated.
   */
  void take(String number, String way) {
    String[] tree =
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
            .map(Execution::getId)
            .toArray(String[]::new);
    if (tree.length == 0) {
      return;
    }
    runtime
        .createVariableInstanceQuery()
        .variableName(FLAG)
        .processInstanceIdIn(tree)
        .list()
        .forEach(flag -> runtime.setVariableLocal(flag.getExecutionId(), FLAG, way));
    returning(number)
        .forEach(
            instance ->
                place(instance)
                    .filter(at -> HERE.contains(at.step()))
                    .filter(at -> !(at.step().equals(COUNTER) && way.equals("COUNTER")))
                    .ifPresent(at -> again(instance, at)));
  }

  private void again(ProcessInstance instance, Place at) {
    // The way first: a process whose last step is cancelled would end with it.
    ProcessInstanceModificationBuilder change =
        runtime
            .createProcessInstanceModification(instance.getId())
            .startBeforeActivity(at.step().equals(BEFORE) ? BEFORE : CHOICE);
    (at.task() == null
            ? change.cancelTransitionInstance(at.job().getId())
            : change.cancelActivityInstance(at.task().getId()))
        .execute();
  }

  private List<ProcessInstance> returning(String number) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(number)
        .processDefinitionKey(RETURN)
        .list();
  }

  private Optional<Place> place(ProcessInstance instance) {
    ActivityInstance whole = runtime.getActivityInstance(instance.getId());
    List<ActivityInstance> tasks = Arrays.asList(whole.getChildActivityInstances());
    List<TransitionInstance> jobs = Arrays.asList(whole.getChildTransitionInstances());
    if (tasks.size() + jobs.size() != 1) {
      return Optional.empty();
    }
    return Optional.of(
        jobs.isEmpty()
            ? new Place(tasks.get(0).getActivityId(), tasks.get(0), null)
            : new Place(jobs.get(0).getActivityId(), null, jobs.get(0)));
  }
}
