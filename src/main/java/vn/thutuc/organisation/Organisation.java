package vn.thutuc.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers who and where: units, the agency of a unit, posts on a day, and the group that does a
 * piece of work. Lists hold the units that stand today; {@link #unit} also finds ended ones, for
 * old dossiers name them. The bean does not take the name of its class: models call another bean
 * {@code organisation}.
 */
@Service("organisationDirectory")
@Transactional(readOnly = true)
public class Organisation {

  /** Role key every commune carries. */
  public static final String COMMUNE = "ubnd-xa";

  private final Units units;
  private final Posts posts;

  Organisation(Units units, Posts posts) {
    this.units = units;
    this.posts = posts;
  }

  /** The unit with this id, ended or not; empty when there never was one. */
  public Optional<UnitView> unit(String id) {
    return units.findById(id).map(Unit::view);
  }

  /**
   * The one unit with this role key; empty when none has it.
   *
   * @throws IllegalStateException when several have it, as with {@link #COMMUNE}
   */
  public Optional<UnitView> unitByKey(String key) {
    List<UnitView> found = unitsByKey(key);
    if (found.size() > 1) {
      String ids = found.stream().map(UnitView::id).collect(Collectors.joining(", "));
      throw new IllegalStateException(
          "Khóa %s có ở nhiều đơn vị (%s). Hãy chọn một đơn vị theo mã.".formatted(key, ids));
    }
    return found.stream().findFirst();
  }

  /** Every unit with this role key, by id. */
  public List<UnitView> unitsByKey(String key) {
    return views(units.findByUnitKeyAndUntilDateIsNullOrderById(key));
  }

  /** Every unit of this kind, by id. */
  public List<UnitView> unitsOfKind(String kind) {
    return views(units.findByKindAndUntilDateIsNullOrderById(kind));
  }

  /** The units directly below this one, by id. */
  public List<UnitView> children(String unitId) {
    return views(units.findByParentIdAndUntilDateIsNullOrderById(unitId));
  }

  /** Every commune, by id. */
  public List<UnitView> communes() {
    return unitsByKey(COMMUNE);
  }

  /** Every unit that stands, by id. */
  public List<UnitView> standing() {
    return everyUnit().stream().filter(unit -> unit.until() == null).toList();
  }

  /** Every unit there ever was, ended ones included, by id. */
  public List<UnitView> everyUnit() {
    return units.findAll().stream()
        .map(Unit::view)
        .sorted(java.util.Comparator.comparing(UnitView::id))
        .toList();
  }

  /** Every unit that is an agency (engine tenant), by id. */
  public List<UnitView> agencies() {
    return views(units.agencies());
  }

  /**
   * The agency (engine tenant) a unit belongs to; empty for a body outside the house.
   *
   * @throws UnknownUnitException when there is no such unit
   */
  public Optional<UnitView> agencyOf(String unitId) {
    return Optional.ofNullable(require(unitId).agencyId()).flatMap(this::unit);
  }

  /** Every post a person holds on a day. */
  public List<PostView> postsOf(String personId, LocalDate day) {
    return posts.heldBy(personId, day).stream().map(Post::view).toList();
  }

  /** Every post somebody holds on a day. */
  public List<PostView> postsOn(LocalDate day) {
    return posts.heldOn(day).stream().map(Post::view).toList();
  }

  /** Everybody with a post that has no end, by id. */
  public List<PersonView> people() {
    return posts.peopleInOffice().stream().map(Person::view).toList();
  }

  /** The person with this login id; empty when there is none. */
  public Optional<PersonView> person(String id) {
    return posts.person(id).map(Person::view);
  }

  /** Where the house writes to somebody by mail; empty when the files give no address. */
  public Optional<String> emailOf(String personId) {
    return posts.person(personId).map(Person::email);
  }

  /**
   * Who signed, as people read it: a deputy with the person it was signed for. A login id stands
   * where nobody is known by it.
   *
   * @param signer login id; null answers null
   * @param signedFor login id of whom a deputy signed for; null for nobody
   */
  public String signature(String signer, String signedFor) {
    if (signer == null) {
      return null;
    }
    return signedFor == null
        ? name(signer)
        : "%s (ký thay %s)".formatted(name(signer), name(signedFor));
  }

  private String name(String person) {
    return person(person).map(PersonView::name).orElse(person);
  }

  /** The people with these login ids; who is unknown is left out. */
  public List<PersonView> people(Collection<String> ids) {
    return ids.isEmpty() ? List.of() : posts.people(ids).stream().map(Person::view).toList();
  }

  /** Whether a person holds a role in exactly this unit on a day. */
  public boolean holds(String personId, String unitId, String role, LocalDate day) {
    return posts.held(personId, unitId, role, day);
  }

  /** Whether a person administers the house on a day, in whichever unit. */
  public boolean administers(String personId, LocalDate day) {
    return posts.heldBy(personId, day).stream()
        .anyMatch(post -> post.view().role().equals(Role.ADMINISTRATOR.id()));
  }

  /** Everybody who holds a role in exactly this unit on a day, by id. */
  public List<PersonView> holders(String unitId, String role, LocalDate day) {
    return posts.heldIn(unitId, role, day).stream().map(post -> post.person().view()).toList();
  }

  /**
   * The unit whose holders of a role do the work of a unit: itself, else the nearest unit above it
   * in the same agency that has a holder, else the unit that is the agency.
   *
   * @throws UnknownUnitException when there is no such unit
   * @throws NoHolderException when nobody there holds the role on that day
   * @throws IllegalArgumentException when there is no such role
   */
  public UnitView actingUnit(String unitId, String role, LocalDate day) {
    return actingUnitIfAny(unitId, role, day)
        .orElseThrow(() -> new NoHolderException(require(unitId).view(), role(role), day));
  }

  /** Like {@link #actingUnit}; empty when nobody there holds the role on that day. */
  public Optional<UnitView> actingUnitIfAny(String unitId, String role, LocalDate day) {
    Role wanted = role(role);
    return candidates(require(unitId)).stream()
        .filter(unit -> !posts.heldIn(unit.id(), wanted.id(), day).isEmpty())
        .findFirst()
        .map(Unit::view);
  }

  /**
   * The id of the group of everybody who holds a role in a unit, {@code <unit>.<role>}.
   *
   * @throws IllegalArgumentException when there is no such role
   */
  public String group(String unitId, String role) {
    return unitId + "." + role(role).id();
  }

  /** What a group id stands for; empty when it is not of the form {@link #group} gives. */
  public Optional<GroupRef> parseGroup(String groupId) {
    int dot = groupId == null ? -1 : groupId.lastIndexOf('.');
    return dot < 1
        ? Optional.empty()
        : Role.of(groupId.substring(dot + 1))
            .map(role -> new GroupRef(groupId.substring(0, dot), role.id()));
  }

  private Set<Unit> candidates(Unit asked) {
    Set<Unit> climbed = new LinkedHashSet<>();
    Optional<Unit> next = Optional.of(asked);
    while (next.isPresent() && climbed.add(next.get())) {
      next =
          Optional.ofNullable(next.get().parentId())
              .flatMap(units::findById)
              .filter(asked::isSameAgencyAs);
    }
    Optional.ofNullable(asked.agencyId()).flatMap(units::findById).ifPresent(climbed::add);
    return climbed;
  }

  private Unit require(String unitId) {
    return units.findById(unitId).orElseThrow(() -> UnknownUnitException.ofId(unitId));
  }

  private static Role role(String id) {
    return Role.of(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Không có vai trò “%s”. Các vai trò: %s.".formatted(id, Role.known())));
  }

  private static List<UnitView> views(List<Unit> found) {
    return found.stream().map(Unit::view).toList();
  }
}
