package vn.thutuc.dossier;

import java.util.Map;
import java.util.Optional;

/**
 * The papers of results as they pass through the steps of a model; implemented where they are
 * written. Each method takes part in the transaction of the step.
 */
public interface ResultPapers {

  /**
   * A step that has to do with the paper is being completed.
   *
   * @param decision what its form decided; null when it asks for no decision
   * @param fields what its form submitted besides
   * @return what the dossier takes over in place of what was submitted; may be empty
   * @throws DossierProblem when the paper does not allow it
   */
  Map<String, Object> completing(PaperStep step, String decision, Map<String, ?> fields);

  /**
   * A result is recorded: its paper, if there is one, is final from now on.
   *
   * @param number number of the dossier
   * @return id of the paper; empty when the result has none here
   */
  Optional<Long> issued(String number, ResultFacts facts);
}
