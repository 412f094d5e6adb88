package vn.thutuc.handover;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.Capacities;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.DossierVisibility;
import vn.thutuc.handover.HandoverBatch.UnitRef;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;
import vn.thutuc.organisation.Role;
import vn.thutuc.organisation.UnitView;

/**
 * On which side of a list somebody stands: people of the two units, and who stands in for them.
 * Whoever reads every dossier reads every list and changes none, but for one thing: where the unit
 * that gives has ended nobody of it is left, so an administrator takes back what is still open.
 */
@Component
class HandoverSides {

  /** Everybody who works with dossiers carries papers. */
  private static final Set<String> CARRY = Role.working();

  private final Capacities capacities;
  private final DossierVisibility visibility;
  private final Organisation organisation;
  private final CurrentActor actor;
  private final Now now;

  HandoverSides(
      Capacities capacities,
      DossierVisibility visibility,
      Organisation organisation,
      CurrentActor actor,
      Now now) {
    this.capacities = capacities;
    this.visibility = visibility;
    this.organisation = organisation;
    this.actor = actor;
    this.now = now;
  }

  /**
   * How somebody stands to lists.
   *
   * @param mine units they give and take for
   * @param lookedAfter those, and for an administrator every unit that has ended
   */
  record Sight(Set<String> mine, Set<String> lookedAfter) {

    boolean gives(HandoverRow batch) {
      return mine.contains(batch.fromUnit());
    }

    /** Whether lines may be taken back, and a list dropped that is being made. */
    boolean takesBack(HandoverRow batch) {
      return lookedAfter.contains(batch.fromUnit());
    }
  }

  Sight sight() {
    Set<String> mine = mine();
    if (!administers()) {
      return new Sight(mine, mine);
    }
    Set<String> lookedAfter = new LinkedHashSet<>(mine);
    organisation.everyUnit().stream()
        .filter(unit -> unit.until() != null)
        .map(UnitView::id)
        .forEach(lookedAfter::add);
    return new Sight(mine, lookedAfter);
  }

  private boolean administers() {
    return organisation.postsOf(actor.get().personId(), now.local().toLocalDate()).stream()
        .anyMatch(post -> post.role().equals("administrator"));
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
   * @return how the current actor stands to lists
   */
  Sight requireRead(HandoverRow batch) {
    Sight sight = sight();
    boolean seen =
        sight.gives(batch)
            || sight.mine().contains(batch.toUnit()) && batch.state() != HandoverBatch.State.DRAFT;
    if (!seen && !visibility.readsAll()) {
      throw notFound();
    }
    return sight;
  }

  /** Refuses who does not act for the unit that gives. */
  void requireGiver(HandoverRow batch) {
    if (!requireRead(batch).gives(batch)) {
      throw notTheGiver(batch);
    }
  }

  /** Refuses who may not take back what the unit gave, or drop the list that it was making. */
  void requireTakeBack(HandoverRow batch) {
    if (!requireRead(batch).takesBack(batch)) {
      throw notTheGiver(batch);
    }
  }

  private DossierProblem notTheGiver(HandoverRow batch) {
    boolean ended =
        organisation.unit(batch.fromUnit()).filter(unit -> unit.until() == null).isEmpty();
    return new DossierProblem(
        DossierProblem.Kind.FORBIDDEN,
        "not-the-giver",
        null,
        (ended
                ? "Bên giao (%s) đã kết thúc hoạt động: quản trị viên rút hồ sơ hoặc bỏ danh sách."
                : "Chỉ người của bên giao (%s) được làm việc này.")
            .formatted(name(batch.fromUnit())));
  }

  /** Refuses who does not act for the unit that takes, and who has sent the list. */
  void requireTaker(HandoverRow batch) {
    Set<String> mine = requireRead(batch).mine();
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

  /** Names of all who are asked for, read at once; who is unknown is called by their id. */
  UnaryOperator<String> people(Stream<String> ids) {
    Collection<String> wanted = ids.filter(Objects::nonNull).collect(Collectors.toSet());
    Map<String, String> names =
        organisation.people(wanted).stream()
            .collect(Collectors.toMap(PersonView::id, PersonView::name));
    return id -> id == null ? null : names.getOrDefault(id, id);
  }

  static DossierProblem notFound() {
    return new DossierProblem(
        DossierProblem.Kind.NOT_FOUND,
        "handover-not-found",
        "id",
        "Không tìm thấy danh sách bàn giao, hoặc danh sách không phải của đơn vị anh/chị.");
  }
}
