package vn.thutuc.process.task;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;
import vn.thutuc.process.Vocabulary;

/** Attaches the house's listeners to every model, so that no model has to name them. */
@Component
public class HouseListeners extends AbstractBpmnParseListener {

  private final TaskCreated created;
  private final TaskCompleted completed;
  private final ReceptionListener reception;

  HouseListeners(TaskCreated created, TaskCompleted completed, ReceptionListener reception) {
    this.created = created;
    this.completed = completed;
    this.reception = reception;
  }

  @Override
  public void parseProcess(Element element, ProcessDefinitionEntity definition) {
    if (Vocabulary.isProcedure(definition.getKey())) {
      definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, reception, 0);
    }
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    TaskDefinition definition =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, created);
    definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, completed);
    StepShare.read(element).ifPresent(share -> activity.getProperties().set(StepShare.KEY, share));
  }

  @Override
  public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    PaperResult.read(element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "expression"))
        .ifPresent(result -> activity.getProperties().set(PaperResult.KEY, result));
  }

  @Override
  public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
    StepShare.read(element).ifPresent(share -> activity.getProperties().set(StepShare.KEY, share));
  }

  /** A group of steps with a phase of its own takes its share of the phase around it. */
  @Override
  public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
    StepShare.read(element).ifPresent(share -> activity.getProperties().set(StepShare.KEY, share));
  }
}
