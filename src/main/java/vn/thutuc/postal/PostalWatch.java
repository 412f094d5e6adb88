package vn.thutuc.postal;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * On every node: books what is to be fetched, tells processes what they did not wait for before,
 * reads the carrier's list, and removes what was said for fetchings long done.
 */
@Component
class PostalWatch {

  private final PostalLook look;

  PostalWatch(PostalLook look) {
    this.look = look;
  }

  @Scheduled(initialDelay = 15, fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
  void look() {
    look.look();
  }

  @Scheduled(
      initialDelayString = "${thutuc.postal.poll-every:PT10M}",
      fixedDelayString = "${thutuc.postal.poll-every:PT10M}")
  void poll() {
    look.poll();
  }

  @Scheduled(initialDelay = 7, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void removeOld() {
    look.removeOld();
  }
}
