package vn.thutuc.modelling;

/** How grave a finding is. */
public enum Severity {
  /** The model is refused. */
  ERROR,
  /** The model is accepted; somebody should look. */
  WARNING
}
