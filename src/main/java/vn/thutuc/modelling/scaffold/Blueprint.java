package vn.thutuc.modelling.scaffold;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.thutuc.catalogue.Rule;
import vn.thutuc.catalogue.Stage;

/**
 * What of a procedure's facts shapes its model; terms, fees and papers do not.
 *
 * @param code national code
 * @param title full title, in Vietnamese
 * @param name title a desk uses, in Vietnamese
 * @param decision number of the decision that published it; empty when it is not known
 * @param agency who settles it, in Vietnamese; null when nobody has determined it
 * @param isAgencyCollegiate whether its leader is a chairman
 * @param places bodies taking part: place to Vietnamese name
 * @param outside places that are no units of the house
 * @param phases ids of the phases to their names, in order
 * @param hasCompletenessTerm whether the check of papers has its own term
 * @param results keys of the positive results to their titles, in order
 * @param labels codes of cases, area classes and channels to their names
 * @param stages between acceptance and result; empty when nobody has read the steps
 * @param after once the result is there
 * @param rules what is told at the steps, in order
 * @param steps the approved internal steps; null when none are approved
 */
record Blueprint(
    String code,
    String title,
    String name,
    String decision,
    String agency,
    boolean isAgencyCollegiate,
    Map<String, String> places,
    Set<String> outside,
    Map<String, String> phases,
    boolean hasCompletenessTerm,
    Map<String, String> results,
    Map<String, String> labels,
    List<Stage> stages,
    List<Stage> after,
    List<Rule> rules,
    Steps steps) {

  /**
   * The approved internal steps.
   *
   * @param decision number of the decision
   * @param days stage or step of the frame to its days, in thousandths of a day
   */
  record Steps(String decision, Map<String, Long> days) {}

  Blueprint with(Steps approved) {
    return new Blueprint(
        code,
        title,
        name,
        decision,
        agency,
        isAgencyCollegiate,
        places,
        outside,
        phases,
        hasCompletenessTerm,
        results,
        labels,
        stages,
        after,
        rules,
        approved);
  }

  boolean isRead() {
    return !stages.isEmpty();
  }

  /** Whether nobody has said which of several positive results is recorded where. */
  boolean isResultOpen() {
    return results.size() > 1
        && stages.stream().noneMatch(stage -> stage.result() != null)
        && stages.stream().allMatch(stage -> stage.branches().isEmpty());
  }

  String processId() {
    return "TTHC-" + code;
  }

  /** The code as part of an id. */
  String key() {
    return code.replace('.', '_');
  }
}
