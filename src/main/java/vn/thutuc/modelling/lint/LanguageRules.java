package vn.thutuc.modelling.lint;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import vn.thutuc.modelling.ClosedExpression;

/** The closed language: no code, documented verbs, documented variables and their values. */
final class LanguageRules {

  /** The namespaces a model may use; the engine would also read activiti's, so it is not one. */
  private static final Set<String> NAMESPACES =
      Set.of(
          Xml.BPMN,
          Xml.CAMUNDA,
          Xml.DI,
          Xml.DC,
          "http://www.omg.org/spec/DD/20100524/DI",
          "http://www.w3.org/2001/XMLSchema-instance",
          "http://www.w3.org/2000/xmlns/",
          "http://camunda.org/schema/modeler/1.0",
          "http://bpmn.io/schema/bpmn/biocolor/1.0",
          "http://www.omg.org/spec/BPMN/non-normative/color/1.0");

  private static final Set<String> EXTENSION_ELEMENTS =
      Set.of(
          "properties",
          "property",
          "in",
          "out",
          "inputOutput",
          "inputParameter",
          "outputParameter",
          "failedJobRetryTimeCycle");
  private static final Set<String> EXTENSION_ATTRIBUTES =
      Set.of(
          "asyncBefore",
          "asyncAfter",
          "exclusive",
          "expression",
          "resultVariable",
          "candidateGroups",
          "formRef",
          "formRefBinding",
          "formRefVersion",
          "formKey",
          "historyTimeToLive",
          "isStartableInTasklist",
          "calledElementBinding",
          "calledElementVersion",
          "decisionRef",
          "decisionRefBinding",
          "mapDecisionResult",
          "versionTag",
          "modelerTemplate",
          "modelerTemplateVersion");

  static final List<Rule<?>> RULES =
      List.of(
          Rule.model("no-code", "A model holds no code", LanguageRules::noCode),
          Rule.model(
              "expression", "Expressions speak the closed language", LanguageRules::expressions),
          Rule.model(
              "known-variable",
              "Only documented variables are passed and set",
              LanguageRules::variables),
          Rule.model(
              "condition-value",
              "Conditions compare with documented values",
              LanguageRules::values));

  private LanguageRules() {}

  private static void noCode(Model model, Context context, Findings findings) {
    for (Element element : model.all()) {
      String namespace = element.getNamespaceURI();
      String name = element.getLocalName();
      if (namespace == null || !NAMESPACES.contains(namespace)) {
        refuse(
            element,
            "<%s> of the namespace %s".formatted(element.getTagName(), namespace),
            findings);
      }
      if (Xml.BPMN.equals(namespace) && name.toLowerCase(Locale.ROOT).startsWith("script")
          || Xml.CAMUNDA.equals(namespace) && !EXTENSION_ELEMENTS.contains(name)) {
        refuse(element, "<" + element.getTagName() + ">", findings);
      }
      NamedNodeMap attributes = element.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        noCode(element, (Attr) attributes.item(i), findings);
      }
      String language = element.getAttribute("language");
      if (!language.isBlank()) {
        findings.at(element, "The expression language '%s' is not allowed.", language);
      }
    }
  }

  private static void noCode(Element element, Attr attribute, Findings findings) {
    String namespace = attribute.getNamespaceURI();
    boolean foreign = namespace != null && !NAMESPACES.contains(namespace);
    boolean unknown =
        Xml.CAMUNDA.equals(namespace) && !EXTENSION_ATTRIBUTES.contains(attribute.getLocalName());
    if (foreign || unknown) {
      refuse(element, attribute.getName(), findings);
    }
  }

  private static void refuse(Element element, String what, Findings findings) {
    findings.at(
        element,
        "%s is not allowed in a model; call a documented bean instead (docs/designer/beans.md).",
        what);
  }

  // The engine evaluates names and documentation of tasks, too.
  private static void expressions(Model model, Context context, Findings findings) {
    for (Model.Expression expression : model.expressions()) {
      ClosedExpression.problem(expression.text(), context.verbs())
          .ifPresent(
              problem -> findings.at(expression.at(), "'%s' %s.", expression.text(), problem));
    }
  }

  private static void variables(Model model, Context context, Findings findings) {
    for (Element element : model.all()) {
      if (!Xml.CAMUNDA.equals(element.getNamespaceURI())) {
        name(element, Xml.camunda(element, "resultVariable"), context, findings);
        continue;
      }
      switch (element.getLocalName()) {
        case "in", "out" -> {
          name(element, element.getAttribute("source"), context, findings);
          name(element, element.getAttribute("target"), context, findings);
        }
        case "inputParameter", "outputParameter" ->
            name(element, element.getAttribute("name"), context, findings);
        default -> {
          continue;
        }
      }
    }
  }

  private static void name(Element at, String name, Context context, Findings findings) {
    Set<String> known = context.verbs().variables();
    if (!name.isBlank() && !known.isEmpty() && !known.contains(name) && !Words.knows(name)) {
      findings.at(
          at,
          "The variable '%s' is not documented; use one of docs/designer/beans.md: %s.",
          name,
          String.join(", ", known.stream().sorted().toList()));
    }
  }

  private static void values(Model model, Context context, Findings findings) {
    for (Model.Expression expression : model.expressions()) {
      for (Words.Comparison comparison : Words.comparisons(expression.text())) {
        value(expression.at(), comparison.variable(), comparison.value(), findings);
      }
    }
    for (Element element : model.all()) {
      if (Xml.CAMUNDA.equals(element.getNamespaceURI())
          && "outputParameter".equals(element.getLocalName())) {
        String text = Xml.ownText(element).strip();
        if (!text.startsWith("${") && !text.startsWith("#{")) {
          value(element, element.getAttribute("name"), text, findings);
        }
      }
      if (Xml.CAMUNDA.equals(element.getNamespaceURI()) && "in".equals(element.getLocalName())) {
        Words.body(element.getAttribute("sourceExpression"))
            .flatMap(Words::literal)
            .ifPresent(text -> value(element, element.getAttribute("target"), text, findings));
      }
    }
  }

  private static void value(Element at, String variable, String value, Findings findings) {
    Set<String> known = Words.VALUES.get(variable);
    if (known != null && !known.contains(value)) {
      findings.at(
          at,
          "'%s' is never '%s'; its values are %s.",
          variable,
          value,
          String.join(", ", known.stream().sorted().toList()));
    }
  }
}
