package vn.thutuc.process.acts;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;

/** Looks every half minute, on every node, whether a new day has begun for deputies. */
@Component
class ActsWatch {

  private final DeputyDays days;
  private final Now now;

  /** The day that was brought to the deputies; a look that fails leaves it to the next. */
  private LocalDate seen;

  ActsWatch(DeputyDays days, Now now) {
    this.days = days;
    this.now = now;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
  void turnTheDay() {
    LocalDate today = now.local().toLocalDate();
    if (!today.equals(seen)) {
      days.turn();
      seen = today;
    }
  }
}
