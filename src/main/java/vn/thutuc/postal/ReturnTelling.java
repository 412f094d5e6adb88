package vn.thutuc.postal;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DeliveryFacts;
import vn.thutuc.dossier.DossierAccess;
import vn.thutuc.dossier.JournalEvent;
import vn.thutuc.dossier.ProcedureEngine;
import vn.thutuc.dossier.RepeatedAfterLostRace;

/** Tells the process of a dossier whether its result went electronically, once. */
@Service
@Transactional
@RepeatedAfterLostRace
class ReturnTelling {

  private static final String MESSAGE = "electronic-returned";

  private final ReturnRows rows;
  private final ProcedureEngine engine;
  private final DeliveryFacts facts;
  private final DossierAccess dossiers;
  private final Now now;

  ReturnTelling(
      ReturnRows rows,
      ProcedureEngine engine,
      DeliveryFacts facts,
      DossierAccess dossiers,
      Now now) {
    this.rows = rows;
    this.engine = engine;
    this.facts = facts;
    this.dossiers = dossiers;
    this.now = now;
  }

  /** Records what became of it and tells the process, in one transaction. */
  void become(long id, ReturnRows.State state, String reason) {
    ReturnRows.Row row = rows.hold(id).orElseThrow();
    if (row.state() != ReturnRows.State.PREPARED) {
      return;
    }
    rows.become(id, state, reason, now.instant());
    String about =
        state == ReturnRows.State.SENT
            ? "Đã gửi bản điện tử"
            : "Không gửi được bản điện tử, trả tại quầy";
    dossiers.journal(row.number(), JournalEvent.RESULT_SENT, reason, Map.of("about", about));
    tell(id);
  }

  /** Tells what there is to tell; true when nothing is left. */
  boolean tell(long id) {
    ReturnRows.Row row = rows.hold(id).orElseThrow();
    if (row.toTell() == null) {
      return true;
    }
    boolean over = !rows.isNewest(row) || facts.of(row.number()).closed();
    if (!over && !engine.awaits(row.number(), MESSAGE)) {
      return false;
    }
    if (!over) {
      engine.deliver(row.number(), MESSAGE, Map.of("returnOutcome", row.toTell()));
    }
    rows.told(id, now.instant());
    return true;
  }
}
