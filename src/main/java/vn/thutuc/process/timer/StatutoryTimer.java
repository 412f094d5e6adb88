package vn.thutuc.process.timer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.core.model.PropertyKey;
import vn.thutuc.process.PhaseName;

/**
 * A timer whose date the clock gives: {@code ${clock.nextRung(execution,'phase')}} or {@code
 * ${clock.end(execution,'phase')}}, or likewise with a variable instead of the id.
 *
 * @param kind rung of the ladder or end of the phase
 * @param phase the phase of the catalogue, named or held by a variable
 */
record StatutoryTimer(Kind kind, PhaseName phase) {

  enum Kind {
    RUNG,
    END
  }

  /** Where a parsed boundary event keeps it. */
  static final PropertyKey<StatutoryTimer> KEY = new PropertyKey<>("thutuc.statutoryTimer");

  private static final Pattern FORM =
      Pattern.compile(
          "\\$\\{\\s*clock\\.(nextRung|end)\\s*\\(\\s*execution\\s*,\\s*"
              + "(?:'(?<id>[^']+)'|(?<variable>[A-Za-z_]\\w*))\\s*\\)\\s*}");

  static Optional<StatutoryTimer> parse(String expression) {
    Matcher form = FORM.matcher(expression.strip());
    return form.matches()
        ? Optional.of(
            new StatutoryTimer(
                form.group(1).equals("end") ? Kind.END : Kind.RUNG,
                form.group("id") == null
                    ? new PhaseName(form.group("variable"), true)
                    : new PhaseName(form.group("id"), false)))
        : Optional.empty();
  }
}
