package vn.thutuc.catalogue;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Vietnamese as people type it in a hurry: lower case, without marks, đ as d. */
public final class PlainWords {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern GAPS = Pattern.compile("[^a-z0-9.]+");

  private PlainWords() {}

  /** The words of a text. */
  public static List<String> of(String text) {
    return Arrays.stream(GAPS.split(plain(text))).filter(word -> !word.isEmpty()).toList();
  }

  /** The words of a text with one blank around each. */
  public static String line(String text) {
    return " " + String.join(" ", of(text)) + " ";
  }

  private static String plain(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT).replace('đ', 'd');
  }
}
