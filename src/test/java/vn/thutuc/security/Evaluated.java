package vn.thutuc.security;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.DelegateVariableMapping;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidator;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidatorContext;
import org.camunda.bpm.engine.variable.VariableMap;

/** Notes that something ran which must not: classes are harmless, but leave a trace. */
final class Evaluated {

  private static final Set<String> NAMES = ConcurrentHashMap.newKeySet();

  private Evaluated() {}

  static boolean has(String name) {
    return NAMES.contains(name);
  }

  /** Leaves its trace when an expression reaches it by {@code Class.forName} in the house. */
  public static final class InTheHouse {
    static {
      NAMES.add("house");
    }

    private InTheHouse() {}
  }

  /** Leaves its trace when the stock engine does the same. */
  public static final class InTheStockEngine {
    static {
      NAMES.add("stock");
    }

    private InTheStockEngine() {}
  }

  /** A step in Java, run by the stock engine. */
  public static final class StockCode implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
      NAMES.add("stock-code");
    }
  }

  /** Code of every kind a model could name; leaves its trace as soon as it is made. */
  public static final class Code
      implements JavaDelegate,
          ExecutionListener,
          TaskListener,
          DelegateVariableMapping,
          FormFieldValidator {

    public Code() {
      NAMES.add("code");
    }

    @Override
    public void execute(DelegateExecution execution) {
      NAMES.add("code");
    }

    @Override
    public void notify(DelegateExecution execution) {
      NAMES.add("code");
    }

    @Override
    public void notify(DelegateTask task) {
      NAMES.add("code");
    }

    @Override
    public void mapInputVariables(DelegateExecution execution, VariableMap variables) {
      NAMES.add("code");
    }

    @Override
    public void mapOutputVariables(DelegateExecution execution, VariableScope scope) {
      NAMES.add("code");
    }

    @Override
    public boolean validate(Object value, FormFieldValidatorContext context) {
      NAMES.add("code");
      return true;
    }
  }
}
