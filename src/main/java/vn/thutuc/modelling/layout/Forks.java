package vn.thutuc.modelling.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Places branches between two gateways: two one below the other, of three the first above and the
 * last below the row, of more as many above as below.
 */
final class Forks {

  private static final int RADIUS = Layouter.RADIUS;
  private static final int GAP = 45;
  private static final int BETWEEN = 25;
  private static final int SPREAD = 9;
  private static final int FLAT = 16;

  private final Layouter layouter;

  Forks(Layouter layouter) {
    this.layouter = layouter;
  }

  /** A branch with its box and the height of its line. */
  private static final class Lane {
    private final Part.Branch branch;
    private final Box box;
    private int y;
    private int port;

    private Lane(Part.Branch branch, Box box) {
      this.branch = branch;
      this.box = box;
    }

    private int up() {
      return Math.max(box == null ? FLAT : -box.least(Rect::y), label() + FLAT);
    }

    private int down() {
      return box == null ? FLAT : Math.max(FLAT, box.most(Rect::bottom));
    }

    /** How far the body reaches to the left at the height of the branch's name. */
    private int besideName() {
      int top = -label() - FLAT;
      return box == null || label() == 0
          ? 0
          : -box.solids().stream()
              .filter(one -> one.bottom() > top && one.y() < 0)
              .mapToInt(Rect::x)
              .min()
              .orElse(0);
    }

    private int label() {
      String name = branch.in().name();
      return name == null ? 0 : Text.beside(name).height();
    }
  }

  Box place(Part.Fork fork) {
    List<Lane> lanes = new ArrayList<>();
    for (Part.Branch branch : fork.branches()) {
      lanes.add(new Lane(branch, branch.body() == null ? null : layouter.place(branch.body())));
    }
    int line = lanes.size() == 2 ? 0 : (lanes.size() - 1) / 2;
    heights(lanes, line);
    Box box = new Box();
    boolean ups = line > 0;
    Spot spot = layouter.columns().spot(fork.split().id(), ups ? Spot.TOP_LEFT : Spot.ABOVE_LEFT);
    box.put(fork.split(), RADIUS, 0, spot);
    box.exit(2 * RADIUS);
    int start = start(box, lanes);
    int end = start;
    for (Lane lane : lanes) {
      if (lane.box != null) {
        lane.box.move(start, lane.y);
        end = Math.max(end, Math.max(lane.box.exit(), lane.box.most(Rect::right) - GAP / 2));
        int exit = lane.box.exit();
        end = Math.max(end, exit + Labels.room(lane.branch.out()) - GAP / 2);
        box.add(lane.box);
        box.exit(exit);
      }
    }
    int join = end + GAP + RADIUS;
    box.put(fork.join(), join, 0, ups ? Spot.TOP_RIGHT : Spot.ABOVE);
    lanes.forEach(lane -> connect(box, lane, start, join));
    box.exit(join + RADIUS);
    return box;
  }

  private static void heights(List<Lane> lanes, int line) {
    int spread = Math.min(SPREAD, (RADIUS - 3) / Math.max(1, lanes.size() - line - 2));
    for (int i = line + 1; i < lanes.size(); i++) {
      Lane upper = lanes.get(i - 1);
      lanes.get(i).y = upper.y + upper.down() + BETWEEN + lanes.get(i).up();
      // The nearest leaves farthest to the right, so that no way crosses another.
      lanes.get(i).port = (lanes.size() - 1 - i) * spread;
    }
    for (int i = line - 1; i >= 0; i--) {
      Lane lower = lanes.get(i + 1);
      lanes.get(i).y = lower.y - lower.up() - BETWEEN - lanes.get(i).down();
      lanes.get(i).port = i * spread;
    }
  }

  /** Where the branches begin: behind their names and clear of what stands at the gateway. */
  private int start(Box split, List<Lane> lanes) {
    int start = 2 * RADIUS + GAP;
    for (Lane lane : lanes) {
      int room = Labels.room(lane.branch.in()) + RADIUS + lane.port;
      start = Math.max(start, room + lane.besideName() + (lane.y == 0 ? RADIUS : 0));
      // What a branch has left of its beginning stays clear of the ways to the other branches.
      int overhang = lane.box == null ? 0 : -lane.box.least(Rect::x);
      start = Math.max(start, 2 * RADIUS + BETWEEN / 2 + overhang);
    }
    for (Lane lane : lanes) {
      if (lane.box != null) {
        lane.box.move(0, lane.y);
        start = Math.max(start, layouter.shift(split, lane.box));
        lane.box.move(0, -lane.y);
      }
    }
    return start;
  }

  private static void connect(Box box, Lane lane, int start, int join) {
    Part.Branch branch = lane.branch;
    int sign = Integer.signum(lane.y);
    if (lane.box == null && sign == 0) {
      box.join(branch.in(), new Point(2 * RADIUS, 0), new Point(join - RADIUS, 0));
      return;
    }
    int from = RADIUS + lane.port;
    int to = join - lane.port;
    Point out = new Point(from, sign * (RADIUS - lane.port));
    Point in = new Point(to, sign * (RADIUS - lane.port));
    Point corner = new Point(from, lane.y);
    Point last = new Point(to, lane.y);
    if (lane.box == null) {
      box.join(branch.in(), out, corner, last, in);
      return;
    }
    int exit = lane.box.exit();
    if (sign == 0) {
      box.join(branch.in(), new Point(2 * RADIUS, 0), new Point(start, 0));
      box.join(branch.out(), new Point(exit, 0), new Point(join - RADIUS, 0));
    } else {
      box.join(branch.in(), out, corner, new Point(start, lane.y));
      box.join(branch.out(), new Point(exit, lane.y), last, in);
    }
  }
}
