package vn.thutuc.process.deployment;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every half minute for drafts whose day has come; the opening has looked once before. */
@Component
class InForceWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(InForceWatch.class);
  private static final int SECONDS = 30;

  /** After the opening, which is in phase 0. */
  private static final int PHASE = 1;

  private final DraftsInForce drafts;
  private final boolean isTest;
  private volatile ScheduledExecutorService watch;

  InForceWatch(DraftsInForce drafts, @Value("${thutuc.test:false}") boolean isTest) {
    this.drafts = drafts;
    this.isTest = isTest;
  }

  @Override
  public void start() {
    watch =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "models-in-force");
              thread.setDaemon(true);
              return thread;
            });
    if (!isTest) {
      watch.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }
  }

  private void look() {
    try {
      drafts.bringDue();
    } catch (RuntimeException e) {
      // The next look tries again: the database may have been away.
      LOG.error("Drafts whose day has come could not be put in force; tried again", e);
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
