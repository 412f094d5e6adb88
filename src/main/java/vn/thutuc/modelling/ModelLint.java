package vn.thutuc.modelling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/**
 * Checks models before they reach the engine: the closed language, no code in a model, known forms,
 * one executable process of the right name, statutory timers that ask the clock.
 */
public final class ModelLint {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  /** The namespaces a model may use; the engine would also read activiti's, so it is not one. */
  private static final Set<String> NAMESPACES =
      Set.of(
          BPMN,
          CAMUNDA,
          "http://www.omg.org/spec/BPMN/20100524/DI",
          "http://www.omg.org/spec/DD/20100524/DC",
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

  private final Verbs verbs;
  private final Predicate<String> formExists;

  /**
   * @param verbs the documented beans
   * @param formExists whether a form of this id is deployed or comes with the model
   */
  public ModelLint(Verbs verbs, Predicate<String> formExists) {
    this.verbs = verbs;
    this.formExists = formExists;
  }

  /** Checks one file by its ending; files that are neither models nor tables have no findings. */
  public List<Finding> check(String file, byte[] content) {
    String name = file.toLowerCase(Locale.ROOT);
    // The engine's own suffixes, which have no dot.
    boolean bpmn = name.endsWith("bpmn") || name.endsWith("bpmn20.xml");
    boolean dmn = name.endsWith("dmn") || name.endsWith("dmn11.xml");
    if (name.endsWith("cmmn") || name.endsWith("cmmn11.xml") || name.endsWith("cmmn10.xml")) {
      return List.of(
          new Finding(file, "file", "case-model", "Case models are not run here; draw a process."));
    }
    if (!bpmn && !dmn) {
      return List.of();
    }
    Check check = new Check(file);
    XmlFile.Parsed parsed = XmlFile.parse(content);
    if (parsed.document() == null) {
      check.add("line " + parsed.line(), "xml", "The file cannot be read: " + parsed.message());
      return check.findings;
    }
    if (bpmn) {
      check.bpmn(parsed.document());
    } else {
      check.dmn(parsed.document());
    }
    return check.findings;
  }

  private final class Check {

    private final String file;
    private final List<Finding> findings = new ArrayList<>();

    private Check(String file) {
      this.file = file;
    }

    private void bpmn(Document document) {
      process(document);
      each(document, this::noCode);
      each(document, this::expressions);
      each(document, this::form);
      each(document, this::timer);
      each(document, this::candidates);
      each(document, this::outbound);
    }

    private void process(Document document) {
      List<Element> executable =
          elements(document, "process").stream()
              .filter(process -> "true".equals(process.getAttribute("isExecutable")))
              .toList();
      if (executable.size() != 1) {
        add(
            "process",
            "one-process",
            "A file holds exactly one executable process, this one " + executable.size() + ".");
        return;
      }
      Element process = executable.get(0);
      String id = process.getAttribute("id");
      String base = file.substring(file.lastIndexOf('/') + 1);
      String expected =
          id.startsWith("TTHC-") ? id.substring("TTHC-".length()) + "-" : id + ".bpmn";
      if (!base.startsWith(expected)) {
        add(
            id,
            "file-name",
            "The file name must begin with '%s' (national code, then a slug).".formatted(expected));
      }
      if (process.getAttributeNS(CAMUNDA, "historyTimeToLive").isBlank()) {
        add(id, "history-time-to-live", "Set the process's history time to live, e.g. P3650D.");
      }
    }

    private void noCode(Element element) {
      String namespace = element.getNamespaceURI();
      String name = element.getLocalName();
      if (!NAMESPACES.contains(namespace)) {
        refuse(element, "<%s> of the namespace %s".formatted(element.getTagName(), namespace));
      }
      if (BPMN.equals(namespace) && name.toLowerCase(Locale.ROOT).startsWith("script")
          || CAMUNDA.equals(namespace) && !EXTENSION_ELEMENTS.contains(name)) {
        refuse(element, "<" + element.getTagName() + ">");
      }
      NamedNodeMap attributes = element.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        noCode(element, (Attr) attributes.item(i));
      }
    }

    private void noCode(Element element, Attr attribute) {
      String namespace = attribute.getNamespaceURI();
      boolean foreign = namespace != null && !NAMESPACES.contains(namespace);
      boolean unknown =
          CAMUNDA.equals(namespace) && !EXTENSION_ATTRIBUTES.contains(attribute.getLocalName());
      if (foreign || unknown) {
        refuse(element, attribute.getName());
      }
    }

    private void refuse(Element element, String what) {
      add(
          element,
          "no-code",
          what
              + " is not allowed in a model; call a documented bean instead (docs/designer/beans.md).");
    }

    private void expressions(Element element) {
      NamedNodeMap attributes = element.getAttributes();
      // The engine evaluates names and documentation of tasks, too.
      for (int i = 0; i < attributes.getLength(); i++) {
        expression(element, attributes.item(i).getNodeValue());
      }
      if (!"text".equals(element.getLocalName())) {
        expression(element, ownText(element));
      }
      String language = element.getAttribute("language");
      if (!language.isBlank()) {
        add(element, "no-code", "The expression language '" + language + "' is not allowed.");
      }
    }

    private void expression(Element element, String text) {
      if (text.contains("${") || text.contains("#{")) {
        ClosedExpression.problem(text, verbs)
            .ifPresent(
                problem -> add(element, "expression", "'" + text.strip() + "' " + problem + "."));
      }
    }

    private void form(Element element) {
      String form = element.getAttributeNS(CAMUNDA, "formRef");
      if (!form.isBlank() && !formExists.test(form)) {
        add(
            element,
            "form-exists",
            "The form '" + form + "' is not deployed; deploy forms/ first or mend the name.");
      }
      String key = element.getAttributeNS(CAMUNDA, "formKey");
      if (!key.isBlank()) {
        add(
            element,
            "form-exists",
            "Forms are Camunda Forms (camunda:formRef), not '" + key + "'.");
      }
    }

    private void timer(Element element) {
      if (!"timerEventDefinition".equals(element.getLocalName())) {
        return;
      }
      Optional<Element> date = child(element, "timeDate");
      boolean asksTheClock = date.map(d -> ownText(d).strip().startsWith("${clock.")).orElse(false);
      if (!asksTheClock) {
        add(
            element,
            "timer-asks-the-clock",
            "A timer has a timeDate that asks the clock, e.g. ${clock.end(execution,'settlement')};"
                + " literal durations and dates are not allowed.");
      }
    }

    private void candidates(Element element) {
      if ("userTask".equals(element.getLocalName())
          && !element
              .getAttributeNS(CAMUNDA, "candidateGroups")
              .strip()
              .startsWith("${organisation.candidates(")) {
        add(
            element,
            "candidates",
            "A user task names who does it: ${organisation.candidates(execution,'place','role')}.");
      }
    }

    private void outbound(Element element) {
      String call = element.getAttributeNS(CAMUNDA, "expression");
      if (call.strip().matches("[$#]\\{\\s*outbound\\..*")
          && (!"true".equals(element.getAttributeNS(CAMUNDA, "asyncBefore"))
              || element.getElementsByTagNameNS(CAMUNDA, "failedJobRetryTimeCycle").getLength()
                  == 0)) {
        add(element, "outbound-async", "A step that leaves the house has asyncBefore and retries.");
      }
    }

    private void dmn(Document document) {
      NodeList all = document.getElementsByTagNameNS("*", "*");
      for (int i = 0; i < all.getLength(); i++) {
        Element element = (Element) all.item(i);
        String language = element.getAttribute("expressionLanguage").toLowerCase(Locale.ROOT);
        if (!language.isBlank() && !language.contains("feel")) {
          add(
              element,
              "feel-only",
              "Decision tables speak FEEL only, not '%s'.".formatted(language));
        }
        if ("text".equals(element.getLocalName())
            && element.getTextContent().matches("(?s).*[$#]\\{.*")) {
          add(element, "feel-only", "A cell holds ${...}; decision tables speak FEEL only.");
        }
      }
    }

    private void add(Element element, String rule, String message) {
      add(idOf(element), rule, message);
    }

    private void add(String element, String rule, String message) {
      findings.add(new Finding(file, element, rule, message));
    }
  }

  private static void each(Document document, java.util.function.Consumer<Element> rule) {
    NodeList all = document.getElementsByTagNameNS("*", "*");
    for (int i = 0; i < all.getLength(); i++) {
      rule.accept((Element) all.item(i));
    }
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagNameNS(BPMN, name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static Optional<Element> child(Element element, String name) {
    NodeList found = element.getElementsByTagNameNS(BPMN, name);
    return found.getLength() == 0 ? Optional.empty() : Optional.of((Element) found.item(0));
  }

  /** The text the engine reads of an element: its own, whatever stands in elements inside it. */
  private static String ownText(Element element) {
    StringBuilder text = new StringBuilder();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Text part) {
        text.append(part.getData());
      }
    }
    return text.toString();
  }

  private static String idOf(Element element) {
    for (Node node = element; node instanceof Element at; node = node.getParentNode()) {
      if (!at.getAttribute("id").isBlank()) {
        return at.getAttribute("id");
      }
    }
    return element.getLocalName();
  }
}
