package vn.thutuc.modelling.lint;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import vn.thutuc.catalogue.Procedure;

/** What a single step needs: people, form, retries, bindings, messages. */
final class StepRules {

  private static final String CANDIDATES =
      "A user task names who does it: ${organisation.candidates(execution,'place','role')}.";
  private static final Pattern LEAVES = Pattern.compile("[$#]\\{\\s*outbound\\..*");
  private static final Set<String> RECIPIENTS = Set.of("outbound.forward", "outbound.copy");

  static final List<Rule<?>> RULES =
      List.of(
          Rule.model("form-exists", "Forms of steps exist", StepRules::form),
          Rule.model("task-form", "Every user task has a form", StepRules::taskForm),
          Rule.model("candidates", "Every user task names who does it", StepRules::candidates),
          Rule.model("known-place", "Places and roles are known", StepRules::places),
          Rule.model(
              "outbound-async",
              "Steps that leave the house are asynchronous with retries",
              StepRules::outbound),
          Rule.model(
              "binding-latest",
              "Forms, tables and called processes are bound to latest",
              StepRules::binding),
          Rule.model(
              "business-key", "Every call passes the dossier's number", StepRules::businessKey),
          Rule.model(
              "known-message", "Messages and errors are documented ones", StepRules::messages));

  private StepRules() {}

  private static void form(Model model, Context context, Findings findings) {
    for (Element element : model.all()) {
      String form = Xml.camunda(element, "formRef");
      if (!form.isBlank() && !context.hasForm(form)) {
        findings.at(
            element, "The form '%s' is not deployed; deploy forms/ first or mend the name.", form);
      }
      String key = Xml.camunda(element, "formKey");
      if (!key.isBlank()) {
        findings.at(element, "Forms are Camunda Forms (camunda:formRef), not '%s'.", key);
      }
    }
  }

  private static void taskForm(Model model, Context context, Findings findings) {
    for (Element task : model.all("userTask")) {
      if (Xml.camunda(task, "formRef").isBlank()) {
        findings.at(
            task, "A user task has a form: set camunda:formRef to the id of one below forms/.");
      }
    }
  }

  private static void candidates(Model model, Context context, Findings findings) {
    for (Element task : model.all("userTask")) {
      if (!Xml.camunda(task, "candidateGroups").strip().startsWith("${organisation.candidates(")) {
        findings.at(task, "%s", CANDIDATES);
      }
    }
  }

  private static void places(Model model, Context context, Findings findings) {
    List<Procedure> facts = model.isProcedure() ? context.facts(model.code()) : List.of();
    for (Model.Spoken spoken : model.verbs()) {
      if (spoken.call().is("organisation.candidates")) {
        place(model, facts, spoken, false, findings);
        role(spoken, findings);
      } else if (RECIPIENTS.contains(spoken.call().bean() + "." + spoken.call().verb())) {
        place(model, facts, spoken, true, findings);
      }
    }
  }

  private static void place(
      Model model, List<Procedure> facts, Model.Spoken spoken, boolean outside, Findings findings) {
    String place = spoken.call().value(1);
    boolean variable = place.equals("${place}");
    // Bodies a shared process names are compared with the facts of its callers.
    boolean notOurs = facts.isEmpty() && !place.startsWith("${");
    if (variable || notOurs && !model.isProcedure() || Words.PLACES.contains(place)) {
      return;
    }
    Set<String> known = new TreeSet<>(Words.PLACES);
    for (Procedure procedure : facts) {
      known.addAll(procedure.bodies().keySet());
      if (outside) {
        known.addAll(procedure.outside().keySet());
      }
    }
    if (!known.contains(place) && !notOurs) {
      findings.at(
          spoken.at(),
          "The place '%s' is unknown; use one of %s, or add it to the bodies of the facts.",
          place,
          String.join(", ", known));
    }
  }

  private static void role(Model.Spoken spoken, Findings findings) {
    String role = spoken.call().value(2);
    if (!Words.ROLES.contains(role)) {
      findings.at(
          spoken.at(),
          "The role '%s' is unknown; use one of %s.",
          role,
          String.join(", ", new TreeSet<>(Words.ROLES)));
    }
  }

  private static void outbound(Model model, Context context, Findings findings) {
    for (Element element : model.all()) {
      String call = Xml.camunda(element, "expression");
      if (!call.contains("outbound.") || !LEAVES.matcher(call.strip()).matches()) {
        continue;
      }
      boolean retries =
          Xml.within(element, Xml.CAMUNDA, "failedJobRetryTimeCycle").stream()
              .anyMatch(cycle -> cycle.getTextContent().strip().matches("R\\d+/P.+"));
      if (!"true".equals(Xml.camunda(element, "asyncBefore")) || !retries) {
        findings.at(
            element,
            "A step that leaves the house has asyncBefore and retries"
                + " (failedJobRetryTimeCycle R5/PT5M).");
      }
    }
  }

  private static void binding(Model model, Context context, Findings findings) {
    for (Element element : model.all()) {
      latest(element, "formRef", "formRefBinding", true, findings);
      latest(element, "decisionRef", "decisionRefBinding", false, findings);
      if (Xml.isBpmn(element, "callActivity")) {
        String binding = Xml.camunda(element, "calledElementBinding");
        if (!binding.isBlank() && !binding.equals("latest")) {
          findings.at(element, "Bind the called process to latest, not '%s'.", binding);
        }
      }
    }
  }

  private static void latest(
      Element element, String reference, String attribute, boolean required, Findings findings) {
    String binding = Xml.camunda(element, attribute);
    boolean lacking = required && binding.isBlank();
    if (!Xml.camunda(element, reference).isBlank()
        && (lacking || !binding.isBlank() && !binding.equals("latest"))) {
      findings.at(
          element, "Set camunda:%s to latest%s.", attribute, lacking ? "" : ", not " + binding);
    }
  }

  private static void businessKey(Model model, Context context, Findings findings) {
    for (FlowNode call : model.callActivities()) {
      List<Element> in = Xml.extensions(call.element(), "in");
      boolean passed =
          in.stream()
              .map(one -> one.getAttribute("businessKey").replace('$', '#'))
              .anyMatch("#{execution.processBusinessKey}"::equals);
      if (!passed) {
        findings.at(
            call,
            "The call lacks the dossier's number: add <camunda:in"
                + " businessKey=\"#{execution.processBusinessKey}\"/>.");
      }
      boolean all =
          in.stream().anyMatch(one -> !one.getAttribute("variables").isBlank())
              || Xml.extensions(call.element(), "out").stream()
                  .anyMatch(one -> !one.getAttribute("variables").isBlank());
      if (all) {
        findings.at(call, "Pass named variables, never variables=\"all\".");
      }
    }
  }

  private static void messages(Model model, Context context, Findings findings) {
    for (Element element : model.all()) {
      String message = element.getAttribute("messageRef");
      if (!message.isBlank()) {
        reference(model, element, message, "name", Words.MESSAGES, findings);
      }
      String error = element.getAttribute("errorRef");
      if (!error.isBlank()) {
        reference(model, element, error, "errorCode", Words.ERRORS, findings);
      }
      if ("messageEventDefinition".equals(element.getLocalName()) && message.isBlank()) {
        findings.at(
            element, "The event names no message; choose one of %s.", sorted(Words.MESSAGES));
      }
    }
  }

  private static void reference(
      Model model, Element at, String id, String attribute, Set<String> known, Findings findings) {
    Element target = model.byId(id);
    String word = target == null ? "" : target.getAttribute(attribute);
    if (!known.contains(word)) {
      findings.at(
          at,
          "'%s' is no documented %s; use one of %s.",
          word.isEmpty() ? id : word,
          attribute.equals("name") ? "message" : "error",
          sorted(known));
    }
  }

  private static String sorted(Set<String> words) {
    return String.join(", ", new TreeSet<>(words));
  }
}
