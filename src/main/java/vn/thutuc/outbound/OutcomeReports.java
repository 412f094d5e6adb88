package vn.thutuc.outbound;

/**
 * Says whether somebody will report what becomes of an act, so that a process may wait for it. A
 * bean of each channel that does; without any, people enter the outcome.
 */
public interface OutcomeReports {

  /**
   * Whether the outcome of an act of this kind will be reported by message.
   *
   * @param kind POST or ELECTRONIC_RETURN
   */
  boolean follows(String kind);
}
