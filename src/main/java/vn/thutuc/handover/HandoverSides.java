package vn.thutuc.handover;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.Capacities;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.DossierVisibility;
import vn.thutuc.handover.HandoverBatch.UnitRef;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;
import vn.thutuc.organisation.UnitView;

/**
 * On which side of a list somebody stands: people of the two units, and who stands in for them.
 * Whoever reads every dossier reads every list and changes none.
 */
@Component
class HandoverSides {

  /** Everybody who works with dossiers carries papers. */
  private static final Set<String> CARRY =
      Set.of("one-stop-officer", "specialist", "head", "leader", "clerk");

  private final Capacities capacities;
  private final DossierVisibility visibility;
  private final Organisation organisation;
  private final CurrentActor actor;

  HandoverSides(
      Capacities capacities,
      DossierVisibility visibility,
      Organisation organisation,
      CurrentActor actor) {
    this.capacities = capacities;
    this.visibility = visibility;
    this.organisation = organisation;
    this.actor = actor;
  }

  /** Ids of the units for which the current actor gives and takes. */
  Set<String> mine() {
    return capacities.led(CARRY);
  }

  /** The same, service centres first: papers mostly start at their desks. */
  List<UnitRef> mineDesksFirst() {
    return mine().stream()
        .flatMap(id -> organisation.unit(id).stream())
        .filter(unit -> unit.until() == null)
        .sorted(Comparator.comparing(unit -> !unit.kind().equals("service-centre")))
        .map(unit -> new UnitRef(unit.id(), unit.name()))
        .toList();
  }

  /** Units that papers can go to: those of the house that stand, by name. */
  List<UnitRef> all() {
    return organisation.standing().stream()
        .filter(unit -> unit.agencyId() != null)
        .map(unit -> new UnitRef(unit.id(), unit.name()))
        .sorted(Comparator.comparing(UnitRef::name))
        .toList();
  }

  /**
   * Refuses, as if there were no such list, who stands on neither side.
   *
   * @return the units the current actor gives and takes for
   */
  Set<String> requireRead(HandoverRow batch) {
    Set<String> mine = mine();
    boolean seen =
        mine.contains(batch.fromUnit())
            || mine.contains(batch.toUnit()) && batch.state() != HandoverBatch.State.DRAFT;
    if (!seen && !visibility.readsAll()) {
      throw notFound();
    }
    return mine;
  }

  /** Refuses who does not act for the unit that gives. */
  void requireGiver(HandoverRow batch) {
    if (!requireRead(batch).contains(batch.fromUnit())) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "not-the-giver",
          null,
          "Chỉ người của bên giao (%s) được làm việc này.".formatted(name(batch.fromUnit())));
    }
  }

  /** Refuses who does not act for the unit that takes, and who has sent the list. */
  void requireTaker(HandoverRow batch) {
    Set<String> mine = requireRead(batch);
    if (!mine.contains(batch.toUnit())) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "not-the-taker",
          null,
          "Chỉ người của bên nhận (%s) được xác nhận.".formatted(name(batch.toUnit())));
    }
    if (!mayTake(batch, mine)) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "giver-confirms-nothing",
          null,
          "Người đã giao không tự xác nhận là đã nhận. Người khác của bên nhận (%s) xác nhận."
              .formatted(name(batch.toUnit())));
    }
  }

  boolean mayTake(HandoverRow batch, Set<String> mine) {
    return mine.contains(batch.toUnit()) && !actor.get().personId().equals(batch.sentBy());
  }

  /** For whom the current actor acts at a unit; null in their own right. */
  String behalf(String unit) {
    return capacities.overAny(unit, CARRY).map(Capacities.Capacity::onBehalfOf).orElse(null);
  }

  /** A unit of the house that stands. */
  UnitView standing(String field, String id) {
    return organisation
        .unit(id == null ? "" : id)
        .filter(unit -> unit.until() == null && unit.agencyId() != null)
        .orElseThrow(
            () ->
                DossierProblem.invalid(
                    "unit-unknown",
                    field,
                    "Không có đơn vị đã chọn, hoặc đơn vị đã sáp nhập. Hãy chọn trong danh sách."));
  }

  UnitRef ref(String unit) {
    return new UnitRef(unit, name(unit));
  }

  String name(String unit) {
    return organisation.unit(unit).map(UnitView::name).orElse(unit);
  }

  String person(String id) {
    return id == null ? null : organisation.person(id).map(PersonView::name).orElse(id);
  }

  static DossierProblem notFound() {
    return new DossierProblem(
        DossierProblem.Kind.NOT_FOUND,
        "handover-not-found",
        "id",
        "Không tìm thấy danh sách bàn giao, hoặc danh sách không phải của đơn vị anh/chị.");
  }
}
