package vn.thutuc.process.expression;

import java.beans.FeatureDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import vn.thutuc.process.Vocabulary;

/**
 * Resolves the closed language and nothing else: variables, {@code execution} as an argument,
 * {@code execution.processBusinessKey}, and verbs of documented beans.
 *
 * <p>Stands where the engine has a chain that ends in reflection ({@code BeanELResolver}), through
 * which {@code ''.getClass()} reaches the whole virtual machine.
 */
final class ClosedElResolver extends ELResolver {

  private static final String BUSINESS_KEY = "processBusinessKey";

  private final VariableScopeElResolver variables = new VariableScopeElResolver();
  private final DocumentedBeans beans;

  ClosedElResolver(DocumentedBeans beans) {
    this.beans = beans;
  }

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    if (base == null) {
      return name(context, property);
    }
    if (base instanceof DelegateExecution execution && BUSINESS_KEY.equals(property)) {
      context.setPropertyResolved(true);
      return execution.getProcessBusinessKey();
    }
    throw refused("the property '" + property + "'");
  }

  private Object name(ELContext context, Object property) {
    Object bean = beans.find(String.valueOf(property));
    if (bean != null) {
      context.setPropertyResolved(true);
      return bean;
    }
    Object value = variables.getValue(context, null, property);
    if (!context.isPropertyResolved() && Vocabulary.VARIABLES.contains(property)) {
      // A flag nobody has set: a box left out of what a form submitted.
      context.setPropertyResolved(true);
      return null;
    }
    if (!context.isPropertyResolved()) {
      throw new PropertyNotFoundException(
          "Neither a variable nor a documented bean: '" + property + "'");
    }
    return value;
  }

  @Override
  public Object invoke(
      ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
    Method verb =
        beans
            .verb(base, String.valueOf(method), arguments == null ? 0 : arguments.length)
            .orElseThrow(() -> refused("the call of '" + method + "'"));
    context.setPropertyResolved(true);
    try {
      return verb.invoke(base, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new ELException(e.getCause());
    } catch (IllegalAccessException | IllegalArgumentException e) {
      throw new ELException(
          "Arguments " + Arrays.toString(arguments) + " do not fit the verb '" + method + "'", e);
    }
  }

  private static ELException refused(String what) {
    return new ELException(
        "Expressions are a closed language (docs/designer/beans.md); " + what + " is refused");
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    throw refused("an assignment");
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    throw refused("an assignment");
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    return true;
  }

  @Override
  public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
    return Collections.emptyIterator();
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return Object.class;
  }
}
