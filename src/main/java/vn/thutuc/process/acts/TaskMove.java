package vn.thutuc.process.acts;

import java.time.Instant;

/**
 * A run that moves tasks, one after the other.
 *
 * @param from login id of whose tasks a transfer moves, or id of a merged unit; null for an
 *     assignment
 * @param to login id of who gets them, or id of the unit's successor; null for the queue of the
 *     unit
 * @param total how many tasks it has
 * @param openedBy login id of who asked for it
 * @param finishedAt null while tasks wait
 */
public record TaskMove(
    long id,
    Kind kind,
    String from,
    String to,
    String reason,
    int total,
    String openedBy,
    Instant openedAt,
    Instant finishedAt) {

  /** What a run does. */
  public enum Kind {
    /** The tasks that were chosen. */
    ASSIGN,
    /** Everything somebody has. */
    TRANSFER,
    /** Every dossier of a merged unit; from and to are units then, and each item is a dossier. */
    UNIT
  }

  /** What became of a task. */
  public enum ItemState {
    WAITING("chờ xử lý"),
    MOVED("đã chuyển"),
    /** It was where it should go already. */
    UNCHANGED("không cần chuyển"),
    REFUSED("không được chuyển"),
    /** Somebody completed it meanwhile, or its dossier ended. */
    GONE("việc không còn"),
    FAILED("lỗi");

    private final String label;

    ItemState(String label) {
      this.label = label;
    }

    /** What people read, in Vietnamese. */
    public String label() {
      return label;
    }
  }

  /**
   * One task of a run.
   *
   * @param number of the dossier; null when the task was gone before the run
   * @param step Vietnamese name of the step
   * @param from login id of who had it; null for nobody
   * @param reason why it was not moved; null otherwise
   */
  public record Item(
      long id,
      String taskId,
      String number,
      String step,
      String from,
      ItemState state,
      String reason) {}

  /** What a run is to do. */
  record Wanted(Kind kind, String from, String to, String reason) {}
}
