package vn.thutuc.collection;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every hour, on every node, whose turn it is to be reminded of a result. */
@Component
class ReminderWatch {

  private static final Logger LOG = LoggerFactory.getLogger(ReminderWatch.class);

  private final Reminders reminders;

  ReminderWatch(Reminders reminders) {
    this.reminders = reminders;
  }

  @Scheduled(initialDelay = 2, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void remind() {
    int reminded = reminders.remindDue();
    if (reminded > 0) {
      LOG.info("{} applicants were reminded of their results", reminded);
    }
  }
}
