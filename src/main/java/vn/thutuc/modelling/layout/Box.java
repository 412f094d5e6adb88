package vn.thutuc.modelling.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Shapes and edges placed relative to where the row enters, at (0, 0). */
final class Box {

  /** A placed shape; its label is null when its name stands inside. */
  record Shape(Part.Node node, Rect at, Rect label) {

    Shape moved(int dx, int dy) {
      return new Shape(node, at.moved(dx, dy), label == null ? null : label.moved(dx, dy));
    }
  }

  /** A placed edge. */
  record Edge(Flow flow, List<Point> points, Rect label) {

    Edge moved(int dx, int dy) {
      return new Edge(
          flow,
          points.stream().map(point -> point.moved(dx, dy)).toList(),
          label == null ? null : label.moved(dx, dy));
    }

    List<Rect> segments() {
      List<Rect> segments = new ArrayList<>();
      for (int i = 1; i < points.size(); i++) {
        segments.add(Rect.between(points.get(i - 1), points.get(i)));
      }
      return segments;
    }
  }

  private List<Shape> shapes = new ArrayList<>();
  private List<Edge> edges = new ArrayList<>();
  private int exit;

  List<Shape> shapes() {
    return shapes;
  }

  List<Edge> edges() {
    return edges;
  }

  /** Where the row goes on, at height 0. */
  int exit() {
    return exit;
  }

  void exit(int x) {
    exit = x;
  }

  Shape put(Part.Node node, int cx, int cy, Spot spot) {
    Rect at = Rect.around(cx, cy, node.kind().width(node.name()), node.kind().height());
    boolean inside = node.kind() == Kind.TASK;
    Shape shape = new Shape(node, at, inside ? null : spot.beside(at, node.name()));
    shapes.add(shape);
    return shape;
  }

  void put(Shape shape) {
    shapes.add(shape);
  }

  /** Adds an edge whose name stands beside its first segment that has the room. */
  void join(Flow flow, Point... points) {
    List<Point> way = List.of(points);
    edges.add(new Edge(flow, way, flow.name() == null ? null : Labels.of(flow, way)));
  }

  Shape shape(String id) {
    return shapes.stream()
        .filter(shape -> shape.node().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Not drawn: " + id));
  }

  boolean has(String id) {
    return shapes.stream().anyMatch(shape -> shape.node().id().equals(id));
  }

  void move(int dx, int dy) {
    shapes = new ArrayList<>(shapes.stream().map(shape -> shape.moved(dx, dy)).toList());
    edges = new ArrayList<>(edges.stream().map(edge -> edge.moved(dx, dy)).toList());
    exit += dx;
  }

  void add(Box other) {
    shapes.addAll(other.shapes);
    edges.addAll(other.edges);
    exit = other.exit;
  }

  /** Everything that takes room. */
  List<Rect> solids() {
    List<Rect> solids = new ArrayList<>();
    for (Shape shape : shapes) {
      solids.add(shape.at());
      if (shape.label() != null) {
        solids.add(shape.label());
      }
    }
    for (Edge edge : edges) {
      solids.addAll(edge.segments());
      if (edge.label() != null) {
        solids.add(edge.label());
      }
    }
    return solids;
  }

  /** Everything that takes room, and the columns that ways back will need. */
  List<Rect> solids(Map<String, List<Rect>> columns) {
    List<Rect> solids = solids();
    for (Shape shape : shapes) {
      for (Rect column : columns.getOrDefault(shape.node().id(), List.of())) {
        solids.add(column.moved(shape.at().cx(), shape.at().cy()));
      }
    }
    return solids;
  }

  int least(ToIntFunction<Rect> side) {
    return solids().stream().mapToInt(side).min().orElse(0);
  }

  int most(ToIntFunction<Rect> side) {
    return solids().stream().mapToInt(side).max().orElse(0);
  }

  /** Lowest point of what stands between two verticals. */
  int bottom(int left, int right) {
    return solids().stream()
        .filter(one -> one.x() <= right && one.right() >= left)
        .mapToInt(Rect::bottom)
        .max()
        .orElse(0);
  }

  /** Highest point of what stands between two verticals. */
  int top(int left, int right) {
    return solids().stream()
        .filter(one -> one.x() <= right && one.right() >= left)
        .mapToInt(Rect::y)
        .min()
        .orElse(0);
  }
}
