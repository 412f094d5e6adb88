package vn.thutuc.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;
import vn.thutuc.process.acts.OpenedForms;
import vn.thutuc.process.deployment.DeploymentGuard;
import vn.thutuc.process.deployment.LeanBpmnParse;
import vn.thutuc.process.deployment.NoCodeListener;
import vn.thutuc.process.expression.ClosedExpressionManager;
import vn.thutuc.process.expression.DocumentedBeans;
import vn.thutuc.process.expression.NoClasses;
import vn.thutuc.process.expression.NoFormValidators;
import vn.thutuc.process.security.HouseCommandChecker;
import vn.thutuc.process.security.IdentitySessions;
import vn.thutuc.process.security.UncheckedCommands;
import vn.thutuc.process.task.HouseListeners;
import vn.thutuc.process.task.InstanceTenant;
import vn.thutuc.process.timer.StatutoryTimerHandler;
import vn.thutuc.process.timer.StatutoryTimerListener;

/** Makes the engine the house's: closed language, guard, tenants, rights, timers, history. */
@Component
class EnginePlugin extends AbstractProcessEnginePlugin {

  /** Ids of units and groups have dots, those of people letters and digits. */
  private static final String IDS = "[a-zA-Z0-9.-]+|camunda-admin";

  private final DocumentedBeans beans;
  private final HouseCommandChecker checker;
  private final InstanceTenant tenant;
  private final HouseListeners listeners;
  private final StatutoryTimerHandler timerHandler;
  private final IdentitySessions identities;
  private final DeploymentGuard guard;
  private final DossierRemovalTime removal;
  private final OpenedForms forms;
  private final Now now;

  EnginePlugin(
      DocumentedBeans beans,
      HouseCommandChecker checker,
      InstanceTenant tenant,
      HouseListeners listeners,
      StatutoryTimerHandler timerHandler,
      IdentitySessions identities,
      DeploymentGuard guard,
      DossierRemovalTime removal,
      OpenedForms forms,
      Now now) {
    this.beans = beans;
    this.checker = checker;
    this.tenant = tenant;
    this.listeners = listeners;
    this.timerHandler = timerHandler;
    this.identities = identities;
    this.guard = guard;
    this.removal = removal;
    this.forms = forms;
    this.now = now;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    closeTheLanguage(engine);
    engine.setCustomPreCommandInterceptorsTxRequired(
        List.of(new PlainRefusals(), new LockFailures(), forms));
    engine.setTenantIdProvider(tenant);
    // Setting checkers replaces the default ones: all three are named.
    engine.setCommandCheckers(
        List.of(
            new TenantCommandChecker(), new AuthorizationCommandChecker(), checker.asChecker()));
    engine.setCustomPostCommandInterceptorsTxRequired(List.of(new UncheckedCommands()));
    engine.setCustomPostCommandInterceptorsTxRequiresNew(List.of(new UncheckedCommands()));
    engine.setIdentityProviderSessionFactory(identities.factory());
    engine.setGeneralResourceWhitelistPattern(IDS);
    engine.setGroupResourceWhitelistPattern(IDS);
    engine.setTenantResourceWhitelistPattern(IDS);
    engine.setHistoryRemovalTimeProvider(removal);
    engine.setCustomHistoryLevels(List.of(new HouseHistoryLevel()));
    List<JobHandler<?>> handlers = new ArrayList<>();
    handlers.add(timerHandler);
    if (engine.getCustomJobHandlers() != null) {
      engine.getCustomJobHandlers().forEach(handlers::add);
    }
    engine.setCustomJobHandlers(new ArrayList<>(handlers));
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    engine.getSqlSessionFactory().getConfiguration().addInterceptor(new DueListQueries(now));
  }

  private void closeTheLanguage(ProcessEngineConfigurationImpl engine) {
    engine.setExpressionManager(new ClosedExpressionManager(beans));
    engine.setArtifactFactory(new NoClasses());
    engine.setFormValidators(new NoFormValidators());
    engine.setScriptEngineResolver(new NoScripts());
    engine.setBpmnParseFactory(LeanBpmnParse.factory());
    engine.setCustomPreDeployers(List.of(guard));
    List<BpmnParseListener> parse = new ArrayList<>();
    parse.add(new NoCodeListener());
    parse.add(listeners);
    parse.add(new StatutoryTimerListener());
    engine.setCustomPostBPMNParseListeners(parse);
  }
}
