package vn.thutuc.process.timer;

import java.time.Instant;
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
    if (date(number, timer).isAfter(now.instant())) {
      arm(execution, activity);
      return;
    }
    if (timer.kind() == StatutoryTimer.Kind.RUNG) {
      super.execute(configuration, execution, context, tenantId);
      armForTheNextRung(execution, activity, timer, number);
    } else if (!times.getObject().lateOpened(number, timer.phase())) {
      times.getObject().openLate(number, timer.phase());
      super.execute(configuration, execution, context, tenantId);
    }
  }

  private void armForTheNextRung(
      ExecutionEntity execution, ActivityImpl activity, StatutoryTimer timer, String number) {
    if (date(number, timer).isBefore(DossierClock.PARKED)) {
      arm(execution, activity);
    }
  }

  private Instant date(String number, StatutoryTimer timer) {
    return timer.kind() == StatutoryTimer.Kind.END
        ? times.getObject().end(number, timer.phase())
        : times.getObject().nextRung(number, timer.phase());
  }

  private static void arm(ExecutionEntity execution, ActivityImpl activity) {
    TimerDeclarationImpl.getDeclarationsForScope(activity.getEventScope())
        .get(activity.getId())
        .createTimer(execution);
  }
}
