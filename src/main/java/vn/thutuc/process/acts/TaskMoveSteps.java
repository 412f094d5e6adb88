package vn.thutuc.process.acts;

import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.RepeatedAfterLostRace;
import vn.thutuc.dossier.UnitChanges;
import vn.thutuc.organisation.NoHolderException;
import vn.thutuc.process.AsHouse;

/**
 * One step of a run: one task moved in a transaction that holds the run's row, so that nodes take
 * turns and nothing is done twice. What loses a race is repeated.
 */
@Component
@RepeatedAfterLostRace
class TaskMoveSteps {

  private static final Logger LOG = LoggerFactory.getLogger(TaskMoveSteps.class);

  private final TaskMoveRows rows;
  private final WorkTasks work;
  private final TaskMover mover;
  private final UnitChanges units;
  private final AsHouse house;
  private final TransactionTemplate transaction;

  TaskMoveSteps(
      TaskMoveRows rows,
      WorkTasks work,
      TaskMover mover,
      UnitChanges units,
      AsHouse house,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.work = work;
    this.mover = mover;
    this.units = units;
    this.house = house;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** A task could not be moved; its transaction is rolled back. */
  static final class NotMoved extends RuntimeException {

    private final long item;

    NotMoved(long item, RuntimeException cause) {
      super(cause);
      this.item = item;
    }

    long item() {
      return item;
    }
  }

  /** Moves the next task; false when none is left. */
  boolean next(long id) {
    return Boolean.TRUE.equals(transaction.execute(status -> moveNext(id)));
  }

  private boolean moveNext(long id) {
    Optional<TaskMove> held = rows.hold(id);
    if (held.isEmpty()) {
      return false;
    }
    Optional<TaskMove.Item> next = rows.next(id);
    if (next.isEmpty()) {
      rows.finish(id);
      return false;
    }
    TaskMove.Item item = next.get();
    try {
      TaskMover.Outcome outcome =
          house.callFor(held.get().openedBy(), () -> move(held.get(), item));
      rows.record(
          item.id(),
          outcome == null
              ? TaskMove.ItemState.GONE
              : TaskMove.ItemState.valueOf(outcome.state().name()),
          outcome == null
              ? "Việc đã hoàn thành, hoặc hồ sơ đã rút, dừng hay chuyển bước."
              : outcome.reason());
    } catch (RuntimeException failure) {
      throw new NotMoved(item.id(), failure);
    }
    return true;
  }

  /** Null when the task is gone. */
  private TaskMover.Outcome move(TaskMove run, TaskMove.Item item) {
    if (run.kind() == TaskMove.Kind.UNIT) {
      return units.succeed(item.number(), run.from(), run.to(), run.reason())
          ? new TaskMover.Outcome(TaskMover.State.MOVED, null)
          : new TaskMover.Outcome(
              TaskMover.State.UNCHANGED, "Hồ sơ không còn phần việc nào của đơn vị cũ.");
    }
    Optional<WorkTask> held = work.heldByHouse(item.taskId());
    if (held.isEmpty()) {
      return null;
    }
    WorkTask task = held.get();
    if (run.kind() == TaskMove.Kind.TRANSFER && !Objects.equals(run.from(), task.assignee())) {
      return new TaskMover.Outcome(
          TaskMover.State.UNCHANGED, "Việc không còn do người chuyển đi giữ.");
    }
    return mover.assign(task, run.to(), run.reason(), run.openedBy());
  }

  /** Records that a task could not be moved; it stays where it was and stops no other. */
  void fail(long id, NotMoved failure) {
    LOG.error("Task of item {} of run {} could not be moved", failure.item(), id, failure);
    transaction.executeWithoutResult(
        status ->
            rows.hold(id)
                .ifPresent(
                    run ->
                        rows.record(
                            failure.item(), TaskMove.ItemState.FAILED, words(failure.getCause()))));
  }

  /** What a rule or the organisation says is told; anything else is the server's affair. */
  private static String words(Throwable failure) {
    return failure instanceof NoHolderException || failure instanceof DossierProblem
        ? failure.getMessage()
        : "Lỗi khi chuyển; việc giữ nguyên. Hãy thử lại hoặc báo quản trị viên.";
  }
}
