package vn.thutuc.modelling.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws message flows straight up or down, where nothing is in the way. */
final class Messages {

  private static final int CLEAR = 4;
  private static final int APART = 16;
  private static final int STEP = 5;
  private static final int INSET = 12;
  private static final int FROM_POOL = 10;
  private static final int BESIDE = 6;
  private static final int LEVELS = 3;

  private final Box box;
  private final Rect own;
  private final List<Rect> pools = new ArrayList<>();
  private final List<Diagram.Edge> edges = new ArrayList<>();

  Messages(Box box, Rect own) {
    this.box = box;
    this.own = own;
  }

  List<Diagram.Edge> edges() {
    return edges;
  }

  /** Draws the messages of one pool; whether any found its way. */
  boolean draw(Diagram.Pool pool, Rect at, List<Diagram.Message> messages) {
    int before = edges.size();
    for (Diagram.Message message : messages) {
      if (message.pool().equals(pool.id())) {
        way(message, pool, at).ifPresent(edges::add);
      }
    }
    boolean any = edges.size() > before;
    if (any) {
      pools.add(at);
    }
    return any;
  }

  private Optional<Diagram.Edge> way(Diagram.Message message, Diagram.Pool pool, Rect at) {
    Box.Shape shape = box.shape(message.element());
    Rect element = shape.at();
    boolean isRound = shape.node().kind() == Kind.EVENT;
    int reach = isRound ? 0 : element.width() / 2 - INSET;
    for (int apart : new int[] {APART, CLEAR}) {
      for (int off = 0; off <= 2 * reach; off += STEP) {
        for (int sign : new int[] {1, -1}) {
          int aside = (isRound ? 0 : message.aside()) + sign * off;
          int x = element.cx() + aside;
          if (Math.abs(aside) <= reach && isApart(x, apart)) {
            Optional<Diagram.Edge> drawn = at(message, pool, at, shape, x);
            if (drawn.isPresent()) {
              return drawn;
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Two messages side by side can be told apart. */
  private boolean isApart(int x, int apart) {
    return edges.stream().noneMatch(edge -> Math.abs(edge.points().get(0).x() - x) < apart);
  }

  private Optional<Diagram.Edge> at(
      Diagram.Message message, Diagram.Pool pool, Rect at, Box.Shape shape, int x) {
    Point inside = new Point(x, pool.above() ? shape.at().y() : shape.at().bottom());
    Point outside = new Point(x, pool.above() ? at.bottom() : at.y());
    Rect line = Rect.between(inside, outside).grown(CLEAR);
    if (!isFree(line, shape)) {
      return Optional.empty();
    }
    return label(message, pool, outside)
        .map(
            label ->
                new Diagram.Edge(
                    message.id(),
                    message.isSent() ? List.of(inside, outside) : List.of(outside, inside),
                    label));
  }

  private boolean isFree(Rect line, Box.Shape from) {
    for (Box.Shape other : box.shapes()) {
      boolean isScope = other.node().kind() == Kind.SCOPE;
      Rect taken = isScope ? title(other) : other.at();
      if (other != from && taken.meets(line)
          || other.label() != null && other.label().meets(line)) {
        return false;
      }
      if (isScope && !other.at().holds(from.at()) && other.at().meets(line)) {
        return false;
      }
    }
    for (Box.Edge edge : box.edges()) {
      boolean crosses = edge.segments().stream().anyMatch(line::touches);
      if (crosses || edge.label() != null && edge.label().meets(line)) {
        return false;
      }
    }
    return edges.stream().noneMatch(edge -> hits(edge, line))
        && pools.stream().noneMatch(line::meets);
  }

  private static boolean hits(Diagram.Edge edge, Rect rect) {
    Rect segment = Rect.between(edge.points().get(0), edge.points().get(1));
    return segment.touches(rect) || edge.label().meets(rect);
  }

  private Optional<Rect> label(Diagram.Message message, Diagram.Pool pool, Point at) {
    Text.Wrapped text = Text.beside(message.name());
    int[] sides =
        message.aside() < 0
            ? new int[] {at.x() - BESIDE - text.width(), at.x() + BESIDE}
            : new int[] {at.x() + BESIDE, at.x() - BESIDE - text.width()};
    for (int level = 0; level < LEVELS; level++) {
      int away = FROM_POOL + level * FROM_POOL;
      int y = pool.above() ? at.y() + away : at.y() - away - text.height();
      for (int x : sides) {
        Rect label = new Rect(x, y, text.width(), text.height());
        boolean free =
            edges.stream().noneMatch(edge -> hits(edge, label.grown(CLEAR)))
                && !label.grown(1).meets(own)
                && label.x() > own.x();
        if (free) {
          return Optional.of(label);
        }
      }
    }
    return Optional.empty();
  }

  /** Where the name of a sub-process stands. */
  static Rect title(Box.Shape scope) {
    Text.Wrapped text = Text.wrap(scope.node().name(), Text.INSIDE, scope.at().width() - 20);
    return new Rect(
        scope.at().cx() - text.width() / 2, scope.at().y() + 4, text.width(), text.height() + 3);
  }
}
