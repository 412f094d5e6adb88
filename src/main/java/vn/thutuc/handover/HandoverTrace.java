package vn.thutuc.handover;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.DossierAccess;
import vn.thutuc.dossier.JournalEvent;

/** What a dossier's journal says of its papers' way. */
@Component
class HandoverTrace {

  private final DossierAccess dossiers;
  private final HandoverSides sides;

  HandoverTrace(DossierAccess dossiers, HandoverSides sides) {
    this.dossiers = dossiers;
    this.sides = sides;
  }

  /** Writes what one act did to the dossiers of a list. */
  @FunctionalInterface
  interface Writer {
    void write(String number, JournalEvent event, String reason);
  }

  /**
   * The writer for one act.
   *
   * @param unit the side the current actor acts for
   */
  Writer of(HandoverRow batch, String unit) {
    String way = "%s → %s".formatted(sides.name(batch.fromUnit()), sides.name(batch.toUnit()));
    Map<String, String> data =
        Map.of(
            "what",
            "%s, danh sách %s".formatted(way, batch.code()),
            "handover",
            batch.code(),
            "from",
            batch.fromUnit(),
            "to",
            batch.toUnit());
    String behalf = sides.behalf(unit);
    return (number, event, reason) -> dossiers.journal(number, event, reason, data, behalf);
  }
}
