package vn.thutuc.catalogue;

/** What starts the counting of a phase. */
public enum PhaseStart {
  /** The dossier is received, complete or not. */
  RECEPTION,
  /** The complete dossier is received; the phase counts from there. */
  COMPLETE_DOSSIER,
  /** Another body has received what it is asked for. */
  BODY_ACT,
  /**
   * The stage or group of stages that names the phase is reached, e.g. when the one before ends.
   */
  STAGE,
  /**
   * The stage that names the phase is reached, but its term counts from the complete dossier: only
   * on the way does it show which term applies. Run again, it counts from when it is reached again.
   */
  STAGE_FROM_COMPLETE_DOSSIER
}
