package vn.thutuc.demo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.Submission;
import vn.thutuc.process.EnginePlay;

/**
 * Plays people and time: who does which step of a dossier, and what fires when the clock moves.
 * Works only while the one clock can be moved, that is before the house opens, and in tests.
 */
@Component
@Profile("demo")
public class Play {

  private final EnginePlay engine;
  private final Now now;

  Play(EnginePlay engine, Now now) {
    this.engine = engine;
    this.now = now;
  }

  /**
   * Moves the clock to a local time; every timer due until then fires at its own instant, in order.
   */
  public void to(LocalDateTime local) {
    Instant target = local.atZone(WorkingCalendar.ZONE).toInstant();
    engine.runJobsUntil(target);
    now.moveTo(target);
    engine.runJobsUntil(target);
  }

  /** Runs what is due at this moment: the asynchronous steps people have left behind. */
  public void settle() {
    engine.runJobsUntil(now.instant());
  }

  /** Somebody receives a dossier. */
  public String receives(String person, Submission submission) {
    String number = engine.receive(person, submission);
    settle();
    return number;
  }

  /** Somebody takes a step of a dossier and completes it with what the form asks. */
  public void does(String person, String number, String step, Map<String, Object> form) {
    engine.complete(person, number, step, form);
    settle();
  }

  /** Somebody calls one of our services. */
  public <T> T as(String person, Supplier<T> act) {
    T answer = engine.as(person, act);
    settle();
    return answer;
  }

  /** Ids of the open steps of a dossier, those of called processes included. */
  public List<String> openSteps(String number) {
    return engine.openSteps(number);
  }
}
