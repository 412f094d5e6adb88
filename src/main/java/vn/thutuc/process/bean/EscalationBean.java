package vn.thutuc.process.bean;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.thutuc.dossier.Escalation;
import vn.thutuc.dossier.Ladder;
import vn.thutuc.outbound.OutboundActs;
import vn.thutuc.process.task.RaiseTasks;

/** {@code escalation}: rings the ladder's rung that is due and tells whom the ladder names. */
@ModelBean("escalation")
public class EscalationBean {

  private final Escalation escalation;
  private final OutboundActs acts;
  private final RaiseTasks tasks;

  EscalationBean(Escalation escalation, OutboundActs acts, RaiseTasks tasks) {
    this.escalation = escalation;
    this.acts = acts;
    this.tasks = tasks;
  }

  /** Rings the rung of a phase that is due now; nothing happens when none is. */
  public void ring(DelegateExecution execution, String phase) {
    if (phase == null) {
      return;
    }
    escalation
        .ring(execution.getProcessBusinessKey(), phase)
        .ifPresent(rung -> tell(execution, phase, rung));
  }

  private void tell(DelegateExecution execution, String phase, Ladder.Rung rung) {
    String number = execution.getProcessBusinessKey();
    acts.write(
        new OutboundActs.Act(
            number,
            "ALERT",
            rung.id() + ":" + rung.tell(),
            execution.getCurrentActivityId(),
            phase + ":" + execution.getActivityInstanceId(),
            "{\"distance\":\"%s\"}".formatted(distance(rung)),
            null));
    tasks.raise(number, rung);
  }

  /** The ladder is written by designers: nothing of it may end the JSON. */
  private static String distance(Ladder.Rung rung) {
    return rung.distance().replaceAll("[^0-9A-Za-z%+-]", "");
  }
}
