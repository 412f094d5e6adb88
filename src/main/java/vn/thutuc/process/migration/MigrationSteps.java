package vn.thutuc.process.migration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thutuc.dossier.DossierModels;
import vn.thutuc.dossier.RepeatedAfterLostRace;

/**
 * One step of a run: one instance tried or moved, in a transaction that holds the run's row, so
 * that nodes take turns. What loses a race is repeated.
 */
@Component
@RepeatedAfterLostRace
class MigrationSteps {

  private static final Logger LOG = LoggerFactory.getLogger(MigrationSteps.class);

  private final MigrationRuns runs;
  private final Mover mover;
  private final DossierModels dossiers;
  private final TransactionTemplate transaction;
  private final TransactionTemplate apart;

  MigrationSteps(
      MigrationRuns runs,
      Mover mover,
      DossierModels dossiers,
      PlatformTransactionManager transactions) {
    this.runs = runs;
    this.mover = mover;
    this.dossiers = dossiers;
    this.transaction = new TransactionTemplate(transactions);
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** How a step ended. */
  enum Step {
    GO_ON,
    /** No instance is left. */
    THROUGH,
    /** The calendar is being changed: dates move, and nothing could be compared. */
    CALENDAR
  }

  /** An instance could not be moved; its transaction is rolled back. */
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

  /** Moves the next instance for good. */
  Step move(long id, MovePlan plan) {
    return transaction.execute(status -> moveNext(id, plan));
  }

  private Step moveNext(long id, MovePlan plan) {
    Optional<MigrationRun> held = runs.hold(id, MigrationRun.State.RUNNING);
    if (held.isEmpty()) {
      return Step.THROUGH;
    }
    MigrationRun run = held.get();
    Optional<MigrationItem> next = runs.next(run, MigrationItem.State.MAPS);
    if (next.isEmpty()) {
      runs.end(id, MigrationRun.State.DONE);
      return Step.THROUGH;
    }
    if (dossiers.calendarIsChanging()) {
      return Step.CALENDAR;
    }
    MigrationItem item = next.get();
    Optional<Mover.Moved> moved = moved(run, plan, item);
    if (moved.isPresent()) {
      runs.record(id, item.id(), MigrationItem.State.MOVED, null, moved.get());
    } else {
      runs.record(id, item.id(), MigrationItem.State.GONE, Mover.Gone.WORDS, null);
    }
    return Step.GO_ON;
  }

  /** What cannot be recorded is no failure of the dossier: the run is left and resumed. */
  private Optional<Mover.Moved> moved(MigrationRun run, MovePlan plan, MigrationItem item) {
    try {
      return Optional.of(
          mover.move(plan, item.instanceId(), item.number(), run.id(), run.startedBy()));
    } catch (Mover.Gone gone) {
      return Optional.empty();
    } catch (RuntimeException failure) {
      throw new NotMoved(item.id(), failure);
    }
  }

  /**
   * Records that an instance could not be tried or moved; another node may have done it meanwhile.
   */
  void fail(long id, MigrationRun.State state, NotMoved failure) {
    Mover.Stays stays = failure.getCause() instanceof Mover.Stays found ? found : null;
    if (stays == null) {
      LOG.warn("Migration {} cannot move item {}", id, failure.item(), failure.getCause());
    }
    transaction.executeWithoutResult(
        status ->
            runs.hold(id, state)
                .filter(run -> run.lastItem() < failure.item())
                .ifPresent(
                    run ->
                        runs.record(
                            id,
                            failure.item(),
                            state == MigrationRun.State.TRIAL
                                ? MigrationItem.State.DOES_NOT_MAP
                                : MigrationItem.State.FAILED,
                            reason(failure.getCause()),
                            stays == null ? null : stays.at())));
  }

  private static String reason(Throwable failure) {
    return failure instanceof Mover.Stays
        ? failure.getMessage()
        : "Lỗi khi chuyển (%s); hồ sơ giữ nguyên. Người vận hành xem nhật ký máy chủ, sau đó thử lại."
            .formatted(failure.getClass().getSimpleName());
  }

  /** Tries the next instance: moves it in a transaction of its own that is always rolled back. */
  Step attempt(long id, MovePlan plan) {
    return transaction.execute(status -> attemptNext(id, plan));
  }

  private Step attemptNext(long id, MovePlan plan) {
    Optional<MigrationRun> held = runs.hold(id, MigrationRun.State.TRIAL);
    if (held.isEmpty()) {
      return Step.THROUGH;
    }
    MigrationRun run = held.get();
    Optional<MigrationItem> next = runs.next(run, MigrationItem.State.WAITING);
    if (next.isEmpty()) {
      runs.tried(id, fingerprint(run));
      return Step.THROUGH;
    }
    if (dossiers.calendarIsChanging()) {
      return Step.CALENDAR;
    }
    attempt(run, plan, next.get());
    return Step.GO_ON;
  }

  private void attempt(MigrationRun run, MovePlan plan, MigrationItem item) {
    MigrationItem.State state = MigrationItem.State.MAPS;
    String reason = null;
    Mover.Moved would = null;
    try {
      would =
          apart.execute(
              status -> {
                status.setRollbackOnly();
                return mover.move(plan, item.instanceId(), item.number(), run.id(), null);
              });
    } catch (Mover.Gone gone) {
      state = MigrationItem.State.GONE;
      reason = Mover.Gone.WORDS;
    } catch (Mover.Stays stays) {
      state = MigrationItem.State.DOES_NOT_MAP;
      reason = stays.getMessage();
      would = stays.at();
    } catch (RuntimeException failure) {
      throw new NotMoved(item.id(), failure);
    }
    runs.record(run.id(), item.id(), state, reason, would);
  }

  /** What a start must name: the two versions, the mapping, and how many map of how many. */
  private String fingerprint(MigrationRun run) {
    Map<MigrationItem.State, Integer> counts = runs.counts(run.id());
    String looked =
        "%d|%s|%s|%s|%d|%s"
            .formatted(
                run.id(), run.sourceId(), run.targetId(), run.mapping(), run.total(), counts);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(looked.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 32);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
