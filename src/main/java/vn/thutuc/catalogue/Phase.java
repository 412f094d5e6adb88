package vn.thutuc.catalogue;

import java.util.List;

/**
 * A stretch of a procedure's time with a start and a term of its own.
 *
 * @param id stable id the models use, e.g. {@code settlement}
 * @param name what officers read, in Vietnamese
 * @param starts what starts the counting
 * @param condition when there is such a phase at all, in Vietnamese; null when there always is
 * @param terms the terms by channel, case and area class; the most narrowly conditioned one wins
 */
public record Phase(
    String id, String name, PhaseStart starts, String condition, List<PhaseTerm> terms) {

  /** Id of the phase that is the whole time of a procedure, where it has one. */
  public static final String SETTLEMENT = "settlement";

  /**
   * What starts the counting for one dossier, which may depend on its case.
   *
   * @param caseCode chosen case; null when the procedure has none
   * @param area area class; null when the procedure has none
   */
  public PhaseStart start(Channel channel, String caseCode, String area) {
    return Terms.start(this, channel, caseCode, area);
  }

  /** Whether it is the whole time of its procedure, on which the appointment rests. */
  public boolean isWhole() {
    return id.equals(SETTLEMENT);
  }
}
