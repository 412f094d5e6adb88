package vn.thutuc.process.bean;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.factory.ObjectProvider;
import vn.thutuc.outbound.OutboundActs;
import vn.thutuc.outbound.OutcomeReports;

/** {@code outbound}: acts that leave the house. A step writes the act and goes on. */
@ModelBean("outbound")
public class OutboundBean {

  private final OutboundActs acts;
  private final ObjectProvider<OutcomeReports> reports;

  OutboundBean(OutboundActs acts, ObjectProvider<OutcomeReports> reports) {
    this.acts = acts;
    this.reports = reports;
  }

  /** A notice to the applicant. */
  public void notice(DelegateExecution execution, String event) {
    write(execution, "NOTICE", event);
  }

  /** The result goes by the public postal service. */
  public void post(DelegateExecution execution) {
    write(execution, "POST", "result");
    follow(execution, "POST");
  }

  /** The result goes electronically. */
  public void electronic(DelegateExecution execution) {
    write(execution, "ELECTRONIC_RETURN", "result");
    follow(execution, "ELECTRONIC_RETURN");
  }

  /** The dossier goes to another body. */
  public void forward(DelegateExecution execution, String place) {
    write(execution, "FORWARD", place);
  }

  /** A national database is asked. */
  public void lookUp(DelegateExecution execution, String database) {
    write(execution, "LOOK_UP", database);
  }

  /** A copy of the result goes to another body. */
  public void copy(DelegateExecution execution, String place) {
    write(execution, "COPY", place);
  }

  /** The result is published. */
  public void publish(DelegateExecution execution, String what) {
    write(execution, "PUBLISH", what);
  }

  /** The process waits for the outcome only where somebody reports it. */
  private void follow(DelegateExecution execution, String kind) {
    execution.setVariable("followed", reports.stream().anyMatch(one -> one.follows(kind)));
  }

  private void write(DelegateExecution execution, String kind, String event) {
    acts.write(
        new OutboundActs.Act(
            execution.getProcessBusinessKey(),
            kind,
            event,
            execution.getCurrentActivityId(),
            String.valueOf(execution.getActivityInstanceId())));
  }
}
