package vn.thutuc.dossier;

import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Re-issues the appointment when the legal end became later: a new slip is sent and the journal
 * keeps both. An appointment is never made earlier, and after an apology it stays what the apology
 * said.
 */
@Component
class Reissue {

  private final DossierClock clock;
  private final Journal journal;
  private final Notices notices;

  Reissue(DossierClock clock, Journal journal, Notices notices) {
    this.clock = clock;
    this.journal = journal;
    this.notices = notices;
  }

  /** Whether a later appointment was given. */
  boolean ifLater(Dossier dossier, String reason) {
    Instant given = dossier.appointments().current();
    if (given == null || dossier.appointments().isReAppointed()) {
      return false;
    }
    return clock
        .promised(dossier)
        .map(run -> clock.deadline(dossier, run).end())
        .map(DossierClock::instant)
        .filter(end -> end.isAfter(given))
        .map(end -> give(dossier, given, end, reason))
        .orElse(false);
  }

  private boolean give(Dossier dossier, Instant given, Instant end, String reason) {
    dossier.appointments().give(end);
    journal.write(
        dossier,
        JournalEvent.APPOINTMENT_REISSUED,
        reason,
        Map.of("from", given.toString(), "to", end.toString()));
    notices.write(dossier.number(), "appointment-changed", end.toString());
    return true;
  }
}
