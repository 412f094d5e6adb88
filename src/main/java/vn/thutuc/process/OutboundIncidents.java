package vn.thutuc.process;

import java.util.Comparator;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.stereotype.Component;
import vn.thutuc.outbound.Incidents;

/**
 * Failed acts as incidents of type {@code outbound}, where administrators look in Cockpit. The
 * engine's own retry serves failed jobs only; ours puts the act back.
 */
@Component
class OutboundIncidents implements Incidents {

  /** Type of the incidents. */
  private static final String TYPE = "outbound";

  private final RuntimeService runtime;
  private final AsHouse house;

  OutboundIncidents(RuntimeService runtime, AsHouse house) {
    this.runtime = runtime;
    this.house = house;
  }

  @Override
  public Optional<String> raise(long act, String number, String words) {
    return house.call(
        () ->
            runtime
                .createExecutionQuery()
                .processInstanceBusinessKey(number)
                .active()
                .list()
                .stream()
                .map(ExecutionEntity.class::cast)
                // The engine hangs incidents on executions with an activity only: steps that wait.
                .filter(execution -> execution.getActivityId() != null)
                .min(Comparator.comparing(OutboundIncidents::isCalled))
                .map(
                    execution ->
                        runtime
                            .createIncident(TYPE, execution.getId(), String.valueOf(act), words)
                            .getId()));
  }

  /** A step of the procedure itself rather than of a process it has called. */
  private static boolean isCalled(ExecutionEntity execution) {
    return !execution.getProcessDefinitionId().startsWith(Vocabulary.PROCEDURE_PREFIX);
  }

  @Override
  public boolean stands(String incident) {
    return house.call(() -> runtime.createIncidentQuery().incidentId(incident).count() > 0);
  }

  @Override
  public void resolve(String incident) {
    if (stands(incident)) {
      house.run(() -> runtime.resolveIncident(incident));
    }
  }

  @Override
  public Optional<Long> actOf(String incident) {
    Incident found =
        house.call(
            () ->
                runtime
                    .createIncidentQuery()
                    .incidentId(incident)
                    .incidentType(TYPE)
                    .singleResult());
    return Optional.ofNullable(found).map(Incident::getConfiguration).map(Long::valueOf);
  }
}
