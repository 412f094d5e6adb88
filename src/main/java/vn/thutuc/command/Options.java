package vn.thutuc.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options of a command line: known ones only, each with its values in order. */
final class Options {

  private final Map<String, List<String>> given = new LinkedHashMap<>();

  private Options() {}

  /**
   * Reads a command line.
   *
   * @param words the words after the command's name
   * @param flags options without a value
   * @param valued options that are followed by a value
   */
  static Options read(List<String> words, Set<String> flags, Set<String> valued) {
    Options options = new Options();
    for (int i = 0; i < words.size(); i++) {
      String name = words.get(i);
      if (flags.contains(name)) {
        options.add(name, "");
      } else if (valued.contains(name)) {
        i++;
        options.add(name, valueAt(words, i));
      } else {
        throw new BadInputException(
            "Unknown option '%s'. See below which there are; a value follows after a blank."
                .formatted(name));
      }
    }
    return options;
  }

  private static String valueAt(List<String> words, int index) {
    if (index >= words.size() || words.get(index).startsWith("--")) {
      throw new BadInputException(
          "Option %s needs a value: give it after a blank.".formatted(words.get(index - 1)));
    }
    return words.get(index);
  }

  private void add(String name, String value) {
    given.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
  }

  boolean has(String name) {
    return given.containsKey(name);
  }

  /** All values of an option, in order. */
  List<String> all(String name) {
    return given.getOrDefault(name, List.of());
  }

  /** The value of an option that may be given once; null if it is not given. */
  String one(String name) {
    List<String> values = all(name);
    if (values.size() > 1) {
      throw new BadInputException("Option %s is given twice: leave one.".formatted(name));
    }
    return values.isEmpty() ? null : values.get(0);
  }

  /** Whether nothing but these options was given. */
  boolean onlyOf(Set<String> names) {
    return names.containsAll(given.keySet());
  }
}
