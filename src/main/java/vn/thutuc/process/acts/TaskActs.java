package vn.thutuc.process.acts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Now;
import vn.thutuc.clock.Verdict;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.DossierWork;
import vn.thutuc.dossier.JournalEvent;
import vn.thutuc.dossier.RepeatedAfterLostRace;
import vn.thutuc.dossier.Texts;
import vn.thutuc.process.AsHouse;
import vn.thutuc.process.task.TaskHolders;

/**
 * Acts on one task: hand it to a colleague and take it back, assign it, take it for somebody who is
 * away, put it back until a day. Each holds the task's row, asks a rule, and leaves a line in the
 * journal; done a second time it changes nothing.
 */
@Service
@Transactional
@RepeatedAfterLostRace
public class TaskActs {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

  private final WorkTasks work;
  private final TaskService tasks;
  private final TaskHolders holders;
  private final DossierWork dossiers;
  private final Rights rights;
  private final TaskMover mover;
  private final CurrentActor actor;
  private final AsHouse house;
  private final Now now;

  TaskActs(
      WorkTasks work,
      TaskService tasks,
      TaskHolders holders,
      DossierWork dossiers,
      Rights rights,
      TaskMover mover,
      CurrentActor actor,
      AsHouse house,
      Now now) {
    this.work = work;
    this.tasks = tasks;
    this.holders = holders;
    this.dossiers = dossiers;
    this.rights = rights;
    this.mover = mover;
    this.actor = actor;
    this.house = house;
    this.now = now;
  }

  /**
   * Gives a task to a colleague of the same unit and role, who finds it among their own.
   *
   * @param to login id of the colleague; required
   * @param reason why; required
   */
  public void handOver(String taskId, String to, String reason) {
    requirePerson("to", to);
    requireReason(reason);
    WorkTask task = held(taskId);
    String me = me();
    if (to.equals(task.assignee()) && me.equals(task.owner())) {
      return;
    }
    require(
        TaskRule.handOver(
            me.equals(task.assignee()),
            task.assignee() != null,
            name(task.assignee()),
            sharesRole(task, me, to),
            me.equals(to)),
        "hand-over-refused");
    house.run(() -> holders.give(taskId, to, me));
    trace(task, JournalEvent.HANDED_OVER, reason, to, behalf(task, me));
  }

  private boolean sharesRole(WorkTask task, String me, String colleague) {
    return rights.rolesOf(task, colleague).stream()
        .anyMatch(
            role ->
                rights.rolesOf(task, me).contains(role) || rights.principal(task, me).isPresent());
  }

  /** Takes a task back that was handed to a colleague. */
  public void takeBack(String taskId, String reason) {
    Texts.fits("reason", "Lý do", reason, Texts.REASON);
    WorkTask task = held(taskId);
    String me = me();
    if (me.equals(task.assignee()) && task.owner() == null) {
      return;
    }
    boolean entitled = rights.mayWork(task, me) || rights.principal(task, me).isPresent();
    require(
        TaskRule.takeBack(me.equals(task.owner()) && !me.equals(task.assignee()), entitled),
        "take-back-refused");
    house.run(() -> holders.give(taskId, me, null));
    trace(task, JournalEvent.TAKEN_BACK, reason, me, behalf(task, me));
  }

  /**
   * The head of the unit gives a task to somebody of the unit, or back to the unit's queue.
   *
   * @param to login id; null for the queue
   * @param reason why; required
   */
  public void assign(String taskId, String to, String reason) {
    requireReason(reason);
    WorkTask task = held(taskId);
    TaskMover.Outcome outcome = mover.assign(task, to, reason, me());
    if (outcome.state() == TaskMover.State.REFUSED) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN, "assignment-refused", null, outcome.reason());
    }
  }

  /** A deputy takes a task that the person they stand in for has. */
  public void standIn(String taskId) {
    WorkTask task = held(taskId);
    String me = me();
    if (me.equals(task.assignee()) && task.owner() != null) {
      return;
    }
    String principal = task.assignee();
    require(
        TaskRule.standIn(
            principal != null,
            me.equals(principal),
            principal != null && rights.standsInFor(task, me, principal),
            name(principal)),
        "stand-in-refused");
    house.run(() -> holders.give(taskId, me, principal));
    trace(task, JournalEvent.STOOD_IN, null, me, principal);
  }

  /**
   * Puts a task back: it leaves the list of what is to be done until the day comes. The dossier's
   * end, the step's due date and every timer stay where they are.
   *
   * @param until first day it is seen again, local; required
   * @param reason why; required
   */
  public void putBack(String taskId, LocalDate until, String reason) {
    if (until == null) {
      throw DossierProblem.invalid(
          "field-missing", "until", "Chưa nhập \"Đến ngày\". Hãy điền rồi gửi lại.");
    }
    requireReason(reason);
    WorkTask task = work.held(taskId);
    DossierWork.Standing standing = dossiers.requireWork(task.number());
    Instant at = until.atStartOfDay(WorkingCalendar.ZONE).toInstant();
    if (at.equals(task.followUp())) {
      return;
    }
    require(
        TaskRule.putBack(
            me().equals(task.assignee()), rights.today(), until, standing.end(), standing.late()),
        "put-back-refused");
    house.run(() -> tasks.setFollowUpDate(taskId, Date.from(at)));
    dossiers.trace(
        task.number(),
        JournalEvent.PUT_BACK,
        reason,
        "%s, đến %s".formatted(task.name(), DAY.format(until)),
        behalf(task, me()));
  }

  /** Takes a task up again before its day has come. */
  public void takeUpAgain(String taskId) {
    WorkTask task = held(taskId);
    if (task.followUp() == null || !task.followUp().isAfter(now.instant())) {
      return;
    }
    require(
        me().equals(task.assignee())
            ? TaskRule.yes("")
            : TaskRule.no("Chỉ người đang giữ việc được lấy lại việc đã tạm cất."),
        "take-up-refused");
    house.run(() -> holders.takeUpAgain(taskId));
    dossiers.trace(
        task.number(), JournalEvent.TAKEN_UP_AGAIN, null, task.name(), behalf(task, me()));
  }

  private WorkTask held(String taskId) {
    WorkTask task = work.held(taskId);
    dossiers.requireWork(task.number());
    return task;
  }

  private void trace(
      WorkTask task, JournalEvent event, String reason, String to, String onBehalfOf) {
    dossiers.trace(
        task.number(), event, reason, "%s → %s".formatted(task.name(), name(to)), onBehalfOf);
  }

  /** For whom the caller acts on the task; null in their own right. */
  private String behalf(WorkTask task, String me) {
    return rights.mayWork(task, me) ? null : rights.principal(task, me).orElse(null);
  }

  private String me() {
    return actor.get().personId();
  }

  private String name(String person) {
    return person == null ? null : rights.name(person);
  }

  private static void require(Verdict verdict, String code) {
    if (!verdict.allowed()) {
      throw DossierProblem.conflict(code, verdict.reasonVi());
    }
  }

  private static void requirePerson(String field, String person) {
    if (person == null || person.isBlank()) {
      throw DossierProblem.invalid(
          "field-missing", field, "Chưa chọn người nhận. Hãy chọn rồi gửi lại.");
    }
  }

  static void requireReason(String reason) {
    Texts.required("reason", "Lý do", reason);
    Texts.fits("reason", "Lý do", reason, Texts.REASON);
  }
}
