package vn.thutuc.process.bean;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import vn.thutuc.dossier.DossierPlaces;

/** {@code organisation}: who does a step. */
@ModelBean("organisation")
public class OrganisationBean {

  private final DossierPlaces places;

  OrganisationBean(DossierPlaces places) {
    this.places = places;
  }

  /**
   * The group of everybody who holds a role at a place of the dossier.
   *
   * @param place competent, desk, return, verifier or a body of the procedure's facts
   * @param role one-stop-officer, specialist, head, leader or clerk
   */
  public String candidates(DelegateExecution execution, String place, String role) {
    return places.candidates(execution.getProcessBusinessKey(), place, role);
  }
}
