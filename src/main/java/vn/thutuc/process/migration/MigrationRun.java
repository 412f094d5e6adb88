package vn.thutuc.process.migration;

import java.time.Instant;

/**
 * One move of the dossiers of a version to another.
 *
 * @param mapping what an administrator added to the successors that the new version names
 * @param total instances that were on the old version when the trial was opened
 * @param lastItem every instance up to this one has been seen in this pass
 * @param fingerprint of what the trial looked at; null before it is through
 */
public record MigrationRun(
    long id,
    String processKey,
    String sourceId,
    int sourceVersion,
    String targetId,
    int targetVersion,
    String mapping,
    State state,
    int total,
    long lastItem,
    String fingerprint,
    Instant openedAt,
    String openedBy,
    Instant triedAt,
    Instant startedAt,
    String startedBy,
    Instant finishedAt) {

  /** What a run is at: the trial changes nothing; it is started by hand when it is through. */
  public enum State {
    TRIAL,
    TRIED,
    RUNNING,
    DONE,
    DROPPED
  }

  /**
   * What is compared of the moved instances.
   *
   * @param moved instances moved
   * @param dates dates compared
   * @param changed dates that are not what they were; must be 0
   */
  public record Proof(int moved, long dates, long changed) {}
}
