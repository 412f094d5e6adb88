package vn.thutuc.process.deployment;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.behavior.ClassDelegateActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.MailActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ScriptTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.ShellActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * The second wall behind the lint: a step of a kind that runs code outside the closed language
 * (shell, mail, script, class) refuses when it is reached, however its model got in.
 */
public final class NoCodeListener extends AbstractBpmnParseListener {

  private static final Set<Class<?>> REFUSED =
      Set.of(
          ShellActivityBehavior.class,
          MailActivityBehavior.class,
          ScriptTaskActivityBehavior.class,
          ClassDelegateActivityBehavior.class);

  @Override
  public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    refuse(activity);
  }

  @Override
  public void parseSendTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    refuse(activity);
  }

  @Override
  public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    refuse(activity);
  }

  /** A message thrown is parsed as a service task, too. */
  @Override
  public void parseIntermediateThrowEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
    refuse(activity);
  }

  @Override
  public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
    refuse(activity);
  }

  @Override
  public void parseScriptTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    refuse(activity);
  }

  private static void refuse(ActivityImpl activity) {
    Object behavior = activity.getActivityBehavior();
    if (behavior != null && REFUSED.contains(behavior.getClass())) {
      activity.setActivityBehavior(new Refusing(behavior.getClass().getSimpleName()));
    }
  }

  private static final class Refusing
      extends org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior {

    private final String kind;

    private Refusing(String kind) {
      this.kind = kind;
    }

    @Override
    public void execute(ActivityExecution execution) {
      throw new ProcessEngineException(
          "The step '%s' runs code (%s), which models may not; call a documented bean"
              .formatted(execution.getCurrentActivityId(), kind));
    }
  }
}
