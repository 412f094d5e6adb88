package vn.thutuc.dossier;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;
import vn.thutuc.organisation.Deputies;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PostView;
import vn.thutuc.organisation.UnitView;

/** In whose right somebody acts: in their own, or as the deputy of who is away. */
@Component
public class Capacities {

  /** Units lie this deep at most: room, department, province, and one to spare. */
  private static final int DEPTH = 4;

  private final CurrentActor actor;
  private final Organisation organisation;
  private final Deputies deputies;
  private final Now now;

  Capacities(CurrentActor actor, Organisation organisation, Deputies deputies, Now now) {
    this.actor = actor;
    this.organisation = organisation;
    this.deputies = deputies;
    this.now = now;
  }

  /**
   * A right to act.
   *
   * @param onBehalfOf id of the person a deputy acts for; null in one's own right
   */
  public record Capacity(String onBehalfOf) {}

  /** How the current actor acts in a role of exactly this unit; empty when not at all. */
  public Optional<Capacity> in(String unit, String role) {
    String person = actor.get().personId();
    if (organisation.holds(person, unit, role, today())) {
      return Optional.of(new Capacity(null));
    }
    return deputies.principalOf(person, unit, role, today()).map(Capacity::new);
  }

  /**
   * How the current actor acts in a role for a unit: a unit without a holder of its own is led by
   * the one above it, as its steps are done there.
   */
  public Optional<Capacity> over(String unit, String role) {
    return organisation
        .actingUnitIfAny(unit, role, today())
        .flatMap(acting -> in(acting.id(), role));
  }

  /** How the current actor acts for a unit in one of these roles, rather in their own right. */
  public Optional<Capacity> overAny(String unit, Collection<String> roles) {
    List<Capacity> found = roles.stream().flatMap(role -> over(unit, role).stream()).toList();
    return found.stream()
        .filter(capacity -> capacity.onBehalfOf() == null)
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  /** The units the current actor leads in one of these roles, those below without a head too. */
  public Set<String> led(Collection<String> roles) {
    String person = actor.get().personId();
    Set<String> units = new LinkedHashSet<>();
    Stream.concat(
            organisation.postsOf(person, today()).stream(),
            deputies.postsStoodInOn(today()).stream()
                .filter(post -> post.personId().equals(person)))
        .filter(post -> roles.contains(post.role()))
        .forEach(post -> below(post, post.unitId(), DEPTH, units));
    return units;
  }

  private void below(PostView post, String unit, int depth, Set<String> units) {
    if (!units.add(unit) || depth == 0) {
      return;
    }
    Optional<String> agency = organisation.agencyOf(unit).map(UnitView::id);
    organisation.children(unit).stream()
        .filter(child -> organisation.agencyOf(child.id()).map(UnitView::id).equals(agency))
        .filter(
            child ->
                organisation
                    .actingUnitIfAny(child.id(), post.role(), today())
                    .filter(acting -> acting.id().equals(post.unitId()))
                    .isPresent())
        .forEach(child -> below(post, child.id(), depth - 1, units));
  }

  private LocalDate today() {
    return now.local().toLocalDate();
  }
}
