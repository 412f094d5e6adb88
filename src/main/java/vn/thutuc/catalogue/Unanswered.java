package vn.thutuc.catalogue;

/** What follows when a window ends and the one who was asked has not answered. */
public enum Unanswered {
  /** The process goes on as if the answer were a yes. */
  GO_ON,
  /** The dossier is stopped with a notice. */
  STOP,
  /** The desk closes the dossier; it may come back complete with the full term. */
  CLOSE
}
