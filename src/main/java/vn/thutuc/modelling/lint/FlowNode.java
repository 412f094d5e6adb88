package vn.thutuc.modelling.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** A step, event or gateway of a model with the flows in and out of it. */
public final class FlowNode {

  static final Set<String> EVENTS =
      Set.of(
          "startEvent",
          "endEvent",
          "intermediateCatchEvent",
          "intermediateThrowEvent",
          "boundaryEvent");
  static final Set<String> GATEWAYS =
      Set.of(
          "exclusiveGateway",
          "parallelGateway",
          "inclusiveGateway",
          "eventBasedGateway",
          "complexGateway");
  static final Set<String> SCOPES = Set.of("subProcess", "transaction", "adHocSubProcess");
  static final Set<String> TASKS =
      Set.of(
          "task",
          "userTask",
          "serviceTask",
          "sendTask",
          "receiveTask",
          "manualTask",
          "businessRuleTask",
          "scriptTask",
          "callActivity");

  private final String id;
  private final Element element;
  private final FlowNode scope;
  private final Map<String, String> properties;
  private final List<FlowNode> inside = new ArrayList<>();
  private final List<Flow> in = new ArrayList<>();
  private final List<Flow> out = new ArrayList<>();
  private FlowNode host;

  FlowNode(Element element, FlowNode scope, Map<String, String> properties) {
    this.id = element.getAttribute("id");
    this.element = element;
    this.scope = scope;
    this.properties = properties;
  }

  /** A sequence flow; both ends are known. */
  record Flow(String id, String name, Element element, FlowNode from, FlowNode to) {

    /** The condition as written; empty when there is none. */
    String condition() {
      return Xml.child(element, "conditionExpression").map(Xml::ownText).orElse("").strip();
    }
  }

  static boolean isFlowNode(Element element) {
    String name = element.getLocalName();
    return Xml.BPMN.equals(element.getNamespaceURI())
        && (EVENTS.contains(name)
            || GATEWAYS.contains(name)
            || SCOPES.contains(name)
            || TASKS.contains(name));
  }

  String id() {
    return id;
  }

  Element element() {
    return element;
  }

  /** The sub-process around it; null at the level of the process. */
  FlowNode scope() {
    return scope;
  }

  List<FlowNode> inside() {
    return inside;
  }

  List<Flow> in() {
    return in;
  }

  List<Flow> out() {
    return out;
  }

  /** What a boundary event stands on; null for others. */
  FlowNode host() {
    return host;
  }

  void attachTo(FlowNode to) {
    host = to;
  }

  String kind() {
    return element.getLocalName();
  }

  boolean is(String kind) {
    return kind.equals(kind());
  }

  String name() {
    return element.getAttribute("name").strip();
  }

  boolean isGateway() {
    return GATEWAYS.contains(kind());
  }

  boolean isScope() {
    return SCOPES.contains(kind());
  }

  boolean isEventSubProcess() {
    return "true".equals(element.getAttribute("triggeredByEvent"));
  }

  boolean isInterrupting() {
    return !"false".equals(element.getAttribute("cancelActivity"));
  }

  /** An extension property; null when there is none of this name. */
  String property(String name) {
    return properties.get(name);
  }

  String camunda(String attribute) {
    return Xml.camunda(element, attribute);
  }

  boolean calls(String process) {
    return is("callActivity") && process.equals(element.getAttribute("calledElement"));
  }

  /** The definition of what an event waits for or throws, e.g. messageEventDefinition. */
  boolean has(String definition) {
    return Xml.child(element, definition).isPresent();
  }

  /** The date a timer event asks for; empty when it is none. */
  String timeDate() {
    return Xml.child(element, "timerEventDefinition")
        .flatMap(timer -> Xml.child(timer, "timeDate"))
        .map(Xml::ownText)
        .orElse("")
        .strip();
  }
}
