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

  /**
   * Most lines, and most words of a line, that are compared piece by piece: the work grows with the
   * square. What is larger was written anew, and is shown as one piece taken away and one added.
   */
  private static final int MOST_COMPARED = 2_000;

  private Differences() {}

  static List<Line> between(List<String> before, List<String> after) {
    int most = Math.min(before.size(), after.size());
    int first = 0;
    while (first < most && before.get(first).equals(after.get(first))) {
      first++;
    }
    int last = 0;
    while (last < most - first
        && before.get(before.size() - 1 - last).equals(after.get(after.size() - 1 - last))) {
      last++;
    }
    List<Line> lines = new ArrayList<>();
    after.subList(0, first).forEach(line -> lines.add(same(line)));
    lines.addAll(
        changed(
            before.subList(first, before.size() - last),
            after.subList(first, after.size() - last)));
    after.subList(after.size() - last, after.size()).forEach(line -> lines.add(same(line)));
    return lines;
  }

  private static Line same(String line) {
    return new Line(false, List.of(new Piece(Mark.SAME, line)));
  }

  private static List<Line> changed(List<String> before, List<String> after) {
    List<Line> lines = new ArrayList<>();
    if (before.size() + after.size() > MOST_COMPARED) {
      before.forEach(line -> lines.add(whole(Mark.REMOVED, line)));
      after.forEach(line -> lines.add(whole(Mark.ADDED, line)));
      return lines;
    }
    for (AbstractDelta<String> delta : DiffUtils.diff(before, after, true).getDeltas()) {
      List<String> old = delta.getSource().getLines();
      List<String> now = delta.getTarget().getLines();
      if (delta.getType() == DeltaType.EQUAL) {
        now.forEach(line -> lines.add(same(line)));
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
    List<String> old = split(before);
    List<String> now = split(after);
    if (old.size() + now.size() > MOST_COMPARED) {
      return new Line(true, List.of(new Piece(Mark.REMOVED, before), new Piece(Mark.ADDED, after)));
    }
    for (AbstractDelta<String> delta : DiffUtils.diff(old, now, true).getDeltas()) {
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
