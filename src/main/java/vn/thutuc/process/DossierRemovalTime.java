package vn.thutuc.process;

import java.util.Date;
import org.camunda.bpm.engine.impl.history.DefaultHistoryRemovalTimeProvider;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.DossierRecords;

/**
 * Gives an instance's history its day of removal only when the dossier is finished and its own
 * tables hold what the law keeps. History without a day is never removed.
 */
@Component
class DossierRemovalTime extends DefaultHistoryRemovalTimeProvider {

  private static final Logger LOG = LoggerFactory.getLogger(DossierRemovalTime.class);

  private final ObjectProvider<DossierRecords> records;

  DossierRemovalTime(ObjectProvider<DossierRecords> records) {
    this.records = records;
  }

  @Override
  public Date calculateRemovalTime(
      HistoricProcessInstanceEventEntity root, ProcessDefinition definition) {
    if (!isProcessInstanceEnded(root)) {
      return null;
    }
    if (!records.getObject().areComplete(root.getBusinessKey())) {
      LOG.warn(
          "The history of instance {} is kept for good: its dossier's own records are not complete",
          root.getId());
      return null;
    }
    return super.calculateRemovalTime(root, definition);
  }
}
