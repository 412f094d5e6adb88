package vn.thutuc.outbound;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps an incident beside each failed act while its process lives. The engine takes an incident
 * away with the step it hung on, and a kill may fall between failure and incident: {@link #look}
 * raises what is missing.
 */
@Component
class FailedActs {

  private static final Logger LOG = LoggerFactory.getLogger(FailedActs.class);
  private static final int PAGE = 100;

  /** Older ones have long been on the acts page; a house that neglects them pays no more for it. */
  private static final int MOST = 2_000;

  private final OutboundRows rows;
  private final Incidents incidents;
  private final TransactionTemplate transaction;

  FailedActs(OutboundRows rows, Incidents incidents, PlatformTransactionManager transactions) {
    this.rows = rows;
    this.incidents = incidents;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Raises the incident of one failed act, in a transaction of its own. */
  void raise(long act, String number, String words) {
    try {
      transaction.executeWithoutResult(
          status -> rows.incident(act, incidents.raise(act, number, words).orElse(null)));
    } catch (RuntimeException e) {
      // The act is on the acts page; the next look raises what is missing.
      LOG.warn("No incident could be raised for act {}; tried again", act, e);
    }
  }

  /** Raises incidents that are missing although their processes live. */
  int look() {
    int seen = 0;
    int raised = 0;
    List<OutboundRows.Failed> page = rows.failed(Long.MAX_VALUE, PAGE);
    while (!page.isEmpty() && seen < MOST) {
      for (OutboundRows.Failed one : page) {
        if (one.incident() == null || !incidents.stands(one.incident())) {
          raise(one.id(), one.number(), one.words());
          raised++;
        }
      }
      seen += page.size();
      page = rows.failed(page.get(page.size() - 1).id(), PAGE);
    }
    return raised;
  }
}
