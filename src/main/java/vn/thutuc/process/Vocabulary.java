package vn.thutuc.process;

import java.util.Set;

/**
 * The documented process variables: ids and routing flags. Whatever else a form submits is moved
 * into the dossier and never reaches runtime or history tables.
 */
public final class Vocabulary {

  /** Some forms have a text field of this name, whose text is the dossier's. */
  private static final String OPINION = "opinion";

  /** Names of all variables that may stand in the engine. */
  public static final Set<String> VARIABLES =
      Set.of(
          "channel",
          "caseCode",
          "areaClass",
          "returnMethod",
          "forwarded",
          "checkResult",
          "proposal",
          "headDecision",
          "leaderDecision",
          "outcome",
          "supplementOutcome",
          "obligation",
          "leased",
          "originalsAtReturn",
          "parcelOutcome",
          "parcelDecision",
          "returnOutcome",
          "followed",
          "signer",
          "verificationOutcome",
          "needed",
          OPINION,
          "inspectionOutcome",
          "councilOutcome",
          "examOutcome",
          "testOutcome",
          "meetingOutcome",
          "postingOutcome",
          "draftOutcome",
          "decision",
          "place",
          "phase",
          "ownPhase",
          "outside",
          "silence",
          "stopsClock",
          "submitted",
          "remedy",
          "remedyDecision",
          "refusal",
          "refuser",
          "refusedBy",
          "window");

  /** Prefix of the process id of every procedure; the national code follows. */
  public static final String PROCEDURE_PREFIX = "TTHC-";

  private static final Set<String> OPINIONS = Set.of("agree", "disagree", "silent");

  private Vocabulary() {}

  /** Whether the engine's history may hold a variable with this text as its value. */
  static boolean isRecorded(String variable, String text) {
    return VARIABLES.contains(variable)
        && (!variable.equals(OPINION) || text == null || OPINIONS.contains(text));
  }

  /** The national code in a procedure's process id. */
  public static String procedureCode(String processId) {
    return processId.substring(PROCEDURE_PREFIX.length());
  }

  /** Whether a process id is that of a procedure and not of a shared process. */
  public static boolean isProcedure(String processId) {
    return processId.startsWith(PROCEDURE_PREFIX);
  }
}
