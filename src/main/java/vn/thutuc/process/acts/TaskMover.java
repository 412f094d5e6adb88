package vn.thutuc.process.acts;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Verdict;
import vn.thutuc.dossier.DossierWork;
import vn.thutuc.dossier.JournalEvent;
import vn.thutuc.process.AsHouse;
import vn.thutuc.process.task.TaskHolders;

/**
 * Gives one held task to somebody, as a head or an administrator may; answers instead of throwing.
 */
@Component
class TaskMover {

  private final TaskHolders holders;
  private final DossierWork dossiers;
  private final Rights rights;
  private final AsHouse house;

  TaskMover(TaskHolders holders, DossierWork dossiers, Rights rights, AsHouse house) {
    this.holders = holders;
    this.dossiers = dossiers;
    this.rights = rights;
    this.house = house;
  }

  /** What became of a task. */
  enum State {
    MOVED,
    /** It was there already. */
    UNCHANGED,
    REFUSED
  }

  /** What became of it, and why not; the reason is null when it was moved. */
  record Outcome(State state, String reason) {}

  /**
   * Assigns a task.
   *
   * @param to login id; null for the unit's queue
   * @param by login id of the head
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Outcome assign(WorkTask task, String to, String reason, String by) {
    Optional<String> head = rights.heads(task, by);
    boolean administers = head.isEmpty() && rights.administers(by);
    Verdict verdict =
        TaskRule.assign(
            head.isPresent() || administers, to == null, to != null && rights.mayWork(task, to));
    if (!verdict.allowed()) {
      return new Outcome(State.REFUSED, verdict.reasonVi());
    }
    if (Objects.equals(to, task.assignee())) {
      return new Outcome(
          State.UNCHANGED,
          to == null
              ? "Việc đang ở hàng chờ chung của đơn vị."
              : "Việc đã do %s giữ.".formatted(rights.name(to)));
    }
    house.run(() -> holders.give(task.id(), to, null));
    String from = task.assignee() == null ? "hàng chờ" : rights.name(task.assignee());
    String target = to == null ? "hàng chờ của đơn vị" : rights.name(to);
    dossiers.trace(
        task.number(),
        JournalEvent.ASSIGNED,
        reason,
        "%s: %s → %s".formatted(task.name(), from, target),
        head.filter(principal -> !principal.isEmpty()).orElse(null));
    return new Outcome(State.MOVED, null);
  }
}
