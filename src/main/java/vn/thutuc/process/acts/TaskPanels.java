package vn.thutuc.process.acts;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Now;
import vn.thutuc.clock.Verdict;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierActs;
import vn.thutuc.dossier.DossierWork;
import vn.thutuc.dossier.LateReasons;
import vn.thutuc.dossier.Opinions;
import vn.thutuc.dossier.StopProposals;
import vn.thutuc.dossier.UnitChanges;
import vn.thutuc.organisation.PersonView;

/** What can be done to a task and its dossier now, by the person who looks, and why not. */
@Service
@Transactional(readOnly = true)
public class TaskPanels {

  private final WorkTasks work;
  private final StepForms forms;
  private final DossierWork dossiers;
  private final DossierActs acts;
  private final StopProposals stops;
  private final LateReasons lateness;
  private final UnitChanges units;
  private final Opinions opinions;
  private final StepReturn returning;
  private final Rights rights;
  private final CurrentActor actor;
  private final Now now;

  TaskPanels(
      WorkTasks work,
      StepForms forms,
      DossierWork dossiers,
      DossierActs acts,
      StopProposals stops,
      LateReasons lateness,
      UnitChanges units,
      Opinions opinions,
      StepReturn returning,
      Rights rights,
      CurrentActor actor,
      Now now) {
    this.work = work;
    this.forms = forms;
    this.dossiers = dossiers;
    this.acts = acts;
    this.stops = stops;
    this.lateness = lateness;
    this.units = units;
    this.opinions = opinions;
    this.returning = returning;
    this.rights = rights;
    this.actor = actor;
    this.now = now;
  }

  /**
   * Whether an act can be done.
   *
   * @param reason why, or why not, in Vietnamese
   */
  public record Act(boolean allowed, String reason) {

    static Act of(Verdict verdict) {
      return new Act(verdict.allowed(), verdict.reasonVi());
    }

    static Act unless(Optional<String> refusal) {
      return new Act(refusal.isEmpty(), refusal.orElse(null));
    }
  }

  /**
   * Somebody a task can be given to.
   *
   * @param away until when they are away; null when present
   */
  public record Colleague(String id, String name, String away) {}

  /** Giving the task to others. */
  public record Giving(
      Act handOver,
      Act takeBack,
      Act standIn,
      Act assign,
      List<Colleague> colleagues,
      List<Colleague> officers) {}

  /**
   * Putting the task back.
   *
   * @param until when it comes again, local; null when it was not put back
   * @param end legal end of the dossier, local; null while paused or without a term
   */
  public record PuttingBack(Act act, LocalDateTime until, LocalDateTime end) {}

  /** Asking for a supplement. */
  public record Supplement(
      Act act,
      List<DossierWork.PaperOf> papers,
      List<StepForms.Field> fields,
      long asked,
      Integer allowed) {}

  /** Stopping: proposing, and deciding on the proposal that waits. */
  public record Stop(Act propose, boolean mayDecide, StopProposals.Proposal waiting) {}

  /** Asking other units, and what they answered. */
  public record OpinionAsking(
      Act act, List<UnitChanges.Target> units, List<Opinions.Opinion> asked) {}

  /** Sending a dossier that was routed wrongly on to the competent unit. */
  public record SendingOn(Act act, List<UnitChanges.Target> targets) {}

  /**
   * Everything the tab shows.
   *
   * @param stepReturn whether the caller's own last step can be taken back; null when the last step
   *     of the dossier is somebody else's
   */
  public record Panel(
      String number,
      String step,
      String assignee,
      String assigneeName,
      String ownerName,
      boolean mine,
      Giving giving,
      PuttingBack puttingBack,
      Supplement supplement,
      Act extension,
      LocalDateTime end,
      Stop stop,
      OpinionAsking opinions,
      SendingOn sendingOn,
      LateReasons.State lateness,
      StepReturn.Chance stepReturn) {}

  /** What the caller can do at a task. */
  public Panel of(String taskId) {
    WorkTask task = work.seen(taskId);
    DossierWork.Standing standing = dossiers.requireWork(task.number());
    String me = actor.get().personId();
    return new Panel(
        task.number(),
        task.name(),
        task.assignee(),
        name(task.assignee()),
        name(task.owner()),
        me.equals(task.assignee()),
        giving(task, me),
        puttingBack(task, standing, me),
        supplement(task, me),
        Act.unless(acts.refusalToExtend(task.number())),
        standing.end(),
        stop(task),
        opinions(task),
        sendingOn(task),
        lateness.state(task.number()),
        returning.last(task.number()).orElse(null));
  }

  private Giving giving(WorkTask task, String me) {
    boolean mine = me.equals(task.assignee());
    boolean entitled = rights.mayWork(task, me) || rights.principal(task, me).isPresent();
    boolean head = rights.heads(task, me).isPresent();
    List<Colleague> colleagues =
        mine ? colleagues(rights.holders(rights.rolesOf(task, me).stream()), me) : List.of();
    Act handOver =
        Act.of(
            TaskRule.handOver(mine, task.assignee() != null, name(task.assignee()), true, false));
    if (handOver.allowed() && colleagues.isEmpty()) {
      handOver = new Act(false, "Đơn vị không có đồng nghiệp nào khác giữ vai trò của bước này.");
    }
    return new Giving(
        handOver,
        Act.of(TaskRule.takeBack(me.equals(task.owner()) && !mine, entitled)),
        Act.of(
            TaskRule.standIn(
                task.assignee() != null,
                mine,
                task.assignee() != null && rights.standsInFor(task, me, task.assignee()),
                name(task.assignee()))),
        Act.of(TaskRule.assign(head, true, true)),
        colleagues,
        head ? colleagues(rights.whoMayWork(task), task.assignee()) : List.of());
  }

  private List<Colleague> colleagues(List<PersonView> people, String without) {
    List<Colleague> colleagues = new ArrayList<>();
    people.stream()
        .filter(person -> !person.id().equals(without))
        .forEach(
            person ->
                colleagues.add(
                    new Colleague(person.id(), person.name(), rights.away(person.id()))));
    return colleagues;
  }

  private PuttingBack puttingBack(WorkTask task, DossierWork.Standing standing, String me) {
    Instant until = task.followUp();
    boolean away = until != null && until.isAfter(now.instant());
    return new PuttingBack(
        Act.of(
            TaskRule.putBack(
                me.equals(task.assignee()), rights.today(), null, standing.end(), standing.late())),
        away ? LocalDateTime.ofInstant(until, WorkingCalendar.ZONE) : null,
        standing.end());
  }

  private Supplement supplement(WorkTask task, String me) {
    Optional<StepForms.Offer> offer = forms.supplement(task.id());
    DossierWork.Supplements asked = dossiers.supplements(task.number());
    Act act;
    if (offer.isEmpty()) {
      act = new Act(false, SupplementAsking.withoutBranch(task));
    } else if (!me.equals(task.assignee())) {
      act = new Act(false, "Chỉ người đang giữ việc được yêu cầu bổ sung.");
    } else if (asked.allowed() != null && asked.asked() >= asked.allowed()) {
      act = new Act(false, SupplementAsking.moreThanAllowed(asked));
    } else {
      act = new Act(true, null);
    }
    return new Supplement(
        act,
        act.allowed() ? dossiers.papers(task.number()) : List.of(),
        offer.filter(found -> act.allowed()).map(StepForms.Offer::others).orElse(List.of()),
        asked.asked(),
        asked.allowed());
  }

  private OpinionAsking opinions(WorkTask task) {
    Act act = Act.unless(opinions.refusal(task.number()));
    return new OpinionAsking(
        act, act.allowed() ? opinions.units(task.number()) : List.of(), opinions.of(task.number()));
  }

  private SendingOn sendingOn(WorkTask task) {
    Act act = Act.unless(units.refusal(task.number()));
    return new SendingOn(act, act.allowed() ? units.targets(task.number()) : List.of());
  }

  private Stop stop(WorkTask task) {
    return new Stop(
        Act.unless(stops.refusal(task.number())),
        stops.mayDecide(task.number()),
        stops.waiting(task.number()).orElse(null));
  }

  private String name(String person) {
    return person == null ? null : rights.name(person);
  }
}
