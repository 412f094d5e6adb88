package vn.thutuc.process.rehearsal;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Has every model of a rehearsal traced; changes nothing else of the house's engine. */
@Component
@Profile("rehearsal")
class WalkPlugin extends AbstractProcessEnginePlugin {

  private final WalkTrace trace;

  WalkPlugin(WalkTrace trace) {
    this.trace = trace;
  }

  /** Among the listeners before: the house's own plugin sets those behind. */
  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    List<BpmnParseListener> before = new ArrayList<>();
    if (engine.getCustomPreBPMNParseListeners() != null) {
      before.addAll(engine.getCustomPreBPMNParseListeners());
    }
    before.add(trace);
    engine.setCustomPreBPMNParseListeners(before);
  }
}
