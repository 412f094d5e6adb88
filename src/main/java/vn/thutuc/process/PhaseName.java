package vn.thutuc.process;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * The phase a step or a timer counts on, as a model writes it: named, or held by a variable that
 * the caller of a shared process sets.
 *
 * @param text id of the phase, or name of the variable
 * @param isVariable whether it is a variable
 */
public record PhaseName(String text, boolean isVariable) {

  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");

  /**
   * Reads the value of a property: an id, or <code>${phase}</code>.
   *
   * @throws IllegalArgumentException for an expression that is not one documented variable
   */
  public static PhaseName ofProperty(String value) {
    if (!value.contains("{")) {
      return new PhaseName(value, false);
    }
    Matcher expression = EXPRESSION.matcher(value.strip());
    if (!expression.matches() || !Vocabulary.VARIABLES.contains(expression.group(1))) {
      throw new IllegalArgumentException(
          "A step counts on the phase '%s', which is no documented variable; write ${phase} or the id of a phase"
              .formatted(value));
    }
    return new PhaseName(expression.group(1), true);
  }

  /** The id of the phase where a step or timer stands; null when nothing counts there. */
  public String in(VariableScope scope) {
    if (!isVariable) {
      return text;
    }
    Object held = scope.getVariable(text);
    return held == null ? null : held.toString();
  }
}
