package vn.thutuc.outbound;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Brings acts out while the server runs: one thread for each connected system, so that a slow one
 * holds up no other.
 */
@Component
@Profile("!rehearsal")
class OutboundWorkers implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(OutboundWorkers.class);
  private static final Duration INCIDENTS = Duration.ofMinutes(10);
  private static final int STOP_SECONDS = 20;

  /** After the opening, which is in phase 0. */
  private static final int PHASE = 1;

  private final OutboundDrain drain;
  private final FailedActs failed;
  private final Channels channels;
  private final OutboundSettings settings;
  private final boolean isTest;
  private volatile ThreadPoolTaskScheduler threads;

  OutboundWorkers(
      OutboundDrain drain,
      FailedActs failed,
      Channels channels,
      OutboundSettings settings,
      @Value("${thutuc.test:false}") boolean isTest) {
    this.drain = drain;
    this.failed = failed;
    this.channels = channels;
    this.settings = settings;
    this.isTest = isTest;
  }

  @Override
  public void start() {
    ThreadPoolTaskScheduler pool = new ThreadPoolTaskScheduler();
    pool.setPoolSize(channels.systems().size() + 1);
    pool.setThreadNamePrefix("outbound-");
    pool.setWaitForTasksToCompleteOnShutdown(true);
    pool.setAwaitTerminationSeconds(STOP_SECONDS);
    pool.setErrorHandler(
        // The next look tries again: the database may have been away.
        error -> LOG.error("Acts could not be brought out; tried again", error));
    pool.initialize();
    if (!isTest) {
      channels
          .systems()
          .forEach(
              system -> pool.scheduleWithFixedDelay(() -> drain.drain(system), settings.look()));
      pool.scheduleWithFixedDelay(failed::look, INCIDENTS);
    }
    threads = pool;
  }

  @Override
  public void stop() {
    threads.shutdown();
    threads = null;
  }

  @Override
  public boolean isRunning() {
    return threads != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
