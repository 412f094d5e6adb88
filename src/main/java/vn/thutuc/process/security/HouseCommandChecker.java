package vn.thutuc.process.security;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * The house's own command checker, beside the engine's two for tenants and authorizations. A proxy,
 * because the interface has some seventy checks and the house adds to seven of them.
 */
@Component
public class HouseCommandChecker implements InvocationHandler {

  private final TaskRules tasks;
  private final StartRules starts;
  private final DeletionRules deletions;

  HouseCommandChecker(TaskRules tasks, StartRules starts, DeletionRules deletions) {
    this.tasks = tasks;
    this.starts = starts;
    this.deletions = deletions;
  }

  /** The checker as the engine takes it. */
  public CommandChecker asChecker() {
    return (CommandChecker)
        Proxy.newProxyInstance(
            CommandChecker.class.getClassLoader(), new Class<?>[] {CommandChecker.class}, this);
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) {
    switch (method.getName()) {
      case "checkTaskWork" -> tasks.checkWork((TaskEntity) arguments[0]);
      case "checkTaskAssign" -> tasks.checkAssign((TaskEntity) arguments[0]);
      case "checkUpdateTaskVariable" -> tasks.checkVariables();
      case "checkCreateProcessInstance" -> starts.check();
      case "checkDeleteDeployment" -> deletions.checkDeployment((String) arguments[0]);
      case "checkDeleteProcessDefinitionById" -> deletions.checkDefinition((String) arguments[0]);
      case "checkDeleteProcessDefinitionByKey" -> deletions.checkKey((String) arguments[0]);
      case "checkDeleteProcessInstance", "checkDeleteHistoricProcessInstance" ->
          deletions.checkInstance();
      case "hashCode" -> {
        return System.identityHashCode(proxy);
      }
      case "equals" -> {
        return proxy == arguments[0];
      }
      case "toString" -> {
        return "HouseCommandChecker";
      }
      default -> {
        // Left to the engine's own checkers.
      }
    }
    return null;
  }
}
