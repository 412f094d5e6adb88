package vn.thutuc.process.task;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;

/**
 * How much of a phase is used up when a step is done: the largest sum of shares along a path from
 * the start to that step on which no element repeats.
 */
final class SharePath {

  private static final int NOT_REACHED = -1;

  private final String phase;
  private final Function<StepShare, String> phaseOf;

  /** For models that name their phases. */
  SharePath(String phase) {
    this(phase, StepShare::phase);
  }

  /** For models in which the caller may say the phase. */
  SharePath(String phase, VariableScope scope) {
    this(phase, share -> share.phaseIn(scope));
  }

  private SharePath(String phase, Function<StepShare, String> phaseOf) {
    this.phase = phase;
    this.phaseOf = phaseOf;
  }

  /** The cumulative share up to the activity, without what it takes itself. */
  int before(ActivityImpl activity) {
    return upTo(activity) - weight(activity);
  }

  /** The cumulative share up to and including the activity, 0 to 1000. */
  int upTo(ActivityImpl activity) {
    int before = 0;
    if (activity.getFlowScope() instanceof ActivityImpl parent) {
      before = upTo(parent) - weight(parent);
    }
    return Math.min(1000, before + Math.max(0, longest(activity.getFlowScope(), activity)));
  }

  private int longest(ScopeImpl scope, ActivityImpl target) {
    Map<ActivityImpl, Integer> known = new HashMap<>();
    return scope.getActivities().stream()
        .filter(activity -> activity.getIncomingTransitions().isEmpty())
        .mapToInt(start -> walk(start, target, known, new HashSet<>()))
        .max()
        .orElse(NOT_REACHED);
  }

  private int walk(
      ActivityImpl at,
      ActivityImpl target,
      Map<ActivityImpl, Integer> known,
      Set<ActivityImpl> onThePath) {
    if (at == target) {
      return weight(at);
    }
    Integer found = known.get(at);
    if (found != null) {
      return found;
    }
    onThePath.add(at);
    int best = NOT_REACHED;
    for (PvmTransition transition : at.getOutgoingTransitions()) {
      ActivityImpl next = (ActivityImpl) transition.getDestination();
      if (!onThePath.contains(next)) {
        best = Math.max(best, walk(next, target, known, onThePath));
      }
    }
    onThePath.remove(at);
    int length = best == NOT_REACHED ? NOT_REACHED : weight(at) + best;
    known.put(at, length);
    return length;
  }

  private int weight(ActivityImpl activity) {
    StepShare share = activity.getProperties().get(StepShare.KEY);
    if (share != null && phase.equals(phaseOf.apply(share))) {
      return share.perMille();
    }
    return inside(activity);
  }

  /** What a whole sub-process takes. */
  private int inside(ActivityImpl scope) {
    return scope.getActivities().stream()
        .filter(activity -> activity.getOutgoingTransitions().isEmpty())
        .mapToInt(end -> longest(scope, end))
        .max()
        .orElse(0);
  }
}
