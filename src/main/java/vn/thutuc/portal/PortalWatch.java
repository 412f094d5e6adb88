package vn.thutuc.portal;

import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks, on every node, for dossiers of the portal to ask for and comparisons to run; each is taken
 * by one node. Two watches: a long comparison must not keep submitted dossiers waiting.
 */
@Component
class PortalWatch {

  private final ArrivalFetch fetch;
  private final Reconciliation reconciliation;

  PortalWatch(ArrivalFetch fetch, Reconciliation reconciliation) {
    this.fetch = fetch;
    this.reconciliation = reconciliation;
  }

  @Scheduled(initialDelay = 15, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
  void fetch() {
    fetch.fetchDue();
  }

  @Scheduled(initialDelay = 15, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
  void compare() {
    reconciliation.askDaily();
    reconciliation.runDue();
  }
}
