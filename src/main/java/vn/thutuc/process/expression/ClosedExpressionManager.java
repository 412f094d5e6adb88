package vn.thutuc.process.expression;

import java.util.Set;
import org.camunda.bpm.dmn.engine.impl.spi.el.ElProvider;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;

/**
 * The engine's expressions as a closed language, at run time.
 *
 * <p>An expression without a scope comes from a query or a stored filter; Camunda 7.24.0 evaluates
 * those of {@code orQueries} without any check (CVE-2026-109432). All of them end in {@code
 * getValue(null)}, which answers only the four words a filter needs.
 */
public final class ClosedExpressionManager extends JuelExpressionManager {

  private static final Set<String> FILTER_WORDS =
      Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}", "${dateTime()}");

  private final DocumentedBeans documented;

  /**
   * @param documented the beans a model may call
   */
  public ClosedExpressionManager(DocumentedBeans documented) {
    this.documented = documented;
  }

  @Override
  public Expression createExpression(String text) {
    return new ClosedExpression(createValueExpression(text), this, text);
  }

  @Override
  protected ELResolver createElResolver() {
    return new ClosedElResolver(documented);
  }

  /** Decision tables speak FEEL; whoever asks for JUEL in one is refused. */
  @Override
  protected ElProvider createElProvider() {
    return text -> {
      throw new ProcessEngineException(
          "Decision tables speak FEEL only; the JUEL expression '" + text + "' is refused");
    };
  }

  private static final class ClosedExpression extends JuelExpression {

    private ClosedExpression(
        ValueExpression expression, ClosedExpressionManager manager, String text) {
      super(expression, manager, text);
    }

    @Override
    public Object getValue(VariableScope scope, BaseDelegateExecution context) {
      if (scope == null
          && !isLiteralText()
          && !FILTER_WORDS.contains(getExpressionText().strip())) {
        throw new AuthorizationException(
            "Expressions in queries and filters are refused, except " + FILTER_WORDS);
      }
      return super.getValue(scope, context);
    }
  }
}
