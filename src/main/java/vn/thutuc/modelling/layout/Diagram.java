package vn.thutuc.modelling.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Where everything of a model stands.
 *
 * @param own the pool that holds the process
 * @param shapes shapes of the process, outer before inner
 * @param edges sequence flows
 * @param pools the other pools that are drawn
 * @param messages the message flows that are drawn
 */
public record Diagram(
    Shape own, List<Shape> shapes, List<Edge> edges, List<Shape> pools, List<Edge> messages) {

  private static final int LEFT = 160;
  private static final int TOP = 80;
  private static final int POOL = 60;
  private static final int BAND = 80;
  private static final int BETWEEN = 25;
  private static final int HEADER = 30;
  private static final int MARGIN = 45;

  /**
   * A shape.
   *
   * @param id of the element
   * @param at its bounds
   * @param label bounds of the name beside it; null when it stands inside
   */
  public record Shape(String id, Rect at, Rect label) {}

  /**
   * An edge.
   *
   * @param id of the flow
   * @param points its waypoints, two or more
   * @param label bounds of its name; null when it has none
   */
  public record Edge(String id, List<Point> points, Rect label) {}

  /**
   * A pool without content.
   *
   * @param id of the participant
   * @param above whether it stands above the process
   */
  public record Pool(String id, boolean above) {}

  /**
   * A message between an element and a pool.
   *
   * @param id of the message flow
   * @param name what is handed over
   * @param element id of the element
   * @param pool id of the pool
   * @param isSent whether the element sends it
   * @param aside how far beside the element's middle it is drawn best; negative to the left
   */
  public record Message(
      String id, String name, String element, String pool, boolean isSent, int aside) {}

  /**
   * Lays out a process between its pools. Pools whose messages find no free way are left out, as
   * are those messages.
   *
   * @param process the whole process as a row
   * @param own id of the pool that holds it
   * @param others the other pools
   * @param messages between them
   */
  public static Diagram of(
      Part.Row process, String own, List<Pool> others, List<Message> messages) {
    Box box = new Layouter().place(process);
    box.move(
        LEFT + HEADER + MARGIN - box.least(Rect::x),
        TOP + POOL + BAND + MARGIN - box.least(Rect::y));
    int right = box.most(Rect::right) + MARGIN;
    int bottom = box.most(Rect::bottom) + MARGIN;
    Rect mine = new Rect(LEFT, TOP + POOL + BAND, right - LEFT, bottom - TOP - POOL - BAND);
    List<Shape> pools = new ArrayList<>();
    Messages drawn = new Messages(box, mine);
    int below = bottom + BAND;
    for (Pool pool : others) {
      int y = pool.above() ? TOP : below;
      Rect at = new Rect(LEFT, y, right - LEFT, POOL);
      boolean any = drawn.draw(pool, at, messages);
      if (any || pool.above()) {
        pools.add(new Shape(pool.id(), at, null));
        below += pool.above() ? 0 : POOL + BETWEEN;
      }
    }
    return new Diagram(
        new Shape(own, mine, null),
        box.shapes().stream()
            .map(one -> new Shape(one.node().id(), one.at(), one.label()))
            .toList(),
        box.edges().stream()
            .map(one -> new Edge(one.flow().id(), one.points(), one.label()))
            .toList(),
        pools,
        drawn.edges());
  }
}
