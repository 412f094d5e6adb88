package vn.thutuc.modelling.scaffold;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.thutuc.modelling.layout.Diagram;
import vn.thutuc.modelling.layout.Point;
import vn.thutuc.modelling.layout.Rect;

/** Writes a model: always in the same order, so that equal facts give equal bytes. */
final class ModelXml {

  private static final String NAMESPACES =
      "xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
          + " xmlns:bpmndi=\"http://www.omg.org/spec/BPMN/20100524/DI\""
          + " xmlns:dc=\"http://www.omg.org/spec/DD/20100524/DC\""
          + " xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\""
          + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
          + " xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\""
          + " xmlns:modeler=\"http://camunda.org/schema/modeler/1.0\"";

  private final Blueprint blueprint;
  private final Region process;
  private final Diagram diagram;
  private final Xml xml = new Xml();

  ModelXml(Blueprint blueprint, Region process, Diagram diagram) {
    this.blueprint = blueprint;
    this.process = process;
    this.diagram = diagram;
  }

  String write(String documentation, Map<String, String> properties, Talks talks) {
    String key = "TTHC_" + blueprint.key();
    xml.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    xml.open(
        "bpmn:definitions %s id=\"Definitions_%s\" targetNamespace=\"http://bpmn.io/schema/bpmn\" modeler:executionPlatform=\"Camunda Platform\" modeler:executionPlatformVersion=\"7.24.0\""
            .formatted(NAMESPACES, key));
    collaboration(key, talks);
    xml.open(
        "bpmn:process"
            + Xml.attribute("id", blueprint.processId())
            + Xml.attribute("name", blueprint.name())
            + " isExecutable=\"true\" camunda:historyTimeToLive=\"P3650D\"");
    xml.line("<bpmn:documentation>" + Xml.escaped(documentation) + "</bpmn:documentation>");
    xml.open("bpmn:extensionElements");
    properties(properties);
    xml.close("bpmn:extensionElements");
    region(process);
    xml.close("bpmn:process");
    xml.line("<bpmn:message id=\"Message_Withdraw\" name=\"withdraw\" />");
    xml.line("<bpmn:message id=\"Message_Stop\" name=\"stop\" />");
    for (String[] error :
        new String[][] {
          {"SupplementExpired", "supplement-expired"}, {"NotReceived", "not-received"}
        }) {
      xml.line(
          "<bpmn:error id=\"Error_%s\" name=\"%s\" errorCode=\"%s\" />"
              .formatted(error[0], error[1], error[1]));
    }
    drawing(key);
    return xml.close("bpmn:definitions").text();
  }

  private void collaboration(String key, Talks talks) {
    xml.open("bpmn:collaboration id=\"Collaboration_%s\"".formatted(key));
    String agency = blueprint.agency() == null ? "Cơ quan giải quyết hồ sơ" : blueprint.agency();
    xml.line(
        "<bpmn:participant id=\"%s\"%s%s />"
            .formatted(
                Talks.OWN,
                Xml.attribute("name", agency),
                Xml.attribute("processRef", blueprint.processId())));
    Set<String> drawn = diagram.pools().stream().map(Diagram.Shape::id).collect(Collectors.toSet());
    talks
        .pools()
        .forEach(
            (id, name) -> {
              if (drawn.contains(id)) {
                xml.line(
                    "<bpmn:participant"
                        + Xml.attribute("id", id)
                        + Xml.attribute("name", name)
                        + " />");
              }
            });
    Set<String> flows =
        diagram.messages().stream().map(Diagram.Edge::id).collect(Collectors.toSet());
    for (Diagram.Message message : talks.messages()) {
      if (flows.contains(message.id())) {
        xml.line(
            "<bpmn:messageFlow"
                + Xml.attribute("id", message.id())
                + Xml.attribute("name", message.name())
                + Xml.attribute("sourceRef", message.isSent() ? message.element() : message.pool())
                + Xml.attribute("targetRef", message.isSent() ? message.pool() : message.element())
                + " />");
      }
    }
    xml.close("bpmn:collaboration");
  }

  private void properties(Map<String, String> properties) {
    xml.open("camunda:properties");
    properties.forEach(
        (name, value) ->
            xml.line(
                "<camunda:property"
                    + Xml.attribute("name", name)
                    + Xml.attribute("value", value)
                    + " />"));
    xml.close("camunda:properties");
  }

  private void region(Region region) {
    region.elements().forEach(this::element);
    for (Region.Sequence flow : region.flows()) {
      String tag =
          "bpmn:sequenceFlow"
              + Xml.attribute("id", flow.id())
              + (flow.name() == null ? "" : Xml.attribute("name", flow.name()))
              + Xml.attribute("sourceRef", flow.from())
              + Xml.attribute("targetRef", flow.to());
      if (flow.condition() == null) {
        xml.line("<" + tag + " />");
      } else {
        xml.open(tag);
        xml.line(
            "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">%s</bpmn:conditionExpression>"
                .formatted(Xml.escaped(flow.condition())));
        xml.close("bpmn:sequenceFlow");
      }
    }
  }

  private void element(Element element) {
    StringBuilder tag = new StringBuilder("bpmn:" + element.tag());
    tag.append(Xml.attribute("id", element.id())).append(Xml.attribute("name", element.name()));
    element.attributes().forEach((name, value) -> tag.append(Xml.attribute(name, value)));
    if (element.defaultFlow() != null) {
      tag.append(Xml.attribute("default", element.defaultFlow()));
    }
    xml.open(tag.toString());
    if (element.documentation() != null) {
      xml.line(
          "<bpmn:documentation>" + Xml.escaped(element.documentation()) + "</bpmn:documentation>");
    }
    extensions(element);
    element.incoming().forEach(id -> xml.line("<bpmn:incoming>" + id + "</bpmn:incoming>"));
    element.outgoing().forEach(id -> xml.line("<bpmn:outgoing>" + id + "</bpmn:outgoing>"));
    if (element.content() != null) {
      region(element.content());
    }
    if (element.definition() != null) {
      xml.line(element.definition());
    }
    xml.close("bpmn:" + element.tag());
  }

  private void extensions(Element element) {
    boolean isCall = element.is("callActivity");
    if (element.properties().isEmpty()
        && element.outputs().isEmpty()
        && !element.isAsync()
        && !isCall) {
      return;
    }
    xml.open("bpmn:extensionElements");
    if (!element.properties().isEmpty()) {
      properties(element.properties());
    }
    if (!element.outputs().isEmpty()) {
      xml.open("camunda:inputOutput");
      element
          .outputs()
          .forEach(
              (name, value) ->
                  xml.line(
                      "<camunda:outputParameter name=\"%s\">%s</camunda:outputParameter>"
                          .formatted(name, Xml.escaped(value))));
      xml.close("camunda:inputOutput");
    }
    if (element.isAsync()) {
      xml.line("<camunda:failedJobRetryTimeCycle>R5/PT5M</camunda:failedJobRetryTimeCycle>");
    }
    if (isCall) {
      xml.line("<camunda:in businessKey=\"%s\" />".formatted(Sketch.BUSINESS_KEY));
    }
    for (Element.In in : element.ins()) {
      String from =
          in.source() == null
              ? Xml.attribute("sourceExpression", in.expression())
              : Xml.attribute("source", in.source());
      xml.line("<camunda:in" + from + Xml.attribute("target", in.target()) + " />");
    }
    element
        .outs()
        .forEach(
            name -> xml.line("<camunda:out source=\"%s\" target=\"%s\" />".formatted(name, name)));
    xml.close("bpmn:extensionElements");
  }

  private void drawing(String key) {
    xml.open("bpmndi:BPMNDiagram id=\"BPMNDiagram_%s\"".formatted(key));
    xml.open(
        "bpmndi:BPMNPlane id=\"BPMNPlane_%s\" bpmnElement=\"Collaboration_%s\""
            .formatted(key, key));
    Set<String> scopes = new HashSet<>();
    Set<String> choices = new HashSet<>();
    for (Element element : process.all()) {
      if (element.is("subProcess")) {
        scopes.add(element.id());
      } else if (element.is("exclusiveGateway")) {
        choices.add(element.id());
      }
    }
    shape(diagram.own(), " isHorizontal=\"true\"");
    for (Diagram.Shape shape : diagram.shapes()) {
      String more = scopes.contains(shape.id()) ? " isExpanded=\"true\"" : "";
      shape(shape, choices.contains(shape.id()) ? " isMarkerVisible=\"true\"" : more);
    }
    diagram.edges().forEach(this::edge);
    diagram.pools().forEach(pool -> shape(pool, " isHorizontal=\"true\""));
    diagram.messages().forEach(this::edge);
    xml.close("bpmndi:BPMNPlane").close("bpmndi:BPMNDiagram");
  }

  private void shape(Diagram.Shape shape, String more) {
    xml.open(
        "bpmndi:BPMNShape id=\"%s_di\" bpmnElement=\"%s\"%s"
            .formatted(shape.id(), shape.id(), more));
    bounds(shape.at());
    label(shape.label());
    xml.close("bpmndi:BPMNShape");
  }

  private void edge(Diagram.Edge edge) {
    xml.open("bpmndi:BPMNEdge id=\"%s_di\" bpmnElement=\"%s\"".formatted(edge.id(), edge.id()));
    for (Point point : edge.points()) {
      xml.line("<di:waypoint x=\"%d\" y=\"%d\" />".formatted(point.x(), point.y()));
    }
    if (edge.label() != null) {
      label(edge.label());
    }
    xml.close("bpmndi:BPMNEdge");
  }

  private void label(Rect label) {
    if (label == null) {
      xml.line("<bpmndi:BPMNLabel />");
      return;
    }
    xml.open("bpmndi:BPMNLabel");
    bounds(label);
    xml.close("bpmndi:BPMNLabel");
  }

  private void bounds(Rect at) {
    xml.line(
        "<dc:Bounds x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" />"
            .formatted(at.x(), at.y(), at.width(), at.height()));
  }
}
