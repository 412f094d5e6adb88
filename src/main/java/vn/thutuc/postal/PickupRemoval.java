package vn.thutuc.postal;

import java.time.Duration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;

/**
 * Removes what applicants said for fetchings that are of no use any more: names, numbers, addresses
 * and papers. A fetched dossier that waits at its desk keeps them.
 */
@Service
@Transactional
class PickupRemoval {

  private static final int BATCH = 200;

  private final PickupRows rows;
  private final PickupSettings settings;
  private final Now now;

  PickupRemoval(PickupRows rows, PickupSettings settings, Now now) {
    this.rows = rows;
    this.settings = settings;
    this.now = now;
  }

  /** Removes those of one batch, past what another node removes; 0 when nothing is left. */
  int removeBatch() {
    return rows.remove(
        now.instant().minus(Duration.ofDays(settings.keepDays())), now.instant(), BATCH);
  }
}
