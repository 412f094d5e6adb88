package vn.thutuc.modelling.scaffold;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
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

  private static final String REFUSAL = "Call_Refuse";
  private static final long LONGEST_REFUSAL = 500;

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
    shares.weighGroups(process);
    long frame = isApproved ? frameDays(steps) : 0;
    for (String phase : Set.copyOf(shares.phases.values())) {
      shares.write(process, phase, phase.equals(Frame.SETTLEMENT) ? frame : 0, isApproved);
    }
    return isApproved ? "theo quyết định " + steps.decision() : DEFAULT;
  }

  /** A group weighs what its steps weigh in their own phase; the inner ones come first. */
  private void weighGroups(Part part) {
    if (part instanceof Part.Row row) {
      row.parts().forEach(this::weighGroups);
    } else if (part instanceof Part.Fork fork) {
      fork.branches().stream()
          .filter(branch -> branch.body() != null)
          .forEach(branch -> weighGroups(branch.body()));
    } else if (part instanceof Part.Scope scope) {
      weighGroups(scope.content());
      elements.stream()
          .filter(element -> element.id().equals(part.first()) && element.inner() != null)
          .forEach(group -> weights.put(group.id(), longest(scope.content(), group.inner())));
    }
  }

  private void write(Part process, String phase, long frame, boolean isApproved) {
    long whole = Math.max(1, longest(process, phase) + frame);
    for (Element element : elements) {
      if (phase.equals(element.phase()) && weights.get(element.id()) > 0) {
        long share = weights.get(element.id()) * WHOLE / whole;
        give(element, isApproved || share < STEP ? share : share - share % STEP);
      }
    }
  }

  private static void give(Element element, long share) {
    element.property("phase", element.phase()).property("share", String.valueOf(share));
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
            .filter(element -> element.stage() != null)
            .collect(Collectors.groupingBy(Element::stage));
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
    return longest(part, id -> phase.equals(phases.get(id)) ? weights.get(id) : 0);
  }

  private static long longest(Part part, ToLongFunction<String> weight) {
    if (part instanceof Part.Row row) {
      return row.parts().stream().mapToLong(one -> longest(one, weight)).sum();
    }
    if (part instanceof Part.Fork fork) {
      return fork.branches().stream()
          .mapToLong(branch -> branch.body() == null ? 0 : longest(branch.body(), weight))
          .max()
          .orElse(0);
    }
    if (part instanceof Part.Scope scope) {
      return weight.applyAsLong(part.first()) + longest(scope.content(), weight);
    }
    if (part instanceof Part.Timed timed) {
      return longest(timed.task(), weight);
    }
    return weight.applyAsLong(part.first());
  }

  /** A refusal takes half of the settlement, or what the steps before it have left of it. */
  private void refusals(Part part, long before) {
    if (part instanceof Part.Scope scope) {
      refusals(scope.content(), before);
    } else if (part instanceof Part.Gate gate && gate.below().first().startsWith(REFUSAL)) {
      long left = Math.min(LONGEST_REFUSAL, WHOLE - before);
      elements.stream()
          .filter(element -> element.id().equals(gate.below().first()) && left >= STEP)
          .forEach(refusal -> give(refusal.takes(Frame.SETTLEMENT, 0), left));
    } else if (part instanceof Part.Row row) {
      long here = before;
      for (Part one : row.parts()) {
        refusals(one, here);
        here += longest(one, this::given);
      }
    }
  }

  /** What a step was given of the settlement. */
  private long given(String id) {
    return elements.stream()
        .filter(element -> element.id().equals(id) && Frame.SETTLEMENT.equals(element.phase()))
        .map(element -> element.properties().getOrDefault("share", "0"))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }
}
