package vn.thutuc.modelling.layout;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/** How much room a text takes: Arial, in which models are drawn, wrapped as the Modeler wraps. */
public final class Text {

  /** Size of the text in tasks, sub-processes and pools. */
  public static final int INSIDE = 12;

  /** Size of the text beside events, gateways and flows. */
  public static final int BESIDE = 11;

  /** Widest line beside events, gateways and flows. */
  public static final int LABEL = 90;

  private static final double EM = 1000;

  /** Machines without Arial draw in a letter wider by up to so much. */
  private static final double SPARE = 1.07;

  /** Beside shapes such a letter runs into lines, inside a task it only stands closer. */
  private static final double SPARE_BESIDE = 1.15;

  private static final int WIDE = 600;

  /** Widths of the printable ASCII characters from the blank on, in thousandths of the size. */
  private static final int[] WIDTHS = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
  };

  /**
   * A text in lines.
   *
   * @param lines never empty
   * @param width of the widest line
   * @param height of all lines
   */
  public record Wrapped(List<String> lines, int width, int height) {}

  private Text() {}

  /**
   * Width of a text on one line: the wider of exact letters and of letters of whole pixels, with
   * room for the letter that stands in for Arial.
   */
  public static double width(String text, int size) {
    double exact = 0;
    long whole = 0;
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    for (int i = 0; i < apart.length(); i++) {
      double letter = width(apart.charAt(i)) * size / EM;
      exact += letter;
      whole += Math.round(letter);
    }
    return Math.max(exact, whole) * (size == BESIDE ? SPARE_BESIDE : SPARE);
  }

  private static int width(char letter) {
    if (letter >= ' ' && letter <= '~') {
      return WIDTHS[letter - ' '];
    }
    if (letter == '\u031B') {
      return 100;
    }
    if (Character.getType(letter) == Character.NON_SPACING_MARK) {
      return 0;
    }
    return letter == 'đ' ? 556 : letter == 'Đ' ? 722 : WIDE;
  }

  /** A text in lines of at most a width, broken at blanks. */
  public static Wrapped wrap(String text, int size, int widest) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.strip().split("\\s+")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && width(longer, size) > widest) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    double width = lines.stream().mapToDouble(one -> width(one, size)).max().orElse(0);
    int height = (int) Math.ceil(lines.size() * size * 1.2);
    return new Wrapped(List.copyOf(lines), (int) Math.ceil(width) + 3, height);
  }

  /** A text beside an event, a gateway or a flow. */
  public static Wrapped beside(String text) {
    return wrap(text, BESIDE, LABEL);
  }
}
