package vn.thutuc.story;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.HouseTest;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.Play;
import vn.thutuc.dossier.DossierActs;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.dossier.DossierDocuments;
import vn.thutuc.dossier.Submission;

/**
 * What stories are told with: a moved clock, people, their steps, and what the dossier then says.
 */
@HouseTest
abstract class Story {

  @Autowired protected Play play;
  @Autowired protected DossierActs acts;
  @Autowired protected DossierDocuments documents;
  @Autowired protected ProcessEngine engine;
  @Autowired private Now now;

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
