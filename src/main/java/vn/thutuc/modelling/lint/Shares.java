package vn.thutuc.modelling.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * How much of a phase a model uses up: the largest sum of shares along a path on which no element
 * repeats, as the engine counts it. A call counts with its own share.
 *
 * <p>Loops of a model have one entry, so a path that repeats nothing never goes back along a flow
 * that leads to where it has been: without these flows the longest path is found in one pass.
 */
final class Shares {

  private static final int NOT_REACHED = Integer.MIN_VALUE / 4;

  private final Model model;
  private final String phase;

  private Shares(Model model, String phase) {
    this.model = model;
    this.phase = phase;
  }

  /** The phases the steps of a model count on, as written. */
  static Set<String> phases(Model model) {
    Set<String> phases = new LinkedHashSet<>();
    model.nodes().stream()
        .map(node -> node.property("phase"))
        .filter(phase -> phase != null)
        .forEach(phases::add);
    return phases;
  }

  /** The share of a step; -1 when it has none or it is no number. */
  static int own(FlowNode node) {
    String share = node.property("share");
    boolean counts = node.property("phase") != null && share != null && share.matches("\\d{1,4}");
    return counts ? Integer.parseInt(share) : -1;
  }

  /** What a model takes of a phase, written as its steps write it. */
  static int total(Model model, String phase) {
    return new Shares(model, phase).inside(null);
  }

  /** The longest path from a start to an end of one level. */
  private int inside(FlowNode scope) {
    Map<FlowNode, Integer> known = new HashMap<>();
    Set<FlowNode> onThePath = new HashSet<>();
    return model.scope(scope).stream()
        .filter(node -> node.in().isEmpty())
        .mapToInt(start -> longest(start, known, onThePath))
        .filter(length -> length >= 0)
        .max()
        .orElse(0);
  }

  private int longest(FlowNode at, Map<FlowNode, Integer> known, Set<FlowNode> onThePath) {
    if (known.containsKey(at)) {
      return known.get(at);
    }
    onThePath.add(at);
    int best = at.out().isEmpty() ? 0 : NOT_REACHED;
    for (FlowNode.Flow flow : at.out()) {
      if (!onThePath.contains(flow.to())) {
        best = Math.max(best, longest(flow.to(), known, onThePath));
      }
    }
    onThePath.remove(at);
    int length = best < 0 ? NOT_REACHED : best + weight(at);
    known.put(at, length);
    return length;
  }

  private int weight(FlowNode node) {
    int own = own(node);
    if (own >= 0 && node.property("phase").equals(phase)) {
      return own;
    }
    return node.isScope() ? inside(node) : 0;
  }
}
