package vn.thutuc.collection;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Looks every hour, on every node, whose turn it is to be reminded of a result. */
@Component
@Profile("!rehearsal")
class ReminderWatch implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ReminderWatch.class);
  private static final int FIRST_MINUTES = 2;
  private static final int MINUTES = 60;

  /** After the opening, which is in phase 0. */
  private static final int PHASE = 1;

  private final Reminders reminders;
  private final boolean isTest;
  private volatile ScheduledExecutorService watch;

  ReminderWatch(Reminders reminders, @Value("${thutuc.test:false}") boolean isTest) {
    this.reminders = reminders;
    this.isTest = isTest;
  }

  @Override
  public void start() {
    watch =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "result-reminders");
              thread.setDaemon(true);
              return thread;
            });
    if (!isTest) {
      watch.scheduleWithFixedDelay(this::look, FIRST_MINUTES, MINUTES, TimeUnit.MINUTES);
    }
  }

  private void look() {
    try {
      int reminded = reminders.remindDue();
      if (reminded > 0) {
        LOG.info("{} applicants were reminded of their results", reminded);
      }
    } catch (RuntimeException e) {
      // The next look tries again: the database may have been away.
      LOG.error("Applicants could not be reminded of their results; tried again", e);
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
