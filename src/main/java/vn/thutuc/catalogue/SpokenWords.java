package vn.thutuc.catalogue;

import java.util.List;
import java.util.Map;

/**
 * Plain words in one spelling, however a region says or a school writes them: the southern {@code
 * khai sanh} is {@code khai sinh}, {@code quản lí} is {@code quản lý}.
 */
final class SpokenWords {

  /** Southern forms that stand in the names of procedures, without marks. */
  private static final Map<String, String> SOUTHERN =
      Map.of(
          "sanh", "sinh",
          "chanh", "chinh",
          "nhon", "nhan",
          "tanh", "tinh",
          "lanh", "linh",
          "bon", "ban",
          "nhut", "nhat",
          "phuoc", "phuc");

  private SpokenWords() {}

  /** One plain word in its one spelling. */
  static String of(String word) {
    String written = SOUTHERN.getOrDefault(word, word);
    return written.endsWith("y") ? written.substring(0, written.length() - 1) + "i" : written;
  }

  /** The words of a text in their one spelling, with one blank around each. */
  static String line(String text) {
    List<String> words = PlainWords.of(text).stream().map(SpokenWords::of).toList();
    return " " + String.join(" ", words) + " ";
  }
}
