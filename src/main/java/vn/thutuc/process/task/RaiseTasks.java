package vn.thutuc.process.task;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.Ladder;
import vn.thutuc.organisation.GroupRef;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.process.AsHouse;

/** Raises the open tasks of a dossier when a rung rings: priority, and the head may take them. */
@Component
public class RaiseTasks {

  private static final String HEAD = "head";

  /** A late signature stays the leader's. */
  private static final String LEADER = "leader";

  private final TaskService tasks;
  private final TaskHolders holders;
  private final Organisation organisation;
  private final AsHouse house;
  private final Now now;

  RaiseTasks(
      @Lazy TaskService tasks,
      TaskHolders holders,
      @Lazy Organisation organisation,
      AsHouse house,
      Now now) {
    this.now = now;
    this.tasks = tasks;
    this.holders = holders;
    this.organisation = organisation;
    this.house = house;
  }

  /** Raises all open tasks of a dossier's process tree; repeating it changes nothing. */
  public void raise(String number, Ladder.Rung rung) {
    house.run(
        () ->
            tasks.createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .filter(task -> task.getPriority() < rung.priority())
                .forEach(task -> raise(task, rung)));
  }

  private void raise(Task task, Ladder.Rung rung) {
    tasks.setPriority(task.getId(), rung.priority());
    if (task.getFollowUpDate() != null) {
      // What was put back comes again when the term calls.
      holders.takeUpAgain(task.getId());
    }
    if (HEAD.equals(rung.tell())) {
      List<IdentityLink> links = tasks.getIdentityLinksForTask(task.getId());
      links.stream()
          .map(IdentityLink::getGroupId)
          .flatMap(group -> organisation.parseGroup(group).stream())
          .filter(group -> !LEADER.equals(group.role()))
          .map(GroupRef::unitId)
          .distinct()
          .map(unit -> organisation.actingUnit(unit, HEAD, now.local().toLocalDate()).id())
          .map(unit -> organisation.group(unit, HEAD))
          .filter(group -> links.stream().noneMatch(link -> group.equals(link.getGroupId())))
          .forEach(
              group -> tasks.addGroupIdentityLink(task.getId(), group, IdentityLinkType.CANDIDATE));
    }
  }
}
