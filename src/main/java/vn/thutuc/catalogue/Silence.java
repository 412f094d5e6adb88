package vn.thutuc.catalogue;

/** What the law makes of the agency's own silence once the term has ended. */
public enum Silence {
  /** Nothing: the dossier is late and still has to be settled. */
  NONE,
  /** What was asked for counts as granted. */
  GRANTS,
  /** What was asked for counts as refused. */
  REFUSES
}
