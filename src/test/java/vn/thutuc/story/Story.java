package vn.thutuc.story;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thutuc.HouseTest;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.Play;
import vn.thutuc.dossier.DossierActs;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.dossier.DossierDocuments;
import vn.thutuc.dossier.ProcedureEngine;
import vn.thutuc.dossier.Submission;

/**
 * What stories are told with: a moved clock, people, their steps, and what the dossier then says.
 */
@HouseTest
abstract class Story {

  @Autowired protected Play play;
  @Autowired protected DossierActs acts;
  @Autowired protected DossierDocuments documents;
  @Autowired protected ProcedureEngine procedures;
  @Autowired protected ProcessEngine engine;
  @Autowired protected JdbcClient jdbc;
  @Autowired protected Now now;

  protected String number;

  @BeforeEach
  void asserts() {
    init(engine);
  }

  @AfterEach
  void letTheClockGo() {
    now.release();
  }

  protected void itIs(String localTime) {
    play.to(LocalDateTime.parse(localTime));
  }

  protected void receives(String person, Submission submission) {
    number = play.receives(person, submission);
  }

  protected void does(String person, String step, Object... form) {
    play.does(person, number, step, fields(form));
  }

  /** A person calls one of our services. */
  protected void acts(String person, Runnable act) {
    play.as(
        person,
        () -> {
          act.run();
          return null;
        });
  }

  /** A message reaches the dossier, which must be waiting for it. */
  protected void hears(String message) {
    if (!procedures.awaits(number, message)) {
      throw new IllegalStateException(number + " does not wait for " + message);
    }
    procedures.deliver(number, message);
    play.settle();
  }

  protected void isReturnedAtTheCounter(String person) {
    does(
        person,
        "Task_ReturnAtCounter",
        "collectorName",
        "Người Nhận",
        "collectorIdNumber",
        "000000000009",
        "registerSigned",
        true);
  }

  protected List<String> openSteps() {
    return play.openSteps(number);
  }

  protected DossierDocument dossier() {
    return documents.read(number);
  }

  protected ProcessInstance instance() {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(number)
        .rootProcessInstances()
        .singleResult();
  }

  protected Task task(String step) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceBusinessKey(number)
        .taskDefinitionKey(step)
        .singleResult();
  }

  /** Steps of the dossier that a person finds in Tasklist. */
  protected List<String> stepsSeenBy(String person) {
    return play.as(person, this::openSteps);
  }

  /** When a step is due, local; null while nobody is waiting. */
  protected LocalDateTime due(String step) {
    Date due = task(step).getDueDate();
    return due == null ? null : LocalDateTime.ofInstant(due.toInstant(), WorkingCalendar.ZONE);
  }

  /** What stands in a register, volume and number; empty when nothing does. */
  protected List<String> registered(String register) {
    return jdbc.sql(
            """
            select concat_ws(' ', r.volume, r.number) from dossier_register r
            join dossier d on d.id = r.dossier_id where d.number = ? and r.register = ?
            """)
        .param(number)
        .param(register)
        .query(String.class)
        .list();
  }

  /** Nothing is left in the engine: no instance, no task, no job. */
  protected boolean nothingIsLeft() {
    return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .count()
            == 0
        && openSteps().isEmpty();
  }

  protected List<String> journal() {
    return dossier().timeline().stream().map(DossierDocument.Event::event).toList();
  }

  private static Map<String, Object> fields(Object... form) {
    Map<String, Object> fields = new java.util.LinkedHashMap<>();
    for (int i = 0; i < form.length; i += 2) {
      fields.put((String) form[i], form[i + 1]);
    }
    if (form.length % 2 != 0) {
      throw new IllegalArgumentException("Name and value in turn: " + Arrays.toString(form));
    }
    return fields;
  }
}
