package vn.thutuc.dossier;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;

/** Rings the rungs of the ladder, each once per dossier, phase and term number. */
@Service("escalationLadder")
@Transactional
public class Escalation {

  private final Dossiers dossiers;
  private final DossierClock clock;
  private final Rungs rungs;
  private final Journal journal;
  private final Now now;

  Escalation(Dossiers dossiers, DossierClock clock, Rungs rungs, Journal journal, Now now) {
    this.dossiers = dossiers;
    this.clock = clock;
    this.rungs = rungs;
    this.journal = journal;
    this.now = now;
  }

  /**
   * Rings the next rung if it is due now.
   *
   * @return the rung that rang, for whoever tells people; empty when none was due
   */
  public Optional<Ladder.Rung> ring(String number, String phase) {
    Dossier dossier = find(number);
    return clock
        .nextDue(dossier, phase)
        .filter(due -> !due.at().isAfter(now.instant()))
        .map(due -> ring(dossier, due));
  }

  private Ladder.Rung ring(Dossier dossier, DossierClock.DueRung due) {
    Ladder.Rung rung = due.rung();
    rungs.ring(dossier, due.run(), rung.id(), due.at(), now.instant());
    journal.write(
        dossier,
        event(rung),
        null,
        Map.of("rung", rung.id(), "phase", due.run().phase(), "tell", rung.tell()));
    return rung;
  }

  private static JournalEvent event(Ladder.Rung rung) {
    if (rung.distance().startsWith("-")) {
      return JournalEvent.NEAR;
    }
    return rung.distance().startsWith("0") ? JournalEvent.LATE : JournalEvent.ESCALATED;
  }

  private Dossier find(String number) {
    return dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number));
  }
}
