package vn.thutuc.modelling;

/**
 * One thing wrong with a model.
 *
 * @param file file name
 * @param element id of the element, or the line when it has none
 * @param rule stable code of the rule
 * @param message what is wrong and the remedy
 */
public record Finding(String file, String element, String rule, String message) {

  /** One line: {@code file:element [rule] message}. */
  public String line() {
    return "%s:%s [%s] %s".formatted(file, element, rule, message);
  }
}
