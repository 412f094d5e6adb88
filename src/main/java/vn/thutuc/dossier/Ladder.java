package vn.thutuc.dossier;

import java.util.List;

/** The escalation ladder, a decision table that designers edit in the Modeler. */
public interface Ladder {

  /**
   * One rung.
   *
   * @param id stable id, unique in the ladder
   * @param distance distance to the end of the phase: {@code -1wd}, {@code -20%}, {@code 0wd},
   *     {@code +2wd}
   * @param tell who is told: assignee, head, leader or office
   * @param priority priority the open tasks get
   */
  record Rung(String id, String distance, String tell, int priority) {}

  /**
   * The rungs of a phase, in the order they ring.
   *
   * @param phase id of the phase
   * @param shortTerm whether the term is under five working days
   */
  List<Rung> rungs(String phase, boolean shortTerm);
}
