package vn.thutuc.modelling.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A diagram as a file holds it. */
final class Drawing {

  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI";
  private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
  private static final String DI = "http://www.omg.org/spec/DD/20100524/DI";
  private static final int TITLE = 5;

  /** A shape: what it stands for, where, and where its name is read; label null for inside. */
  record Drawn(String id, Element element, Rect at, Rect label, boolean isContainer) {}

  /** An edge with its ends. */
  record Line(String id, List<Point> points, Rect label, String from, String to) {

    List<Rect> segments() {
      List<Rect> segments = new ArrayList<>();
      for (int i = 1; i < points.size(); i++) {
        segments.add(Rect.between(points.get(i - 1), points.get(i)));
      }
      return segments;
    }
  }

  private final Map<String, Element> elements = new HashMap<>();
  private final Map<String, Drawn> shapes = new LinkedHashMap<>();
  private final Map<String, Line> lines = new LinkedHashMap<>();

  Drawing(Document document) {
    each(document, BPMN, "*")
        .forEach(
            element -> {
              if (!element.getAttribute("id").isEmpty()) {
                elements.put(element.getAttribute("id"), element);
              }
            });
    each(document, BPMNDI, "BPMNShape").forEach(this::shape);
    each(document, BPMNDI, "BPMNEdge").forEach(this::edge);
  }

  Map<String, Element> elements() {
    return elements;
  }

  Map<String, Drawn> shapes() {
    return shapes;
  }

  Map<String, Line> lines() {
    return lines;
  }

  private void shape(Element di) {
    String id = di.getAttribute("bpmnElement");
    Element element = elements.get(id);
    List<Element> bounds = children(di, DC, "Bounds");
    if (element == null || bounds.isEmpty()) {
      return;
    }
    Rect at = bounds(bounds.get(0));
    String tag = element.getLocalName();
    boolean isScope = tag.equals("subProcess") && !"false".equals(di.getAttribute("isExpanded"));
    boolean isContainer = isScope || tag.equals("participant") || tag.equals("lane");
    shapes.put(id, new Drawn(id, element, at, label(di, element, at, isScope), isContainer));
  }

  private static Rect label(Element di, Element element, Rect at, boolean isScope) {
    String name = element.getAttribute("name");
    String tag = element.getLocalName();
    if (isScope && !name.isBlank()) {
      Text.Wrapped text = Text.wrap(name, Text.INSIDE, at.width() - 2 * TITLE);
      return new Rect(at.cx() - text.width() / 2, at.y() + TITLE, text.width(), text.height());
    }
    boolean isBeside = tag.endsWith("Event") || tag.endsWith("Gateway") || tag.startsWith("data");
    if (name.isBlank() || !isBeside) {
      return null;
    }
    Rect told = told(di);
    if (told != null) {
      return told;
    }
    Text.Wrapped text = Text.beside(name);
    return new Rect(at.cx() - text.width() / 2, at.bottom() + 6, text.width(), text.height());
  }

  private void edge(Element di) {
    String id = di.getAttribute("bpmnElement");
    Element element = elements.get(id);
    List<Point> points =
        children(di, DI, "waypoint").stream()
            .map(one -> new Point(number(one, "x"), number(one, "y")))
            .toList();
    if (element == null || points.size() < 2) {
      return;
    }
    Rect label = element.getAttribute("name").isBlank() ? null : told(di);
    lines.put(
        id,
        new Line(
            id,
            points,
            label,
            element.getAttribute("sourceRef"),
            element.getAttribute("targetRef")));
  }

  private static Rect told(Element di) {
    return children(di, BPMNDI, "BPMNLabel").stream()
        .flatMap(label -> children(label, DC, "Bounds").stream())
        .map(Drawing::bounds)
        .findFirst()
        .orElse(null);
  }

  private static Rect bounds(Element bounds) {
    return new Rect(
        number(bounds, "x"),
        number(bounds, "y"),
        number(bounds, "width"),
        number(bounds, "height"));
  }

  private static int number(Element element, String attribute) {
    try {
      return (int) Math.round(Double.parseDouble(element.getAttribute(attribute)));
    } catch (NumberFormatException absent) {
      return 0;
    }
  }

  static List<Element> each(Document document, String namespace, String name) {
    NodeList all = document.getElementsByTagNameNS(namespace, name);
    // Once: asked for its length, such a list walks on to the end of the whole document.
    return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i)).toList();
  }

  private static List<Element> children(Element parent, String namespace, String name) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element
          && namespace.equals(element.getNamespaceURI())
          && name.equals(element.getLocalName())) {
        children.add(element);
      }
    }
    return children;
  }
}
