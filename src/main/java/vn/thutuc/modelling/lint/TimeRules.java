package vn.thutuc.modelling.lint;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;
import vn.thutuc.catalogue.Procedure;

/** Timers ask the clock, phases are known, shares add up. */
final class TimeRules {

  private static final Set<String> OF_PHASES =
      Set.of("clock.nextRung", "clock.end", "clock.begin", "clock.finish", "escalation.ring");
  private static final Set<String> PHASE_VARIABLES = Set.of("${phase}", "${ownPhase}");
  private static final String NEXT = "clock.nextRung";
  private static final String END = "clock.end";

  static final List<Rule<?>> RULES =
      List.of(
          Rule.model("timer-asks-the-clock", "Every timer asks the clock", TimeRules::timer),
          Rule.model("known-phase", "Phases exist in the facts", TimeRules::phases),
          Rule.model("known-window", "Windows exist in the facts", TimeRules::windows),
          Rule.model(
              "statutory-timers",
              "Every phase has its two timers, which interrupt nothing",
              TimeRules::statutory),
          Rule.model(
              "share-number", "A share is a number from 0 to 1000 of a phase", TimeRules::number),
          Rule.model("shares", "The shares of a phase add up to at most 1000", TimeRules::shares));

  private TimeRules() {}

  private static void timer(Model model, Context context, Findings findings) {
    for (Element timer : model.all("timerEventDefinition")) {
      boolean asks =
          Xml.child(timer, "timeDate")
              .map(date -> Xml.ownText(date).strip().startsWith("${clock."))
              .orElse(false);
      if (!asks) {
        findings.at(
            timer,
            "A timer has a timeDate that asks the clock, e.g. ${clock.end(execution,'settlement')};"
                + " literal durations and dates are not allowed.");
      }
    }
  }

  private static void phases(Model model, Context context, Findings findings) {
    List<Procedure> facts = model.isProcedure() ? context.facts(model.code()) : List.of();
    for (Model.Spoken spoken : model.verbs()) {
      if (OF_PHASES.contains(spoken.call().bean() + "." + spoken.call().verb())) {
        phase(model, facts, spoken.at(), spoken.call().value(1), findings);
      }
    }
    for (FlowNode node : model.nodes()) {
      if (node.property("phase") != null) {
        phase(model, facts, node.element(), node.property("phase"), findings);
      }
      if (node.is("callActivity")) {
        Calls.of(node).ins().entrySet().stream()
            .filter(in -> in.getKey().equals("phase") || in.getKey().equals("ownPhase"))
            .filter(in -> !in.getValue().equals("null"))
            .forEach(in -> phase(model, facts, node.element(), in.getValue(), findings));
      }
    }
  }

  private static void phase(
      Model model, List<Procedure> facts, Element at, String phase, Findings findings) {
    if (!model.isProcedure()) {
      // Other phases a shared process names are compared with the facts of its callers.
      if (phase.startsWith("${") && !PHASE_VARIABLES.contains(phase)) {
        findings.at(at, "%s is no phase; write 'settlement', phase or ownPhase.", phase);
      }
      return;
    }
    Set<String> known = new TreeSet<>();
    facts.forEach(version -> version.phases().forEach(one -> known.add(one.id())));
    if (!facts.isEmpty() && !known.contains(phase) || phase.startsWith("${")) {
      findings.at(
          at,
          "The phase '%s' is unknown; use one of the facts: %s.",
          phase,
          String.join(", ", known));
    }
  }

  private static void windows(Model model, Context context, Findings findings) {
    List<Procedure> facts = model.isProcedure() ? context.facts(model.code()) : List.of();
    Set<String> known = new TreeSet<>(Set.of("supplement"));
    facts.forEach(version -> version.windows().forEach(one -> known.add(one.id())));
    for (Model.Spoken spoken : model.verbs()) {
      if (spoken.call().is("clock.window")) {
        String window = spoken.call().value(1);
        boolean fine =
            model.isProcedure()
                ? facts.isEmpty() || known.contains(window)
                : window.equals("${window}") || !window.startsWith("${");
        if (!fine) {
          findings.at(
              spoken.at(),
              "The window '%s' is unknown; use one of %s, or add it to the windows of the facts.",
              window,
              String.join(", ", known));
        }
      }
    }
  }

  private static void statutory(Model model, Context context, Findings findings) {
    if (model.process() == null) {
      return;
    }
    for (FlowNode node : model.nodes()) {
      for (Words.Call call : Words.calls(node.timeDate())) {
        if (call.is(NEXT) || call.is(END)) {
          boundary(node, call, findings);
        }
      }
    }
    Set<String> begun = new LinkedHashSet<>();
    model.verbs().stream()
        .filter(spoken -> spoken.call().is("clock.begin"))
        .forEach(spoken -> begun.add(spoken.call().value(1)));
    begun.forEach(phase -> pair(model, context, phase, findings));
    Versions.closest(
        context,
        model,
        findings,
        (version, into) ->
            version.phases().stream()
                .map(phase -> phase.id())
                .filter(phase -> !begun.contains(phase))
                .forEach(phase -> pair(model, context, phase, into)));
  }

  private static void boundary(FlowNode node, Words.Call call, Findings findings) {
    if (!node.is("boundaryEvent") || node.isInterrupting()) {
      findings.at(
          node,
          "A timer on %s stands at the border of the phase's scope and does not interrupt it"
              + " (boundary event, cancelActivity=\"false\").",
          call.bean() + "." + call.verb());
    }
    boolean rings =
        node.out().stream()
            .flatMap(flow -> Words.calls(flow.to().camunda("expression")).stream())
            .anyMatch(next -> next.is("escalation.ring") && next.value(1).equals(call.value(1)));
    if (call.is(NEXT) && !rings) {
      findings.at(
          node,
          "The timer for the next rung leads to ${escalation.ring(execution,%s)}.",
          call.arguments().size() > 1 ? call.arguments().get(1) : "'phase'");
    }
  }

  private static void pair(Model model, Context context, String phase, Findings findings) {
    for (String verb : List.of(NEXT, END)) {
      if (!asks(model, verb, phase) && !called(model, context, verb, phase)) {
        findings.at(
            model.process(),
            "The phase '%s' lacks its timer on %s; add a boundary timer that does not interrupt"
                + " with ${%s(execution,%s)}.",
            phase,
            verb,
            verb,
            phase.startsWith("${") ? phase.substring(2, phase.length() - 1) : "'" + phase + "'");
      }
    }
  }

  private static boolean asks(Model model, String verb, String phase) {
    return model.nodes().stream()
        .flatMap(node -> Words.calls(node.timeDate()).stream())
        .anyMatch(call -> call.is(verb) && call.value(1).equals(phase));
  }

  /** Whether a called process has the timer; one nobody knows is another rule's business. */
  private static boolean called(Model model, Context context, String verb, String phase) {
    for (FlowNode node : model.callActivities()) {
      Map<String, String> ins = Calls.of(node).ins();
      Optional<Model> called = context.process(node.element().getAttribute("calledElement"));
      boolean own = phase.equals(ins.get("ownPhase"));
      if (called.isEmpty() ? own : asks(called.get(), verb, own ? "${ownPhase}" : phase)) {
        return true;
      }
    }
    return false;
  }

  private static void number(Model model, Context context, Findings findings) {
    for (FlowNode node : model.nodes()) {
      String phase = node.property("phase");
      String share = node.property("share");
      if (phase == null && share == null) {
        continue;
      }
      if (phase == null || share == null) {
        findings.at(
            node,
            "A step has both properties, phase and share, or neither; add '%s'.",
            phase == null ? "phase" : "share");
      } else if (!share.matches("\\d{1,4}") || Integer.parseInt(share) > 1000) {
        findings.at(node, "The share '%s' is no number from 0 to 1000 (per mille).", share);
      }
    }
  }

  private static void shares(Model model, Context context, Findings findings) {
    if (model.process() == null) {
      return;
    }
    for (String phase : Shares.phases(model)) {
      int total = Shares.total(model, phase);
      if (total > 1000) {
        findings.at(
            model.process(),
            "The shares of the phase '%s' add up to %d on the longest path; at most 1000.",
            phase,
            total);
      }
    }
    for (FlowNode call : model.callActivities()) {
      int own = Shares.own(call);
      if (own >= 0) {
        context
            .process(call.element().getAttribute("calledElement"))
            .ifPresent(called -> within(call, own, called, findings));
      }
    }
  }

  /** What a called process writes of ${phase} is a part of the call's share whatever it is. */
  private static void within(FlowNode call, int own, Model called, Findings findings) {
    int inside = Shares.total(called, call.property("phase"));
    if (inside > own && !call.property("phase").startsWith("${")) {
      findings.at(
          call,
          "The called process takes %d of the phase '%s', the call has only %d.",
          inside,
          call.property("phase"),
          own);
    }
  }
}
