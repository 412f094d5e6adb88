package vn.thutuc.modelling.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What frames every procedure: withdrawal, stop, and the way back to the applicant. */
final class FrameRules {

  static final String HANDLE = "SubProcess_Handle";
  private static final String RETURN = "tra-ket-qua";
  private static final Map<String, Set<String>> CLOSED =
      Map.of(
          "channel", Words.VALUES.get("channel"), "returnMethod", Words.VALUES.get("returnMethod"));

  static final List<Rule<?>> RULES =
      List.of(
          Rule.model(
              "withdraw-and-stop",
              "A dossier can be withdrawn and stopped at any time",
              FrameRules::withdrawAndStop),
          Rule.model(
              "return-path",
              "Every handled dossier is returned to the applicant",
              FrameRules::returnPath),
          Rule.model(
              "every-channel",
              "A choice by channel or way of return covers each",
              FrameRules::everyChannel));

  private FrameRules() {}

  private static void withdrawAndStop(Model model, Context context, Findings findings) {
    if (!model.isProcedure()) {
      return;
    }
    for (String message : List.of("withdraw", "stop")) {
      boolean there =
          model.nodes().stream()
              .filter(node -> node.is("boundaryEvent") && node.isInterrupting())
              .filter(node -> node.host() != null && node.host().id().equals(HANDLE))
              .anyMatch(node -> message.equals(message(model, node)));
      if (!there) {
        findings.at(
            model.process(),
            "%s lacks the message boundary event '%s', which interrupts it; without it nobody can"
                + " %s the dossier.",
            HANDLE,
            message,
            message);
      }
    }
  }

  private static String message(Model model, FlowNode node) {
    return Xml.child(node.element(), "messageEventDefinition")
        .map(definition -> model.byId(definition.getAttribute("messageRef")))
        .map(target -> target.getAttribute("name"))
        .orElse("");
  }

  private static void returnPath(Model model, Context context, Findings findings) {
    if (!model.isProcedure()) {
      return;
    }
    model.top().stream()
        .filter(node -> node.is("startEvent"))
        .forEach(start -> returns(start, new HashSet<>(), findings));
    for (FlowNode call : model.callActivities()) {
      if (call.calls(RETURN) && !Calls.of(call).ins().containsKey("returnMethod")) {
        findings.at(
            call,
            "The call does not pass returnMethod; without it no way of return is taken: add"
                + " <camunda:in source=\"returnMethod\" target=\"returnMethod\"/>.");
      }
    }
  }

  /** Whether the path from here returns the result; a path that goes round has been judged. */
  private static boolean returns(FlowNode at, Set<FlowNode> seen, Findings findings) {
    if (at.calls(RETURN) || !seen.add(at)) {
      return true;
    }
    if (at.out().isEmpty()) {
      findings.at(
          at,
          "The dossier ends here without being returned; lead the path through a call of '%s'"
              + " (Call_Return).",
          RETURN);
      return false;
    }
    if (!at.is("parallelGateway") || at.out().size() == 1) {
      boolean all = true;
      for (FlowNode.Flow flow : at.out()) {
        all &= returns(flow.to(), seen, findings);
      }
      return all;
    }
    // Side by side: one of the branches returns it.
    Findings inBranches = findings.another();
    boolean any = false;
    for (FlowNode.Flow flow : at.out()) {
      any |= passes(flow.to(), new HashSet<>(seen));
    }
    if (!any) {
      returns(at.out().get(0).to(), seen, inBranches);
      findings.list().addAll(inBranches.list());
    }
    return any;
  }

  /** Whether some path from here goes through the return. */
  private static boolean passes(FlowNode at, Set<FlowNode> seen) {
    return at.calls(RETURN)
        || seen.add(at) && at.out().stream().anyMatch(flow -> passes(flow.to(), seen));
  }

  private static void everyChannel(Model model, Context context, Findings findings) {
    for (FlowNode gateway : model.nodes()) {
      if (gateway.is("exclusiveGateway")
          && gateway.out().size() > 1
          && gateway.element().getAttribute("default").isBlank()) {
        CLOSED.forEach((variable, values) -> covers(gateway, variable, values, findings));
      }
    }
  }

  private static void covers(
      FlowNode gateway, String variable, Set<String> values, Findings findings) {
    Set<String> covered = new HashSet<>();
    for (FlowNode.Flow flow : gateway.out()) {
      List<Words.Comparison> comparisons = Words.comparisons(flow.condition());
      boolean only =
          !flow.condition().contains("!")
              && comparisons.stream().allMatch(one -> one.variable().equals(variable));
      if (!only || comparisons.isEmpty()) {
        return;
      }
      comparisons.forEach(one -> covered.add(one.value()));
    }
    Set<String> lacking = new TreeSet<>(values);
    lacking.removeAll(covered);
    if (!lacking.isEmpty()) {
      findings.at(
          gateway,
          "No flow is taken for %s %s; add one or a default flow.",
          variable,
          String.join(", ", lacking));
    }
  }
}
