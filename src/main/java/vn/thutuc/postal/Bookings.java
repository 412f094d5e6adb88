package vn.thutuc.postal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DeliveryFacts;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;
import vn.thutuc.outbound.Sending;
import vn.thutuc.printing.Letterhead;
import vn.thutuc.printing.PaperPress;

/**
 * The orders of parcels around the call to the carrier: what is ordered, and what became of it,
 * each in a short transaction of its own.
 */
@Service
@Transactional
class Bookings {

  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final int MOST_DOUBLINGS = 6;

  private final ParcelRows rows;
  private final PickupRows pickups;
  private final ParcelEvents events;
  private final CarrierTables tables;
  private final DeliveryFacts facts;
  private final Organisation organisation;
  private final PaperPress press;
  private final PostalSettings settings;
  private final Now now;

  Bookings(
      ParcelRows rows,
      PickupRows pickups,
      ParcelEvents events,
      CarrierTables tables,
      DeliveryFacts facts,
      Organisation organisation,
      PaperPress press,
      PostalSettings settings,
      Now now) {
    this.rows = rows;
    this.pickups = pickups;
    this.events = events;
    this.tables = tables;
    this.facts = facts;
    this.organisation = organisation;
    this.press = press;
    this.settings = settings;
    this.now = now;
  }

  /**
   * What to call the carrier with.
   *
   * @param order null when it was taken before, or cannot be ordered
   * @param unanswered whether it went out before and nobody knows whether it was taken
   * @param problem why it cannot be ordered, in Vietnamese; null when it can
   */
  record Prepared(long parcel, Carrier.Order order, boolean unanswered, String problem) {}

  /** The parcel of a result, as its act asks for it. */
  Prepared prepare(Sending act) {
    DeliveryFacts.Delivery to = facts.of(act.number());
    rows.add(
        new ParcelRows.New(
            Direction.RETURN,
            act.key(),
            to.dossierId(),
            act.id(),
            to.unit(),
            cod(to),
            "system",
            now.instant(),
            null));
    ParcelRow parcel = rows.find(act.key()).orElseThrow();
    if (parcel.state() != ParcelState.REQUESTED) {
      return new Prepared(parcel.id(), null, false, null);
    }
    String problem = problem(to.name(), to.phone(), to.address());
    if (problem != null) {
      rows.failed(parcel.id(), problem, false);
      return new Prepared(parcel.id(), null, parcel.unanswered(), problem);
    }
    Carrier.Order order =
        new Carrier.Order(
            parcel.orderNumber(),
            desk(parcel.unit()),
            person(to.name(), to.phone(), to.email(), to.address()),
            parcel.cod(),
            "Kết quả giải quyết thủ tục hành chính, hồ sơ " + to.number());
    rows.goesOut(parcel.id(), null);
    return new Prepared(parcel.id(), order, parcel.unanswered(), null);
  }

  /** The next fetching whose turn it is; another node passes it by. */
  Optional<Prepared> nextPickup() {
    Optional<ParcelRow> due = rows.holdDue(now.instant());
    if (due.isEmpty()) {
      return Optional.empty();
    }
    ParcelRow parcel = due.get();
    PickupRows.Pickup from = pickups.find(parcel.id()).orElseThrow();
    Carrier.Order order =
        new Carrier.Order(
            parcel.orderNumber(),
            person(from.name(), from.phone(), null, from.address()),
            desk(parcel.unit()),
            0,
            "Hồ sơ thủ tục " + from.procedure());
    rows.goesOut(parcel.id(), next(parcel.tries()));
    return Optional.of(new Prepared(parcel.id(), order, parcel.unanswered(), null));
  }

  /** Half a minute, doubling to half an hour. */
  private Instant next(int tries) {
    return now.instant().plus(FIRST.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS)));
  }

  void taken(long parcel, boolean before) {
    events.booked(parcel, before);
  }

  void refused(long parcel, String reason) {
    rows.failed(parcel, reason, true);
  }

  /** The act will not be tried again by itself; why it was refused is known better. */
  void givenUp(Sending act) {
    rows.find(act.key())
        .filter(parcel -> parcel.state() == ParcelState.REQUESTED && parcel.lastError() == null)
        .ifPresent(
            parcel -> rows.failed(parcel.id(), "Chưa gửi được yêu cầu cho bưu chính", false));
  }

  void lost(long parcel, String reason) {
    rows.failed(parcel, reason, false);
  }

  private long cod(DeliveryFacts.Delivery to) {
    return settings.collectFees() && to.fee() != null ? to.fee() : 0;
  }

  private static String problem(String name, String phone, String address) {
    if (address == null || address.isBlank()) {
      return "Hồ sơ không có địa chỉ người nhận. Bổ sung địa chỉ rồi gửi lại, hoặc trả tại quầy.";
    }
    if (phone == null || phone.isBlank() || name == null || name.isBlank()) {
      return "Hồ sơ không có số điện thoại người nhận. Bổ sung rồi gửi lại, hoặc trả tại quầy.";
    }
    return null;
  }

  private Carrier.End person(String name, String phone, String email, String address) {
    CarrierTables.Codes codes = tables.of(address);
    return new Carrier.End(name, phone, email, address, codes.province(), codes.district());
  }

  /** The desk, by the name and the telephone its papers carry. */
  private Carrier.End desk(String unit) {
    String name = organisation.unit(unit).map(UnitView::name).orElse(unit);
    Letterhead head = press.head(unit);
    String address =
        settings
            .addresses()
            .getOrDefault(unit, head.place() == null ? name : name + ", " + head.place());
    CarrierTables.Codes codes = tables.of(address);
    return new Carrier.End(name, head.phone(), null, address, codes.province(), codes.district());
  }
}
