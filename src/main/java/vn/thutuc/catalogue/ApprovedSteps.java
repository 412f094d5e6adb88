package vn.thutuc.catalogue;

import java.math.BigDecimal;
import java.util.List;

/**
 * The province's approved internal steps of a procedure: who has how many days.
 *
 * @param decision number of the decision that approved them
 * @param source where they stand
 * @param steps the steps, in order
 */
public record ApprovedSteps(String decision, String source, List<Step> steps) {

  /**
   * One line of the approved table.
   *
   * @param step id of the stage it belongs to, or of a step of the frame ({@code check}, {@code
   *     accept}, {@code return})
   * @param unit who does it, as the table words it, in Vietnamese
   * @param days working days it may take; half days are written 0.5
   */
  public record Step(String step, String unit, BigDecimal days) {}
}
