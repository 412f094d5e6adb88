package vn.thutuc.rehearsal;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one walk showed.
 *
 * @param intake how the dossier came in
 * @param problems what is wrong, in Vietnamese; empty when all is well
 * @param state national state at the end; 0 when the dossier could not be received
 * @param stateLabel its Vietnamese label
 * @param granted whether the last result issued is positive: a paper given midway does not grant
 *     what is refused in the end
 * @param refused whether a negative result was issued
 * @param result number and title of the result; null without one
 * @param days working days from reception to the result, or to the end
 * @param lines the timeline
 * @param decisions every choice in order
 * @param flows sequence flows taken, {@code process:flow}
 * @param entered elements entered, {@code process:element}
 * @param late phases whose end has passed
 * @param explanation how the last deadline was counted
 * @param lastSteps the last elements passed, for a failure
 * @param flags routing flags when it failed
 */
record Walked(
    Intake intake,
    List<String> problems,
    int state,
    String stateLabel,
    boolean granted,
    boolean refused,
    String result,
    int days,
    List<Line> lines,
    List<Decision> decisions,
    Set<String> flows,
    Set<String> entered,
    Set<String> late,
    List<String> explanation,
    List<String> lastSteps,
    Map<String, Object> flags) {

  /** One choice: where, of what, which, and what is usual. */
  record Decision(Site site, List<String> options, String chosen, String usual) {}

  boolean ok() {
    return problems.isEmpty();
  }

  /** When the walk ended; null when nothing happened. */
  LocalDateTime ended() {
    return lines.isEmpty() ? null : lines.get(lines.size() - 1).at();
  }
}
