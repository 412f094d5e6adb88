package vn.thutuc.modelling.layout;

/** Shapes of the diagram, by their size and where their name stands. */
public enum Kind {
  /** A circle with its name beside it. */
  EVENT(36, 36),
  /** An event on the border of an activity. */
  BOUNDARY(36, 36),
  /** A diamond with its name beside it. */
  GATEWAY(50, 50),
  /** A task or call with its name inside; longer names make it wider. */
  TASK(120, 100),
  /** An expanded sub-process, as large as what it holds. */
  SCOPE(0, 0);

  private static final int LINES = 3;
  private static final int WIDE = 200;
  private static final int PADDING = 10;
  private static final int WIDEST = 260;

  private final int width;
  private final int height;

  Kind(int width, int height) {
    this.width = width;
    this.height = height;
  }

  int width(String name) {
    int wide = width;
    while (this == TASK && wide < WIDEST && !fits(name, wide)) {
      wide += 20;
    }
    return wide;
  }

  int height() {
    return height;
  }

  /** Whether a name fits into a task of the usual size. */
  public static boolean fits(String name) {
    return fits(name, TASK.width);
  }

  /** Whether a name fits into a task that is wider. */
  public static boolean fitsWide(String name) {
    return fits(name, WIDE);
  }

  private static boolean fits(String name, int wide) {
    Text.Wrapped wrapped = Text.wrap(name, Text.INSIDE, wide - PADDING);
    return wrapped.lines().size() <= LINES && wrapped.width() <= wide - PADDING + 3;
  }
}
