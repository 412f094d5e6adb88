package vn.thutuc.process.security;

import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import vn.thutuc.clock.Now;
import vn.thutuc.organisation.Deputies;
import vn.thutuc.organisation.GroupRef;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;
import vn.thutuc.process.AsHouse;

/**
 * Who may do what to a task inside a unit: completed only by its assignee or that person's deputy,
 * claimed only by a candidate or a candidate's deputy for themself, assigned only by the unit's
 * head and only to a candidate, given back by who has it. Nothing else about a task is changed by
 * hand. Who holds the role no longer, or stands in no longer, completes nothing any more.
 */
@Component
class TaskRules {

  private static final Set<Class<?>> COMPLETING =
      Set.of(CompleteTaskCmd.class, SubmitTaskFormCmd.class);

  /** What only a model does; resolving answers a delegation, and tasks here are assigned. */
  private static final Set<Class<?>> ROUTING =
      Set.of(HandleTaskBpmnErrorCmd.class, HandleTaskEscalationCmd.class, ResolveTaskCmd.class);

  private final ObjectProvider<Organisation> organisation;
  private final ObjectProvider<Deputies> deputies;
  private final AsHouse house;
  private final Now now;

  TaskRules(
      ObjectProvider<Organisation> organisation,
      ObjectProvider<Deputies> deputies,
      AsHouse house,
      Now now) {
    this.organisation = organisation;
    this.deputies = deputies;
    this.house = house;
    this.now = now;
  }

  void checkWork(TaskEntity task) {
    Authentication person = authentication();
    if (person == null) {
      return;
    }
    Object command = command();
    if (ROUTING.contains(command.getClass())) {
      throw refused(
          "Chỉ mô hình quy trình được rẽ nhánh một việc; hãy hoàn thành việc bằng biểu mẫu.");
    }
    if (COMPLETING.contains(command.getClass())) {
      actsFor(requireWorker(task, person));
    } else if (command instanceof ClaimTaskCmd) {
      requireOwnClaim(task, person, command);
    } else if (!isAssignee(task, person) && !isCandidate(task, person)) {
      throw refused("Việc này không thuộc phần việc của bạn.");
    }
  }

  void checkAssign(TaskEntity task) {
    Authentication person = authentication();
    if (person == null) {
      return;
    }
    if (!(command() instanceof AssignTaskCmd)) {
      throw refused(
          "Việc chỉ được phân công; người có thể nhận việc, hạn và tên việc do quy trình quy định.");
    }
    String assignee = field(AssignTaskCmd.class, "userId", command());
    if (assignee == null && isAssignee(task, person)) {
      return;
    }
    if (!isHead(task, person.getUserId())) {
      throw refused("Chỉ trưởng đơn vị được phân công việc này.");
    }
    if (assignee != null && !mayWork(task, assignee)) {
      throw refused("Người được phân công không giữ vai trò của bước này trong đơn vị.");
    }
  }

  /** Forms are the only way people write variables: what they submit is moved into the dossier. */
  void checkVariables() {
    if (authentication() != null) {
      throw refused("Dữ liệu của quy trình chỉ được ghi qua biểu mẫu của việc.");
    }
  }

  /** For whom the person completes the task: null in their own right. */
  private String requireWorker(TaskEntity task, Authentication person) {
    String me = person.getUserId();
    String assignee = task.getAssignee();
    if (assignee == null) {
      throw refused("Hãy nhận việc trước khi hoàn thành.");
    }
    if (!me.equals(assignee)) {
      if (standsInFor(task, me, assignee)) {
        return assignee;
      }
      throw refused(
          "Việc này đang do %s xử lý nên anh/chị không hoàn thành được. Nội dung đã nhập chưa được ghi; hãy sao lại nếu cần."
              .formatted(name(assignee)));
    }
    if (mayWork(task, me)) {
      String owner = task.getOwner();
      return owner != null && standsInFor(task, me, owner) ? owner : null;
    }
    return principal(task, me)
        .orElseThrow(
            () ->
                refused(
                    "Anh/chị không còn giữ vai trò của bước này, hoặc thời gian thay đã hết. Hãy trả"
                        + " lại việc để người khác nhận."));
  }

  /** Until the command is over, what the journal records is done on somebody's behalf. */
  private void actsFor(String principal) {
    if (principal == null) {
      return;
    }
    house.actFor(principal);
    Context.getCommandContext()
        .registerCommandContextListener(
            new CommandContextListener() {
              @Override
              public void onCommandContextClose(CommandContext context) {
                house.actFor(null);
              }

              @Override
              public void onCommandFailed(CommandContext context, Throwable failure) {
                house.actFor(null);
              }
            });
  }

  private void requireOwnClaim(TaskEntity task, Authentication person, Object command) {
    String claimer = field(ClaimTaskCmd.class, "userId", command);
    boolean givesBack = claimer == null && isAssignee(task, person);
    boolean takes =
        Objects.equals(claimer, person.getUserId())
            && (mayWork(task, claimer) || principal(task, claimer).isPresent());
    if (!givesBack && !takes) {
      throw refused("Bạn chỉ nhận được việc của đơn vị mình, cho chính mình.");
    }
  }

  private static boolean isAssignee(TaskEntity task, Authentication person) {
    return person.getUserId().equals(task.getAssignee());
  }

  private static boolean isCandidate(TaskEntity task, Authentication person) {
    return person.getGroupIds() != null
        && task.getCandidates().stream()
            .map(IdentityLink::getGroupId)
            .anyMatch(person.getGroupIds()::contains);
  }

  private boolean isHead(TaskEntity task, String person) {
    return unitsOf(task).anyMatch(ref -> holds(person, ref.unitId(), "head"));
  }

  /** For whom somebody may work on the task as a deputy. */
  private Optional<String> principal(TaskEntity task, String deputy) {
    return unitsOf(task)
        .flatMap(
            ref ->
                deputies
                    .getObject()
                    .principalOf(deputy, ref.unitId(), ref.role(), today())
                    .stream())
        .findFirst();
  }

  private boolean standsInFor(TaskEntity task, String deputy, String principal) {
    return unitsOf(task)
        .anyMatch(
            ref ->
                deputies
                    .getObject()
                    .standsIn(deputy, principal, ref.unitId(), ref.role(), today()));
  }

  private String name(String person) {
    return organisation.getObject().person(person).map(PersonView::name).orElse(person);
  }

  private LocalDate today() {
    return now.local().toLocalDate();
  }

  private boolean mayWork(TaskEntity task, String person) {
    return unitsOf(task).anyMatch(ref -> holds(person, ref.unitId(), ref.role()));
  }

  private Stream<GroupRef> unitsOf(TaskEntity task) {
    return task.getCandidates().stream()
        .map(IdentityLink::getGroupId)
        .flatMap(group -> organisation.getObject().parseGroup(group).stream());
  }

  private boolean holds(String person, String unit, String role) {
    return organisation.getObject().holds(person, unit, role, today());
  }

  private static Authentication authentication() {
    return Context.getCommandContext().getAuthentication();
  }

  private static Object command() {
    Command<?> command = Context.getCommandInvocationContext().getCommand();
    return command == null ? "none" : command;
  }

  private static String field(Class<?> type, String name, Object command) {
    Field field = ReflectionUtils.findField(type, name);
    if (field == null) {
      throw new IllegalStateException(type + " has no field " + name + "; the engine has changed");
    }
    ReflectionUtils.makeAccessible(field);
    return (String) ReflectionUtils.getField(field, command);
  }

  private static AuthorizationException refused(String reason) {
    return new AuthorizationException(reason);
  }
}
