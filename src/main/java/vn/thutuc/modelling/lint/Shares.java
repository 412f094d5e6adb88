package vn.thutuc.modelling.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How much of a phase a model uses up: the largest sum of shares along a path on which no element
 * repeats, called processes included where the call has no share of its own.
 *
 * <p>Loops of a model have one entry, so a path that repeats nothing never goes back along a flow
 * that leads to where it has been: without these flows the longest path is found in one pass.
 */
final class Shares {

  private static final int NOT_REACHED = Integer.MIN_VALUE / 4;
  private static final int DEEPEST = 6;

  private final Context context;

  Shares(Context context) {
    this.context = context;
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

  /** What the whole model takes of a phase. */
  int total(Model model, String phase) {
    return new Counted(model, phase, UnaryOperator.identity(), 0).inside(null);
  }

  /** What the process behind a call takes of a phase of the caller. */
  int called(FlowNode call, String phase) {
    return called(call, phase, UnaryOperator.identity(), 0);
  }

  private int called(FlowNode call, String phase, UnaryOperator<String> naming, int depth) {
    Optional<Model> process = context.process(call.element().getAttribute("calledElement"));
    if (process.isEmpty() || depth >= DEEPEST) {
      return 0;
    }
    Map<String, String> ins = Calls.of(call).ins();
    UnaryOperator<String> inner =
        written -> {
          boolean variable = written.startsWith("${");
          String passed = variable ? ins.get(written.substring(2, written.length() - 1)) : written;
          return passed == null ? "" : naming.apply(passed);
        };
    return new Counted(process.get(), phase, inner, depth + 1).inside(null);
  }

  private final class Counted {

    private final Model model;
    private final String phase;
    private final UnaryOperator<String> naming;
    private final int depth;

    private Counted(Model model, String phase, UnaryOperator<String> naming, int depth) {
      this.model = model;
      this.phase = phase;
      this.naming = naming;
      this.depth = depth;
    }

    /** The longest path from a start to an end of one level. */
    private int inside(FlowNode scope) {
      List<FlowNode> nodes = model.scope(scope);
      Map<FlowNode, Integer> known = new HashMap<>();
      Set<FlowNode> onThePath = new HashSet<>();
      return nodes.stream()
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
      if (own >= 0) {
        return naming.apply(node.property("phase")).equals(phase) ? own : 0;
      }
      if (node.isScope()) {
        return inside(node);
      }
      return node.is("callActivity") ? called(node, phase, naming, depth) : 0;
    }
  }
}
