package vn.thutuc.process;

import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.Actor;
import vn.thutuc.dossier.CurrentActor;

/**
 * Runs engine commands as the house: our services have checked the person's right, the engine's own
 * checks (tenants included) would only stand in the way. The journal still names the person.
 */
@Component
public class AsHouse implements CurrentActor {

  private final ObjectProvider<IdentityService> identity;
  private final ThreadLocal<Actor> person = new ThreadLocal<>();
  private final ThreadLocal<String> principal = new ThreadLocal<>();

  AsHouse(ObjectProvider<IdentityService> identity) {
    this.identity = identity;
  }

  @Override
  public Actor get() {
    Actor hidden = person.get();
    Actor actor = hidden != null ? hidden : authenticated();
    return principal.get() == null ? actor : new Actor(actor.personId(), principal.get());
  }

  /**
   * From now on this thread acts for somebody, as their deputy; null for nobody. Whoever says so
   * takes it back.
   */
  public void actFor(String principalId) {
    if (principalId == null) {
      principal.remove();
    } else {
      principal.set(principalId);
    }
  }

  /**
   * Like {@link #call} for work that goes on after the person's request: the journal names them.
   */
  public <T> T callFor(String personId, Supplier<T> work) {
    Actor before = person.get();
    person.set(new Actor(personId));
    try {
      return call(work);
    } finally {
      if (before == null) {
        person.remove();
      } else {
        person.set(before);
      }
    }
  }

  /** Runs work without an authenticated person and puts the person back afterwards. */
  public <T> T call(Supplier<T> work) {
    IdentityService service = identity.getObject();
    Authentication before = service.getCurrentAuthentication();
    Actor actorBefore = person.get();
    person.set(get());
    service.clearAuthentication();
    try {
      return work.get();
    } finally {
      restore(service, before);
      if (actorBefore == null) {
        person.remove();
      } else {
        person.set(actorBefore);
      }
    }
  }

  /** Like {@link #call} for work without an answer. */
  public void run(Runnable work) {
    call(
        () -> {
          work.run();
          return null;
        });
  }

  private static void restore(IdentityService service, Authentication before) {
    if (before != null) {
      service.setAuthentication(before);
    }
  }

  /** Who called the engine in their own name; empty while the house works, for whomever. */
  public Optional<String> person() {
    return Optional.ofNullable(identity.getObject().getCurrentAuthentication())
        .map(Authentication::getUserId);
  }

  private Actor authenticated() {
    Authentication current = identity.getObject().getCurrentAuthentication();
    return current == null || current.getUserId() == null
        ? Actor.SYSTEM
        : new Actor(current.getUserId());
  }
}
