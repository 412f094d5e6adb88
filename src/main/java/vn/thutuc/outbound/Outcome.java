package vn.thutuc.outbound;

/** What became of an act that a channel was given. Words are Vietnamese, for officers. */
public sealed interface Outcome {

  /** What officers read about it; may be null. */
  String words();

  /**
   * The other side has taken it. That is no proof that it arrived: see {@link OutboundActs#proof}.
   *
   * @param reference the other side's own number for it; may be null
   */
  record Sent(String reference, String words) implements Outcome {}

  /** The other side could not be reached or asked to try later. */
  record Later(String words) implements Outcome {}

  /** The other side will never take it as it is; somebody has to look. */
  record Refused(String words) implements Outcome {}

  /** There is nothing to send: no address, not wanted, overtaken. */
  record Needless(String words) implements Outcome {}

  /** See {@link Sent}. */
  static Outcome sent(String reference, String words) {
    return new Sent(reference, words);
  }

  /** See {@link Later}. */
  static Outcome later(String words) {
    return new Later(words);
  }

  /** See {@link Refused}. */
  static Outcome refused(String words) {
    return new Refused(words);
  }

  /** See {@link Needless}. */
  static Outcome needless(String words) {
    return new Needless(words);
  }
}
