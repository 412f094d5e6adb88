package vn.thutuc.quick;

import java.util.Map;
import java.util.Optional;

/**
 * What a quick procedure needs of the workflow engine, without knowing it: the dossier goes through
 * its own model, step by step, inside the caller's transaction.
 */
public interface QuickEngine {

  /**
   * The open step of a dossier.
   *
   * @param taskId id of the task
   * @param name what officers read, in Vietnamese
   * @param form key of its form; null without one
   * @param unit unit whose people do it
   * @param role role that does it
   * @param own whether it stands in the dossier's own model and not in one it calls: forms are
   *     shared, and a stop or a refusal is signed with the same one as a result
   */
  record Step(String taskId, String name, String form, String unit, String role, boolean own) {}

  /**
   * Who signed on paper.
   *
   * @param signer login id of who signed; null while nobody has
   * @param signedFor login id of whom a deputy signed for; null for nobody
   */
  record Signature(String signer, String signedFor) {}

  /**
   * In whose name a step stands in the journal.
   *
   * @param house whether nobody does it by itself: the journal then names the house
   * @param signature who signed on paper; null for every other step
   */
  record Doer(boolean house, Signature signature) {}

  /**
   * Does what the model does without people and says which step is open then. Steps that run beside
   * the dossier's own, as those of its lateness, are passed over.
   *
   * @return empty when none is: the dossier has gone through, or waits for something else
   * @throws vn.thutuc.dossier.DossierProblem when several are open at once
   */
  Optional<Step> next(String number);

  /** Completes a step with what its form asks; the caller has checked that it may be done. */
  void complete(Step step, Map<String, Object> form, Doer doer);
}
