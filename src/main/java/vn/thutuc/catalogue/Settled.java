package vn.thutuc.catalogue;

/** Where a procedure is settled, judged by the agency the national list names. */
public enum Settled {
  /** By an agency of this house. */
  HERE,
  /** Received here at most, settled by a body outside (police, tax, customs ...). */
  ELSEWHERE,
  /** Partly here, partly outside. */
  MIXED,
  /** The list does not say. */
  UNKNOWN
}
