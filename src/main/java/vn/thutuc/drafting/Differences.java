package vn.thutuc.drafting;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What changed between two versions, line by line and, in a changed line, word by word. */
public final class Differences {

  /** What became of a piece. */
  public enum Mark {
    SAME,
    ADDED,
    REMOVED
  }

  /** A piece of a line. */
  public record Piece(Mark mark, String text) {}

  /**
   * A line.
   *
   * @param changed whether anything of it was added or removed
   */
  public record Line(boolean changed, List<Piece> pieces) {}

  private Differences() {}

  static List<Line> between(List<String> before, List<String> after) {
    List<Line> lines = new ArrayList<>();
    for (AbstractDelta<String> delta : DiffUtils.diff(before, after, true).getDeltas()) {
      List<String> old = delta.getSource().getLines();
      List<String> now = delta.getTarget().getLines();
      if (delta.getType() == DeltaType.EQUAL) {
        now.forEach(line -> lines.add(new Line(false, List.of(new Piece(Mark.SAME, line)))));
        continue;
      }
      int pairs = Math.min(old.size(), now.size());
      for (int i = 0; i < pairs; i++) {
        lines.add(words(old.get(i), now.get(i)));
      }
      old.stream().skip(pairs).forEach(line -> lines.add(whole(Mark.REMOVED, line)));
      now.stream().skip(pairs).forEach(line -> lines.add(whole(Mark.ADDED, line)));
    }
    return lines;
  }

  private static Line whole(Mark mark, String line) {
    return new Line(true, List.of(new Piece(mark, line)));
  }

  private static Line words(String before, String after) {
    List<Piece> pieces = new ArrayList<>();
    for (AbstractDelta<String> delta :
        DiffUtils.diff(split(before), split(after), true).getDeltas()) {
      if (delta.getType() == DeltaType.EQUAL) {
        add(pieces, Mark.SAME, delta.getTarget().getLines());
      } else {
        add(pieces, Mark.REMOVED, delta.getSource().getLines());
        add(pieces, Mark.ADDED, delta.getTarget().getLines());
      }
    }
    return new Line(true, pieces);
  }

  private static void add(List<Piece> pieces, Mark mark, List<String> words) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(mark, String.join("", words)));
    }
  }

  /** Words, each with the blanks behind it. */
  private static List<String> split(String line) {
    return Arrays.asList(line.split("(?<=\\s)(?=\\S)"));
  }
}
