package vn.thutuc.process.acts;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.process.AsHouse;

/** Reads open tasks, and holds one while it is changed. */
@Component
class WorkTasks {

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final Organisation organisation;
  private final AsHouse house;
  private final JdbcClient jdbc;

  WorkTasks(
      TaskService tasks,
      RuntimeService runtime,
      Organisation organisation,
      AsHouse house,
      JdbcClient jdbc) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.organisation = organisation;
    this.house = house;
    this.jdbc = jdbc;
  }

  /**
   * A task the caller's agencies may see.
   *
   * @throws DossierProblem when there is none
   */
  WorkTask seen(String taskId) {
    if (tasks.createTaskQuery().taskId(taskId).singleResult() == null) {
      throw gone();
    }
    return any(taskId).orElseThrow(WorkTasks::gone);
  }

  /**
   * The same, and until the caller's transaction ends nobody else changes it: who completes or
   * claims it meanwhile comes after, and is asked again whether they may.
   */
  WorkTask held(String taskId) {
    seen(taskId);
    return heldByHouse(taskId).orElseThrow(WorkTasks::gone);
  }

  /** Holds a task whoever asks; empty when it is gone. */
  Optional<WorkTask> heldByHouse(String taskId) {
    return hold(taskId) ? any(taskId) : Optional.empty();
  }

  private boolean hold(String taskId) {
    return jdbc.sql("select id_ from act_ru_task where id_ = ? for update")
        .param(taskId)
        .query(String.class)
        .optional()
        .isPresent();
  }

  static DossierProblem gone() {
    return new DossierProblem(
        DossierProblem.Kind.NOT_FOUND,
        "task-not-found",
        "taskId",
        "Việc này không còn hoặc không thuộc đơn vị của anh/chị. Hãy tải lại danh sách.");
  }

  /** A task, whoever asks; empty when it is gone. */
  Optional<WorkTask> any(String taskId) {
    return house.call(() -> read(taskId));
  }

  private Optional<WorkTask> read(String taskId) {
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    if (task == null) {
      return Optional.empty();
    }
    ProcessInstance instance =
        runtime
            .createProcessInstanceQuery()
            .processInstanceId(task.getProcessInstanceId())
            .singleResult();
    if (instance == null || instance.getBusinessKey() == null) {
      return Optional.empty();
    }
    List<IdentityLink> links = tasks.getIdentityLinksForTask(taskId);
    return Optional.of(
        new WorkTask(
            task.getId(),
            task.getName(),
            task.getTaskDefinitionKey(),
            instance.getBusinessKey(),
            task.getAssignee(),
            task.getOwner(),
            task.getFollowUpDate() == null ? null : task.getFollowUpDate().toInstant(),
            links.stream()
                .map(IdentityLink::getGroupId)
                .flatMap(group -> organisation.parseGroup(group).stream())
                .distinct()
                .toList()));
  }
}
