package vn.thutuc.modelling;

/**
 * One thing wrong with a model.
 *
 * @param file file name
 * @param lineNumber line the element begins at; 0 when it is not known
 * @param element id of the element, or the line when it has none
 * @param rule stable code of the rule
 * @param severity whether it refuses the model
 * @param message what is wrong and the remedy
 */
public record Finding(
    String file, int lineNumber, String element, String rule, Severity severity, String message) {

  /** Whether it refuses the model. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** One line: {@code file:element [rule] message}; a warning says so before its message. */
  public String line() {
    return "%s:%s [%s] %s%s".formatted(file, element, rule, isError() ? "" : "warning: ", message);
  }
}
