package vn.thutuc.modelling.lint;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a new version owes to the version in force: running dossiers and callers live on. */
final class SuccessionRules {

  private static final Set<String> WAITING_KINDS =
      Set.of(
          "userTask",
          "callActivity",
          "subProcess",
          "transaction",
          "receiveTask",
          "intermediateCatchEvent",
          "boundaryEvent",
          "eventBasedGateway");

  static final List<Rule<?>> RULES =
      List.of(
          Rule.model(
              "contract-kept",
              "A new version of a shared process only gains optional inputs and outputs",
              SuccessionRules::contract),
          Rule.model(
              "contract-callers",
              "A shared process does not break its callers",
              SuccessionRules::callers),
          Rule.model(
              "id-kept",
              "Ids of the version in force stay or have a successor",
              SuccessionRules::ids));

  private SuccessionRules() {}

  private static void contract(Model model, Context context, Findings findings) {
    if (model.process() == null || model.isProcedure()) {
      return;
    }
    context
        .before(model.id())
        .filter(
            before ->
                before.declared(ContractRules.IN) != null
                    || before.declared(ContractRules.OPTIONAL) != null
                    || before.declared(ContractRules.OUT) != null)
        .ifPresent(before -> contract(model, before, findings));
  }

  private static void contract(Model model, Model before, Findings findings) {
    Set<String> required = new TreeSet<>(model.names(ContractRules.IN));
    required.removeAll(before.names(ContractRules.IN));
    required.forEach(
        name ->
            findings.at(
                model.process(),
                "The input '%s' is required now and was not before; make it optional, or give the"
                    + " changed process a new id.",
                name));
    Set<String> gone = new TreeSet<>(before.names(ContractRules.IN));
    gone.addAll(before.names(ContractRules.OPTIONAL));
    gone.removeAll(model.names(ContractRules.IN));
    gone.removeAll(model.names(ContractRules.OPTIONAL));
    gone.forEach(
        name ->
            findings.at(
                model.process(),
                "The input '%s' of the version in force is gone; keep it as an optional one.",
                name));
    Set<String> lost = new TreeSet<>(before.names(ContractRules.OUT));
    lost.removeAll(model.names(ContractRules.OUT));
    lost.forEach(
        name ->
            findings.at(
                model.process(),
                "The output '%s' of the version in force is gone; callers wait for it.",
                name));
  }

  private static void callers(Model model, Context context, Findings findings) {
    if (model.process() == null || model.isProcedure()) {
      return;
    }
    context
        .others("\"" + model.id() + "\"")
        .forEach(
            caller ->
                caller.callActivities().stream()
                    .filter(call -> call.calls(model.id()))
                    .forEach(call -> broken(model, caller, call, findings)));
  }

  private static void broken(Model model, Model caller, FlowNode call, Findings findings) {
    Calls passes = Calls.of(call);
    for (List<String> problems :
        List.of(
            ContractRules.inputProblems(passes, model),
            ContractRules.outputProblems(passes, model))) {
      problems.forEach(
          problem ->
              findings.at(
                  model.process(),
                  "It breaks its caller %s, %s: %s",
                  caller.id(),
                  call.id(),
                  problem));
    }
  }

  private static void ids(Model model, Context context, Findings findings) {
    if (model.process() != null) {
      context.before(model.id()).ifPresent(before -> ids(model, before, findings));
    }
  }

  private static void ids(Model model, Model before, Findings findings) {
    Map<String, String> successors = successors(model);
    for (FlowNode old : before.nodes()) {
      if (!waits(old) || model.node(old.id()) != null) {
        continue;
      }
      FlowNode successor = model.node(successors.getOrDefault(old.id(), ""));
      if (successor == null) {
        findings.at(
            model.process(),
            "'%s' of the version in force is gone, and running dossiers may stand there; keep the"
                + " id, or name its successor in the extension property successors: %s=NewId.",
            old.id(),
            old.id());
      } else if (!successor.kind().equals(old.kind())) {
        findings.at(
            successor,
            "It is named as the successor of '%s', but is a %s and that was a %s.",
            old.id(),
            successor.kind(),
            old.kind());
      }
    }
  }

  private static boolean waits(FlowNode node) {
    return WAITING_KINDS.contains(node.kind())
        || "true".equals(node.camunda("asyncBefore"))
        || "true".equals(node.camunda("asyncAfter"));
  }

  /** Old id to new id, from {@code OldId=NewId;...}. */
  static Map<String, String> successors(Model model) {
    Map<String, String> successors = new LinkedHashMap<>();
    String text = model.declared("successors");
    if (text != null) {
      Arrays.stream(text.split(";"))
          .map(pair -> pair.split("=", 2))
          .filter(pair -> pair.length == 2)
          .forEach(pair -> successors.put(pair[0].strip(), pair[1].strip()));
    }
    return successors;
  }
}
