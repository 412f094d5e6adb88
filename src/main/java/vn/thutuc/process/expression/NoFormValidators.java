package vn.thutuc.process.expression;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidator;
import org.camunda.bpm.engine.impl.form.validator.FormValidators;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Forms are Camunda Forms. The fields a model may hold itself bring validators, which the engine
 * makes from class names without asking {@link NoClasses}: they refuse whatever is submitted.
 */
public final class NoFormValidators extends FormValidators {

  @Override
  public FormFieldValidator createValidator(
      Element constraint, BpmnParse parse, ExpressionManager expressions) {
    return (value, context) -> {
      throw new ProcessEngineException(
          "Forms are Camunda Forms; a validator named in a model is refused");
    };
  }
}
