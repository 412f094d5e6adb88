package vn.thutuc.dossier;

import java.util.List;

/**
 * A step of a model that has to do with the paper of a result.
 *
 * @param number number of the dossier
 * @param element id of the step in the model
 * @param name Vietnamese name of the step
 * @param role what the step does to the paper
 * @param ways results the model can record ahead of the step, in the order they are met; empty only
 *     where a paper is numbered that is no result
 * @param agency id of the agency that acts in the step
 */
public record PaperStep(
    String number, String element, String name, Role role, List<Way> ways, String agency) {

  /** What a step does to the paper; its form says so. */
  public enum Role {
    /** Writes it. */
    DRAFT,
    /** Looks at it and passes it on or returns it. */
    REVIEW,
    /** Signs it or returns it. */
    SIGN,
    /** Gives it its number and date. */
    NUMBER
  }

  /**
   * A result that the model records ahead.
   *
   * @param positive whether it grants what was asked for
   * @param key key the model names; null where it names none
   */
  public record Way(boolean positive, String key) {}
}
