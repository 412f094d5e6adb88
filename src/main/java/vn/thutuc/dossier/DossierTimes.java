package vn.thutuc.dossier;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;

/** The dates that timers and tasks of a dossier get, by number. */
@Service
@Transactional
public class DossierTimes {

  /** Name under which the ledger keeps that a late dossier was opened. */
  private static final String LATE_DOSSIER = "late-dossier";

  private final Dossiers dossiers;
  private final DossierClock clock;
  private final Rungs rungs;
  private final Now now;

  DossierTimes(Dossiers dossiers, DossierClock clock, Rungs rungs, Now now) {
    this.dossiers = dossiers;
    this.clock = clock;
    this.rungs = rungs;
    this.now = now;
  }

  /** The next rung of the ladder, or {@link DossierClock#PARKED}. */
  public Instant nextRung(String number, String phase) {
    return clock.nextRung(find(number), phase);
  }

  /** The end of a phase, or {@link DossierClock#PARKED}. */
  public Instant end(String number, String phase) {
    return clock.end(find(number), phase);
  }

  /** When a step that uses this cumulative share of a phase is due; empty when not counted now. */
  public Optional<Instant> stepDue(String number, String phase, int perMille) {
    return clock.stepDue(find(number), phase, perMille);
  }

  /** Whether a late dossier was opened for the phase's present term. */
  public boolean lateOpened(String number, String phase) {
    Dossier dossier = find(number);
    return dossier
        .latestPhase(phase)
        .map(run -> rungs.hasRung(dossier, run, LATE_DOSSIER))
        .orElse(false);
  }

  /** Records that a late dossier is opened for the phase's present term. */
  public void openLate(String number, String phase) {
    Dossier dossier = find(number);
    PhaseRun run = dossier.runningPhase(phase).orElseThrow();
    rungs.ring(dossier, run, LATE_DOSSIER, clock.end(dossier, phase), now.instant());
  }

  private Dossier find(String number) {
    return dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number));
  }
}
