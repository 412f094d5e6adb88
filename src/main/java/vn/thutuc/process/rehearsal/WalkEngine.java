package vn.thutuc.process.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import vn.thutuc.dossier.Submission;

/**
 * The engine as a rehearsal sees it. Nothing runs by itself: the rehearsal completes tasks as the
 * people who may, runs jobs at their own time and delivers messages.
 */
public interface WalkEngine {

  /**
   * An open task.
   *
   * @param id the engine's id
   * @param process id of the model it stands in
   * @param path ids of the calls that lead there, joined by slashes; empty in the procedure's own
   *     model
   * @param element id of the element in the model
   * @param name Vietnamese name of the step
   * @param groups groups of those who may do it
   * @param due when it is due; null when it has no due date
   * @param created when it was opened
   */
  record OpenStep(
      String id,
      String process,
      String path,
      String element,
      String name,
      Set<String> groups,
      Instant due,
      Instant created) {}

  /**
   * Something the engine will do by itself.
   *
   * @param id the engine's id
   * @param process id of the model
   * @param path as of an open step
   * @param element id of the timer or of the asynchronous step
   * @param due when
   * @param timer whether it is a timer and not an asynchronous step
   */
  record PendingJob(
      String id, String process, String path, String element, Instant due, boolean timer) {}

  /**
   * One thing the dossier has passed.
   *
   * @param flow whether it is a sequence flow and not an element
   * @param process id of the model
   * @param path as of an open step
   * @param element id of the flow or element
   * @param at when, in virtual time
   */
  record Passed(boolean flow, String process, String path, String element, Instant at) {}

  /** A message that is waited for, and the element that waits. */
  record Awaited(String message, String process, String path, String element) {}

  /**
   * Deploys files together, through the same guard as every deployment.
   *
   * @throws ModelRefused with the lint's findings
   */
  void deploy(String name, Map<String, byte[]> files);

  /** The files are refused; the message has one line per finding. */
  final class ModelRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ModelRefused(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Does something as a person, with the groups and the agencies of all posts held now. */
  <T> T as(String person, Supplier<T> act);

  /** Receives a dossier as a person and gives its number. */
  String receive(String person, Submission submission);

  /** The open tasks of the dossier's whole process tree, oldest first. */
  List<OpenStep> openSteps(String number);

  /** Whether a step is still open. */
  boolean isOpen(OpenStep step);

  /** The form of a step, Camunda Form JSON. */
  String form(OpenStep step);

  /** Claims and completes a step as a person. */
  void complete(String person, OpenStep step, Map<String, Object> form);

  /** What the engine will do by itself, soonest first. */
  List<PendingJob> jobs();

  /** Runs a job now. */
  void run(PendingJob job);

  /** The messages that are waited for. */
  List<Awaited> awaited();

  /** The routing flags of the dossier's whole process tree; of equal names the innermost. */
  Map<String, Object> flags(String number);

  /** Whether anything of the dossier is left in the engine: an instance, a task, a job. */
  boolean isOver(String number);

  /** Problems the engine has recorded, one line each. */
  List<String> incidents();

  /** The elements at which the dossier stands, {@code process:element}. */
  List<String> positions(String number);

  /** Whether a condition of a form, in FEEL, holds over these values. */
  boolean holds(String condition, Map<String, Object> values);

  /** What was passed since the last time this was asked, in order. */
  List<Passed> passed();

  /** Forgets what was passed and which instances there were: a new walk begins. */
  void begin();
}
