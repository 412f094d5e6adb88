package vn.thutuc.modelling.layout;

import java.util.List;

/** Where the name of a flow stands: at its beginning, above a horizontal, right of a vertical. */
final class Labels {

  private static final int AWAY = 5;
  private static final int STROKE = 17;
  private static final int UP = 3;
  private static final int SHORT = 24;

  private Labels() {}

  /** Room a horizontal way needs for a name. */
  static int room(Flow flow) {
    int stroke = flow.isDefault() ? STROKE - AWAY : 0;
    return flow.name() == null ? 0 : Text.beside(flow.name()).width() + 2 * AWAY + 14 + stroke;
  }

  static Rect of(Flow flow, List<Point> way) {
    String name = flow.name();
    Point from = way.get(0);
    Point to = way.get(1);
    Text.Wrapped text = Text.beside(name);
    boolean bent = way.size() > 2;
    if (from.x() == to.x() && bent && turnsRight(way)) {
      // The name of a branch stands on the branch, not at the common gateway.
      return new Rect(to.x() + AWAY + 1, to.y() - UP - text.height(), text.width(), text.height());
    }
    if (from.x() == to.x()) {
      boolean down = to.y() > from.y();
      int y = down ? from.y() + AWAY : from.y() - AWAY - text.height();
      return new Rect(from.x() + AWAY + 1, y, text.width(), text.height());
    }
    int away = flow.isDefault() ? STROKE : AWAY;
    int x = to.x() > from.x() ? from.x() + away : from.x() - away - text.width();
    return new Rect(x, from.y() - UP - text.height(), text.width(), text.height());
  }

  private static boolean turnsRight(List<Point> way) {
    return way.get(2).x() - way.get(1).x() > SHORT;
  }
}
