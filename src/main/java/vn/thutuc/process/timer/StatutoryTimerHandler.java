package vn.thutuc.process.timer;

import java.time.Instant;
import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerExecuteNestedActivityJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DossierClock;
import vn.thutuc.dossier.DossierTimes;

/**
 * Fires boundary timers. A statutory one asks the clock first: when its rung or end is not due now
 * (moved, paused, re-dated by hand in Cockpit) it is armed again and does nothing else.
 */
@Component
public class StatutoryTimerHandler extends TimerExecuteNestedActivityJobHandler {

  /** Variable in which the caller of a shared process says what silence means. */
  private static final String SILENCE = "silence";

  private static final Set<String> ANSWERS = Set.of("grants", "refuses");

  private final ObjectProvider<DossierTimes> times;
  private final Now now;

  StatutoryTimerHandler(ObjectProvider<DossierTimes> times, Now now) {
    this.times = times;
    this.now = now;
  }

  @Override
  public void execute(
      TimerJobConfiguration configuration,
      ExecutionEntity execution,
      CommandContext context,
      String tenantId) {
    ActivityImpl activity =
        execution.getProcessDefinition().findActivity(configuration.getTimerElementKey());
    StatutoryTimer timer =
        activity == null ? null : activity.getProperties().get(StatutoryTimer.KEY);
    if (timer == null) {
      super.execute(configuration, execution, context, tenantId);
      return;
    }
    String number = execution.getProcessBusinessKey();
    String phase = timer.phase().in(execution);
    if (date(number, timer.kind(), phase).isAfter(now.instant())) {
      arm(execution, activity);
      return;
    }
    if (timer.kind() == StatutoryTimer.Kind.RUNG) {
      if (isAnsweredBySilence(execution, timer, phase)) {
        return;
      }
      super.execute(configuration, execution, context, tenantId);
      armForTheNextRung(execution, activity, timer, number);
    } else if (!times.getObject().lateOpened(number, phase)) {
      times.getObject().openLate(number, phase);
      super.execute(configuration, execution, context, tenantId);
    }
  }

  private void armForTheNextRung(
      ExecutionEntity execution, ActivityImpl activity, StatutoryTimer timer, String number) {
    Instant next = date(number, timer.kind(), timer.phase().in(execution));
    if (next.isBefore(DossierClock.PARKED)) {
      arm(execution, activity);
    }
  }

  /** Where silence is an answer, nobody is late at the end: the timer of the end goes on. */
  private boolean isAnsweredBySilence(
      ExecutionEntity execution, StatutoryTimer timer, String phase) {
    return timer.phase().isVariable()
        && ANSWERS.contains(String.valueOf(execution.getVariable(SILENCE)))
        && !times.getObject().end(execution.getProcessBusinessKey(), phase).isAfter(now.instant());
  }

  private Instant date(String number, StatutoryTimer.Kind kind, String phase) {
    if (phase == null) {
      return DossierClock.PARKED;
    }
    return kind == StatutoryTimer.Kind.END
        ? times.getObject().end(number, phase)
        : times.getObject().nextRung(number, phase);
  }

  private static void arm(ExecutionEntity execution, ActivityImpl activity) {
    TimerDeclarationImpl.getDeclarationsForScope(activity.getEventScope())
        .get(activity.getId())
        .createTimer(execution);
  }
}
