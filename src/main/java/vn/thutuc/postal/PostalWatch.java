package vn.thutuc.postal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * On every node: books what is to be fetched, tells processes what they did not wait for before,
 * and reads the carrier's list.
 */
@Component
class PostalWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(PostalWatch.class);
  private static final int SECONDS = 15;

  /** After the opening, which is in phase 0. */
  private static final int PHASE = 1;

  private final PostalLook look;
  private final PostalSettings settings;
  private final boolean isTest;
  private volatile ScheduledExecutorService watch;

  PostalWatch(
      PostalLook look, PostalSettings settings, @Value("${thutuc.test:false}") boolean isTest) {
    this.look = look;
    this.settings = settings;
    this.isTest = isTest;
  }

  @Override
  public void start() {
    watch =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "postal");
              thread.setDaemon(true);
              return thread;
            });
    if (!isTest) {
      watch.scheduleWithFixedDelay(
          () -> tried("fetchings and messages", look::look), SECONDS, SECONDS, TimeUnit.SECONDS);
    }
    if (!isTest && settings.isConnected()) {
      long every = settings.pollEvery().toSeconds();
      watch.scheduleWithFixedDelay(
          () -> tried("the carrier's list", look::poll), every, every, TimeUnit.SECONDS);
    }
  }

  private static void tried(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      // The next look tries again: the other side or the database may have been away.
      LOG.warn("{} could not be looked after: {}; tried again", what, e.toString());
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
