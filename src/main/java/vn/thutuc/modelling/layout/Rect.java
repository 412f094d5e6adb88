package vn.thutuc.modelling.layout;

/**
 * A rectangle of the diagram; an edge's segment is one without width or height.
 *
 * @param x left
 * @param y top
 * @param width 0 for a vertical segment
 * @param height 0 for a horizontal segment
 */
public record Rect(int x, int y, int width, int height) {

  static Rect around(int cx, int cy, int width, int height) {
    return new Rect(cx - width / 2, cy - height / 2, width, height);
  }

  static Rect between(Point one, Point other) {
    return new Rect(
        Math.min(one.x(), other.x()),
        Math.min(one.y(), other.y()),
        Math.abs(one.x() - other.x()),
        Math.abs(one.y() - other.y()));
  }

  /** Right side. */
  public int right() {
    return x + width;
  }

  /** Lower side. */
  public int bottom() {
    return y + height;
  }

  /** Middle from left to right. */
  public int cx() {
    return x + width / 2;
  }

  /** Middle from top to bottom. */
  public int cy() {
    return y + height / 2;
  }

  Rect moved(int dx, int dy) {
    return new Rect(x + dx, y + dy, width, height);
  }

  Rect grown(int by) {
    return new Rect(x - by, y - by, width + 2 * by, height + 2 * by);
  }

  /** Whether the two have more than a border in common. */
  boolean meets(Rect other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  /** Whether the two have a point in common, the borders included. */
  boolean touches(Rect other) {
    return x <= other.right() && other.x <= right() && y <= other.bottom() && other.y <= bottom();
  }

  boolean holds(Rect other) {
    return x <= other.x && y <= other.y && right() >= other.right() && bottom() >= other.bottom();
  }
}
