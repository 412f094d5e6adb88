package vn.thutuc.clock;

/** The kinds of facts that an explanation is made of. */
public enum LineCode {
  /** The dossier was received. */
  RECEIVED,
  /** The moment from which the reception counts, where it differs. */
  COUNTED_FROM,
  /** The day of reception is not counted. */
  FIRST_DAY_NOT_COUNTED,
  /** A same-day term was received at or after its cut-off. */
  AFTER_CUT_OFF,
  /** Holidays that the count skipped. */
  DAYS_OFF_SKIPPED,
  /** A Saturday worked in exchange that was counted. */
  SWAP_DAY_COUNTED,
  /** The desk is closed where the count ended: the end gave way to when it opens. */
  ROLLED,
  /** Where the term ends without what follows. */
  TERM_ENDS,
  /** A pause that ended and what it did to the end. */
  PAUSED,
  /** A pause that began after the end and changed nothing. */
  PAUSE_TOO_LATE,
  /** An extension and what it did to the end. */
  EXTENDED,
  /** An extension that was granted after the end and changed nothing. */
  EXTENSION_TOO_LATE,
  /** The end may still move, because the calendar is not final. */
  PROVISIONAL,
  /** The end; always the last line of a running term. */
  DUE,
  /** The term is paused; always the last line of a paused term. */
  PAUSED_NOW,
  /** There is no statutory term; always the last line if the term is not known. */
  NO_TERM
}
