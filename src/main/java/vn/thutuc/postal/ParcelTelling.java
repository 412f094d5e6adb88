package vn.thutuc.postal;

import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DeliveryFacts;
import vn.thutuc.dossier.ProcedureEngine;
import vn.thutuc.dossier.RepeatedAfterLostRace;

/**
 * Tells the process of a dossier where its parcel stands. What it does not wait for yet stays
 * beside the parcel and is told later; each thing is told once, in the transaction that forgets it.
 */
@Service
@Transactional
@RepeatedAfterLostRace
class ParcelTelling {

  private static final String COLLECTED = "parcel-collected";
  private static final String OUTCOME = "parcel-outcome";

  private final ParcelRows rows;
  private final ProcedureEngine engine;
  private final DeliveryFacts facts;
  private final Now now;

  ParcelTelling(ParcelRows rows, ProcedureEngine engine, DeliveryFacts facts, Now now) {
    this.rows = rows;
    this.engine = engine;
    this.facts = facts;
    this.now = now;
  }

  /** Tells what there is to tell; true when nothing is left. */
  boolean tell(long id) {
    ParcelRow parcel = rows.hold(id).orElseThrow();
    if (parcel.toTell() == null) {
      return true;
    }
    if (!rows.isNewest(parcel) || facts.of(parcel.number()).closed()) {
      // Another parcel has taken its place, or the dossier is done: nobody waits for this one.
      rows.told(id, now.instant());
      return true;
    }
    boolean told = parcel.toTell() == ParcelState.COLLECTED ? collected(parcel) : outcome(parcel);
    if (told) {
      rows.told(id, now.instant());
    }
    return told;
  }

  /** Who has handed it over by hand does not wait for it any more. */
  private boolean collected(ParcelRow parcel) {
    if (engine.awaits(parcel.number(), COLLECTED)) {
      engine.deliver(parcel.number(), COLLECTED);
    }
    return true;
  }

  private boolean outcome(ParcelRow parcel) {
    if (!engine.awaits(parcel.number(), OUTCOME)) {
      return false;
    }
    engine.deliver(parcel.number(), OUTCOME, Map.of("parcelOutcome", parcel.toTell().flag()));
    return true;
  }
}
