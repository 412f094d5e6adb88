package vn.thutuc.modelling.layout;

import java.util.List;

/**
 * Something a modeller would mend in a diagram.
 *
 * @param kind what it is
 * @param elements ids of the elements it concerns
 */
public record Flaw(Kind kind, List<String> elements) {

  /** What can be wrong with a diagram. */
  public enum Kind {
    /** An element of the model has no shape or edge. */
    NOT_DRAWN("is not drawn"),
    /** Two shapes lie on each other. */
    SHAPES_OVERLAP("lie on each other"),
    /** A shape leaves the sub-process or pool it belongs to. */
    SHAPE_OUTSIDE("stands outside"),
    /** The name of one lies on a shape, on an edge or on another name. */
    LABEL_COVERED("is written over"),
    /** An edge runs through a shape that is neither of its ends. */
    EDGE_THROUGH_SHAPE("runs through"),
    /** Two edges run on each other. */
    EDGES_ON_EACH_OTHER("run on each other"),
    /** Two edges cross; counted, for some crossings cannot be avoided. */
    EDGES_CROSS("cross");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** Whether it is only counted. */
  public boolean isCrossing() {
    return kind == Kind.EDGES_CROSS;
  }

  /** What is wrong, in words. */
  public String message() {
    return elements.size() == 1
        ? elements.get(0) + " " + kind.words
        : "%s and %s: %s".formatted(elements.get(0), elements.get(1), kind.words);
  }
}
