package vn.thutuc.process.task;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;
import vn.thutuc.organisation.GroupRef;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;

/** Gives the open tasks of a dossier from one unit to another: candidates, assignee, agency. */
@Component
public class TasksOfUnits {

  private static final String DESK = "one-stop-officer";

  private final TaskService tasks;
  private final TaskHolders holders;
  private final Organisation organisation;
  private final JdbcClient jdbc;
  private final Now now;

  TasksOfUnits(
      @Lazy TaskService tasks,
      TaskHolders holders,
      @Lazy Organisation organisation,
      JdbcClient jdbc,
      Now now) {
    this.tasks = tasks;
    this.holders = holders;
    this.organisation = organisation;
    this.jdbc = jdbc;
    this.now = now;
  }

  /**
   * Moves the open tasks; run as the house.
   *
   * @param desk whether the desk's steps go as well
   */
  public void move(String number, String from, String to, boolean desk) {
    tasks
        .createTaskQuery()
        .processInstanceBusinessKey(number)
        .list()
        .forEach(task -> move(task, from, to, desk));
  }

  private void move(Task task, String from, String to, boolean desk) {
    List<IdentityLink> links = tasks.getIdentityLinksForTask(task.getId());
    for (IdentityLink link : links) {
      Optional<GroupRef> group = organisation.parseGroup(link.getGroupId());
      if (group.isPresent() && (desk || !DESK.equals(group.get().role()))) {
        move(task, group.get(), from, to);
      }
    }
  }

  private void move(Task task, GroupRef group, String from, String to) {
    boolean isTheirs =
        group.unitId().equals(from)
            || organisation
                .actingUnitIfAny(from, group.role(), now.local().toLocalDate())
                .filter(unit -> unit.id().equals(group.unitId()))
                .isPresent();
    if (!isTheirs) {
      return;
    }
    UnitView unit = organisation.actingUnit(to, group.role(), now.local().toLocalDate());
    if (unit.id().equals(group.unitId())) {
      return;
    }
    tasks.addGroupIdentityLink(
        task.getId(), organisation.group(unit.id(), group.role()), IdentityLinkType.CANDIDATE);
    tasks.deleteGroupIdentityLink(
        task.getId(), organisation.group(group.unitId(), group.role()), IdentityLinkType.CANDIDATE);
    boolean keeps =
        task.getAssignee() == null
            || organisation.holds(
                task.getAssignee(), unit.id(), group.role(), now.local().toLocalDate());
    if (!keeps) {
      holders.give(task.getId(), null, null);
    }
    organisation.agencyOf(unit.id()).ifPresent(agency -> setTenant(task.getId(), agency.id()));
  }

  /**
   * The engine gives a task its tenant once, and refuses to change it through its own interface.
   */
  private void setTenant(String task, String agency) {
    jdbc.sql(
            """
            update act_ru_task set tenant_id_ = :agency, rev_ = rev_ + 1
            where id_ = :task and tenant_id_ is distinct from :agency
            """)
        .param("agency", agency)
        .param("task", task)
        .update();
  }
}
