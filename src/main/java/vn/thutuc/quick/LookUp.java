package vn.thutuc.quick;

/** What the officer says of a look-up in a database, where the procedure knows one. */
public enum LookUp {
  /** The applicant did not ask for it: the originals lie on the desk. */
  NOT_ASKED,
  /** What the database holds agrees with what was shown. */
  MATCH,
  /** The database holds nothing; the papers shown were compared instead. */
  NONE
}
