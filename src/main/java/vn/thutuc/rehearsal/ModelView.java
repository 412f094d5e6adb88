package vn.thutuc.rehearsal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A model as a reader of the rehearsal needs it: names, conditions, timers, calls. */
final class ModelView {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final Pattern VERB =
      Pattern.compile("\\$\\{\\s*(\\w+)\\.(\\w+)\\(\\s*execution\\s*(?:,\\s*('?)([^',)]*)'?)?.*");

  private static final Pattern VARIABLE = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");
  private static final Pattern LITERAL = Pattern.compile("[$#]\\{\\s*'([^']*)'\\s*}");

  /**
   * One element.
   *
   * @param kind its BPMN name, e.g. {@code userTask}
   * @param name Vietnamese name
   * @param verb bean and verb it calls, e.g. {@code outbound.notice}; empty when it calls none. Of
   *     a timer the verb that gives its date
   * @param argument first argument of the verb; empty without one; a variable begins with a dollar
   * @param phase phase a task counts on; empty when none; a variable begins with a dollar
   * @param attachedTo element a boundary event stands on; empty when none
   * @param event kind of event: timer, message, error, terminate; empty when none
   * @param calls id of the called process; empty when none
   * @param form id of the form; empty when none
   * @param inputs what a call passes on, by variable; a variable begins with a dollar
   */
  record Node(
      String id,
      String kind,
      String name,
      String verb,
      String argument,
      String phase,
      String attachedTo,
      String event,
      String calls,
      String form,
      Map<String, String> inputs) {

    boolean isTimer() {
      return event.equals("timer");
    }
  }

  /** A sequence flow with its condition, empty when it has none. */
  record Flow(String id, String name, String source, String target, String condition) {}

  private final String process;
  private final String name;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Flow> flows = new LinkedHashMap<>();

  private ModelView(Document document, String file) {
    Element process = executable(document, file);
    this.process = process.getAttribute("id");
    this.name = process.getAttribute("name");
    for (Element element : elements(process.getElementsByTagNameNS(BPMN, "*"))) {
      if (element.getLocalName().equals("sequenceFlow")) {
        flows.put(element.getAttribute("id"), flow(element));
      } else if (isNode(element)) {
        nodes.put(element.getAttribute("id"), node(element));
      }
    }
  }

  /**
   * Reads a model.
   *
   * @throws IllegalArgumentException when it is no model
   */
  static ModelView read(ModelFile file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return new ModelView(builder.parse(new ByteArrayInputStream(file.content())), file.path());
    } catch (SAXException | IOException e) {
      throw new IllegalArgumentException(
          "%s không đọc được: %s".formatted(file.path(), e.getMessage()), e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("This Java has no secure XML parser", e);
    }
  }

  private static Element executable(Document document, String file) {
    for (Element process : elements(document.getElementsByTagNameNS(BPMN, "process"))) {
      if ("true".equals(process.getAttribute("isExecutable"))) {
        return process;
      }
    }
    throw new IllegalArgumentException(file + " không có quy trình nào thực thi được.");
  }

  /** Once: asked for its length, such a list walks on to the end of the whole document. */
  private static List<Element> elements(NodeList found) {
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static boolean isNode(Element element) {
    String kind = element.getLocalName();
    return kind.endsWith("Event")
        || kind.endsWith("Gateway")
        || kind.toLowerCase(java.util.Locale.ROOT).endsWith("task")
        || kind.equals("callActivity")
        || kind.equals("subProcess");
  }

  private static Node node(Element element) {
    String event = "";
    String expression = element.getAttributeNS(CAMUNDA, "expression");
    for (Element child : children(element)) {
      if (child.getLocalName().endsWith("EventDefinition")) {
        event = child.getLocalName().replace("EventDefinition", "");
        expression = event.equals("timer") ? child.getTextContent().strip() : expression;
      }
    }
    Matcher verb = VERB.matcher(expression.strip());
    boolean calls = verb.matches();
    return new Node(
        element.getAttribute("id"),
        element.getLocalName(),
        element.getAttribute("name").replaceAll("\\s+", " "),
        calls ? verb.group(1) + "." + verb.group(2) : "",
        calls && verb.group(4) != null ? argument(verb.group(3), verb.group(4)) : "",
        variable(property(element, "phase")),
        element.getAttribute("attachedToRef"),
        event,
        element.getAttribute("calledElement"),
        element.getAttributeNS(CAMUNDA, "formRef"),
        inputs(element));
  }

  private static String argument(String quote, String text) {
    return quote.isEmpty() ? "$" + text.strip() : text.strip();
  }

  /** The variable in an expression, with a dollar before it; any other text as it is. */
  private static String variable(String text) {
    Matcher variable = VARIABLE.matcher(text.strip());
    return variable.matches() ? "$" + variable.group(1) : text.strip();
  }

  private static Map<String, String> inputs(Element element) {
    Map<String, String> inputs = new LinkedHashMap<>();
    if (element.getLocalName().equals("callActivity")) {
      for (Element in : elements(element.getElementsByTagNameNS(CAMUNDA, "in"))) {
        String source = in.getAttribute("source");
        String expression = in.getAttribute("sourceExpression").strip();
        Matcher literal = LITERAL.matcher(expression);
        inputs.put(
            in.getAttribute("target"),
            !source.isEmpty()
                ? "$" + source
                : literal.matches() ? literal.group(1) : variable(expression));
      }
    }
    return inputs;
  }

  private static String property(Element element, String wanted) {
    for (Element extension : children(element)) {
      if (!extension.getLocalName().equals("extensionElements")) {
        continue;
      }
      for (Element property : elements(extension.getElementsByTagNameNS(CAMUNDA, "property"))) {
        if (wanted.equals(property.getAttribute("name"))) {
          return property.getAttribute("value");
        }
      }
    }
    return "";
  }

  private static Flow flow(Element element) {
    return new Flow(
        element.getAttribute("id"),
        element.getAttribute("name"),
        element.getAttribute("sourceRef"),
        element.getAttribute("targetRef"),
        children(element).stream()
            .filter(child -> child.getLocalName().equals("conditionExpression"))
            .map(child -> child.getTextContent().strip())
            .findFirst()
            .orElse(""));
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element found) {
        children.add(found);
      }
    }
    return children;
  }

  String process() {
    return process;
  }

  String name() {
    return name;
  }

  Map<String, Flow> flows() {
    return flows;
  }

  Map<String, Node> nodes() {
    return nodes;
  }
}
