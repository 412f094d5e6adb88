package vn.thutuc.modelling.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.w3c.dom.Element;
import vn.thutuc.catalogue.Procedure;

/** What callers, shared processes and forms owe each other, for all are bound to latest. */
final class ContractRules {

  static final String IN = "in";
  static final String OPTIONAL = "inOptional";
  static final String OUT = "out";

  static final List<Rule<?>> RULES =
      List.of(
          Rule.model("call-exists", "Called processes exist", ContractRules::exists),
          Rule.model("call-inputs", "A call passes what is asked for", ContractRules::inputs),
          Rule.model("call-outputs", "A call takes what is given", ContractRules::outputs),
          Rule.model(
              "call-phase",
              "The facts have the phases a called process counts on",
              ContractRules::calledPhases),
          Rule.warning(
              "call-place",
              "The facts have the bodies a called process names",
              ContractRules::calledPlaces),
          Rule.model(
              "contract-declared",
              "A shared process declares what it needs",
              ContractRules::declared),
          Rule.warning(
              "variable-source",
              "Something sets every variable that is read",
              ContractRules::sources),
          Rule.model(
              "offered-value",
              "Forms offer the values conditions wait for",
              ContractRules::offered));

  private ContractRules() {}

  private static void exists(Model model, Context context, Findings findings) {
    for (FlowNode call : model.callActivities()) {
      String called = call.element().getAttribute("calledElement");
      if (called.isBlank() || called.contains("${") || called.contains("#{")) {
        findings.at(call, "A call names its process by id, not by '%s'.", called);
      } else if (context.process(called).isEmpty()) {
        findings.at(
            call,
            "The process '%s' is not deployed; deploy processes/shared/ first or mend the name.",
            called);
      }
    }
  }

  private static void inputs(Model model, Context context, Findings findings) {
    for (FlowNode call : model.callActivities()) {
      Calls passes = Calls.of(call);
      context
          .process(passes.called())
          .ifPresent(
              called ->
                  inputProblems(passes, called)
                      .forEach(problem -> findings.at(call, "%s", problem)));
    }
  }

  /** What is wrong with the inputs of a call, in the words of a finding. */
  static List<String> inputProblems(Calls passes, Model called) {
    Set<String> required = called.names(IN);
    Set<String> known = new TreeSet<>(required);
    known.addAll(called.names(OPTIONAL));
    return java.util.stream.Stream.concat(
            required.stream()
                .filter(name -> !passes.ins().containsKey(name))
                .map(
                    name ->
                        "'%s' needs the input '%s'; add <camunda:in ... target=\"%s\"/>."
                            .formatted(called.id(), name, name)),
            passes.ins().keySet().stream()
                .filter(name -> !known.contains(name))
                .map(
                    name ->
                        "'%s' has no input '%s'; it has: %s."
                            .formatted(called.id(), name, String.join(", ", known))))
        .toList();
  }

  private static void outputs(Model model, Context context, Findings findings) {
    for (FlowNode call : model.callActivities()) {
      Calls passes = Calls.of(call);
      context
          .process(passes.called())
          .ifPresent(
              called ->
                  outputProblems(passes, called)
                      .forEach(problem -> findings.at(call, "%s", problem)));
    }
  }

  static List<String> outputProblems(Calls passes, Model called) {
    Set<String> given = new TreeSet<>(called.names(OUT));
    return passes.outs().keySet().stream()
        .filter(name -> !given.contains(name))
        .map(
            name ->
                "'%s' gives no '%s'; it gives: %s."
                    .formatted(called.id(), name, String.join(", ", given)))
        .toList();
  }

  private static void calledPhases(Model model, Context context, Findings findings) {
    Versions.closest(
        context,
        model,
        findings,
        (facts, into) -> {
          for (FlowNode call : model.callActivities()) {
            called(context, call)
                .ifPresent(
                    called ->
                        phases(called).stream()
                            .filter(phase -> facts.phase(phase).isEmpty())
                            .forEach(
                                phase ->
                                    into.at(
                                        call,
                                        "'%s' counts on the phase '%s', which the facts lack; add"
                                            + " it or call another process.",
                                        called.id(),
                                        phase)));
          }
        });
  }

  private static Set<String> phases(Model called) {
    Set<String> phases = new TreeSet<>(Shares.phases(called));
    called.verbs().stream()
        .filter(spoken -> spoken.call().bean().equals("clock"))
        .filter(
            spoken -> Set.of("begin", "finish", "end", "nextRung").contains(spoken.call().verb()))
        .forEach(spoken -> phases.add(spoken.call().value(1)));
    phases.removeIf(phase -> phase.startsWith("${") || phase.equals("settlement"));
    return phases;
  }

  private static void calledPlaces(Model model, Context context, Findings findings) {
    Versions.closest(
        context,
        model,
        findings,
        (facts, into) -> {
          for (FlowNode call : model.callActivities()) {
            called(context, call).ifPresent(called -> places(call, called, facts, into));
          }
        });
  }

  private static void places(FlowNode call, Model called, Procedure facts, Findings into) {
    Set<String> named = new TreeSet<>();
    for (Model.Spoken spoken : called.verbs()) {
      if (spoken.call().is("organisation.candidates") || spoken.call().is("outbound.forward")) {
        named.add(spoken.call().value(1));
      }
    }
    named.removeIf(
        place ->
            place.startsWith("${")
                || Words.PLACES.contains(place)
                || facts.bodies().containsKey(place)
                || facts.outside().containsKey(place));
    named.forEach(
        place ->
            into.at(
                call,
                "'%s' names the place '%s', which is no body of the facts; add it there.",
                called.id(),
                place));
  }

  private static Optional<Model> called(Context context, FlowNode call) {
    return context.process(call.element().getAttribute("calledElement"));
  }

  private static void declared(Model model, Context context, Findings findings) {
    if (model.process() == null || model.isProcedure()) {
      return;
    }
    Set<String> given = given(model, context);
    if (given == null) {
      return;
    }
    reads(model)
        .forEach(
            (name, at) -> {
              if (!given.contains(name)) {
                findings.at(
                    at,
                    "The variable '%s' comes from nowhere; declare it in the extension property in"
                        + " or inOptional of the process, or let a step set it.",
                    name);
              }
            });
    for (String out : model.names(OUT)) {
      if (!given.contains(out)) {
        findings.at(
            model.process(), "The output '%s' is declared, but nothing sets it; mend out.", out);
      }
    }
  }

  private static void sources(Model model, Context context, Findings findings) {
    Set<String> given = model.isProcedure() ? given(model, context) : null;
    if (given != null) {
      reads(model)
          .forEach(
              (name, at) -> {
                if (!given.contains(name)) {
                  findings.at(
                      at,
                      "Nothing in this model sets '%s', so it is always empty; let a form, a call's"
                          + " out or an output parameter set it.",
                      name);
                }
              });
    }
  }

  /** The variables a model reads, each with the first place it is read at. */
  private static Map<String, Element> reads(Model model) {
    Map<String, Element> reads = new java.util.TreeMap<>();
    for (Model.Expression expression : model.expressions()) {
      Words.variables(expression.text()).forEach(name -> reads.putIfAbsent(name, expression.at()));
    }
    for (FlowNode call : model.callActivities()) {
      for (Element in : Xml.extensions(call.element(), "in")) {
        if (!in.getAttribute("source").isBlank()) {
          reads.putIfAbsent(in.getAttribute("source"), in);
        }
      }
    }
    return reads;
  }

  /** The variables something sets; null when a form is unknown, which another rule tells. */
  private static Set<String> given(Model model, Context context) {
    Set<String> given = new HashSet<>(model.names(IN));
    given.addAll(model.names(OPTIONAL));
    if (model.isProcedure()) {
      given.addAll(Words.FROM_RECEPTION);
    }
    for (Element element : model.all()) {
      String form = Xml.camunda(element, "formRef");
      if (!form.isBlank()) {
        Optional<FormFile> found = context.form(form);
        if (found.isEmpty()) {
          return null;
        }
        found.get().fields().forEach(field -> given.add(field.key()));
      }
      given.addAll(set(element));
    }
    for (Element message : model.all("message")) {
      String brought = Words.SET_BY_MESSAGE.get(message.getAttribute("name"));
      if (brought != null) {
        given.add(brought);
      }
    }
    for (Model.Spoken spoken : model.verbs()) {
      String set = Words.SET_BY_VERB.get(spoken.call().bean() + "." + spoken.call().verb());
      if (set != null) {
        given.add(set);
      }
    }
    return given;
  }

  /** What an element sets otherwise than by a form. */
  private static Set<String> set(Element element) {
    Set<String> set = new HashSet<>();
    set.add(Xml.camunda(element, "resultVariable"));
    if (Xml.CAMUNDA.equals(element.getNamespaceURI())) {
      switch (element.getLocalName()) {
        case "out" -> set.add(element.getAttribute("target"));
        case "inputParameter", "outputParameter" -> set.add(element.getAttribute("name"));
        default -> set.remove("");
      }
    }
    set.remove("");
    return set;
  }

  /** A value a condition waits for is offered by a form when only forms set the variable. */
  private static void offered(Model model, Context context, Findings findings) {
    Set<String> otherwise = new HashSet<>(model.names(IN));
    otherwise.addAll(model.names(OPTIONAL));
    Map<String, Set<String>> offers = new java.util.TreeMap<>();
    for (Element element : model.all()) {
      otherwise.addAll(set(element));
      context
          .form(Xml.camunda(element, "formRef"))
          .ifPresent(
              form ->
                  form.fields().stream()
                      .filter(field -> !field.options().isEmpty())
                      .forEach(
                          field ->
                              offers
                                  .computeIfAbsent(field.key(), key -> new TreeSet<>())
                                  .addAll(field.options())));
    }
    for (Model.Expression expression : model.expressions()) {
      for (Words.Comparison comparison : Words.comparisons(expression.text())) {
        Set<String> values = offers.get(comparison.variable());
        boolean setByVerb = Words.SET_BY_VERB.containsValue(comparison.variable());
        if (values != null
            && !otherwise.contains(comparison.variable())
            && !(setByVerb && comparison.value().equals("refuse"))
            && !values.contains(comparison.value())) {
          findings.at(
              expression.at(),
              "No form of this model offers '%s' for '%s'; its forms offer %s.",
              comparison.value(),
              comparison.variable(),
              String.join(", ", values));
        }
      }
    }
  }
}
