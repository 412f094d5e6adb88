package vn.thutuc.process.acts;

import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;

/**
 * Goes on at the start with moves of tasks that a stop interrupted, and looks every half minute
 * whether a new day has begun for deputies.
 */
@Component
@Profile("!rehearsal")
class ActsWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ActsWatch.class);
  private static final int SECONDS = 30;

  /** After the opening, which is in phase 0. */
  private static final int PHASE = 1;

  private final DeputyDays days;
  private final TaskMoves moves;
  private final Now now;
  private final boolean isTest;
  private volatile ScheduledExecutorService watch;
  private volatile LocalDate seen;

  ActsWatch(
      DeputyDays days, TaskMoves moves, Now now, @Value("${thutuc.test:false}") boolean isTest) {
    this.days = days;
    this.moves = moves;
    this.now = now;
    this.isTest = isTest;
  }

  @Override
  public void start() {
    watch =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "deputy-days");
              thread.setDaemon(true);
              return thread;
            });
    if (!isTest) {
      moves.resume();
      watch.scheduleWithFixedDelay(this::look, 1, SECONDS, TimeUnit.SECONDS);
    }
  }

  private void look() {
    try {
      LocalDate today = now.local().toLocalDate();
      if (!today.equals(seen)) {
        days.turn();
        seen = today;
      }
    } catch (RuntimeException e) {
      // The next look tries again: the database may have been away.
      LOG.error("The new day could not be brought to the deputies; tried again", e);
    }
  }

  @Override
  public void stop() {
    watch.shutdown();
    watch = null;
  }

  @Override
  public boolean isRunning() {
    return watch != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
