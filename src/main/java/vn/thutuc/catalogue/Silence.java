package vn.thutuc.catalogue;

/** What the text makes of silence once the term has ended: the agency's own, or of a body asked. */
public enum Silence {
  /** Nothing: the dossier is late and still has to be settled. */
  NONE,
  /** What was asked for counts as granted. */
  GRANTS,
  /** What was asked for counts as refused. */
  REFUSES,
  /**
   * The procedure goes on without the answer, which counts as neither. Only of a body that is
   * asked; an agency's own silence never is this.
   */
  GOES_ON
}
