package vn.thutuc.drafting;

import java.text.Normalizer;
import java.util.stream.Collectors;

/**
 * Takes out of a text what nobody sees: control characters, which no database or page keeps, and
 * those that turn the direction of the letters or hide between them. A leader would read another
 * text on the screen than the one that is printed. Every kind of line break becomes the usual one.
 */
final class PlainText {

  private PlainText() {}

  static String of(String text) {
    return Normalizer.normalize(text.replace("\r\n", "\n"), Normalizer.Form.NFC)
        .codePoints()
        .map(point -> isBreak(point) ? '\n' : point)
        .filter(PlainText::isSeen)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /** Word processors break lines within a paragraph by a vertical tab. */
  private static boolean isBreak(int point) {
    return switch (point) {
      case '\r', 0x0B, 0x0C, 0x85, 0x2028, 0x2029 -> true;
      default -> false;
    };
  }

  private static boolean isSeen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point == '\n' || point == '\t';
      case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
      default -> true;
    };
  }
}
