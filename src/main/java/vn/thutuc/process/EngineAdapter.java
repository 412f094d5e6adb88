package vn.thutuc.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.Dossier;
import vn.thutuc.dossier.ProcedureEngine;
import vn.thutuc.process.task.InstanceTenant;
import vn.thutuc.process.task.TasksOfUnits;
import vn.thutuc.process.timer.Timers;

/** The engine as the dossier sees it. */
@Component
class EngineAdapter implements ProcedureEngine {

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final AsHouse house;
  private final InstanceTenant tenant;
  private final Timers timers;
  private final TasksOfUnits tasks;
  private final ReturnWay returning;

  EngineAdapter(
      RuntimeService runtime,
      RepositoryService repository,
      AsHouse house,
      InstanceTenant tenant,
      Timers timers,
      TasksOfUnits tasks,
      ReturnWay returning) {
    this.runtime = runtime;
    this.repository = repository;
    this.house = house;
    this.tenant = tenant;
    this.timers = timers;
    this.tasks = tasks;
    this.returning = returning;
  }

  @Override
  public boolean hasModel(String procedureCode) {
    return house.call(
        () ->
            repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(Vocabulary.PROCEDURE_PREFIX + procedureCode)
                    .withoutTenantId()
                    .latestVersion()
                    .active()
                    .count()
                > 0);
  }

  @Override
  public Started start(Dossier dossier, String agency, Map<String, Object> flags) {
    ProcessInstance instance =
        house.call(
            () ->
                tenant.starting(
                    agency,
                    () ->
                        runtime
                            .createProcessInstanceByKey(
                                Vocabulary.PROCEDURE_PREFIX + dossier.procedureCode())
                            .processDefinitionWithoutTenantId()
                            .businessKey(dossier.number())
                            .setVariables(flags)
                            .execute()));
    return new Started(instance.getId(), instance.getProcessDefinitionId());
  }

  @Override
  public boolean awaits(String number, String message) {
    return house.call(
        () ->
            runtime
                    .createExecutionQuery()
                    .messageEventSubscriptionName(message)
                    .processInstanceBusinessKey(number)
                    .count()
                == 1);
  }

  @Override
  public void deliver(String number, String message) {
    deliver(number, message, Map.of());
  }

  @Override
  public void deliver(String number, String message, Map<String, Object> flags) {
    house.run(
        () ->
            runtime
                .createMessageCorrelation(message)
                .processInstanceBusinessKey(number)
                .setVariables(flags)
                .correlate());
  }

  @Override
  public void moveTasks(String number, String fromUnit, String toUnit, boolean desk) {
    house.run(() -> tasks.move(number, fromUnit, toUnit, desk));
  }

  @Override
  public boolean isOut(String number) {
    return house.call(() -> returning.isOut(number));
  }

  @Override
  public void returnBy(String number, String way) {
    house.run(() -> returning.take(number, way));
  }

  @Override
  public List<Mended> rederive(String number) {
    return house.call(() -> timers.derive(number));
  }
}
