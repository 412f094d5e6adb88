package vn.thutuc.process.timer;

import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Marks the boundary timers whose date the clock gives. */
public class StatutoryTimerListener extends AbstractBpmnParseListener {

  @Override
  public void parseBoundaryTimerEventDefinition(
      Element definition, boolean interrupting, ActivityImpl timer) {
    Element date = definition.element("timeDate");
    if (date != null) {
      StatutoryTimer.parse(date.getText())
          .ifPresent(found -> timer.getProperties().set(StatutoryTimer.KEY, found));
    }
  }
}
