package vn.thutuc.modelling.layout;

/** Where the name of an event or a gateway stands: where no flow leaves or arrives. */
enum Spot {
  BELOW,
  ABOVE,
  /** Above, beginning to the left, so that what stands at the way out has room. */
  ABOVE_LEFT,
  TOP_LEFT,
  TOP_RIGHT,
  BOTTOM_LEFT,
  BOTTOM_RIGHT;

  private static final int GAP = 6;
  private static final int OFF = 8;

  Rect beside(Rect shape, String name) {
    Text.Wrapped text = Text.beside(name);
    int cx = shape.cx();
    // Just outside the circle or the diamond.
    int quarter = shape.height() == Kind.EVENT.height() ? 14 : 12;
    int x =
        switch (this) {
          case BELOW, ABOVE -> cx - text.width() / 2;
          case ABOVE_LEFT -> cx + OFF - text.width();
          case TOP_LEFT, BOTTOM_LEFT -> cx - quarter - text.width();
          case TOP_RIGHT, BOTTOM_RIGHT -> cx + quarter;
        };
    int y =
        switch (this) {
          case BELOW -> shape.bottom() + GAP;
          case ABOVE, ABOVE_LEFT -> shape.y() - GAP - text.height();
          case TOP_LEFT, TOP_RIGHT -> shape.cy() - quarter - text.height();
          case BOTTOM_LEFT, BOTTOM_RIGHT -> shape.cy() + quarter + 2;
        };
    return new Rect(x, y, text.width(), text.height());
  }
}
