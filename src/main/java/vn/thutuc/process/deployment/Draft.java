package vn.thutuc.process.deployment;

import java.time.Instant;
import vn.thutuc.modelling.ModelIdentity;

/**
 * A model that a person has deployed, without its content.
 *
 * @param id grows with time
 * @param file the name it was sent under
 * @param path where it stands below processes/ or forms/ once it is in force
 * @param kind what it is
 * @param key id of the process, the decision or the form
 * @param name what people call it
 * @param sha256 hash of the file
 * @param baseSha256 hash of what was in force when it was deployed; null when nothing was
 * @param author login name of who deployed it
 * @param deployedAt when
 * @param state how far it is
 * @param reviewedBy login name of the second person; null before
 * @param reviewedAt when; null before
 * @param reviewNote what the second person wrote; null when nothing
 * @param reportSha256 hash of the rehearsal report; null when there is none
 * @param decision number of the decision it is put in force by; null before
 * @param inForceFrom from when it is to be in force; null before
 * @param scheduledBy login name of who set that; null before
 * @param closedAt when it was put in force, rejected or replaced; null while it is open
 * @param reason why it was rejected or replaced, or why its day had to be taken back
 */
public record Draft(
    long id,
    String file,
    String path,
    ModelIdentity.Kind kind,
    String key,
    String name,
    String sha256,
    String baseSha256,
    String author,
    Instant deployedAt,
    State state,
    String reviewedBy,
    Instant reviewedAt,
    String reviewNote,
    String reportSha256,
    String decision,
    Instant inForceFrom,
    String scheduledBy,
    Instant closedAt,
    String reason) {

  /** How far a draft is. */
  public enum State {
    /** Deployed, looked at by nobody else. */
    DRAFT,
    /** A second person has found it right. */
    REVIEWED,
    /** Waits for its day. */
    SCHEDULED,
    /** Was put in force; a later version may have followed. */
    IN_FORCE,
    /** Refused with a reason. */
    REJECTED,
    /** Replaced by a newer draft of its author. */
    SUPERSEDED
  }
}
