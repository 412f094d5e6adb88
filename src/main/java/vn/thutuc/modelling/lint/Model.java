package vn.thutuc.modelling.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** A process model as the rules see it: its process, nodes, flows, calls and expressions. */
public final class Model {

  static final String PROCEDURE = "TTHC-";

  private final String file;
  private final Document document;
  private final List<Element> all;
  private final Element process;
  private final Map<String, FlowNode> nodes = new LinkedHashMap<>();
  private final List<FlowNode> top = new ArrayList<>();
  private final List<FlowNode.Flow> flows = new ArrayList<>();
  private final List<Element> looseFlows = new ArrayList<>();
  private final Map<String, Element> byId = new TreeMap<>();
  private final List<Expression> expressions = new ArrayList<>();
  private final List<Spoken> verbs = new ArrayList<>();

  Model(String file, Document document) {
    this.file = file;
    this.document = document;
    this.all = Xml.all(document);
    for (Element element : all) {
      if (!element.getAttribute("id").isBlank()) {
        byId.putIfAbsent(element.getAttribute("id"), element);
      }
    }
    all.forEach(this::collectExpressions);
    for (Expression expression : expressions) {
      Words.calls(expression.text()).forEach(call -> verbs.add(new Spoken(expression.at(), call)));
    }
    List<Element> executable = executable();
    this.process = executable.size() == 1 ? executable.get(0) : null;
    if (process != null) {
      collect(process, null);
      nodes
          .values()
          .forEach(node -> node.attachTo(nodes.get(node.element().getAttribute("attachedToRef"))));
      Xml.within(process, Xml.BPMN, "sequenceFlow").forEach(this::flow);
    }
  }

  private void collect(Element around, FlowNode scope) {
    for (Element element : Xml.children(around)) {
      if (FlowNode.isFlowNode(element)) {
        FlowNode node = new FlowNode(element, scope, properties(element));
        nodes.put(node.id(), node);
        (scope == null ? top : scope.inside()).add(node);
        if (node.isScope()) {
          collect(element, node);
        }
      }
    }
  }

  private void flow(Element element) {
    FlowNode from = nodes.get(element.getAttribute("sourceRef"));
    FlowNode to = nodes.get(element.getAttribute("targetRef"));
    if (from == null || to == null) {
      looseFlows.add(element);
      return;
    }
    FlowNode.Flow flow =
        new FlowNode.Flow(
            element.getAttribute("id"), element.getAttribute("name").strip(), element, from, to);
    flows.add(flow);
    from.out().add(flow);
    to.in().add(flow);
  }

  private static Map<String, String> properties(Element element) {
    Map<String, String> properties = new TreeMap<>();
    Xml.extensions(element, "property")
        .forEach(one -> properties.put(one.getAttribute("name"), one.getAttribute("value")));
    return properties;
  }

  List<Element> executable() {
    return all.stream()
        .filter(element -> Xml.isBpmn(element, "process"))
        .filter(process -> "true".equals(process.getAttribute("isExecutable")))
        .toList();
  }

  String file() {
    return file;
  }

  Document document() {
    return document;
  }

  /** Every element of the file, in its order. */
  List<Element> all() {
    return all;
  }

  List<Element> all(String bpmnName) {
    return all.stream().filter(element -> Xml.isBpmn(element, bpmnName)).toList();
  }

  /** The element of this id; null when there is none. */
  Element byId(String id) {
    return byId.get(id);
  }

  /** The one executable process; null when there is none or more than one. */
  Element process() {
    return process;
  }

  /** Id of the process; empty when there is not exactly one. */
  public String id() {
    return process == null ? "" : process.getAttribute("id");
  }

  boolean isProcedure() {
    return id().startsWith(PROCEDURE);
  }

  /** The national code of a procedure. */
  String code() {
    return id().substring(PROCEDURE.length());
  }

  Collection<FlowNode> nodes() {
    return nodes.values();
  }

  FlowNode node(String id) {
    return nodes.get(id);
  }

  List<FlowNode> top() {
    return top;
  }

  /** The nodes of a sub-process, or of the process itself for null. */
  List<FlowNode> scope(FlowNode scope) {
    return scope == null ? top : scope.inside();
  }

  /** Every level of the model: null for the process, then each sub-process. */
  List<FlowNode> scopes() {
    List<FlowNode> scopes = new ArrayList<>();
    scopes.add(null);
    nodes.values().stream().filter(FlowNode::isScope).forEach(scopes::add);
    return scopes;
  }

  List<FlowNode.Flow> flows() {
    return flows;
  }

  /** Flows with an end that is no node of the model. */
  List<Element> looseFlows() {
    return looseFlows;
  }

  List<FlowNode> callActivities() {
    return nodes.values().stream().filter(node -> node.is("callActivity")).toList();
  }

  /** A comma-separated extension property of the process; null when it is not there. */
  String declared(String property) {
    return process == null ? null : properties(process).get(property);
  }

  /** The names in a comma-separated extension property of the process. */
  Set<String> names(String property) {
    String text = declared(property);
    Set<String> names = new LinkedHashSet<>();
    if (text != null) {
      Arrays.stream(text.split(","))
          .map(String::strip)
          .filter(s -> !s.isEmpty())
          .forEach(names::add);
    }
    return names;
  }

  /** An expression and where it stands. */
  record Expression(Element at, String text) {}

  /** Every text of the model that holds an expression. */
  List<Expression> expressions() {
    return expressions;
  }

  private void collectExpressions(Element element) {
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      expression(element, attributes.item(i).getNodeValue(), expressions);
    }
    if (!"text".equals(element.getLocalName())) {
      expression(element, Xml.ownText(element), expressions);
    }
  }

  private static void expression(Element element, String text, List<Expression> into) {
    if (text.contains("${") || text.contains("#{")) {
      into.add(new Expression(element, text.strip()));
    }
  }

  /** Every call of a verb in the model. */
  List<Spoken> verbs() {
    return verbs;
  }

  /** A call of a verb and where it stands. */
  record Spoken(Element at, Words.Call call) {}
}
