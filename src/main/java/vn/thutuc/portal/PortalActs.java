package vn.thutuc.portal;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.DossierChanged;
import vn.thutuc.dossier.JournalEvent;
import vn.thutuc.outbound.OutboundActs;

/**
 * Writes an act for the portal with each change it is told of, in the change's own transaction.
 * Nothing is written while the portal is not switched on.
 */
@Component
class PortalActs {

  /** Kind of the acts, and the system that takes them. */
  static final String KIND = "PORTAL";

  static final String DOSSIER = "DongBoHoSoMC";
  static final String PROGRESS = "CapNhatTienDoHoSoMC";

  /** After which the portal gets the dossier anew. */
  private static final Set<JournalEvent> CHANGES =
      EnumSet.of(
          JournalEvent.RECEIVED,
          JournalEvent.ACCEPTED,
          JournalEvent.STEP_TAKEN_BACK,
          JournalEvent.APPOINTMENT_REISSUED,
          JournalEvent.RE_APPOINTED,
          JournalEvent.EXTENDED,
          JournalEvent.SUPPLEMENT_ASKED,
          JournalEvent.SUPPLEMENT_RECEIVED,
          JournalEvent.OBLIGATION_ASKED,
          JournalEvent.OBLIGATION_MET,
          JournalEvent.SENT_ON,
          JournalEvent.UNIT_SUCCEEDED,
          JournalEvent.RESULT_ISSUED,
          JournalEvent.REFUSED,
          JournalEvent.READY,
          JournalEvent.RETURNED,
          JournalEvent.NOT_RECEIVED,
          JournalEvent.WITHDRAWN,
          JournalEvent.STOPPED);

  private final PortalSettings settings;
  private final OutboundActs acts;
  private final PortalRows rows;

  PortalActs(PortalSettings settings, OutboundActs acts, PortalRows rows) {
    this.settings = settings;
    this.acts = acts;
    this.rows = rows;
  }

  @EventListener
  void on(DossierChanged change) {
    boolean progress = change.event() == JournalEvent.STEP_DONE;
    if (!settings.enabled() || !(progress || CHANGES.contains(change.event()))) {
      return;
    }
    rows.changed(change.number(), change.state());
    write(
        change.number(),
        progress ? PROGRESS : DOSSIER,
        "journal",
        Long.toString(change.line()),
        progress ? "{\"line\": %d}".formatted(change.line()) : null);
  }

  /** The dossier is handed over anew because a comparison found another content there. */
  void repair(String number, long check) {
    write(number, DOSSIER, "check", Long.toString(check), null);
  }

  private void write(String number, String event, String element, String turn, String data) {
    acts.write(new OutboundActs.Act(number, KIND, event, element, turn, data, null));
  }
}
