package vn.thutuc.catalogue;

/** What the open dossiers do when this version of the facts comes into force. */
public enum Transition {
  /** They keep the version of their reception. */
  STAY,
  /** They keep it too, unless somebody approves, dossier by dossier, that they go over. */
  CHANGE_WITH_APPROVAL
}
