package vn.thutuc.document;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every hour, on every node, for contents that nobody keeps. */
@Component
class LeftOverWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(LeftOverWatch.class);
  private static final int FIRST_MINUTES = 5;
  private static final int MINUTES = 60;

  /** After the opening, which is in phase 0. */
  private static final int PHASE = 1;

  private final Contents contents;
  private final boolean isTest;
  private volatile ScheduledExecutorService watch;

  LeftOverWatch(Contents contents, @Value("${thutuc.test:false}") boolean isTest) {
    this.contents = contents;
    this.isTest = isTest;
  }

  @Override
  public void start() {
    watch =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "left-over-contents");
              thread.setDaemon(true);
              return thread;
            });
    if (!isTest) {
      watch.scheduleWithFixedDelay(this::look, FIRST_MINUTES, MINUTES, TimeUnit.MINUTES);
    }
  }

  private void look() {
    try {
      int all = 0;
      int removed = contents.removeLeftOvers();
      while (removed > 0) {
        all += removed;
        removed = contents.removeLeftOvers();
      }
      if (all > 0) {
        LOG.info("{} contents that no document keeps were removed", all);
      }
    } catch (RuntimeException e) {
      // The next look tries again: the store may have been away.
      LOG.error("Contents that no document keeps could not be removed; tried again", e);
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
