package vn.thutuc.modelling.layout;

/**
 * A waypoint of an edge.
 *
 * @param x from the left
 * @param y from the top
 */
public record Point(int x, int y) {

  Point moved(int dx, int dy) {
    return new Point(x + dx, y + dy);
  }
}
