package vn.thutuc.notice;

/** What became of a message; words are Vietnamese, for the act's record, and name nobody. */
sealed interface Delivery {

  /**
   * The other side has it.
   *
   * @param reference the other side's own number, or our key
   * @param words by whom it went
   */
  record Taken(String reference, String words) implements Delivery {}

  /** This address gets nothing by this route, now or later. */
  record Unreachable(String reason) implements Delivery {}

  /** It may work later. */
  record Later(String reason) implements Delivery {}
}
