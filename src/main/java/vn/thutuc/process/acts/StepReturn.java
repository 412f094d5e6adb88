package vn.thutuc.process.acts;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Verdict;
import vn.thutuc.dossier.CompletedSteps;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.DossierWork;
import vn.thutuc.dossier.RepeatedAfterLostRace;
import vn.thutuc.outbound.OutboundActs;
import vn.thutuc.process.AsHouse;
import vn.thutuc.process.task.TaskHolders;
import vn.thutuc.process.task.TaskOpenings;

/**
 * Takes a step back that was completed by mistake: whoever completed it gets it again with what
 * they had typed, as long as nothing has come of it. Decision 0020 says what counts as nothing.
 */
@Service
@Transactional
@RepeatedAfterLostRace
public class StepReturn {

  private static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy", Locale.ROOT);

  private final CompletedSteps steps;
  private final StepHops hops;
  private final WorkTasks work;
  private final DossierWork dossiers;
  private final OutboundActs outbound;
  private final TaskHolders holders;
  private final TaskOpenings openings;
  private final Rights rights;
  private final CurrentActor actor;
  private final AsHouse house;

  StepReturn(
      CompletedSteps steps,
      StepHops hops,
      WorkTasks work,
      DossierWork dossiers,
      OutboundActs outbound,
      TaskHolders holders,
      TaskOpenings openings,
      Rights rights,
      CurrentActor actor,
      AsHouse house) {
    this.steps = steps;
    this.hops = hops;
    this.work = work;
    this.dossiers = dossiers;
    this.outbound = outbound;
    this.holders = holders;
    this.openings = openings;
    this.rights = rights;
    this.actor = actor;
    this.house = house;
  }

  /**
   * Whether a completed step can be taken back.
   *
   * @param taskId the task in which it was done
   * @param number number of the dossier
   * @param step name of the step
   * @param reason why, or why not, in Vietnamese
   */
  public record Chance(String taskId, String number, String step, boolean allowed, String reason) {}

  /**
   * Whether the caller can take back the step they did in a task.
   *
   * @throws DossierProblem when there is no such step or the caller may not work on its dossier
   */
  @Transactional(readOnly = true)
  public Chance chance(String taskId) {
    return chance(find(taskId));
  }

  /**
   * The same of the dossier's last step, if the caller did it; empty when somebody else did, and
   * for whoever only reads dossiers or knows none of this number.
   */
  @Transactional(readOnly = true)
  public Optional<Chance> last(String number) {
    return steps
        .newest(number)
        .filter(step -> step.person().equals(me()))
        .map(step -> chance(find(step.taskId())));
  }

  private Chance chance(CompletedSteps.Step step) {
    Optional<StepHops.Hop> hop = hops.after(step.taskId());
    Verdict verdict = verdict(step, hop.orElse(null));
    return new Chance(
        step.taskId(), step.number(), name(step), verdict.allowed(), verdict.reasonVi());
  }

  /**
   * Takes the step back; done a second time it changes nothing.
   *
   * @param reason why; required
   * @return id of the task in which the step is done again
   */
  public String takeBack(String taskId, String reason) {
    TaskActs.requireReason(reason);
    StepHops.Hop hop = held(find(taskId));
    // Read again with the next task held: nobody claims or completes it, or goes back, meanwhile.
    CompletedSteps.Step step = find(taskId);
    if (step.reopenedAs() != null && step.person().equals(me())) {
      return step.reopenedAs();
    }
    require(verdict(step, hop));
    String again = hops.back(hop);
    WorkTask task = work.any(again).orElseThrow(WorkTasks::gone);
    boolean own = rights.mayWork(task, me());
    Optional<String> principal = rights.principal(task, me());
    require(StepReturnRule.entitled(own || principal.isPresent()));
    String behalf = behalf(step, task).orElse(own ? null : principal.orElse(null));
    house.run(() -> holders.give(again, me(), behalf));
    steps.takeBack(step, name(step), again, reason.strip(), behalf);
    return again;
  }

  /** Done for somebody it is taken back for the same, as long as the caller still stands in. */
  private Optional<String> behalf(CompletedSteps.Step step, WorkTask task) {
    return Optional.ofNullable(step.onBehalfOf())
        .filter(principal -> rights.standsInFor(task, me(), principal));
  }

  private StepHops.Hop held(CompletedSteps.Step step) {
    return hops.after(step.taskId())
        .filter(hop -> work.heldByHouse(hop.next()).isPresent())
        .orElse(null);
  }

  private CompletedSteps.Step find(String taskId) {
    CompletedSteps.Step step = steps.ofTask(taskId).orElseThrow(StepReturn::unknown);
    try {
      dossiers.requireWork(step.number());
    } catch (DossierProblem notTheirs) {
      throw notTheirs.kind() == DossierProblem.Kind.NOT_FOUND ? unknown() : notTheirs;
    }
    return step;
  }

  private static DossierProblem unknown() {
    return new DossierProblem(
        DossierProblem.Kind.NOT_FOUND,
        "step-not-found",
        "taskId",
        "Không tìm thấy bước đã hoàn thành này, hoặc hồ sơ không thuộc đơn vị của anh/chị.");
  }

  private Verdict verdict(CompletedSteps.Step step, StepHops.Hop hop) {
    boolean last = steps.newest(step.number()).filter(found -> found.id() == step.id()).isPresent();
    Optional<Verdict> refusal =
        StepReturnRule.before(
            step.person().equals(me()),
            rights.name(step.person()),
            step.reopenedAs() == null,
            last);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Optional<CompletedSteps.Since> since = steps.since(step);
    if (since.isPresent()) {
      return StepReturnRule.recorded(since.get().label(), AT.format(since.get().at()));
    }
    if (outbound.newest(step.number()) > step.outboundAct()) {
      return StepReturnRule.left();
    }
    return hop == null ? StepReturnRule.noHop() : next(hop);
  }

  private Verdict next(StepHops.Hop hop) {
    WorkTask task = work.any(hop.next()).orElse(null);
    if (task == null) {
      return StepReturnRule.noHop();
    }
    if (task.assignee() != null && !task.assignee().equals(me())) {
      return StepReturnRule.taken(task.name(), rights.name(task.assignee()));
    }
    return openings.of(task.id()).stream()
        .filter(opening -> !opening.person().equals(me()))
        .filter(opening -> isNext(task, opening.person()))
        .findFirst()
        .map(
            opening ->
                StepReturnRule.opened(task.name(), rights.name(opening.person()), at(opening.at())))
        .orElseGet(() -> StepReturnRule.allowed(task.name()));
  }

  /** The next person is who may do the next step; others may look at it. */
  private boolean isNext(WorkTask task, String person) {
    return rights.mayWork(task, person) || rights.principal(task, person).isPresent();
  }

  private static void require(Verdict verdict) {
    if (!verdict.allowed()) {
      throw DossierProblem.conflict("step-return-refused", verdict.reasonVi());
    }
  }

  private String name(CompletedSteps.Step step) {
    return hops.name(step.taskId()).orElse(step.step());
  }

  private String me() {
    return actor.get().personId();
  }

  private static String at(Instant instant) {
    return AT.format(instant.atZone(WorkingCalendar.ZONE));
  }
}
