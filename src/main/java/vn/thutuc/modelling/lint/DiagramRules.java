package vn.thutuc.modelling.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** The diagram shows the whole model and nothing lies on anything else. */
final class DiagramRules {

  private static final Set<String> DRAWN_BESIDE =
      Set.of(
          "participant",
          "messageFlow",
          "lane",
          "textAnnotation",
          "association",
          "dataObjectReference",
          "dataStoreReference",
          "group");
  private static final double TOUCHING = 1.0;

  static final List<Rule<?>> RULES =
      List.of(
          Rule.model(
              "diagram-complete", "Everything is drawn, and nothing else", DiagramRules::complete),
          Rule.model("diagram-overlap", "Nothing lies on anything else", DiagramRules::overlap));

  private DiagramRules() {}

  private static void complete(Model model, Context context, Findings findings) {
    if (model.process() == null) {
      return;
    }
    List<Element> drawings = new ArrayList<>();
    Set<String> drawn = new HashSet<>();
    for (Element element : model.all()) {
      String name = element.getLocalName();
      if (Xml.DI.equals(element.getNamespaceURI())
          && (name.equals("BPMNShape") || name.equals("BPMNEdge"))) {
        drawings.add(element);
        drawn.add(element.getAttribute("bpmnElement"));
      }
    }
    if (drawings.isEmpty()) {
      findings.at(
          model.process(),
          "The model has no diagram, so nobody can read it; open it in the Modeler and draw it, or"
              + " scaffold it.");
      return;
    }
    for (Element element : model.all()) {
      boolean wanted =
          Xml.BPMN.equals(element.getNamespaceURI())
              && (FlowNode.isFlowNode(element)
                  || element.getLocalName().equals("sequenceFlow")
                  || DRAWN_BESIDE.contains(element.getLocalName()));
      if (wanted && !drawn.contains(element.getAttribute("id"))) {
        findings.at(element, "The element is not in the diagram; draw it or take it away.");
      }
    }
    for (Element drawing : drawings) {
      if (model.byId(drawing.getAttribute("bpmnElement")) == null) {
        findings.at(
            drawing,
            "The diagram shows '%s', which the model does not have; take the shape away.",
            drawing.getAttribute("bpmnElement"));
      }
    }
  }

  /** A node where it is drawn. */
  private record Box(FlowNode node, double left, double top, double right, double bottom) {

    boolean covers(Box other) {
      return left < other.right - TOUCHING
          && other.left < right - TOUCHING
          && top < other.bottom - TOUCHING
          && other.top < bottom - TOUCHING;
    }

    boolean belongsTo(Box other) {
      for (FlowNode at = node; at != null; at = at.scope()) {
        if (at == other.node || at.host() == other.node) {
          return true;
        }
      }
      return false;
    }
  }

  private static void overlap(Model model, Context context, Findings findings) {
    for (Element plane : model.all()) {
      if (Xml.DI.equals(plane.getNamespaceURI()) && plane.getLocalName().equals("BPMNPlane")) {
        overlap(boxes(model, plane), findings);
      }
    }
  }

  private static void overlap(List<Box> boxes, Findings findings) {
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = i + 1; j < boxes.size(); j++) {
        Box one = boxes.get(i);
        Box other = boxes.get(j);
        if (one.covers(other) && !one.belongsTo(other) && !other.belongsTo(one)) {
          findings.at(
              one.node(), "It lies on '%s' in the diagram; move one of them.", other.node().id());
        }
      }
    }
  }

  private static List<Box> boxes(Model model, Element plane) {
    List<Box> boxes = new ArrayList<>();
    for (Element shape : Xml.within(plane, Xml.DI, "BPMNShape")) {
      FlowNode node = model.node(shape.getAttribute("bpmnElement"));
      List<Element> bounds =
          Xml.children(shape).stream()
              .filter(child -> Xml.DC.equals(child.getNamespaceURI()))
              .filter(child -> child.getLocalName().equals("Bounds"))
              .toList();
      if (node != null && !bounds.isEmpty()) {
        double left = number(bounds.get(0), "x");
        double top = number(bounds.get(0), "y");
        boxes.add(
            new Box(
                node,
                left,
                top,
                left + number(bounds.get(0), "width"),
                top + number(bounds.get(0), "height")));
      }
    }
    return boxes;
  }

  private static double number(Element bounds, String attribute) {
    try {
      return Double.parseDouble(bounds.getAttribute(attribute));
    } catch (NumberFormatException noNumber) {
      return 0;
    }
  }
}
