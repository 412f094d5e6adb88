package vn.thutuc.process.bean;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.thutuc.dossier.DossierClock;
import vn.thutuc.dossier.DossierPauses;
import vn.thutuc.dossier.DossierSteps;
import vn.thutuc.dossier.DossierTimes;
import vn.thutuc.dossier.PauseGround;

/** {@code clock}: the dates of statutory timers, and the clock's own acts. */
@ModelBean("clock")
public class ClockBean {

  private static final Date PARKED = Date.from(DossierClock.PARKED);

  private final DossierTimes times;
  private final DossierPauses pauses;
  private final DossierSteps steps;

  ClockBean(DossierTimes times, DossierPauses pauses, DossierSteps steps) {
    this.times = times;
    this.pauses = pauses;
    this.steps = steps;
  }

  /** The next rung of the ladder; a far constant while there is none. */
  public Date nextRung(DelegateExecution execution, String phase) {
    return phase == null ? PARKED : date(times.nextRung(execution.getProcessBusinessKey(), phase));
  }

  /** The end of a phase; a far constant while the clock stands still. */
  public Date end(DelegateExecution execution, String phase) {
    return phase == null ? PARKED : date(times.end(execution.getProcessBusinessKey(), phase));
  }

  /** When somebody outside has used up the time to answer. */
  public Date window(DelegateExecution execution, String window) {
    return window == null ? PARKED : date(pauses.window(execution.getProcessBusinessKey(), window));
  }

  /** A phase starts; nothing happens without one. */
  public void begin(DelegateExecution execution, String phase) {
    if (phase != null) {
      steps.begin(execution.getProcessBusinessKey(), phase);
    }
  }

  /** A phase ends; nothing happens without one. */
  public void finish(DelegateExecution execution, String phase) {
    if (phase != null) {
      steps.finish(execution.getProcessBusinessKey(), phase);
    }
  }

  /** The clock stops: SUPPLEMENT, REVISION, FINANCIAL_OBLIGATION or OTHER_BODY. */
  public void pause(DelegateExecution execution, String ground) {
    pauses.pause(execution.getProcessBusinessKey(), PauseGround.valueOf(ground));
  }

  /** The clock runs on. */
  public void resume(DelegateExecution execution, String ground) {
    pauses.resume(execution.getProcessBusinessKey(), PauseGround.valueOf(ground));
  }

  /** The clock stops when a flag says so: whether it does is a fact of the stage. */
  public void pause(DelegateExecution execution, String ground, Object when) {
    if (isTrue(when)) {
      pause(execution, ground);
    }
  }

  /** The clock runs on when the same flag had stopped it. */
  public void resume(DelegateExecution execution, String ground, Object when) {
    if (isTrue(when)) {
      resume(execution, ground);
    }
  }

  private static boolean isTrue(Object when) {
    return "true".equals(String.valueOf(when));
  }

  private static Date date(Instant instant) {
    return Date.from(instant);
  }
}
