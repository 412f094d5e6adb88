package vn.thutuc.modelling.scaffold;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thutuc.modelling.layout.Part;

/**
 * Turns weights into shares: per mille of a phase, so that the longest path through the phase uses
 * up almost all of it and never more.
 */
final class Shares {

  static final String DEFAULT = "mặc định, chưa phê duyệt";

  private static final int WHOLE = 1000;
  private static final int STEP = 5;

  /** What the written refusal takes of the settlement. */
  private static final int REFUSAL = 500;

  private static final Set<String> FRAME = Set.of("check", "accept", "return");

  private final List<Element> elements;
  private final Map<String, Long> weights = new HashMap<>();
  private final Map<String, String> phases = new HashMap<>();

  private Shares(List<Element> elements) {
    this.elements = elements;
    for (Element element : elements) {
      if (element.phase() != null) {
        phases.put(element.id(), element.phase());
        weights.put(element.id(), (long) element.weight());
      }
    }
  }

  /** Writes phase and share on every element that takes some; gives what the shares rest on. */
  static String write(Part process, List<Element> elements, Blueprint.Steps steps) {
    Shares shares = new Shares(elements);
    boolean isApproved = steps != null && shares.approve(steps);
    Map<String, Long> longest =
        Set.copyOf(shares.phases.values()).stream()
            .collect(Collectors.toMap(phase -> phase, phase -> shares.longest(process, phase)));
    long refused = shares.beforeRefusal(process, 0);
    long frame = isApproved ? frameDays(steps) : 0;
    for (Element element : elements) {
      String phase = element.phase();
      long weight = phase == null ? 0 : shares.weights.get(element.id());
      if (weight > 0) {
        long whole = longest.get(phase);
        if (phase.equals(Frame.SETTLEMENT)) {
          whole = Math.max(whole + frame, refused * WHOLE / (WHOLE - REFUSAL));
        }
        long share = weight * WHOLE / whole;
        long even = isApproved || share < STEP ? share : share - share % STEP;
        element.property("phase", phase).property("share", String.valueOf(even));
      }
    }
    return isApproved ? "theo quyết định " + steps.decision() : DEFAULT;
  }

  private static long frameDays(Blueprint.Steps steps) {
    return steps.days().entrySet().stream()
        .filter(row -> FRAME.contains(row.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Lays the approved days over the weights; false when the table names no stage of the model. */
  private boolean approve(Blueprint.Steps steps) {
    Map<String, List<Element>> byStage =
        elements.stream()
            .filter(element -> phases.containsKey(element.id()))
            .filter(element -> element.properties().containsKey("stage"))
            .collect(Collectors.groupingBy(element -> element.properties().get("stage")));
    boolean any = steps.days().keySet().stream().anyMatch(byStage::containsKey);
    if (!any) {
      return false;
    }
    byStage.forEach(
        (stage, itsElements) -> {
          long days = steps.days().getOrDefault(stage, 0L);
          long all = itsElements.stream().mapToLong(Element::weight).sum();
          for (Element element : itsElements) {
            weights.put(element.id(), all == 0 ? 0 : days * element.weight() / all);
          }
        });
    return true;
  }

  private long longest(Part part, String phase) {
    if (part instanceof Part.Row row) {
      return row.parts().stream().mapToLong(one -> longest(one, phase)).sum();
    }
    if (part instanceof Part.Fork fork) {
      return fork.branches().stream()
          .mapToLong(branch -> branch.body() == null ? 0 : longest(branch.body(), phase))
          .max()
          .orElse(0);
    }
    if (part instanceof Part.Scope scope) {
      return longest(scope.content(), phase);
    }
    if (part instanceof Part.Timed timed) {
      return longest(timed.task(), phase);
    }
    return phase.equals(phases.get(part.first())) ? weights.get(part.first()) : 0;
  }

  /** The most that is used up before a refusal begins. */
  private long beforeRefusal(Part part, long before) {
    if (part instanceof Part.Scope scope) {
      return beforeRefusal(scope.content(), before);
    }
    if (part instanceof Part.Gate gate) {
      return gate.below().first().startsWith("Call_Refuse") ? before : 0;
    }
    long most = 0;
    if (part instanceof Part.Row row) {
      long here = before;
      for (Part one : row.parts()) {
        most = Math.max(most, beforeRefusal(one, here));
        here += longest(one, Frame.SETTLEMENT);
      }
    }
    return most;
  }
}
