package vn.thutuc.process.migration;

import java.time.Instant;
import java.util.SortedMap;

/**
 * One process instance of a run.
 *
 * @param number of the dossier
 * @param place where it stood, in Vietnamese
 * @param reason why it is not moved, in Vietnamese; null otherwise
 * @param before every date before
 * @param after every date after; of a trial what it would be
 * @param added timers that only the new version has
 */
public record MigrationItem(
    long id,
    String instanceId,
    String number,
    State state,
    String place,
    String reason,
    SortedMap<String, String> before,
    SortedMap<String, String> after,
    SortedMap<String, String> added,
    Instant at) {

  /** What became of it. */
  public enum State {
    WAITING("chưa xét"),
    MAPS("chuyển được"),
    DOES_NOT_MAP("không chuyển được"),
    MOVED("đã chuyển"),
    FAILED("chuyển không thành"),
    GONE("không còn ở phiên bản cũ");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** As an administrator reads it. */
    public String label() {
      return label;
    }
  }
}
