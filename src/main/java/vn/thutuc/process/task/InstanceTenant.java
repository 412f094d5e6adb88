package vn.thutuc.process.task;

import java.util.function.Supplier;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.Reception;
import vn.thutuc.process.Vocabulary;

/**
 * The tenant of a process instance is the agency that settles the dossier; called processes inherit
 * it. Definitions belong to no tenant.
 */
@Component
public class InstanceTenant implements TenantIdProvider {

  private final ObjectProvider<Reception> reception;
  private final ThreadLocal<String> starting = new ThreadLocal<>();

  InstanceTenant(ObjectProvider<Reception> reception) {
    this.reception = reception;
  }

  /** Runs a start whose agency is known. */
  public <T> T starting(String agency, Supplier<T> start) {
    starting.set(agency);
    try {
      return start.get();
    } finally {
      starting.remove();
    }
  }

  @Override
  public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
    if (starting.get() != null) {
      return starting.get();
    }
    String key = context.getProcessDefinition().getKey();
    if (!Vocabulary.isProcedure(key)) {
      throw new BadUserRequestException(
          "Quy trình dùng chung không được khởi tạo trực tiếp. Hãy tiếp nhận hồ sơ của một thủ tục.");
    }
    try {
      return reception
          .getObject()
          .settlingAgency(
              StartForm.submission(Vocabulary.procedureCode(key), context.getVariables()));
    } catch (DossierProblem e) {
      throw new BadUserRequestException(e.getMessage(), e);
    }
  }

  @Override
  public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
    return null;
  }

  @Override
  public String provideTenantIdForHistoricDecisionInstance(
      TenantIdProviderHistoricDecisionInstanceContext context) {
    return null;
  }
}
