package vn.thutuc.catalogue.intake;

/**
 * Rehearses one procedure; whoever has an engine passes one in. Closed when everything is
 * rehearsed.
 */
@FunctionalInterface
public interface RehearsalOf extends AutoCloseable {

  /**
   * What a rehearsal showed.
   *
   * @param verdict whether it went well
   * @param remark one line for the report, in Vietnamese; empty when there is nothing to add
   */
  record Outcome(Verdict verdict, String remark) {}

  /** How a rehearsal ended. */
  enum Verdict {
    /** Walked to its end. */
    PASSED("Đạt"),
    /** Something went wrong. */
    FAILED("Không đạt"),
    /** There is no model to rehearse. */
    NO_MODEL("Chưa có quy trình"),
    /** Nobody rehearsed it. */
    NOT_REHEARSED("Chưa chạy thử");

    private final String label;

    Verdict(String label) {
      this.label = label;
    }

    /** What people read, in Vietnamese. */
    public String label() {
      return label;
    }
  }

  /** Walks a dossier received on the first day of the change through the procedure's model. */
  Outcome rehearse(String code);

  @Override
  default void close() {}
}
