package vn.thutuc.process.task;

import java.util.function.Consumer;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Writes who has a task and for whom, in one command; the engine's single commands cannot take an
 * owner away. Run as the house.
 */
@Component
public class TaskHolders {

  private final TaskService tasks;

  TaskHolders(@Lazy TaskService tasks) {
    this.tasks = tasks;
  }

  /**
   * Gives a task to somebody.
   *
   * @param assignee login id; null for the queue
   * @param owner login id of who handed it over, or for whom it was taken; null for nobody
   */
  public void give(String taskId, String assignee, String owner) {
    change(
        taskId,
        task -> {
          task.setOwner(owner);
          task.setAssignee(assignee);
        });
  }

  /** Lets a task that was put back be seen again. */
  public void takeUpAgain(String taskId) {
    change(taskId, task -> task.setFollowUpDate(null));
  }

  private void change(String taskId, Consumer<Task> change) {
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    change.accept(task);
    tasks.saveTask(task);
  }
}
