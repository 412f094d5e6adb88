package vn.thutuc.web;

import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.process.security.AccessLog;

/** Lets administrators through and logs what they do, and whom it refused. */
@Component
class Administrators {

  private final CurrentActor actor;
  private final Organisation organisation;
  private final AccessLog log;
  private final Now now;

  Administrators(CurrentActor actor, Organisation organisation, AccessLog log, Now now) {
    this.actor = actor;
    this.organisation = organisation;
    this.log = log;
    this.now = now;
  }

  /**
   * Refuses everybody else; the act is logged either way.
   *
   * @param action what is done, e.g. CALENDAR_PUBLISHED
   * @param subject to what; may be null
   * @return id of the administrator
   */
  String require(String action, String subject) {
    String person = requireRole(action, subject);
    log.write(person, action, subject);
    return person;
  }

  /** Like {@link #require} for reading what holds no personal data: only refusals are logged. */
  void requireToRead(String subject) {
    requireToRead("CALENDAR_READ", subject);
  }

  /** The same for another part of the administration. */
  void requireToRead(String action, String subject) {
    requireRole(action, subject);
  }

  private String requireRole(String action, String subject) {
    String person = actor.get().personId();
    if (!organisation.administers(person, now.local().toLocalDate())) {
      log.write(person, action + "_REFUSED", subject);
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN, "administrator-only", null, refusal(action));
    }
    return person;
  }

  private static String refusal(String action) {
    if (action.startsWith("MIGRATION")) {
      return "Chỉ quản trị viên được xem và chuyển phiên bản mô hình của hồ sơ.";
    }
    return action.startsWith("MAILBOX")
        ? "Chỉ quản trị viên được xem hộp thư thử nghiệm."
        : "Chỉ quản trị viên được xem và thay đổi lịch làm việc.";
  }
}
