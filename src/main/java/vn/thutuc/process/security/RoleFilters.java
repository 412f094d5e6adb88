package vn.thutuc.process.security;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** Tasklist's filters, made once and kept by name. */
@Component
class RoleFilters {

  private static final List<String> ROLES =
      List.of("one-stop-officer", "specialist", "head", "leader", "clerk");

  private final FilterService filters;
  private final TaskService tasks;

  RoleFilters(FilterService filters, TaskService tasks) {
    this.filters = filters;
    this.tasks = tasks;
  }

  void provision(RoleRights rights) {
    filter(
        rights,
        "Việc của tôi",
        -20,
        tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
    filter(
        rights,
        "Chờ nhận của đơn vị",
        -10,
        tasks
            .createTaskQuery()
            .taskCandidateGroupInExpression("${currentUserGroups()}")
            .taskUnassigned());
    filter(rights, "Tất cả việc của đơn vị", 0, tasks.createTaskQuery());
  }

  private void filter(RoleRights rights, String name, int priority, TaskQuery query) {
    Filter filter = filters.createFilterQuery().filterName(name).singleResult();
    if (filter == null) {
      filter =
          filters
              .newTaskFilter(name)
              .setQuery(query)
              .setProperties(Map.of("priority", priority, "refresh", true, "color", "#1a5276"));
      filters.saveFilter(filter);
    }
    String id = filter.getId();
    ROLES.forEach(role -> rights.grantFilter(role, id));
  }
}
