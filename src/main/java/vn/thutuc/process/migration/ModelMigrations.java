package vn.thutuc.process.migration;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thutuc.dossier.DossierModels;
import vn.thutuc.dossier.DossierProblem;

/**
 * Moves the running dossiers of a version of a model to another: plan, trial, run, report. A run
 * goes on behind the last dossier that was moved, at the next start or on another node; a dossier
 * that cannot be moved stays as it is, is listed with its reason, and stops no other.
 */
@Service
public class ModelMigrations {

  private static final Logger LOG = LoggerFactory.getLogger(ModelMigrations.class);

  private final MovePlans plans;
  private final MigrationRuns runs;
  private final MigrationSteps steps;
  private final VersionsInUse versions;
  private final DossierModels dossiers;
  private final TransactionTemplate transaction;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "model-migration");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean closing;

  ModelMigrations(
      MovePlans plans,
      MigrationRuns runs,
      MigrationSteps steps,
      VersionsInUse versions,
      DossierModels dossiers,
      PlatformTransactionManager transactions) {
    this.plans = plans;
    this.runs = runs;
    this.steps = steps;
    this.versions = versions;
    this.dossiers = dossiers;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * How far a run is.
   *
   * @param remaining instances that the present pass has still to see
   * @param proof of a run that is done, compared anew; null before
   */
  public record Progress(
      MigrationRun run,
      Map<MigrationItem.State, Integer> counts,
      int remaining,
      MigrationRun.Proof proof) {}

  /** The models of which instances run, with every version in use and the newest. */
  public List<VersionsInUse.Model> models() {
    return versions.all();
  }

  /** The plan; the mapping is what an administrator adds, as {@code OldId=NewId;…}. */
  public MovePlan plan(String sourceId, String targetId, String mapping) {
    return plans.of(sourceId, targetId, Successors.parse(mapping));
  }

  /** How many instances of a version stand at each element. */
  public Map<String, Integer> standingAt(String definitionId) {
    return versions.standingAt(definitionId);
  }

  /** Processes that the old version's instances have called and that run on versions of theirs. */
  public List<VersionsInUse.Called> called(String definitionId) {
    return versions.called(definitionId);
  }

  /**
   * Opens a trial over all instances of the old version; {@link #resume} then works on it.
   *
   * @return id of the run
   */
  public long openTrial(String sourceId, String targetId, String mapping, String by) {
    Successors entered = Successors.parse(mapping);
    MovePlan plan = plans.of(sourceId, targetId, entered);
    requireCalm();
    try {
      return transaction.execute(status -> runs.open(plan, entered.text(), by));
    } catch (DuplicateKeyException open) {
      throw DossierProblem.conflict(
          "migration-open",
          "Một lần chuyển phiên bản khác đang chạy. Hãy chờ xong, bỏ lần thử đó, hoặc bấm tiếp tục"
              + " nếu việc đó bị gián đoạn.");
    }
  }

  private void requireCalm() {
    Boolean changing = transaction.execute(status -> dossiers.calendarIsChanging());
    if (Boolean.TRUE.equals(changing)) {
      throw DossierProblem.conflict(
          "calendar-changing",
          "Một thay đổi lịch đang được áp dụng cho các hồ sơ nên thời hạn đang đổi. Hãy chờ xong rồi"
              + " chuyển phiên bản.");
    }
  }

  /**
   * Starts the run of what a trial found to map.
   *
   * @param fingerprint of the trial that was looked at
   */
  public void start(long id, String fingerprint, String by) {
    requireCalm();
    try {
      transaction.executeWithoutResult(
          status -> {
            MigrationRun run = held(id, MigrationRun.State.TRIED);
            if (!run.fingerprint().equals(fingerprint)) {
              throw DossierProblem.conflict(
                  "fingerprint-differs",
                  "Kết quả chạy thử đã khác với bản anh/chị đã xem. Hãy tải lại trang, xem lại rồi mới"
                      + " chuyển.");
            }
            runs.start(id, by);
          });
    } catch (DuplicateKeyException open) {
      throw DossierProblem.conflict(
          "migration-open", "Một lần chuyển phiên bản khác đang chạy. Hãy chờ xong.");
    }
  }

  /** Takes a trial away, finished or not; nothing has been changed by it. */
  public void drop(long id) {
    transaction.executeWithoutResult(
        status -> {
          runs.hold(id, MigrationRun.State.TRIAL)
              .or(() -> runs.hold(id, MigrationRun.State.TRIED))
              .orElseThrow(() -> notInState(id));
          runs.end(id, MigrationRun.State.DROPPED);
        });
  }

  /** Lets the instances that a finished run could not move be tried once more. */
  public void retry(long id) {
    requireCalm();
    try {
      transaction.executeWithoutResult(
          status -> {
            held(id, MigrationRun.State.DONE);
            runs.again(id);
          });
    } catch (DuplicateKeyException open) {
      throw DossierProblem.conflict(
          "migration-open", "Một lần chuyển phiên bản khác đang chạy. Hãy chờ xong.");
    }
  }

  private MigrationRun held(long id, MigrationRun.State state) {
    return runs.hold(id, state).orElseThrow(() -> notInState(id));
  }

  private DossierProblem notInState(long id) {
    return runs.find(id).isEmpty()
        ? new DossierProblem(
            DossierProblem.Kind.NOT_FOUND,
            "migration-not-found",
            "id",
            "Không có lần chuyển phiên bản số " + id + ".")
        : DossierProblem.conflict(
            "migration-state", "Lần chuyển phiên bản này đang ở bước khác. Hãy tải lại trang.");
  }

  /** The newest runs. */
  public List<MigrationRun> all() {
    return runs.all();
  }

  /** How far a run is. */
  public Progress progress(long id) {
    MigrationRun run = runs.find(id).orElseThrow(() -> notInState(id));
    Map<MigrationItem.State, Integer> counts = runs.counts(id);
    int remaining =
        switch (run.state()) {
          case TRIAL -> counts.getOrDefault(MigrationItem.State.WAITING, 0);
          case RUNNING, TRIED -> counts.getOrDefault(MigrationItem.State.MAPS, 0);
          case DONE, DROPPED -> 0;
        };
    MigrationRun.Proof proof = run.state() == MigrationRun.State.DONE ? runs.proof(id) : null;
    return new Progress(run, counts, remaining, proof);
  }

  /** Instances of a run behind one, in a state or in any. */
  public List<MigrationItem> items(long id, MigrationItem.State state, long after, int size) {
    return runs.page(id, state, after, size);
  }

  /**
   * Goes on with the run that is open, if any, in the background. Nothing happens when it is
   * already being worked on to its end.
   */
  public CompletableFuture<Void> resume() {
    return CompletableFuture.runAsync(() -> runs.open().ifPresent(this::work), background);
  }

  /** Works on a run to the end of its trial or of its moves, in the caller's thread. */
  public void work(long id) {
    runs.find(id).ifPresent(this::work);
  }

  private void work(MigrationRun run) {
    LOG.info("Migration {} goes on: {}", run.id(), run);
    try {
      MovePlan plan = plans.of(run.sourceId(), run.targetId(), Successors.parse(run.mapping()));
      while (!closing && step(run, plan)) {
        // Each turn is one process instance.
      }
      LOG.info("Migration {} rests: {}", run.id(), runs.counts(run.id()));
    } catch (RuntimeException failure) {
      LOG.error("Migration {} had to be left and can be resumed", run.id(), failure);
      throw failure;
    }
  }

  /** Whether there may be more. */
  private boolean step(MigrationRun run, MovePlan plan) {
    try {
      MigrationSteps.Step step =
          run.state() == MigrationRun.State.TRIAL
              ? steps.attempt(run.id(), plan)
              : steps.move(run.id(), plan);
      if (step == MigrationSteps.Step.CALENDAR) {
        LOG.warn("Migration {} rests while the calendar changes; resume it then", run.id());
      }
      return step == MigrationSteps.Step.GO_ON;
    } catch (MigrationSteps.NotMoved failure) {
      steps.fail(run.id(), run.state(), failure);
      return true;
    }
  }

  /** The run that is worked on, if any. */
  public Optional<MigrationRun> open() {
    return runs.open();
  }

  @PreDestroy
  void close() throws InterruptedException {
    closing = true;
    background.shutdown();
    if (!background.awaitTermination(20, TimeUnit.SECONDS)) {
      LOG.warn("A migration is left in the middle of a dossier; it is resumed at the next start");
    }
  }
}
