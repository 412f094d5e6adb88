package vn.thutuc.rehearsal;

import java.util.List;

/**
 * What one path of a procedure showed.
 *
 * @param path its word; of a late phase with the phase behind a colon
 * @param label Vietnamese
 * @param verdict passed, failed or not applicable
 * @param reason why it is not applicable; null otherwise
 * @param walked what was seen; null when not applicable
 * @param problems what is wrong; empty when all is well
 */
record PathResult(
    String path,
    String label,
    Verdict verdict,
    String reason,
    Walked walked,
    List<String> problems) {

  /** How a path ended. */
  enum Verdict {
    PASSED("Đạt"),
    FAILED("Không đạt"),
    NOT_APPLICABLE("Không áp dụng");

    private final String label;

    Verdict(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  boolean ok() {
    return verdict != Verdict.FAILED;
  }

  static PathResult notApplicable(String path, PathKind kind, String reason) {
    return new PathResult(path, kind.label(), Verdict.NOT_APPLICABLE, reason, null, List.of());
  }

  static PathResult of(String path, PathKind kind, Walked walked, List<String> problems) {
    return new PathResult(
        path,
        kind.label(),
        problems.isEmpty() ? Verdict.PASSED : Verdict.FAILED,
        null,
        walked,
        List.copyOf(problems));
  }
}
