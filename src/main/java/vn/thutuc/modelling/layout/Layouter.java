package vn.thutuc.modelling.layout;

import java.util.List;

/** Places parts: each is laid out for itself, then set beside its neighbour as near as it goes. */
final class Layouter {

  static final int RADIUS = Kind.GATEWAY.height() / 2;

  private static final int GAP = 45;
  private static final int NEAR = 14;
  private static final int TRACK = 30;
  private static final int DROP = 55;
  private static final int RISE = 30;
  private static final int EXPIRED = 100;
  private static final int LATE_ROW = 215;
  private static final int RING_ROW = 335;
  private static final int TIMER = 30;
  private static final int AFTER_TIMER = 70;

  private final Columns columns = new Columns();
  private final Scopes scopes = new Scopes(this);
  private final Forks forks = new Forks(this);

  Columns columns() {
    return columns;
  }

  Box place(Part part) {
    if (part instanceof Part.Row row) {
      return row(row);
    }
    if (part instanceof Part.Fork fork) {
      return forks.place(fork);
    }
    if (part instanceof Part.Gate gate) {
      return gate(gate);
    }
    if (part instanceof Part.Scope scope) {
      return scopes.place(scope);
    }
    if (part instanceof Part.Timed timed) {
      return timed(timed);
    }
    return node((Part.Node) part);
  }

  private Box node(Part.Node node) {
    Box box = new Box();
    int width = node.kind().width(node.name());
    box.put(node, width / 2, 0, columns.spot(node.id(), Spot.BELOW));
    box.exit(width);
    return box;
  }

  private Box row(Part.Row row) {
    row.loops().forEach(columns::reserve);
    Box box = place(row.parts().get(0));
    for (int i = 1; i < row.parts().size(); i++) {
      append(box, row.flows().get(i - 1), place(row.parts().get(i)));
    }
    for (Loop loop : row.loops()) {
      columns.release(loop);
      if (loop instanceof Loop.Return back) {
        back(box, back);
      } else if (loop instanceof Loop.Supplement supplement) {
        supplement(box, supplement);
      }
    }
    return box;
  }

  /** Sets a box to the right of another, as near as nothing gets in each other's way. */
  void append(Box box, Flow flow, Box next) {
    int exit = box.exit();
    if (flow.name() != null) {
      // The name alone, so that the next box keeps clear of it.
      box.join(flow, new Point(exit, 0), new Point(exit + 1, 0));
    }
    int start = Math.max(exit + Math.max(GAP, Labels.room(flow)), shift(box, next));
    box.edges().removeIf(edge -> edge.flow() == flow);
    next.move(start, 0);
    box.add(next);
    box.join(flow, new Point(exit, 0), new Point(start, 0));
  }

  /** How far the next box has to go to the right to keep clear of everything in the first. */
  int shift(Box box, Box next) {
    int shift = Integer.MIN_VALUE;
    List<Rect> placed = box.solids(columns.reserved());
    for (Rect other : next.solids(columns.reserved())) {
      for (Rect one : placed) {
        boolean level = one.y() < other.bottom() + NEAR && other.y() < one.bottom() + NEAR;
        if (level) {
          shift = Math.max(shift, one.right() + NEAR - other.x());
        }
      }
    }
    return shift;
  }

  private Box gate(Part.Gate gate) {
    Box box = new Box();
    Rect at =
        box.put(gate.gateway(), RADIUS, 0, columns.spot(gate.gateway().id(), Spot.ABOVE_LEFT)).at();
    Box below = place(gate.below());
    Rect first = below.shape(gate.below().first()).at();
    int label = gate.flow().name() == null ? 0 : Text.beside(gate.flow().name()).height();
    int drop = Math.max(DROP, label + 25);
    below.move(at.cx() - first.cx(), RADIUS + drop - first.y());
    box.add(below);
    box.join(
        gate.flow(),
        new Point(at.cx(), RADIUS),
        new Point(at.cx(), box.shape(gate.below().first()).at().y()));
    box.exit(at.right());
    return box;
  }

  private void back(Box box, Loop.Return loop) {
    Rect target = box.shape(loop.target()).at();
    int last = loop.sources().size() - 1;
    Rect source = box.shape(loop.sources().get(last).from()).at();
    int sign = loop.above() ? -1 : 1;
    int left = target.cx() - 10;
    int right = source.cx() + 10;
    int clear = last == 0 ? TRACK : TRACK + RADIUS;
    int y = loop.above() ? box.top(left, right) - clear : box.bottom(left, right) + clear;
    Point home = new Point(target.cx(), target.cy() + sign * RADIUS);
    Point corner = new Point(target.cx(), y);
    if (last == 0) {
      box.join(
          loop.sources().get(0),
          new Point(source.cx(), source.cy() + sign * RADIUS),
          new Point(source.cx(), y),
          corner,
          home);
      return;
    }
    for (int i = 0; i < last; i++) {
      Rect from = box.shape(loop.sources().get(i).from()).at();
      Spot spot = loop.above() ? Spot.TOP_LEFT : Spot.BOTTOM_LEFT;
      box.put(loop.merges().get(i), from.cx(), y, spot);
      box.join(
          loop.sources().get(i),
          new Point(from.cx(), from.cy() + sign * RADIUS),
          new Point(from.cx(), y - sign * RADIUS));
      Point out = new Point(from.cx() - RADIUS, y);
      if (i == 0) {
        box.join(loop.back().get(0), out, corner, home);
      } else {
        Rect before = box.shape(loop.merges().get(i - 1).id()).at();
        box.join(loop.back().get(i), out, new Point(before.right(), y));
      }
    }
    Rect before = box.shape(loop.merges().get(last - 1).id()).at();
    box.join(
        loop.sources().get(last),
        new Point(source.cx(), source.cy() + sign * RADIUS),
        new Point(source.cx(), y),
        new Point(before.right(), y));
  }

  private void supplement(Box box, Loop.Supplement loop) {
    Rect target = box.shape(loop.target()).at();
    Rect source = box.shape(loop.ask().from()).at();
    int half = loop.call().kind().width(loop.call().name()) / 2;
    int late = target.cx() - EXPIRED;
    int top = box.top(late - Text.LABEL / 2, source.cx() + half);
    int y = top - RISE - Kind.TASK.height() / 2;
    Rect call = box.put(loop.call(), source.cx(), y, Spot.BELOW).at();
    Rect supplied = box.put(loop.supplied(), target.cx(), y, Spot.ABOVE).at();
    Rect expired = box.put(loop.expired(), late, y, Spot.BELOW).at();
    box.join(loop.ask(), new Point(source.cx(), source.y()), new Point(source.cx(), call.bottom()));
    box.join(loop.done(), new Point(call.x(), y), new Point(supplied.right(), y));
    box.join(
        loop.back(), new Point(target.cx(), supplied.bottom()), new Point(target.cx(), target.y()));
    box.join(loop.late(), new Point(supplied.x(), y), new Point(expired.right(), y));
  }

  private Box timed(Part.Timed timed) {
    Box box = node(timed.task());
    Rect task = box.shape(timed.task().id()).at();
    hang(box, timed.left(), task, -TIMER, RING_ROW);
    hang(box, timed.right(), task, TIMER, LATE_ROW);
    box.exit(task.right());
    return box;
  }

  private void hang(Box box, Part.Exit exit, Rect task, int dx, int y) {
    int x = task.cx() + dx;
    Spot spot = dx < 0 ? Spot.BOTTOM_LEFT : Spot.BOTTOM_RIGHT;
    Rect timer = box.put(exit.boundary(), x, task.bottom(), spot).at();
    Box chain = place(exit.chain());
    int start = task.right() + AFTER_TIMER;
    chain.move(start, y);
    box.add(chain);
    box.join(exit.flow(), new Point(x, timer.bottom()), new Point(x, y), new Point(start, y));
  }
}
