package vn.thutuc.dossier;

import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thutuc.almanac.Almanac;
import vn.thutuc.almanac.CalendarRuns;

/**
 * Carries a change of the calendar to the open dossiers, by id, each in a transaction of its own
 * that also holds and advances the run's row. So a killed server goes on exactly behind the last
 * dossier that was carried, nodes that work on the same run take turns and carry each dossier once,
 * and a dossier that fails is counted, listed and left to the repair, and stops no other.
 */
@Service
public class CalendarRun {

  private static final Logger LOG = LoggerFactory.getLogger(CalendarRun.class);

  /** A dossier that fails is tried once more: an officer may have been at it. */
  private static final int ATTEMPTS = 2;

  private final CalendarRuns runs;
  private final OpenDossiers open;
  private final CalendarCarrier carrier;
  private final Almanac almanac;
  private final TransactionTemplate transaction;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "calendar-run");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean closing;

  CalendarRun(
      CalendarRuns runs,
      OpenDossiers open,
      CalendarCarrier carrier,
      Almanac almanac,
      PlatformTransactionManager transactions) {
    this.runs = runs;
    this.open = open;
    this.carrier = carrier;
    this.almanac = almanac;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * How far a run is.
   *
   * @param remaining open dossiers it has not seen; 0 when it is finished
   */
  public record Progress(CalendarRuns.Run run, long remaining) {}

  /** How far a run is; empty when there is none with this id. */
  public Optional<Progress> progress(long id) {
    return runs.find(id)
        .map(run -> new Progress(run, run.isOpen() ? open.count(run.lastDossier()) : 0));
  }

  /**
   * Goes on with the run that is open, if any, in the background. Nothing happens when it is
   * already being worked on to its end.
   *
   * @return done when no run is open any more; failed when the run had to be left
   */
  public CompletableFuture<Void> resumeOpenRun() {
    return CompletableFuture.runAsync(
        () -> runs.openRun().ifPresent(run -> carry(run.id())), background);
  }

  /**
   * Tries the dossiers that the last run could not carry once more, each in a transaction of its
   * own; those that fail again stay on its list. Nothing happens when the calendar has changed
   * again since.
   *
   * @param id the run
   */
  public void retryFailed(long id) {
    CalendarCarrier.Before before = new CalendarCarrier.Before(almanac, id);
    for (CalendarRuns.Failure failed : runs.failures(id)) {
      try {
        transaction.executeWithoutResult(status -> retry(id, failed.dossier(), before));
      } catch (DossierFailed again) {
        LOG.warn("Calendar run {} still cannot carry {}", id, failed.number(), again.getCause());
      }
    }
  }

  private void retry(long id, long dossier, CalendarCarrier.Before before) {
    runs.takeFailed(id, dossier).ifPresent(run -> runs.correct(id, carry(run, before, dossier)));
  }

  /**
   * Carries a run to its end, in the caller's thread. Several may do so at once.
   *
   * @param id the run
   */
  public void carry(long id) {
    LOG.info("Calendar run {} goes on", id);
    CalendarCarrier.Before before = new CalendarCarrier.Before(almanac, id);
    try {
      while (!closing && carryNext(id, before)) {
        // Each turn is one dossier.
      }
      LOG.info("Calendar run {} rests: {}", id, runs.find(id).orElse(null));
    } catch (RuntimeException failure) {
      LOG.error("Calendar run {} had to be left and can be resumed", id, failure);
      throw failure;
    }
  }

  /** Whether there may be more. */
  private boolean carryNext(long id, CalendarCarrier.Before before) {
    for (int attempt = 1; ; attempt++) {
      try {
        return Boolean.TRUE.equals(transaction.execute(status -> step(id, before)));
      } catch (DossierFailed failure) {
        if (attempt >= ATTEMPTS) {
          LOG.warn(
              "Calendar run {} cannot carry dossier {}", id, failure.dossier, failure.getCause());
          transaction.executeWithoutResult(status -> fail(id, failure.dossier));
          return true;
        }
      }
    }
  }

  private boolean step(long id, CalendarCarrier.Before before) {
    Optional<CalendarRuns.Run> held = runs.hold(id);
    if (held.isEmpty()) {
      return false;
    }
    Optional<Long> next = open.next(held.get().lastDossier());
    if (next.isEmpty()) {
      runs.finish(id);
      return false;
    }
    runs.advance(id, next.get(), carry(held.get(), before, next.get()));
    return true;
  }

  private CalendarRuns.Step carry(
      CalendarRuns.Run run, CalendarCarrier.Before before, long dossier) {
    try {
      return carrier.carry(run, before, dossier);
    } catch (RuntimeException failure) {
      throw new DossierFailed(dossier, failure);
    }
  }

  /** Another node may have carried it meanwhile. */
  private void fail(long id, long dossier) {
    runs.hold(id)
        .filter(run -> run.lastDossier() < dossier)
        .ifPresent(run -> runs.fail(id, dossier));
  }

  @PreDestroy
  void close() throws InterruptedException {
    closing = true;
    background.shutdown();
    if (!background.awaitTermination(20, TimeUnit.SECONDS)) {
      LOG.warn(
          "A calendar run is left in the middle of a dossier; it is resumed at the next start");
    }
  }

  private static final class DossierFailed extends RuntimeException {

    private final long dossier;

    DossierFailed(long dossier, RuntimeException cause) {
      super(cause);
      this.dossier = dossier;
    }
  }
}
