package vn.thutuc.web;

import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.process.security.AccessLog;

/** Lets designers and administrators through and logs what they do, and whom it refused. */
@Component
class Designers {

  private static final Set<String> ROLES = Set.of("designer", "administrator");

  private final CurrentActor actor;
  private final Organisation organisation;
  private final AccessLog log;
  private final Now now;

  Designers(CurrentActor actor, Organisation organisation, AccessLog log, Now now) {
    this.actor = actor;
    this.organisation = organisation;
    this.log = log;
    this.now = now;
  }

  /**
   * Refuses everybody else; the act is logged either way.
   *
   * @param action what is done, e.g. MODEL_REVIEWED
   * @param subject to what
   * @return id of the person
   */
  String require(String action, String subject) {
    String person = requireRole(action, subject);
    log.write(person, action, subject);
    return person;
  }

  /** Like {@link #require} for reading: only refusals are logged. */
  void requireToRead(String subject) {
    requireRole("MODEL_READ", subject);
  }

  /** Whether a login name is the reader's own. */
  boolean isMe(String person) {
    return actor.get().personId().equals(person);
  }

  private String requireRole(String action, String subject) {
    String person = actor.get().personId();
    boolean designs =
        organisation.postsOf(person, now.local().toLocalDate()).stream()
            .anyMatch(post -> ROLES.contains(post.role()));
    if (!designs) {
      log.write(person, action + "_REFUSED", subject);
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "designer-only",
          null,
          "Chỉ người thiết kế quy trình và quản trị viên được xem và duyệt mô hình.");
    }
    return person;
  }
}
