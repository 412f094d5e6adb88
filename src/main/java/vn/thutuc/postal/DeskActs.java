package vn.thutuc.postal;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.RepeatedAfterLostRace;

/** What a desk says of a parcel, whose right was checked and whose carrier was asked before. */
@Service
@Transactional
@RepeatedAfterLostRace
class DeskActs {

  private final ParcelRows rows;
  private final ParcelEvents events;

  DeskActs(ParcelRows rows, ParcelEvents events) {
    this.rows = rows;
    this.events = events;
  }

  void cancelled(long id, String reason) {
    entered(id, ParcelState.CANCELLED, reason);
  }

  void entered(long id, ParcelState state, String reason) {
    ParcelRow row = rows.hold(id).orElseThrow(ParcelDesk::notFound);
    if (!row.state().mayBecome(state)) {
      throw DossierProblem.conflict(
          "parcel-moved",
          "Bưu gửi %s vừa chuyển sang \"%s\". Hãy tải lại trang."
              .formatted(row.orderNumber(), row.state().label(row.direction())));
    }
    events.own(row, "HAND", state, reason);
  }
}
