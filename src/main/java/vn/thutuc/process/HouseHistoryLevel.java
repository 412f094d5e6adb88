package vn.thutuc.process;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * The engine's full history without what forms submit: of variables only the documented vocabulary
 * is written, so that no personal data stays in the engine's history.
 */
final class HouseHistoryLevel extends AbstractHistoryLevel {

  static final String NAME = "thutuc";

  private static final Set<HistoryEventType> VARIABLE_EVENTS =
      Set.of(
          HistoryEventTypes.VARIABLE_INSTANCE_CREATE,
          HistoryEventTypes.VARIABLE_INSTANCE_UPDATE,
          HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
          HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE,
          HistoryEventTypes.VARIABLE_INSTANCE_DELETE);

  /** Form fields live in the dossier; the ladder is asked at every reading and leaves no trace. */
  private static final Set<HistoryEventType> NEVER =
      Set.of(HistoryEventTypes.FORM_PROPERTY_UPDATE, HistoryEventTypes.DMN_DECISION_EVALUATE);

  @Override
  public int getId() {
    return 37;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
    if (NEVER.contains(type)) {
      return false;
    }
    if (!VARIABLE_EVENTS.contains(type)) {
      return true;
    }
    return entity == null
        || entity instanceof VariableInstanceEntity variable
            && Vocabulary.isRecorded(variable.getName(), variable.getTextValue());
  }
}
