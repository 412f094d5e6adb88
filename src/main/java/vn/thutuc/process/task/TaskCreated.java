package vn.thutuc.process.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.DossierPlaces;
import vn.thutuc.dossier.DossierSteps;
import vn.thutuc.organisation.GroupRef;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;

/**
 * Gives every new task its tenant, the agency that acts and so sees the dossier, and a due date.
 */
@Component
public class TaskCreated implements TaskListener {

  /** Variable in which the caller of a shared process says whose turn it is. */
  private static final String PLACE = "place";

  private final ObjectProvider<Organisation> organisation;
  private final ObjectProvider<DossierSteps> steps;
  private final ObjectProvider<DossierPlaces> places;
  private final StepDue due;

  TaskCreated(
      ObjectProvider<Organisation> organisation,
      ObjectProvider<DossierSteps> steps,
      ObjectProvider<DossierPlaces> places,
      StepDue due) {
    this.organisation = organisation;
    this.places = places;
    this.steps = steps;
    this.due = due;
  }

  @Override
  public void notify(DelegateTask task) {
    String agency = agency(task);
    ((TaskEntity) task).setTenantId(agency);
    String number = task.getExecution().getProcessBusinessKey();
    // An old version may have been started without a dossier; its tasks still have their agency.
    if (number != null) {
      steps.getObject().takesPart(number, agency);
      name(task, number);
    }
    task.setDueDate(due.of((TaskEntity) task));
  }

  /** A step of a shared process says which body it is about. */
  private void name(DelegateTask task, String number) {
    if (task.getVariable(PLACE) instanceof String place) {
      places
          .getObject()
          .bodyName(number, place)
          .ifPresent(body -> task.setName(task.getName() + " – " + body));
    }
  }

  private String agency(DelegateTask task) {
    return task.getCandidates().stream()
        .map(IdentityLink::getGroupId)
        .flatMap(group -> organisation.getObject().parseGroup(group).stream())
        .map(GroupRef::unitId)
        .flatMap(unit -> organisation.getObject().agencyOf(unit).stream())
        .map(UnitView::id)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The task %s has no candidate group of a unit; its model must name one"
                        .formatted(task.getTaskDefinitionKey())));
  }
}
