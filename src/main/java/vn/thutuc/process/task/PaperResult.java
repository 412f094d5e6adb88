package vn.thutuc.process.task;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.core.model.PropertyKey;
import vn.thutuc.dossier.PaperStep;

/**
 * A result as a service step of a model records it.
 *
 * @param positive whether it issues and does not refuse
 * @param key key the model names; null where it names a variable
 * @param variable variable with the key; null where the model names the key
 */
record PaperResult(boolean positive, String key, String variable) {

  static final PropertyKey<PaperResult> KEY = new PropertyKey<>("thutuc.result");

  private static final Pattern VERB =
      Pattern.compile(
          "\\$\\{dossier\\.(issue|refuse)\\(execution,\\s*(?:'([^']*)'|([A-Za-z]\\w*))\\s*\\)}");

  /** Reads the expression of a service step; empty when it records no result. */
  static Optional<PaperResult> read(String expression) {
    Matcher verb = VERB.matcher(expression == null ? "" : expression.strip());
    return verb.matches()
        ? Optional.of(new PaperResult(verb.group(1).equals("issue"), verb.group(2), verb.group(3)))
        : Optional.empty();
  }

  PaperStep.Way in(VariableScope scope) {
    Object named = variable == null ? key : scope.getVariable(variable);
    return new PaperStep.Way(positive, named == null ? null : named.toString());
  }
}
