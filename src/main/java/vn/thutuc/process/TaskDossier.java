package vn.thutuc.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import vn.thutuc.process.task.TaskOpenings;

/** Finds the dossier of a task the caller may see. */
@Component
public class TaskDossier {

  private final TaskService tasks;
  private final org.camunda.bpm.engine.RuntimeService runtime;
  private final TaskOpenings openings;
  private final AsHouse house;

  TaskDossier(
      TaskService tasks,
      org.camunda.bpm.engine.RuntimeService runtime,
      TaskOpenings openings,
      AsHouse house) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.openings = openings;
    this.house = house;
  }

  /** Like {@link #number}, for a tab about the task: from now on the caller has opened it. */
  public Optional<String> opened(String taskId) {
    Optional<String> number = number(taskId);
    number.flatMap(found -> house.person()).ifPresent(person -> openings.opened(taskId, person));
    return number;
  }

  /** Whether the caller has the task. */
  public boolean isMine(String taskId) {
    return house
        .person()
        .map(me -> tasks.createTaskQuery().taskId(taskId).taskAssignee(me).count() == 1)
        .orElse(false);
  }

  /** The dossier's number; empty when there is no such task or the caller's agency has it not. */
  public Optional<String> number(String taskId) {
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    return task == null
        ? Optional.empty()
        : Optional.ofNullable(
            house.call(
                () -> {
                  ProcessInstance instance =
                      runtime
                          .createProcessInstanceQuery()
                          .processInstanceId(task.getProcessInstanceId())
                          .singleResult();
                  return instance == null ? null : instance.getBusinessKey();
                }));
  }

  /** The dossiers' numbers by task; tasks that the caller does not see are left out. */
  public Map<String, String> numbers(Collection<String> taskIds) {
    if (taskIds.isEmpty()) {
      return Map.of();
    }
    List<Task> seen = tasks.createTaskQuery().taskIdIn(taskIds.toArray(String[]::new)).list();
    Set<String> instances =
        seen.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
    if (instances.isEmpty()) {
      return Map.of();
    }
    Map<String, String> numberOf = new HashMap<>();
    house.run(
        () ->
            runtime
                .createProcessInstanceQuery()
                .processInstanceIds(instances)
                .list()
                .forEach(instance -> numberOf.put(instance.getId(), instance.getBusinessKey())));
    Map<String, String> numbers = new HashMap<>();
    seen.stream()
        .filter(task -> numberOf.get(task.getProcessInstanceId()) != null)
        .forEach(task -> numbers.put(task.getId(), numberOf.get(task.getProcessInstanceId())));
    return numbers;
  }
}
