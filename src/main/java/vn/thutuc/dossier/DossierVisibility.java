package vn.thutuc.dossier;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PostView;
import vn.thutuc.organisation.Role;
import vn.thutuc.organisation.UnitView;

/**
 * Who may see or work on a dossier: people of the agencies that have to do with it. Inspector and
 * administrator read everything and change nothing. Who may not know of a dossier is told that
 * there is none.
 */
@Component
public class DossierVisibility {

  private static final Set<String> READ_ALL = Set.of("inspector", "administrator");

  private final CurrentActor actor;
  private final Organisation organisation;
  private final DossierAgencies dossierAgencies;
  private final Now now;

  DossierVisibility(
      CurrentActor actor, Organisation organisation, DossierAgencies dossierAgencies, Now now) {
    this.actor = actor;
    this.organisation = organisation;
    this.dossierAgencies = dossierAgencies;
    this.now = now;
  }

  /** Refuses, as if there were no such dossier, who may not read it. */
  void requireRead(Dossier dossier) {
    if (!mayRead(dossier)) {
      throw DossierProblem.notFound(dossier.number());
    }
  }

  /** Refuses who may not act on it. */
  void requireWork(Dossier dossier) {
    requireRead(dossier);
    if (!actor.get().isSystem() && !sharesAgency(dossier)) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "read-only",
          null,
          "Tài khoản này chỉ được xem, không được thực hiện thao tác trên hồ sơ.");
    }
  }

  /** Whether the current actor reads every dossier of the province. */
  public boolean readsAll() {
    return actor.get().isSystem() || posts().anyMatch(post -> READ_ALL.contains(post.role()));
  }

  /** Whether the current actor administers the house. */
  public boolean administers() {
    return posts().anyMatch(post -> post.role().equals("administrator"));
  }

  /** The agencies the current actor works in; a designer's post gives no sight of any dossier. */
  public Set<String> agencies() {
    return posts()
        .filter(post -> Role.works(post.role()))
        .flatMap(post -> agencyId(post.unitId()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the current actor may read it. */
  boolean mayRead(Dossier dossier) {
    return readsAll() || sharesAgency(dossier);
  }

  private boolean sharesAgency(Dossier dossier) {
    return dossierAgencies.haveAny(dossier, agencies());
  }

  private Stream<String> agencyId(String unit) {
    return organisation.agencyOf(unit).map(UnitView::id).stream();
  }

  private Stream<PostView> posts() {
    return organisation.postsOf(actor.get().personId(), now.local().toLocalDate()).stream();
  }
}
