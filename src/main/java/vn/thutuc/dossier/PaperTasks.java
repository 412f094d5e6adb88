package vn.thutuc.dossier;

import java.util.List;
import java.util.Map;

/**
 * The open tasks as the papers of results need them; implemented where the engine is known. Each
 * refuses, as if there were no such task, whoever's agency has it not.
 */
public interface PaperTasks {

  /**
   * What a step's form lets its officer decide.
   *
   * @param value what the form submits
   * @param label Vietnamese words of the form
   * @param commentField field of the form for the reason; null when the form has none
   * @param commentRequired whether the form asks for the reason with this choice
   * @param longest most characters of the reason
   */
  record Choice(
      String value, String label, String commentField, boolean commentRequired, int longest) {}

  /**
   * An open task.
   *
   * @param id the engine's id
   * @param number number of the dossier
   * @param name Vietnamese name of the step
   * @param assignee id of who has it; null while nobody has
   * @param step what it does to the paper of a result; null when nothing
   * @param drafted whether the dossier's model has a step that drafts one at all
   * @param decisionField field of the form with the decision; null when the form asks for none
   * @param choices what can be decided; empty when the form asks for none
   */
  record Task(
      String id,
      String number,
      String name,
      String assignee,
      PaperStep step,
      boolean drafted,
      String decisionField,
      List<Choice> choices) {}

  /** The task, to be read. */
  Task seen(String taskId);

  /** The task; until the caller's transaction ends nobody else changes it. */
  Task held(String taskId);

  /**
   * Submits the step's form as the person who acts: whether they may is asked as from Tasklist.
   *
   * @throws DossierProblem when the form is not taken
   */
  void complete(String taskId, Map<String, Object> form);
}
