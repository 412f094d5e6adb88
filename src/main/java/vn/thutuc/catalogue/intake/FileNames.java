package vn.thutuc.catalogue.intake;

import java.util.List;
import vn.thutuc.catalogue.PlainWords;
import vn.thutuc.catalogue.Procedure;

/** Names of files and folders made from Vietnamese titles, and short titles. */
public final class FileNames {

  private static final int SLUG = 60;
  private static final int SHORT = 120;

  private FileNames() {}

  /** Lower case, without marks, words joined by dashes, cut after a word. */
  public static String slug(String text) {
    List<String> words = PlainWords.of(text.replace('.', ' '));
    StringBuilder slug = new StringBuilder();
    for (String word : words) {
      if (slug.length() + word.length() + 1 > SLUG && !slug.isEmpty()) {
        break;
      }
      slug.append(slug.isEmpty() ? "" : "-").append(word, 0, Math.min(word.length(), SLUG));
    }
    return slug.isEmpty() ? "thu-tuc" : slug.toString();
  }

  /** Place of a procedure's facts below the catalogue's folder. */
  public static String place(Procedure procedure) {
    return "%s/%s-%s.yaml"
        .formatted(slug(procedure.field()), procedure.code(), slug(procedure.shortTitle()));
  }

  /** A title a list and a slip have room for: the title itself, or cut after a word. */
  public static String shortTitle(String title) {
    if (title.length() <= SHORT) {
      return title;
    }
    int end = title.lastIndexOf(' ', SHORT - 1);
    return title.substring(0, end <= 0 ? SHORT - 1 : end).replaceFirst("[ ,;:(-]+$", "") + "…";
  }
}
