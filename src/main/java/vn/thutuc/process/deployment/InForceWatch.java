package vn.thutuc.process.deployment;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every half minute for drafts whose day has come; the opening has looked once before. */
@Component
class InForceWatch {

  private final DraftsInForce drafts;

  InForceWatch(DraftsInForce drafts) {
    this.drafts = drafts;
  }

  @Scheduled(initialDelay = 30, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
  void bringDue() {
    drafts.bringDue();
  }
}
