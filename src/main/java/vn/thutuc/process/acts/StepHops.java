package vn.thutuc.process.acts;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.PvmActivity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import vn.thutuc.process.AsHouse;

/**
 * One hop of a process: from a completed user task, through nothing but exclusive gateways, to the
 * user task that is open now in the same scope. Such a hop writes nothing and forks nothing, so it
 * can be gone back. Everything here runs as the house.
 */
@Component
class StepHops {

  private static final int MOST = 50;

  private final HistoryService history;
  private final ProcessEngineConfigurationImpl engine;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final AsHouse house;

  StepHops(
      HistoryService history,
      ProcessEngineConfigurationImpl engine,
      RuntimeService runtime,
      TaskService tasks,
      AsHouse house) {
    this.history = history;
    this.engine = engine;
    this.runtime = runtime;
    this.tasks = tasks;
    this.house = house;
  }

  /**
   * A hop.
   *
   * @param instanceId the process instance both tasks belong to
   * @param step id of the completed step in the model
   * @param scope activity instance of the scope around both
   * @param next id of the open task
   * @param nextActivity its activity instance
   * @param priority priority the completed task had
   */
  record Hop(
      String instanceId,
      String step,
      String scope,
      String next,
      String nextActivity,
      int priority) {}

  /** The name of a task, whether it is open or not; empty when there never was one. */
  Optional<String> name(String taskId) {
    return done(taskId).map(HistoricTaskInstance::getName);
  }

  /** The hop that followed a completed task; empty when what followed is no such hop. */
  Optional<Hop> after(String taskId) {
    return house.call(
        () -> done(taskId).filter(task -> task.getEndTime() != null).flatMap(this::hop));
  }

  private Optional<HistoricTaskInstance> done(String taskId) {
    return Optional.ofNullable(
        house.call(() -> history.createHistoricTaskInstanceQuery().taskId(taskId).singleResult()));
  }

  private Optional<Hop> hop(HistoricTaskInstance done) {
    Set<String> nexts = nexts(done);
    if (nexts.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> scope =
        activity(done.getProcessInstanceId(), done.getTaskDefinitionKey(), done.getId())
            .map(HistoricActivityInstance::getParentActivityInstanceId);
    List<Hop> hops =
        open(done, nexts).stream()
            .flatMap(
                next ->
                    activity(done.getProcessInstanceId(), next.getTaskDefinitionKey(), next.getId())
                        .filter(found -> scope.filter(parent(found)::equals).isPresent())
                        .map(found -> hop(done, next, found))
                        .stream())
            .toList();
    return hops.size() == 1 ? Optional.of(hops.get(0)) : Optional.empty();
  }

  private static String parent(HistoricActivityInstance activity) {
    return String.valueOf(activity.getParentActivityInstanceId());
  }

  private static Hop hop(HistoricTaskInstance done, Task next, HistoricActivityInstance activity) {
    return new Hop(
        done.getProcessInstanceId(),
        done.getTaskDefinitionKey(),
        activity.getParentActivityInstanceId(),
        next.getId(),
        activity.getId(),
        done.getPriority());
  }

  /** Open tasks of the same instance that came when the step was done, or after. */
  private List<Task> open(HistoricTaskInstance done, Collection<String> steps) {
    return tasks
        .createTaskQuery()
        .processInstanceId(done.getProcessInstanceId())
        .taskDefinitionKeyIn(steps.toArray(String[]::new))
        .listPage(0, MOST)
        .stream()
        .filter(next -> !next.getCreateTime().before(done.getEndTime()))
        .toList();
  }

  private Optional<HistoricActivityInstance> activity(String instance, String step, String task) {
    return history
        .createHistoricActivityInstanceQuery()
        .processInstanceId(instance)
        .activityId(step)
        .orderByHistoricActivityInstanceStartTime()
        .desc()
        .listPage(0, MOST)
        .stream()
        .filter(found -> task.equals(found.getTaskId()))
        .findFirst();
  }

  /**
   * Steps that the model draws behind a step with nothing but exclusive gateways between. A step
   * that several people do at once is inside a body of its own: it leads nowhere, and nothing leads
   * to it.
   */
  private Set<String> nexts(HistoricTaskInstance done) {
    Set<String> found = new HashSet<>();
    PvmActivity step =
        engine
            .getCommandExecutorTxRequired()
            .execute(
                context ->
                    engine
                        .getDeploymentCache()
                        .findDeployedProcessDefinitionById(done.getProcessDefinitionId())
                        .findActivity(done.getTaskDefinitionKey()));
    if (step != null) {
      follow(step, new HashSet<>(), found);
    }
    return found;
  }

  private static void follow(PvmActivity from, Set<String> passed, Set<String> found) {
    if (from.getOutgoingTransitions().size() > 1 && !is(from, "exclusiveGateway")) {
      // Several ways out of a task are all gone: that is a fork.
      return;
    }
    for (PvmTransition way : from.getOutgoingTransitions()) {
      PvmActivity to = way.getDestination();
      if (is(to, "userTask")) {
        found.add(to.getId());
      } else if (is(to, "exclusiveGateway") && passed.add(to.getId())) {
        follow(to, passed, found);
      }
    }
  }

  private static boolean is(PvmActivity activity, String type) {
    return type.equals(activity.getProperty("type"));
  }

  /**
   * Goes a hop back: the open task is cancelled, the step before it opens anew in the same scope.
   *
   * @return id of the new task
   */
  String back(Hop hop) {
    return house.call(
        () -> {
          // The step first: a scope whose last activity is cancelled would end with it.
          runtime
              .createProcessInstanceModification(hop.instanceId())
              .startBeforeActivity(hop.step(), hop.scope())
              .cancelActivityInstance(hop.nextActivity())
              .execute();
          Task task =
              tasks
                  .createTaskQuery()
                  .processInstanceId(hop.instanceId())
                  .taskDefinitionKey(hop.step())
                  .active()
                  .orderByTaskCreateTime()
                  .desc()
                  .listPage(0, 1)
                  .get(0);
          if (hop.priority() > task.getPriority()) {
            tasks.setPriority(task.getId(), hop.priority());
          }
          return task.getId();
        });
  }
}
