package vn.thutuc.modelling.layout;

/** Places expanded sub-processes, the events on their lower edge and what follows those. */
final class Scopes {

  private static final int SIDE = 35;
  private static final int HEAD = 45;
  private static final int FOOT = 45;
  private static final int FIRST = 65;
  private static final int AFTER_EVENT = 70;
  private static final int AFTER_TWO = 150;
  private static final int BELOW = 92;
  private static final int BETWEEN = 45;

  private final Layouter layouter;

  Scopes(Layouter layouter) {
    this.layouter = layouter;
  }

  Box place(Part.Scope scope) {
    Box box = layouter.place(scope.content());
    int left = box.least(Rect::x) - SIDE;
    int top = box.least(Rect::y) - HEAD;
    int right = box.most(Rect::right) + SIDE;
    int bottom = box.most(Rect::bottom) + FOOT;
    int x = left + FIRST;
    int y = bottom + BELOW;
    Box exits = new Box();
    int lastEvent = x;
    for (Part.Exit exit : scope.exits()) {
      lastEvent = exit(exits, exit, x, bottom, y);
      x = exits.most(Rect::right) + BETWEEN;
    }
    right = Math.max(right, lastEvent + FIRST);
    Rect at = new Rect(left, top, right - left, bottom - top);
    Box whole = new Box();
    whole.put(new Box.Shape(scope.scope(), at, null));
    whole.add(box);
    whole.add(exits);
    whole.move(-left, 0);
    whole.exit(right - left);
    return whole;
  }

  private int exit(Box box, Part.Exit exit, int x, int edge, int y) {
    Rect event = box.put(exit.boundary(), x, edge, Spot.BOTTOM_RIGHT).at();
    Box chain = layouter.place(exit.chain());
    int start = event.cx() + (exit.second() == null ? AFTER_EVENT : AFTER_TWO);
    chain.move(start, y);
    box.add(chain);
    box.join(exit.flow(), new Point(x, event.bottom()), new Point(x, y), new Point(start, y));
    if (exit.second() == null) {
      return x;
    }
    Rect first = box.shape(exit.chain().first()).at();
    Rect second = box.put(exit.second(), first.cx(), edge, Spot.BOTTOM_RIGHT).at();
    box.join(
        exit.secondFlow(),
        new Point(first.cx(), second.bottom()),
        new Point(first.cx(), first.y()));
    return first.cx();
  }
}
