package vn.thutuc.process.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.EventSubscriptionDeclaration;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.el.ElValueProvider;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.migration.validation.activity.SupportedActivityValidator;
import org.camunda.bpm.engine.impl.migration.validation.activity.SupportedPassiveEventTriggerActivityValidator;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import vn.thutuc.process.timer.Timers;

/** What a version of a model has where a dossier can stand or wait. */
final class Elements {

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("userTask", "việc"),
          Map.entry("callActivity", "quy trình được gọi"),
          Map.entry("subProcess", "tiểu trình"),
          Map.entry("multiInstanceBody", "bước lặp theo danh sách"),
          Map.entry("boundaryTimer", "mốc thời gian"),
          Map.entry("boundaryMessage", "tin nhắn chờ"),
          Map.entry("intermediateTimer", "mốc thời gian"),
          Map.entry("intermediateMessageCatch", "tin nhắn chờ"),
          Map.entry("eventBasedGateway", "điểm chờ"),
          Map.entry("receiveTask", "điểm chờ"),
          Map.entry("parallelGateway", "điểm song song"),
          Map.entry("inclusiveGateway", "điểm song song"),
          Map.entry("serviceTask", "bước tự động"));

  private Elements() {}

  /** Everything of a version that keeps something of a dossier: outer ones first. */
  static List<ActivityImpl> holding(ScopeImpl scope) {
    List<ActivityImpl> found = new ArrayList<>();
    for (ActivityImpl activity : scope.getActivities()) {
      if (holds(activity)) {
        found.add(activity);
      }
      found.addAll(holding(activity));
    }
    return found;
  }

  static boolean holds(ActivityImpl activity) {
    return SupportedActivityValidator.INSTANCE.valid(activity)
        && SupportedPassiveEventTriggerActivityValidator.INSTANCE.valid(activity);
  }

  static String kind(ActivityImpl activity) {
    String type = type(activity);
    return KINDS.getOrDefault(type, "bước " + type);
  }

  static String name(ActivityImpl activity) {
    Object name = activity.getProperty("name");
    return name == null ? "" : name.toString().strip();
  }

  /** As an administrator reads it: the name with the id. */
  static String words(ActivityImpl activity) {
    String name = name(activity);
    return name.isEmpty() ? activity.getId() : name + " (" + activity.getId() + ")";
  }

  /** Whether an element is still what it was, so that a dossier can stand there as before. */
  static boolean isSameKind(ActivityImpl old, ActivityImpl next) {
    return type(old).equals(type(next))
        && Objects.equals(called(old), called(next))
        && Timers.askTheSame(old, next);
  }

  private static String type(ActivityImpl activity) {
    return String.valueOf(activity.getProperty("type"));
  }

  /** Text of what a call activity calls; null for others. */
  private static String called(ActivityImpl activity) {
    if (!(activity.getActivityBehavior() instanceof CallableElementActivityBehavior call)
        || call.getCallableElement() == null) {
      return null;
    }
    ParameterValueProvider called = call.getCallableElement().getDefinitionKeyValueProvider();
    return called instanceof ElValueProvider text
        ? text.getExpression().getExpressionText()
        : String.valueOf(called.getValue(null));
  }

  /** Ids of the scopes around an element, the innermost first. */
  static List<String> around(ActivityImpl activity) {
    List<String> scopes = new ArrayList<>();
    ScopeImpl scope = activity.getFlowScope();
    while (scope instanceof ActivityImpl outer) {
      scopes.add(outer.getId());
      scope = outer.getFlowScope();
    }
    return scopes;
  }

  /** Timers and messages a dossier waits for while it stands in a scope. */
  static List<ActivityImpl> triggers(ScopeImpl scope) {
    return Stream.concat(
            TimerDeclarationImpl.getDeclarationsForScope(scope).keySet().stream(),
            EventSubscriptionDeclaration.getDeclarationsForScope(scope).values().stream()
                .map(EventSubscriptionDeclaration::getActivityId))
        .map(id -> definition(scope).findActivity(id))
        .filter(Objects::nonNull)
        .filter(Elements::holds)
        .toList();
  }

  private static ProcessDefinitionEntity definition(ScopeImpl scope) {
    return (ProcessDefinitionEntity) scope.getProcessDefinition();
  }
}
