package vn.thutuc.modelling.lint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Names, ids and the way the flows lead. */
final class GraphRules {

  private static final Pattern GENERATED =
      Pattern.compile(
          "[A-Za-z]+_[01](?=[a-z0-9]*[a-z])[a-z0-9]{4,7}"
              + "|(Activity|Gateway|Event|StartEvent|EndEvent|Process|Flow|SequenceFlow)_\\d+"
              + "|sid-[0-9A-Fa-f-]{30,}");

  static final List<Rule<?>> RULES =
      List.of(
          Rule.model("element-name", "Every step, event and choice has a name", GraphRules::names),
          Rule.model("flow-name", "Flows out of a choice have names", GraphRules::flowNames),
          Rule.model(
              "flow-condition",
              "Flows out of a choice have conditions or are the default",
              GraphRules::conditions),
          Rule.model("chosen-id", "Ids of elements are chosen", GraphRules::ids),
          Rule.warning("chosen-flow-id", "Ids of flows are chosen", GraphRules::flowIds),
          Rule.model("unreachable", "Every element can be reached", GraphRules::unreachable),
          Rule.model("dead-end", "Every path ends in an end event", GraphRules::deadEnds),
          Rule.warning(
              "implicit-join", "Paths are split and joined by gateways", GraphRules::implicit),
          Rule.warning(
              "parallel-join",
              "What is split in parallel is joined in parallel",
              GraphRules::join));

  private GraphRules() {}

  private static void names(Model model, Context context, Findings findings) {
    if (model.process() != null && model.process().getAttribute("name").isBlank()) {
      findings.at(model.process(), "The process has no name; give it the procedure's short title.");
    }
    for (FlowNode node : model.nodes()) {
      boolean join = node.isGateway() && node.out().size() < 2;
      if (node.name().isEmpty() && !join) {
        findings.at(node, "The element has no name; say in Vietnamese what happens or is asked.");
      }
    }
  }

  private static boolean isChoice(FlowNode node) {
    return (node.is("exclusiveGateway") || node.is("inclusiveGateway")) && node.out().size() > 1;
  }

  private static void flowNames(Model model, Context context, Findings findings) {
    for (FlowNode gateway : model.nodes()) {
      if (isChoice(gateway)) {
        gateway.out().stream()
            .filter(flow -> flow.name().isEmpty())
            .forEach(
                flow ->
                    findings.at(
                        flow.element(),
                        "The flow out of %s has no name; write the answer it stands for.",
                        gateway.id()));
      }
    }
  }

  private static void conditions(Model model, Context context, Findings findings) {
    for (FlowNode gateway : model.nodes()) {
      String chosen = gateway.element().getAttribute("default");
      if (!isChoice(gateway)) {
        continue;
      }
      if (!chosen.isBlank() && gateway.out().stream().noneMatch(f -> f.id().equals(chosen))) {
        findings.at(gateway, "The default flow '%s' does not leave this gateway.", chosen);
      }
      for (FlowNode.Flow flow : gateway.out()) {
        boolean isDefault = flow.id().equals(chosen);
        if (isDefault && !flow.condition().isEmpty()) {
          findings.at(
              flow.element(), "The default flow has a condition; take one of the two away.");
        } else if (!isDefault && flow.condition().isEmpty()) {
          findings.at(
              flow.element(),
              "The flow out of %s has no condition; add one or make it the default flow.",
              gateway.id());
        }
      }
    }
  }

  private static void ids(Model model, Context context, Findings findings) {
    for (FlowNode node : model.nodes()) {
      if (GENERATED.matcher(node.id()).matches()) {
        findings.at(
            node,
            "The id '%s' is a generated one; choose a telling one, e.g. Task_Appraise: running"
                + " dossiers are moved to new versions by it.",
            node.id());
      }
    }
  }

  private static void flowIds(Model model, Context context, Findings findings) {
    for (FlowNode.Flow flow : model.flows()) {
      if (GENERATED.matcher(flow.id()).matches()) {
        findings.at(
            flow.element(),
            "The id '%s' is a generated one; choose a telling one, e.g. Flow_Appraised.",
            flow.id());
      }
    }
  }

  private static void unreachable(Model model, Context context, Findings findings) {
    for (Element flow : model.looseFlows()) {
      findings.at(flow, "The flow leads from or to nothing; connect both its ends.");
    }
    for (FlowNode scope : model.scopes()) {
      List<FlowNode> nodes = model.scope(scope);
      if (nodes.isEmpty() && scope == null) {
        continue;
      }
      Set<FlowNode> reached = new HashSet<>();
      nodes.stream().filter(GraphRules::begins).forEach(start -> reached.addAll(from(start)));
      if (nodes.stream().noneMatch(node -> node.is("startEvent"))) {
        findings.at(
            scope == null ? model.process() : scope.element(),
            "There is no start event; draw one before the first step.");
        continue;
      }
      nodes.stream()
          .filter(node -> !reached.contains(node))
          .forEach(node -> findings.at(node, "Nothing leads here; connect it or take it away."));
    }
  }

  private static boolean begins(FlowNode node) {
    return node.is("startEvent") || node.is("boundaryEvent") || node.isEventSubProcess();
  }

  private static Set<FlowNode> from(FlowNode start) {
    Set<FlowNode> reached = new LinkedHashSet<>();
    Deque<FlowNode> next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      FlowNode at = next.pop();
      if (reached.add(at)) {
        at.out().forEach(flow -> next.push(flow.to()));
      }
    }
    return reached;
  }

  private static void deadEnds(Model model, Context context, Findings findings) {
    for (FlowNode node : model.nodes()) {
      if (node.out().isEmpty() && !node.is("endEvent") && !node.isEventSubProcess()) {
        findings.at(node, "The path stops here; lead it on, to an end event at least.");
      }
    }
  }

  private static void implicit(Model model, Context context, Findings findings) {
    for (FlowNode node : model.nodes()) {
      boolean activity = !node.isGateway() && !FlowNode.EVENTS.contains(node.kind());
      if (activity && node.in().size() > 1) {
        findings.at(
            node,
            "%d flows lead here, each of which opens the step anew; join them by a gateway.",
            node.in().size());
      }
      if (!node.isGateway() && node.out().size() > 1) {
        findings.at(
            node,
            "%d flows lead on from here, all at once; split them by a gateway.",
            node.out().size());
      }
    }
  }

  private static void join(Model model, Context context, Findings findings) {
    for (FlowNode gateway : model.nodes()) {
      if (!gateway.is("parallelGateway")) {
        continue;
      }
      if (gateway.out().size() > 1 && !isJoined(gateway)) {
        findings.at(
            gateway,
            "The branches do not meet in a parallel gateway, so the next step opens once for each;"
                + " join them.");
      }
      if (gateway.in().size() > 1 && !isForked(model, gateway)) {
        findings.at(
            gateway,
            "It waits for %d flows that no parallel gateway has opened together, so it may wait"
                + " for ever; join a choice by an exclusive gateway.",
            gateway.in().size());
      }
    }
  }

  private static boolean isJoined(FlowNode fork) {
    Set<FlowNode> common = null;
    for (FlowNode.Flow flow : fork.out()) {
      Set<FlowNode> reached = from(flow.to());
      reached.removeIf(node -> !node.is("parallelGateway") || node.in().size() < 2);
      if (common == null) {
        common = reached;
      } else {
        common.retainAll(reached);
      }
    }
    return common != null && !common.isEmpty();
  }

  private static boolean isForked(Model model, FlowNode join) {
    return model.nodes().stream()
        .filter(node -> node.is("parallelGateway") && node.out().size() > 1 && node != join)
        .anyMatch(
            fork -> fork.out().stream().filter(flow -> from(flow.to()).contains(join)).count() > 1);
  }
}
