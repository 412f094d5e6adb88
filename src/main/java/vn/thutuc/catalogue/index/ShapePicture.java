package vn.thutuc.catalogue.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A picture of what a model does between acceptance and result, which is what shapes differ in: its
 * sub-process of settlement as the diagram has it, in plain SVG. The picture is for looking
 * through; the model itself is opened in the Modeler.
 */
final class ShapePicture {

  private static final String SETTLEMENT = "SubProcess_Settle";
  private static final int MARGIN = 10;
  private static final int LINE = 12;
  private static final double CHARACTER = 5.6;
  private static final int ROUND = 8;

  /** Labels of the diagram are measured in another font. */
  private static final double ROOM = 1.2;

  private static final String STYLE =
      "text{font:10px sans-serif;fill:#222}.s{fill:#fff;stroke:#222;stroke-width:1.3}"
          + ".c{stroke-width:3}.e{stroke-width:3}.f{fill:none;stroke:#222;stroke-width:1.1}"
          + ".m{fill:none;stroke:#222;stroke-width:2}";

  private final Map<String, Element> elements = new LinkedHashMap<>();
  private final Map<String, Element> drawings = new LinkedHashMap<>();
  private final StringBuilder svg = new StringBuilder();

  /** A rectangle of the diagram, in its pixels. */
  private record Box(double x, double y, double width, double height) {

    static Box of(Element bounds) {
      return new Box(
          number(bounds, "x"),
          number(bounds, "y"),
          number(bounds, "width"),
          number(bounds, "height"));
    }

    double middle() {
      return x + width / 2;
    }

    double centre() {
      return y + height / 2;
    }
  }

  private ShapePicture(Document model) {
    for (Element element : children(model.getDocumentElement(), true)) {
      if (element.hasAttribute("bpmnElement")) {
        drawings.put(element.getAttribute("bpmnElement"), element);
      } else if (element.hasAttribute("id")) {
        elements.put(element.getAttribute("id"), element);
      }
    }
  }

  /**
   * The picture of a model.
   *
   * @throws IOException when the file is not there or is no BPMN with a settlement and a diagram
   */
  static String of(Path model) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      try (var file = Files.newInputStream(model)) {
        return new ShapePicture(factory.newDocumentBuilder().parse(file)).draw();
      }
    } catch (SAXException | ParserConfigurationException | IllegalStateException unreadable) {
      throw new IOException(model + " cannot be drawn: " + unreadable.getMessage(), unreadable);
    }
  }

  private String draw() {
    Element settlement = elements.get(SETTLEMENT);
    if (settlement == null || !drawings.containsKey(SETTLEMENT)) {
      throw new IllegalStateException("no " + SETTLEMENT + " with a diagram");
    }
    Box whole = box(SETTLEMENT);
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%s %s %s %s\" width=\"%s\"><style>%s</style>"
            .formatted(
                text(whole.x - MARGIN),
                text(whole.y - MARGIN),
                text(whole.width + 2 * MARGIN),
                text(whole.height + 2 * MARGIN),
                text(whole.width + 2 * MARGIN),
                STYLE));
    svg.append(
        "<defs><marker id=\"a\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"7\""
            + " markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L10 5L0 10z\"/></marker></defs>");
    scope(settlement);
    return svg.append("</svg>\n").toString();
  }

  private void scope(Element scope) {
    Box box = box(scope.getAttribute("id"));
    rectangle(box, "s");
    written(scope.getAttribute("name"), box.x + 6, box.y + 14, box.width, false);
    List<Element> inside = children(scope, false);
    inside.stream().filter(one -> is(one, "sequenceFlow")).forEach(this::flow);
    inside.stream()
        .filter(one -> drawings.containsKey(one.getAttribute("id")) && !is(one, "sequenceFlow"))
        .forEach(this::shape);
  }

  private void shape(Element one) {
    Box box = box(one.getAttribute("id"));
    String name = one.getAttribute("name");
    switch (one.getLocalName()) {
      case "subProcess" -> scope(one);
      case "startEvent", "endEvent", "boundaryEvent", "intermediateCatchEvent" -> {
        circle(box, one.getLocalName());
        label(one);
      }
      case "exclusiveGateway", "parallelGateway", "eventBasedGateway" -> {
        diamond(box, is(one, "parallelGateway"));
        label(one);
      }
      default -> {
        rectangle(box, is(one, "callActivity") ? "s c" : "s");
        int lines = lines(name, box.width - 8).size();
        written(
            name, box.middle(), box.centre() - (lines - 1) * LINE / 2.0 + 4, box.width - 8, true);
      }
    }
  }

  private void flow(Element one) {
    Element edge = drawings.get(one.getAttribute("id"));
    if (edge == null) {
      return;
    }
    StringBuilder path = new StringBuilder();
    for (Element point : children(edge, false)) {
      if (is(point, "waypoint")) {
        path.append(path.isEmpty() ? "M" : "L")
            .append(text(number(point, "x")))
            .append(' ')
            .append(text(number(point, "y")));
      }
    }
    svg.append("<path class=\"f\" marker-end=\"url(#a)\" d=\"").append(path).append("\"/>");
    label(one);
  }

  /** The name beside a shape or a flow, where the diagram has room for it. */
  private void label(Element one) {
    for (Element label : children(drawings.get(one.getAttribute("id")), false)) {
      if (is(label, "BPMNLabel")) {
        for (Element bounds : children(label, false)) {
          Box box = Box.of(bounds);
          String name = one.getAttribute("name");
          written(name, box.middle(), box.y + 10, Math.max(box.width * ROOM, 60), true);
        }
      }
    }
  }

  private void rectangle(Box box, String kind) {
    svg.append(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%d\"/>"
            .formatted(kind, text(box.x), text(box.y), text(box.width), text(box.height), ROUND));
  }

  private void circle(Box box, String kind) {
    String circle = "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>";
    String style = kind.equals("endEvent") ? "s e" : "s";
    double radius = box.width / 2;
    svg.append(circle.formatted(style, text(box.middle()), text(box.centre()), text(radius)));
    if (kind.equals("boundaryEvent") || kind.equals("intermediateCatchEvent")) {
      svg.append(circle.formatted("f", text(box.middle()), text(box.centre()), text(radius - 3)));
    }
  }

  private void diamond(Box box, boolean isParallel) {
    svg.append(
        "<path class=\"s\" d=\"M%s %sL%s %sL%s %sL%s %sz\"/>"
            .formatted(
                text(box.middle()),
                text(box.y),
                text(box.x + box.width),
                text(box.centre()),
                text(box.middle()),
                text(box.y + box.height),
                text(box.x),
                text(box.centre())));
    double x = box.middle();
    double y = box.centre();
    String mark = isParallel ? "M%s %sV%sM%s %sH%s" : "M%s %sL%s %sM%s %sL%s %s";
    svg.append("<path class=\"m\" d=\"")
        .append(
            isParallel
                ? mark.formatted(
                    text(x), text(y - 10), text(y + 10), text(x - 10), text(y), text(x + 10))
                : mark.formatted(
                    text(x - 7),
                    text(y - 7),
                    text(x + 7),
                    text(y + 7),
                    text(x + 7),
                    text(y - 7),
                    text(x - 7),
                    text(y + 7)))
        .append("\"/>");
  }

  private void written(String name, double x, double y, double width, boolean isCentred) {
    double line = y;
    for (String words : lines(name, width)) {
      svg.append(
          "<text x=\"%s\" y=\"%s\"%s>%s</text>"
              .formatted(
                  text(x), text(line), isCentred ? " text-anchor=\"middle\"" : "", escaped(words)));
      line += LINE;
    }
  }

  private static List<String> lines(String name, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : name.strip().split("\\s+")) {
      if (!line.isEmpty() && (line.length() + 1 + word.length()) * CHARACTER > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;");
  }

  private Box box(String id) {
    Element drawing = drawings.get(id);
    return children(drawing, false).stream()
        .filter(child -> is(child, "Bounds"))
        .map(Box::of)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(id + " has no bounds"));
  }

  private static boolean is(Element element, String name) {
    return name.equals(element.getLocalName());
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static String text(double number) {
    return number == Math.rint(number)
        ? Long.toString((long) number)
        : String.format(Locale.ROOT, "%.1f", number);
  }

  private static List<Element> children(Element parent, boolean isDeep) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
        if (isDeep) {
          children.addAll(children(element, true));
        }
      }
    }
    return children;
  }
}
