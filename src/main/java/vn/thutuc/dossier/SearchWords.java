package vn.thutuc.dossier;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import vn.thutuc.catalogue.PlainWords;

/**
 * What somebody searches for, as the database compares it: every word is the beginning of a word of
 * the names or of a part of the number, in any order, without marks and case; or all of it together
 * is the beginning of a telephone or id number, however it is spaced.
 */
final class SearchWords {

  /** More words than names have; the rest is not looked at. */
  private static final int MOST = 10;

  private final List<String> words;
  private final String together;

  private SearchWords(List<String> words, String together) {
    this.words = words;
    this.together = together;
  }

  static SearchWords of(String text) {
    List<String> words =
        PlainWords.of(text).stream()
            .map(word -> word.replaceAll("^\\.+|\\.+$", ""))
            .filter(word -> !word.isEmpty())
            .limit(MOST)
            .toList();
    String together = String.join("", words).replace(".", "");
    boolean telephone = text.strip().matches("(\\+|00)?84[0-9 ().-]{9,}");
    return new SearchWords(
        words, telephone ? "0" + together.replaceFirst("^(00)?84", "") : together);
  }

  /** Whether there is nothing that anything could be found by. */
  boolean isEmpty() {
    return words.isEmpty();
  }

  /**
   * The question as PostgreSQL reads it: for people of these agencies.
   *
   * @param agencies ids of agencies; the empty id asks for everybody's
   */
  String query(Collection<String> agencies) {
    return agencies.stream()
        .map(agency -> "(" + all(agency) + ")" + number(agency))
        .collect(Collectors.joining(" | "));
  }

  private String all(String agency) {
    return words.stream().map(word -> beginning(agency, word)).collect(Collectors.joining(" & "));
  }

  private String number(String agency) {
    boolean isOne = together.chars().anyMatch(Character::isDigit);
    return isOne ? " | " + beginning(agency, together) : "";
  }

  /** Words are letters, digits and dots; ids of agencies come from the organisation's files. */
  private static String beginning(String agency, String word) {
    return "'" + (agency + "/" + word).replace("\\", "\\\\").replace("'", "''") + "':*";
  }
}
