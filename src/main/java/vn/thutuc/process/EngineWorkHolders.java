package vn.thutuc.process;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.WorkHolders;

/** The open tasks of a dossier, called processes included, with whoever has or may take them. */
@Component
class EngineWorkHolders implements WorkHolders {

  /** A dossier has a handful of open tasks. */
  private static final int MOST = 50;

  private final TaskService tasks;
  private final AsHouse house;

  EngineWorkHolders(@Lazy TaskService tasks, AsHouse house) {
    this.tasks = tasks;
    this.house = house;
  }

  @Override
  public List<OpenWork> openWork(String number) {
    return house.call(
        () ->
            tasks
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .orderByTaskCreateTime()
                .asc()
                .listPage(0, MOST)
                .stream()
                .map(task -> new OpenWork(task.getAssignee(), groups(task)))
                .toList());
  }

  private Set<String> groups(Task task) {
    return tasks.getIdentityLinksForTask(task.getId()).stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }
}
