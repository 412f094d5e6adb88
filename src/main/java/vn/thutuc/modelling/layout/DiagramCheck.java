package vn.thutuc.modelling.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Measures how a model is drawn: what is missing, what lies on something else, what crosses. Bounds
 * are taken from the diagram; names without bounds are where the Modeler puts them.
 */
public final class DiagramCheck {

  private static final Set<String> NODES =
      Set.of(
          "startEvent",
          "endEvent",
          "boundaryEvent",
          "intermediateCatchEvent",
          "intermediateThrowEvent",
          "task",
          "userTask",
          "serviceTask",
          "sendTask",
          "receiveTask",
          "manualTask",
          "businessRuleTask",
          "callActivity",
          "subProcess",
          "exclusiveGateway",
          "parallelGateway",
          "inclusiveGateway",
          "eventBasedGateway",
          "participant",
          "lane");
  private static final Set<String> EDGES = Set.of("sequenceFlow", "messageFlow", "association");
  private static final int TOLERANCE = 2;

  private final Drawing drawing;
  private final List<Drawing.Drawn> shapes;
  private final List<Drawing.Line> lines;
  private final List<Flaw> flaws = new ArrayList<>();

  private DiagramCheck(Document document) {
    drawing = new Drawing(document);
    shapes = List.copyOf(drawing.shapes().values());
    lines = List.copyOf(drawing.lines().values());
  }

  /** What a modeller would mend; crossings are not among it. */
  public static List<Flaw> flaws(Document document) {
    return all(document).stream().filter(flaw -> !flaw.isCrossing()).toList();
  }

  /** Edges that cross, each pair once. */
  public static List<Flaw> crossings(Document document) {
    return all(document).stream().filter(Flaw::isCrossing).toList();
  }

  /** Flaws and crossings, in the order of the diagram. */
  public static List<Flaw> all(Document document) {
    DiagramCheck check = new DiagramCheck(document);
    check.drawn();
    check.shapes();
    check.labels();
    check.edges();
    return List.copyOf(check.flaws);
  }

  private void drawn() {
    for (Element element :
        drawing.elements().values().stream().sorted(DiagramCheck::byId).toList()) {
      String id = element.getAttribute("id");
      boolean isNode = NODES.contains(element.getLocalName());
      boolean isEdge = EDGES.contains(element.getLocalName());
      if (isNode && !drawing.shapes().containsKey(id)
          || isEdge && !drawing.lines().containsKey(id)) {
        flaws.add(new Flaw(Flaw.Kind.NOT_DRAWN, List.of(id)));
      }
    }
  }

  private static int byId(Element one, Element other) {
    return one.getAttribute("id").compareTo(other.getAttribute("id"));
  }

  private void shapes() {
    for (int i = 0; i < shapes.size(); i++) {
      Drawing.Drawn one = shapes.get(i);
      Drawing.Drawn home = home(one);
      if (home != null && !isOnBorder(one) && !home.at().holds(one.at())) {
        add(Flaw.Kind.SHAPE_OUTSIDE, one.id(), home.id());
      }
      for (Drawing.Drawn other : shapes.subList(i + 1, shapes.size())) {
        if (!isNested(one, other) && inner(one.at()).meets(other.at())) {
          add(Flaw.Kind.SHAPES_OVERLAP, one.id(), other.id());
        }
      }
    }
  }

  /** The sub-process or pool a shape belongs to; null for pools. */
  private Drawing.Drawn home(Drawing.Drawn shape) {
    for (Node node = shape.element().getParentNode();
        node instanceof Element parent;
        node = node.getParentNode()) {
      if (parent.getLocalName().equals("process")) {
        return shapes.stream()
            .filter(
                pool -> parent.getAttribute("id").equals(pool.element().getAttribute("processRef")))
            .filter(pool -> pool.element().getLocalName().equals("participant"))
            .findFirst()
            .orElse(null);
      }
      Drawing.Drawn scope = drawing.shapes().get(parent.getAttribute("id"));
      if (scope != null) {
        return scope;
      }
    }
    return null;
  }

  private static boolean isOnBorder(Drawing.Drawn shape) {
    return !shape.element().getAttribute("attachedToRef").isEmpty();
  }

  private static boolean isHost(Drawing.Drawn host, Drawing.Drawn event) {
    return event.element().getAttribute("attachedToRef").equals(host.id());
  }

  /** Whether one belongs inside or on the border of the other. */
  private boolean isNested(Drawing.Drawn one, Drawing.Drawn other) {
    return isHost(one, other) || isHost(other, one) || holds(one, other) || holds(other, one);
  }

  private boolean holds(Drawing.Drawn outer, Drawing.Drawn inner) {
    for (Drawing.Drawn home = home(inner); home != null; home = home(home)) {
      if (home == outer) {
        return true;
      }
    }
    return outer.isContainer()
        && (inner.element().getLocalName().equals("lane")
            || outer.element().getLocalName().equals("lane"));
  }

  private void labels() {
    List<String> names = new ArrayList<>();
    List<Rect> rects = new ArrayList<>();
    for (Drawing.Drawn shape : shapes) {
      if (shape.label() != null) {
        names.add(shape.id());
        rects.add(inner(shape.label()));
      }
    }
    for (Drawing.Line line : lines) {
      if (line.label() != null) {
        names.add(line.id());
        rects.add(inner(line.label()));
      }
    }
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        if (rects.get(i).meets(rects.get(j))) {
          add(Flaw.Kind.LABEL_COVERED, names.get(i), names.get(j));
        }
      }
      label(names.get(i), rects.get(i));
    }
  }

  private void label(String name, Rect label) {
    for (Drawing.Drawn shape : shapes) {
      boolean isCovered =
          shape.isContainer() ? isOnFrame(shape.at(), label) : shape.at().meets(label);
      boolean isOwnCorner = shape.id().equals(name);
      if (isCovered && !isOwnCorner) {
        add(Flaw.Kind.LABEL_COVERED, name, shape.id());
      }
    }
    for (Drawing.Line line : lines) {
      if (line.segments().stream().anyMatch(label::touches)) {
        add(Flaw.Kind.LABEL_COVERED, name, line.id());
      }
    }
  }

  private static boolean isOnFrame(Rect frame, Rect rect) {
    return frame.meets(rect) && !frame.holds(rect);
  }

  private void edges() {
    for (int i = 0; i < lines.size(); i++) {
      Drawing.Line line = lines.get(i);
      for (Drawing.Drawn shape : shapes) {
        boolean isEnd = shape.id().equals(line.from()) || shape.id().equals(line.to());
        Rect inside = inner(shape.at());
        boolean isHit = line.segments().stream().anyMatch(inside::touches);
        if (!shape.isContainer()
            && isHit
            && !(isEnd && inside.width() > 0 && isDocked(line, shape))) {
          add(Flaw.Kind.EDGE_THROUGH_SHAPE, line.id(), shape.id());
        }
      }
      for (Drawing.Line other : lines.subList(i + 1, lines.size())) {
        pair(line, other);
      }
    }
  }

  /** Whether an edge goes into its own end with its last or first piece only. */
  private static boolean isDocked(Drawing.Line line, Drawing.Drawn shape) {
    List<Rect> segments = line.segments();
    int last = segments.size() - 1;
    for (int i = 0; i <= last; i++) {
      boolean isFirst = i == 0 && shape.id().equals(line.from());
      boolean isLast = i == last && shape.id().equals(line.to());
      if (!isFirst && !isLast && inner(shape.at()).touches(segments.get(i))) {
        return false;
      }
    }
    return true;
  }

  private void pair(Drawing.Line one, Drawing.Line other) {
    boolean cross = false;
    boolean along = false;
    for (Rect a : one.segments()) {
      for (Rect b : other.segments()) {
        if (!a.touches(b)) {
          continue;
        }
        int wide = Math.min(a.right(), b.right()) - Math.max(a.x(), b.x());
        int high = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
        boolean isStraight =
            (a.width() == 0 || a.height() == 0) && (b.width() == 0 || b.height() == 0);
        along |= isStraight && (wide > TOLERANCE || high > TOLERANCE);
        cross |= !isMeeting(one, other);
      }
    }
    if (along) {
      add(Flaw.Kind.EDGES_ON_EACH_OTHER, one.id(), other.id());
    } else if (cross) {
      add(Flaw.Kind.EDGES_CROSS, one.id(), other.id());
    }
  }

  /** Whether two edges only have a dock in common. */
  private static boolean isMeeting(Drawing.Line one, Drawing.Line other) {
    return Objects.equals(one.points().get(0), other.points().get(0))
        || one.points().get(0).equals(last(other))
        || last(one).equals(other.points().get(0))
        || last(one).equals(last(other));
  }

  private static Point last(Drawing.Line line) {
    return line.points().get(line.points().size() - 1);
  }

  private static Rect inner(Rect rect) {
    int off = Math.min(TOLERANCE, Math.min(rect.width(), rect.height()) / 2);
    return new Rect(
        rect.x() + off, rect.y() + off, rect.width() - 2 * off, rect.height() - 2 * off);
  }

  private void add(Flaw.Kind kind, String one, String other) {
    flaws.add(new Flaw(kind, List.of(one, other)));
  }
}
