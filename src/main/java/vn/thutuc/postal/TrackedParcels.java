package vn.thutuc.postal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.dossier.DeliveryFacts;
import vn.thutuc.tracking.TrackedThings;

/**
 * The parcels of a dossier as its applicant follows them: number and state, no name, no address.
 */
@Component
class TrackedParcels implements TrackedThings {

  private final ParcelRows rows;
  private final DeliveryFacts facts;

  TrackedParcels(ParcelRows rows, DeliveryFacts facts) {
    this.rows = rows;
    this.facts = facts;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Thing> of(String number) {
    return rows.of(facts.of(number).dossierId()).stream().map(TrackedParcels::thing).toList();
  }

  private static Thing thing(ParcelRow row) {
    String what =
        row.direction() == Direction.PICKUP
            ? "Bưu gửi lấy hồ sơ tại nhà"
            : "Bưu gửi trả kết quả qua bưu chính công ích";
    return new Thing(
        row.itemCode() == null ? what : what + ", số hiệu " + row.itemCode(),
        row.state().label(row.direction()),
        ParcelViews.local(row.stateAt()));
  }
}
