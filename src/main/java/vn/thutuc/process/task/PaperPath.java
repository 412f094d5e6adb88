package vn.thutuc.process.task;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.CamundaFormDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.PvmTransition;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.PaperStep;

/**
 * Finds out what a step has to do with the paper of a result: its form says what it does to it, and
 * the model which result it is: the first that is recorded on each way ahead, not past another step
 * that drafts one. Ways out of a shared process go on in the model that called it. Asked within a
 * command of the engine.
 */
@Component
public class PaperPath {

  private static final String START = "startEvent";
  private static final String ERROR_END = "errorEndEvent";

  /** Forms by the id of their definition, which never changes. */
  private final Map<String, PaperForm> forms = new ConcurrentHashMap<>();

  private final ObjectMapper json;

  PaperPath(ObjectMapper json) {
    this.json = json;
  }

  /** The step of a task; empty when it has nothing to do with the paper of a result. */
  public Optional<PaperStep> step(TaskEntity task) {
    PaperForm form = form(task);
    if (form.role() == null) {
      return Optional.empty();
    }
    ExecutionEntity execution = task.getExecution();
    List<PaperStep.Way> ways = new Walk(execution).from(execution.getActivity());
    // A step that numbers another paper asks for its number in the form.
    return ways.isEmpty() && form.role() != PaperStep.Role.NUMBER
        ? Optional.empty()
        : Optional.of(
            new PaperStep(
                execution.getProcessBusinessKey(),
                task.getTaskDefinitionKey(),
                task.getName(),
                form.role(),
                ways,
                task.getTenantId()));
  }

  /** What the form of a task says. */
  public PaperForm form(TaskEntity task) {
    return form(task.getExecution().getActivity());
  }

  /** Whether the model of the task, or one that called it, has a step that drafts a result. */
  public boolean drafts(TaskEntity task) {
    for (ExecutionEntity at = task.getExecution();
        at != null;
        at = at.getProcessInstance().getSuperExecution()) {
      if (drafts(at.getProcessDefinition())) {
        return true;
      }
    }
    return false;
  }

  private boolean drafts(ScopeImpl scope) {
    return scope.getActivities().stream()
        .anyMatch(activity -> isDraft(activity) || drafts(activity));
  }

  private boolean isDraft(ActivityImpl activity) {
    return form(activity).role() == PaperStep.Role.DRAFT;
  }

  private PaperForm form(ActivityImpl activity) {
    if (!(activity.getActivityBehavior() instanceof UserTaskActivityBehavior step)) {
      return PaperForm.NONE;
    }
    Expression key = step.getTaskDefinition().getCamundaFormDefinitionKey();
    return key == null ? PaperForm.NONE : form(key.getExpressionText());
  }

  private PaperForm form(String key) {
    CommandContext commands = Context.getCommandContext();
    CamundaFormDefinitionEntity latest =
        commands.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key);
    return latest == null
        ? PaperForm.NONE
        : forms.computeIfAbsent(latest.getId(), id -> read(commands, latest));
  }

  private PaperForm read(CommandContext commands, CamundaFormDefinitionEntity form) {
    ResourceEntity file =
        commands
            .getResourceManager()
            .findResourceByDeploymentIdAndResourceName(
                form.getDeploymentId(), form.getResourceName());
    try {
      return file == null ? PaperForm.NONE : PaperForm.read(json.readTree(file.getBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("The form " + form.getKey() + " is broken", e);
    }
  }

  /** One walk ahead, through a model and those that called it. */
  private final class Walk {

    private final List<PaperStep.Way> ways = new ArrayList<>();
    private final Set<ActivityImpl> passed = new HashSet<>();
    private final Set<ExecutionEntity> left = new HashSet<>();
    private ExecutionEntity level;

    private Walk(ExecutionEntity level) {
      this.level = level;
    }

    private List<PaperStep.Way> from(ActivityImpl activity) {
      goOn(activity);
      return ways.stream().distinct().toList();
    }

    private void goOn(ActivityImpl activity) {
      for (PvmTransition transition : activity.getOutgoingTransitions()) {
        visit((ActivityImpl) transition.getDestination());
      }
    }

    private void visit(ActivityImpl activity) {
      if (!passed.add(activity)) {
        return;
      }
      PaperResult result = activity.getProperties().get(PaperResult.KEY);
      if (result != null) {
        ways.add(result.in(level));
      } else if (isDraft(activity)) {
        // From here on it is another paper, or this one again after a return.
        return;
      } else if (!activity.getActivities().isEmpty()) {
        activity.getActivities().stream().filter(Walk::isStart).forEach(this::visit);
      } else if (activity.getOutgoingTransitions().isEmpty()) {
        leave(activity);
      } else {
        goOn(activity);
      }
    }

    private void leave(ActivityImpl end) {
      if (ERROR_END.equals(end.getProperty("type"))) {
        return;
      }
      if (end.getFlowScope() instanceof ActivityImpl group) {
        goOn(group);
        return;
      }
      ExecutionEntity caller = level.getProcessInstance().getSuperExecution();
      if (caller != null && left.add(caller)) {
        ExecutionEntity before = level;
        level = caller;
        goOn(caller.getActivity());
        level = before;
      }
    }

    private static boolean isStart(ActivityImpl activity) {
      return START.equals(activity.getProperty("type"));
    }
  }
}
