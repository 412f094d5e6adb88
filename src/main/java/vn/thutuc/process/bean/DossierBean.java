package vn.thutuc.process.bean;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.thutuc.dossier.DossierPauses;
import vn.thutuc.dossier.DossierResults;
import vn.thutuc.dossier.DossierSteps;

/** {@code dossier}: the steps that change the dossier. */
@ModelBean("dossier")
public class DossierBean {

  private final DossierSteps steps;
  private final DossierPauses pauses;
  private final DossierResults results;

  DossierBean(DossierSteps steps, DossierPauses pauses, DossierResults results) {
    this.steps = steps;
    this.pauses = pauses;
    this.results = results;
  }

  /** The complete dossier is accepted and the appointment given: national state 2. */
  public void accept(DelegateExecution execution) {
    steps.accept(execution.getProcessBusinessKey());
  }

  /** The unit has taken it up: national state 4. */
  public void settling(DelegateExecution execution) {
    steps.settling(execution.getProcessBusinessKey());
  }

  /** A supplement is asked for (form 02): national state 5. */
  public void requestSupplement(DelegateExecution execution) {
    pauses.requestSupplement(execution.getProcessBusinessKey());
  }

  /** The applicant is asked to complete the dossier after comments: national state 5. */
  public void requestRevision(DelegateExecution execution) {
    pauses.requestRevision(execution.getProcessBusinessKey());
  }

  /** A stage ended in the negative: behind its group the dossier is refused in writing. */
  public void proposeRefusal(DelegateExecution execution) {
    execution.setVariable("proposal", "refuse");
  }

  /** Says in {@code needed} whether an apology may still be given: it re-appoints only once. */
  public void apologyDue(DelegateExecution execution) {
    boolean due = steps.isApologyDue(execution.getProcessBusinessKey());
    execution.setVariable("needed", due ? "yes" : "no");
  }

  /** The supplement has come. */
  public void supplementReceived(DelegateExecution execution) {
    pauses.supplementReceived(execution.getProcessBusinessKey());
  }

  /** A financial obligation is asked for: national state 6. */
  public void obligation(DelegateExecution execution) {
    steps.askObligation(execution.getProcessBusinessKey());
  }

  /** The obligation is met. */
  public void obligationMet(DelegateExecution execution) {
    steps.meetObligation(execution.getProcessBusinessKey());
  }

  /** Records a positive result; the key is one of the catalogue or the form's choice. */
  public void issue(DelegateExecution execution, String result) {
    results.issue(execution.getProcessBusinessKey(), result);
  }

  /** Records the written refusal. */
  public void refuse(DelegateExecution execution) {
    results.refuse(execution.getProcessBusinessKey(), null);
  }

  /** Records the written refusal as the result it is; null for the procedure's usual one. */
  public void refuse(DelegateExecution execution, String result) {
    results.refuse(execution.getProcessBusinessKey(), result);
  }

  /** Enters the result into a register. */
  public void enterRegister(DelegateExecution execution, String register) {
    results.enterRegister(execution.getProcessBusinessKey(), register);
  }

  /** The result is ready: national state 9. */
  public void ready(DelegateExecution execution) {
    steps.ready(execution.getProcessBusinessKey());
  }

  /** The result is with the applicant: national state 10. */
  public void returned(DelegateExecution execution) {
    steps.returned(execution.getProcessBusinessKey());
  }

  /** Reception is refused (form 03): national state 3. */
  public void notReceived(DelegateExecution execution) {
    steps.notReceived(execution.getProcessBusinessKey());
  }

  /** The applicant has withdrawn: national state 7. */
  public void withdrawn(DelegateExecution execution) {
    steps.withdrawn(execution.getProcessBusinessKey());
  }

  /** Settlement has stopped (form 05): national state 8. */
  public void stopped(DelegateExecution execution) {
    steps.stopped(execution.getProcessBusinessKey());
  }

  /** The apology is approved (form 04): the re-appointment holds. */
  public void apologise(DelegateExecution execution) {
    steps.apologise(execution.getProcessBusinessKey());
  }
}
