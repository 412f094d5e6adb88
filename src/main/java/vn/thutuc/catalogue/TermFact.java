package vn.thutuc.catalogue;

/**
 * A term with what it rests on.
 *
 * @param term the amount as written for the clock ({@code 2wd}, {@code sd@15:00}); null when it is
 *     unknown, then the desk sets the appointment with a ground
 * @param source where it stands, in Vietnamese; for an unknown term why it is unknown
 * @param determined whether the province laid it down, over what the facts say
 * @param verified whether somebody compared it with the source; false for an unknown term
 */
public record TermFact(String term, String source, boolean determined, boolean verified) {

  static TermFact unknown(String why) {
    return new TermFact(null, why, false, false);
  }

  /** Whether there is a term at all. */
  public boolean known() {
    return term != null;
  }
}
