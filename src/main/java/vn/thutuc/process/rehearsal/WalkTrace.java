package vn.thutuc.process.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;
import vn.thutuc.process.rehearsal.WalkEngine.Passed;

/** Writes down every element and every sequence flow a dossier passes. For one thread. */
@Component
@Profile("rehearsal")
class WalkTrace extends AbstractBpmnParseListener {

  /** More elements than this between two waits are a loop without an end. */
  private static final int ENDLESS = 2_000;

  private final Now now;
  private final Map<String, String> paths = new HashMap<>();
  private final Map<String, String> processes = new HashMap<>();
  private List<Passed> passed = new ArrayList<>();
  private int sinceWait;

  WalkTrace(Now now) {
    this.now = now;
  }

  @Override
  public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
    definitions.forEach(this::listen);
  }

  private void listen(ScopeImpl scope) {
    for (ActivityImpl activity : scope.getActivities()) {
      activity.addBuiltInListener(
          ExecutionListener.EVENTNAME_START, (ExecutionListener) this::entered, 0);
      activity
          .getOutgoingTransitions()
          .forEach(
              flow ->
                  ((TransitionImpl) flow)
                      .addListener(
                          ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) this::taken));
      listen(activity);
    }
  }

  private void entered(DelegateExecution execution) {
    if (++sinceWait > ENDLESS) {
      throw new ProcessEngineException(
          "Mô hình quay vòng không dừng quanh bước '%s': hơn %d bước mà không chờ ai"
              .formatted(execution.getCurrentActivityId(), ENDLESS));
    }
    write(false, execution, execution.getCurrentActivityId());
  }

  private void taken(DelegateExecution execution) {
    write(true, execution, execution.getCurrentTransitionId());
  }

  private void write(boolean flow, DelegateExecution execution, String element) {
    ExecutionEntity entity = (ExecutionEntity) execution;
    passed.add(
        new Passed(
            flow, entity.getProcessDefinition().getKey(), path(entity), element, now.instant()));
  }

  private String path(ExecutionEntity execution) {
    String known = paths.get(execution.getProcessInstanceId());
    if (known != null) {
      return known;
    }
    ExecutionEntity caller = execution.getProcessInstance().getSuperExecution();
    String path = "";
    if (caller != null) {
      String before = path(caller);
      path = (before.isEmpty() ? "" : before + "/") + caller.getActivityId();
    }
    paths.put(execution.getProcessInstanceId(), path);
    processes.put(execution.getProcessInstanceId(), execution.getProcessDefinition().getKey());
    return path;
  }

  /** Which calls lead to an instance. */
  String path(String instanceId) {
    return paths.getOrDefault(instanceId, "");
  }

  /** Id of the model an instance runs on. */
  String process(String instanceId) {
    return processes.getOrDefault(instanceId, "");
  }

  /** A person or a timer acts: counting for the endless loop begins anew. */
  void acts() {
    sinceWait = 0;
  }

  List<Passed> take() {
    List<Passed> taken = passed;
    passed = new ArrayList<>();
    return taken;
  }

  void begin() {
    passed = new ArrayList<>();
    paths.clear();
    sinceWait = 0;
  }
}
