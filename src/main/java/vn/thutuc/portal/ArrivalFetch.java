package vn.thutuc.portal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DossierProblem;

/**
 * Asks the portal for dossiers of which only the number came, and receives them. What cannot be
 * taken stays listed with the reason until somebody has it asked for again.
 */
@Service
class ArrivalFetch {

  private static final Logger LOG = LoggerFactory.getLogger(ArrivalFetch.class);
  private static final int AT_ONCE = 20;
  private static final Duration LATER = Duration.ofMinutes(2);

  private final PortalSettings settings;
  private final PortalClient client;
  private final Arrivals arrivals;
  private final ArrivalRows rows;
  private final Now now;

  ArrivalFetch(
      PortalSettings settings, PortalClient client, Arrivals arrivals, ArrivalRows rows, Now now) {
    this.settings = settings;
    this.client = client;
    this.arrivals = arrivals;
    this.rows = rows;
    this.now = now;
  }

  /** Asks for all whose turn it is; on several nodes each is asked for by one. */
  int fetchDue() {
    if (!settings.enabled()) {
      return 0;
    }
    int taken = 0;
    List<String> due = rows.lease(AT_ONCE);
    while (!due.isEmpty()) {
      taken += (int) due.stream().filter(this::isTaken).count();
      due = rows.lease(AT_ONCE);
    }
    return taken;
  }

  private boolean isTaken(String portalNumber) {
    try {
      Optional<JsonNode> found = client.lookUp(portalNumber);
      if (found.isEmpty()) {
        rows.refused(portalNumber, "not-there", "Cổng Dịch vụ công không có hồ sơ mang mã này.");
        return false;
      }
      arrivals.receive(portalNumber, found.get());
      return true;
    } catch (DossierProblem problem) {
      rows.refused(portalNumber, problem.code(), problem.getMessage());
    } catch (PortalDown down) {
      rows.later(portalNumber, down.getMessage(), now.instant().plus(LATER));
    } catch (RuntimeException failure) {
      // Another one must not wait for it: it is tried again when its lease has ended.
      LOG.error("A dossier of the portal could not be received; tried again", failure);
    }
    return false;
  }
}
