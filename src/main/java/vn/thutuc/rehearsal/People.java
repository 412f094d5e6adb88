package vn.thutuc.rehearsal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.thutuc.catalogue.Competence;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.organisation.GroupRef;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.Role;
import vn.thutuc.organisation.UnitView;

/** Who does what in a walk: holders of the roles in the organisation as it is on a day. */
final class People {

  private static final String DESK = "one-stop-officer";
  private static final String CENTRE = "trung-tam-phuc-vu-hanh-chinh-cong";

  private final Organisation organisation;
  private final LocalDate day;
  private final Map<GroupRef, Optional<Actor>> holders = new HashMap<>();
  private List<UnitView> communes;

  People(Organisation organisation, LocalDate day) {
    this.organisation = organisation;
    this.day = day;
  }

  /** Somebody with the post that lets them act. */
  record Actor(String person, String unit, String role) {}

  /** A holder of one of the groups; empty when nobody holds any. */
  Optional<Actor> of(Set<String> groups) {
    return groups.stream()
        .flatMap(group -> organisation.parseGroup(group).stream())
        .flatMap(group -> holder(group).stream())
        .findFirst();
  }

  private Optional<Actor> holder(GroupRef wanted) {
    return holders.computeIfAbsent(
        wanted,
        group ->
            organisation.holders(group.unitId(), group.role(), day).stream()
                .findFirst()
                .map(person -> new Actor(person.id(), group.unitId(), group.role())));
  }

  private List<UnitView> communes() {
    if (communes == null) {
      communes = organisation.communes();
    }
    return communes;
  }

  /**
   * The unit that settles: the one of the facts, or a commune of the area class.
   *
   * @return null when the facts name no unit of the house
   */
  UnitView competent(Procedure procedure, Intake intake) {
    String key =
        procedure.competent(intake.caseCode(), intake.area()).stream()
            .findFirst()
            .map(Competence::unit)
            .orElse("");
    if (!Organisation.COMMUNE.equals(key)) {
      return organisation.unitByKey(key).orElse(null);
    }
    return communes().stream()
        .filter(unit -> intake.area() == null || intake.area().equals(unit.areaClass()))
        .findFirst()
        .orElse(communes().isEmpty() ? null : communes().get(0));
  }

  /** Another commune than this one, for a verification; any when there is no other. */
  String anotherCommune(UnitView than) {
    return communes().stream()
        .map(UnitView::id)
        .filter(id -> than == null || !id.equals(than.id()))
        .findFirst()
        .orElse("");
  }

  /** The desk that receives: of the agency that settles, or the province's centre. */
  Optional<Actor> desk(UnitView competent, boolean elsewhere) {
    Optional<Actor> own =
        elsewhere
            ? Optional.empty()
            : organisation.agencyOf(competent.id()).flatMap(agency -> deskOf(agency.id()));
    return own.or(() -> organisation.unitByKey(CENTRE).flatMap(unit -> deskOf(unit.id())));
  }

  private Optional<Actor> deskOf(String unit) {
    return holder(new GroupRef(unit, DESK));
  }

  /** A leader of exactly the unit that settles. */
  Optional<Actor> leader(String unit) {
    return holder(new GroupRef(unit, "leader"));
  }

  /** How a reader knows an actor: role and unit. */
  String title(Actor actor) {
    String role = Role.of(actor.role()).map(Role::label).orElse(actor.role());
    return role
        + ", "
        + organisation.unit(actor.unit()).map(UnitView::shortName).orElse(actor.unit());
  }
}
