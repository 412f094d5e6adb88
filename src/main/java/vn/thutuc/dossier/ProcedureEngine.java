package vn.thutuc.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the dossier needs of the workflow engine, without knowing it. All calls take part in the
 * caller's transaction: dossier rows and engine state commit or roll back together.
 */
public interface ProcedureEngine {

  /**
   * What a started instance is.
   *
   * @param instanceId id of the process instance
   * @param definitionId id of the model version it runs on
   */
  record Started(String instanceId, String definitionId) {}

  /** Whether a model of this procedure is in force. */
  boolean hasModel(String procedureCode);

  /**
   * Starts the procedure's model for a dossier.
   *
   * @param flags routing flags of the documented vocabulary, no personal data
   */
  Started start(Dossier dossier, String tenant, Map<String, Object> flags);

  /** Whether the instance waits for this message now. */
  boolean awaits(String number, String message);

  /** Delivers a message to the dossier's process tree; ask {@link #awaits} first. */
  void deliver(String number, String message);

  /**
   * Delivers a message with what the model decides by; ask {@link #awaits} first.
   *
   * @param flags routing flags of the documented vocabulary, no personal data
   */
  void deliver(String number, String message, Map<String, Object> flags);

  /**
   * Gives the open tasks of a dossier from one unit to another.
   *
   * @param desk whether the desk's steps go as well
   */
  void moveTasks(String number, String fromUnit, String toUnit, boolean desk);

  /**
   * Whether a result that is ready has gone too far on its way out to go by another: the return
   * process stands where something out of the house is waited for. False before it is ready.
   */
  boolean isOut(String number);

  /**
   * Tells all processes of a dossier by which way its result goes; a result that is ready and still
   * here is put on that way at once. Ask {@link #isOut} first.
   *
   * @param way the routing flag {@code returnMethod}
   */
  void returnBy(String number, String way);

  /**
   * A timer or a task whose date was not what the clock says.
   *
   * @param element id of the timer or task in the model
   * @param from its date before; null when it was missing or had none
   * @param to its date now; null for none
   */
  record Mended(String element, Instant from, Instant to) {}

  /**
   * Derives the open timers and task due dates of the dossier's whole process tree anew; a dossier
   * without an instance has none.
   *
   * @return what was mended; empty when everything stood as the clock says
   */
  List<Mended> rederive(String number);
}
