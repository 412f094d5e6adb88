package vn.thutuc.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;

/** The open tasks of dossiers that the caller may see, as the engine's tenants and rights say. */
@Component
public class OpenTasks {

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final Organisation organisation;
  private final AsHouse house;

  OpenTasks(TaskService tasks, RuntimeService runtime, Organisation organisation, AsHouse house) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.organisation = organisation;
    this.house = house;
  }

  /**
   * An open task.
   *
   * @param number number of its dossier
   * @param id id of the task
   * @param name name of the step, in Vietnamese
   * @param assignee name of who has it; null while nobody has
   */
  public record OpenTask(String number, String id, String name, String assignee) {}

  /** The tasks of these dossiers, called processes included; the oldest first. */
  public List<OpenTask> of(Collection<String> numbers) {
    if (numbers.isEmpty()) {
      return List.of();
    }
    List<Task> open =
        tasks
            .createTaskQuery()
            .processInstanceBusinessKeyIn(numbers.toArray(String[]::new))
            .orderByTaskCreateTime()
            .asc()
            .list();
    Map<String, String> numberOf = numberOf(open);
    return open.stream()
        .map(
            task ->
                new OpenTask(
                    numberOf.get(task.getProcessInstanceId()),
                    task.getId(),
                    task.getName(),
                    name(task.getAssignee())))
        .toList();
  }

  private String name(String person) {
    return person == null ? null : organisation.person(person).map(PersonView::name).orElse(person);
  }

  /** The instance may belong to another agency than the task. */
  private Map<String, String> numberOf(List<Task> open) {
    if (open.isEmpty()) {
      return Map.of();
    }
    return house.call(
        () ->
            runtime
                .createProcessInstanceQuery()
                .processInstanceIds(
                    open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
                .list()
                .stream()
                .collect(
                    Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey)));
  }
}
