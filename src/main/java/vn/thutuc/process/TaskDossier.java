package vn.thutuc.process;

import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Finds the dossier of a task the caller may see. */
@Component
public class TaskDossier {

  private final TaskService tasks;
  private final org.camunda.bpm.engine.RuntimeService runtime;
  private final AsHouse house;

  TaskDossier(TaskService tasks, org.camunda.bpm.engine.RuntimeService runtime, AsHouse house) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.house = house;
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
}
