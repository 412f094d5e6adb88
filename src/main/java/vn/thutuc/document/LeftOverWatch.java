package vn.thutuc.document;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every hour, on every node, for contents that nobody keeps. */
@Component
class LeftOverWatch {

  private static final Logger LOG = LoggerFactory.getLogger(LeftOverWatch.class);

  private final Contents contents;

  LeftOverWatch(Contents contents) {
    this.contents = contents;
  }

  @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void removeLeftOvers() {
    int all = 0;
    int removed = contents.removeLeftOvers();
    while (removed > 0) {
      all += removed;
      removed = contents.removeLeftOvers();
    }
    if (all > 0) {
      LOG.info("{} contents that no document keeps were removed", all);
    }
  }
}
