package vn.thutuc.postal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.clock.Now;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;
import vn.thutuc.organisation.UnitView;

/** Parcels in the words of the page. */
@Component
class ParcelViews {

  private final PickupRows pickups;
  private final Catalogue catalogue;
  private final Organisation organisation;
  private final PostalSettings settings;
  private final Now now;

  ParcelViews(
      PickupRows pickups,
      Catalogue catalogue,
      Organisation organisation,
      PostalSettings settings,
      Now now) {
    this.pickups = pickups;
    this.catalogue = catalogue;
    this.organisation = organisation;
    this.settings = settings;
    this.now = now;
  }

  /** As somebody reads it who acts for these units. */
  ParcelView view(ParcelRow row, Set<String> desks) {
    boolean mine = desks.contains(row.unit());
    boolean open = !row.state().isLast();
    String received =
        row.direction() == Direction.PICKUP
            ? pickups.find(row.id()).map(PickupRows.Pickup::receivedAs).orElse(null)
            : row.number();
    return new ParcelView(
        row.id(),
        row.direction().name(),
        row.orderNumber(),
        row.itemCode(),
        received,
        title(row.procedure()),
        row.person(),
        row.state().name(),
        row.state().label(row.direction()),
        organisation.unit(row.unit()).map(UnitView::name).orElse(row.unit()),
        row.cod(),
        local(row.requestedAt()),
        local(row.stateAt()),
        days(row.stateAt()),
        open ? row.lastError() : null,
        !open,
        mine && row.state().isBeforeCollection(),
        mine && open && maySpeak(row),
        mine && mayReceive(row, received));
  }

  /** What people enter counts where the carrier has been silent, or does not have the parcel. */
  boolean maySpeak(ParcelRow row) {
    boolean notTaken = row.state() == ParcelState.REQUESTED && row.lastError() != null;
    return !settings.isConnected() || notTaken || days(row.stateAt()) >= settings.silentAfter();
  }

  private static boolean mayReceive(ParcelRow row, String received) {
    return row.direction() == Direction.PICKUP
        && row.state() == ParcelState.DELIVERED
        && received == null;
  }

  List<ParcelView.Said> events(List<ParcelRows.Event> events, Direction direction) {
    return events.stream()
        .map(
            event ->
                new ParcelView.Said(
                    local(event.at()),
                    event.state() == null ? null : event.state().label(direction),
                    event.code(),
                    event.message(),
                    event.office(),
                    event.source(),
                    event.moved(),
                    person(event.recordedBy())))
        .toList();
  }

  /** Name of a person; null for the house itself. */
  String person(String id) {
    return organisation.person(id).map(PersonView::name).orElse(null);
  }

  String title(String code) {
    return code == null
        ? null
        : catalogue.find(code, now.local()).map(Procedure::shortTitle).orElse(code);
  }

  private long days(Instant since) {
    LocalDate today = now.local().toLocalDate();
    return ChronoUnit.DAYS.between(LocalDate.ofInstant(since, WorkingCalendar.ZONE), today);
  }

  static LocalDateTime local(Instant at) {
    return at == null ? null : LocalDateTime.ofInstant(at, WorkingCalendar.ZONE).withNano(0);
  }
}
