package vn.thutuc.modelling.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns above and below gateways that a row's ways back will need, kept free meanwhile. */
final class Columns {

  private static final int FAR = 100_000;
  private static final int RADIUS = Kind.GATEWAY.height() / 2;
  private static final int HALF = 12;
  private static final int GAP = 6;
  private static final int EXPIRED = 150;
  private static final int ABOVE_TASKS = 80;

  private final Map<String, List<Rect>> reserved = new HashMap<>();
  private final Map<String, Spot> spots = new HashMap<>();

  Map<String, List<Rect>> reserved() {
    return reserved;
  }

  /** Where a gateway's name stands, which depends on the sides its ways back use. */
  Spot spot(String gateway, Spot otherwise) {
    return spots.getOrDefault(gateway, otherwise);
  }

  void reserve(Loop loop) {
    if (loop instanceof Loop.Return back) {
      column(back.target(), back.above(), HALF, HALF);
      spots.merge(
          back.target(),
          back.above() ? Spot.BELOW : Spot.BOTTOM_LEFT,
          (one, other) -> Spot.BOTTOM_LEFT);
      for (Flow source : back.sources()) {
        column(source.from(), back.above(), HALF, room(source));
        spots.put(source.from(), back.above() ? Spot.BELOW : Spot.ABOVE_LEFT);
      }
    } else if (loop instanceof Loop.Supplement supplement) {
      int half = supplement.call().kind().width(supplement.call().name()) / 2 + GAP;
      column(supplement.ask().from(), true, half, half);
      column(supplement.target(), true, HALF + RADIUS, room(supplement.back()));
      reserved.get(supplement.target()).add(new Rect(-EXPIRED, -FAR, EXPIRED, FAR - ABOVE_TASKS));
      spots.put(supplement.ask().from(), Spot.TOP_LEFT);
    }
  }

  void release(Loop loop) {
    if (loop instanceof Loop.Return back) {
      reserved.remove(back.target());
      back.sources().forEach(source -> reserved.remove(source.from()));
    } else if (loop instanceof Loop.Supplement supplement) {
      reserved.remove(supplement.ask().from());
      reserved.remove(supplement.target());
    }
  }

  private static int room(Flow flow) {
    return flow.name() == null ? HALF : Text.beside(flow.name()).width() + 2 * GAP;
  }

  private void column(String gateway, boolean up, int left, int right) {
    Rect column =
        up
            ? new Rect(-left, -FAR, left + right, FAR - RADIUS)
            : new Rect(-left, RADIUS, left + right, FAR);
    reserved.computeIfAbsent(gateway, id -> new ArrayList<>()).add(column);
  }
}
