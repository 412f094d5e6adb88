package vn.thutuc.process.acts;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.CompletedSteps;
import vn.thutuc.process.AsHouse;
import vn.thutuc.process.task.TaskOpenings;

/**
 * Stands where people open a task's form. Notes that they did, and gives the form of a step that
 * was taken back what had been typed into it: from the dossier, for the engine keeps none of it.
 */
@Component
public final class OpenedForms extends CommandInterceptor {

  /** Written by the house beside a signature; no field of a form. */
  private static final Set<String> NOT_TYPED = Set.of("signedBy", "signedFor");

  private final AsHouse house;
  private final ObjectProvider<TaskOpenings> openings;
  private final ObjectProvider<CompletedSteps> steps;

  /** The rows are asked for late: the engine is built first. */
  OpenedForms(
      AsHouse house, ObjectProvider<TaskOpenings> openings, ObjectProvider<CompletedSteps> steps) {
    this.house = house;
    this.openings = openings;
    this.steps = steps;
  }

  @Override
  public <T> T execute(Command<T> command) {
    T answer = next.execute(command);
    if (command instanceof GetTaskFormVariablesCmd form && answer instanceof VariableMap fields) {
      Optional<String> person = house.person();
      person.ifPresent(who -> opened(form.resourceId, who, fields));
    }
    return answer;
  }

  private void opened(String taskId, String person, VariableMap fields) {
    openings.getObject().opened(taskId, person);
    Map<String, Object> typed = steps.getObject().typed(taskId);
    typed.entrySet().stream()
        .filter(field -> field.getValue() != null && !NOT_TYPED.contains(field.getKey()))
        .forEach(field -> fields.putIfAbsent(field.getKey(), typed(field.getValue())));
  }

  /** With the type the browser is to know it by. */
  private static TypedValue typed(Object value) {
    if (value instanceof String text) {
      return Variables.stringValue(text);
    }
    if (value instanceof Boolean choice) {
      return Variables.booleanValue(choice);
    }
    if (value instanceof Integer amount) {
      return Variables.integerValue(amount);
    }
    return value instanceof Double amount
        ? Variables.doubleValue(amount)
        : Variables.untypedValue(value);
  }
}
