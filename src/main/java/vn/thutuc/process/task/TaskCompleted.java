package vn.thutuc.process.task;

import java.time.LocalDateTime;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.dossier.Actor;
import vn.thutuc.dossier.CompletedSteps;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.DossierSteps;
import vn.thutuc.dossier.ResultPapers;
import vn.thutuc.outbound.OutboundActs;
import vn.thutuc.process.Vocabulary;

/**
 * Moves what a form submitted into the dossier before the engine keeps it: only the routing flags
 * of the vocabulary stay.
 */
@Component
public class TaskCompleted implements TaskListener {

  /** Flags the desk may set right before acceptance. */
  private static final Set<String> FLAGS_SET_RIGHT = Set.of("caseCode", "areaClass");

  /** Where a leader's form says whether the leader signs. */
  private static final String DECISION = "leaderDecision";

  private static final String SIGNED_BY = "signedBy";

  /** For whom a deputy signed; empty when the signer signed in their own right. */
  private static final String SIGNED_FOR = "signedFor";

  /** What decides what is issued and whose it is; taken only from a form that asks for it. */
  private static final Set<String> ONLY_IF_ASKED = Set.of("resultKind", SIGNED_BY, SIGNED_FOR);

  /** Where a form says that somebody outside the house has signed. */
  private static final String OUTSIDE_SIGNER = "outsideSigner";

  private final ObjectProvider<DossierSteps> steps;
  private final ObjectProvider<OutboundActs> outbound;
  private final FormCheck form;
  private final ObjectProvider<CurrentActor> actor;
  private final PaperSignature paper;
  private final ObjectProvider<ResultPapers> papers;
  private final PaperPath paperPath;
  private final ObjectProvider<TaskOpenings> openings;

  TaskCompleted(
      ObjectProvider<DossierSteps> steps,
      ObjectProvider<OutboundActs> outbound,
      FormCheck form,
      ObjectProvider<CurrentActor> actor,
      PaperSignature paper,
      ObjectProvider<ResultPapers> papers,
      PaperPath paperPath,
      ObjectProvider<TaskOpenings> openings) {
    this.actor = actor;
    this.paper = paper;
    this.papers = papers;
    this.paperPath = paperPath;
    this.openings = openings;
    this.steps = steps;
    this.outbound = outbound;
    this.form = form;
  }

  @Override
  public void notify(DelegateTask task) {
    try {
      Map<String, Object> fields = taken(task, form.check(task));
      String number = task.getExecution().getProcessBusinessKey();
      CompletedSteps.Completion done = completion(task, number);
      fields.putAll(ofPaper(task, fields));
      steps
          .getObject()
          .record(number, done, fields)
          .forEach((flag, held) -> keep(task, flag, held));
    } catch (DossierProblem e) {
      throw new BadUserRequestException(e.getMessage(), e);
    }
  }

  /** What the paper of a result has to say to the step, and what it gives the dossier. */
  private Map<String, Object> ofPaper(DelegateTask task, Map<String, Object> fields) {
    ResultPapers kept = papers.getIfAvailable();
    if (kept == null) {
      return Map.of();
    }
    TaskEntity entity = (TaskEntity) task;
    return paperPath
        .step(entity)
        .map(
            step -> {
              // As whoever saves the paper does: the task first, else each waits for the other.
              openings.getObject().hold(task.getId());
              return step;
            })
        .map(step -> kept.completing(step, decision(task, paperPath.form(entity)), fields))
        .orElse(Map.of());
  }

  private static String decision(DelegateTask task, PaperForm form) {
    Object decision = form.decisionField() == null ? null : task.getVariable(form.decisionField());
    return decision == null ? null : decision.toString();
  }

  private CompletedSteps.Completion completion(DelegateTask task, String number) {
    return new CompletedSteps.Completion(
        task.getId(),
        task.getTaskDefinitionKey(),
        task.getName(),
        outbound.getObject().newest(number),
        steps.getObject().newestLine(number));
  }

  private Map<String, Object> taken(DelegateTask task, FormCheck.Fields form) {
    Set<String> submitted = new TreeSet<>(task.getVariableNames());
    // A flag is chosen, never written: a text field of the same name is the dossier's.
    submitted.removeIf(name -> Vocabulary.VARIABLES.contains(name) && !form.texts().contains(name));
    Map<String, Object> fields = new LinkedHashMap<>();
    submitted.stream()
        .filter(name -> !ONLY_IF_ASKED.contains(name) || form.declared().contains(name))
        .forEach(name -> fields.put(name, plain(task.getVariable(name))));
    submitted.forEach(name -> remove(task, name));
    FLAGS_SET_RIGHT.stream()
        .filter(flag -> task.getVariable(flag) != null)
        .forEach(flag -> fields.put(flag, plain(task.getVariable(flag))));
    if (form.declared().contains(OUTSIDE_SIGNER)) {
      fields.put(SIGNED_BY, "");
      fields.put(SIGNED_FOR, "");
    } else if (form.declared().contains(DECISION) && "approve".equals(task.getVariable(DECISION))) {
      PaperSignature.Signed signed = paper.current().orElseGet(this::whoCompletes);
      fields.put(SIGNED_BY, signed.by());
      fields.put(SIGNED_FOR, Objects.requireNonNullElse(signed.onBehalfOf(), ""));
    }
    return fields;
  }

  private PaperSignature.Signed whoCompletes() {
    Actor signer = actor.getObject().get();
    return new PaperSignature.Signed(signer.personId(), signer.onBehalfOf());
  }

  /** What a form says of a fact of the dossier never routes past the dossier. */
  private static void keep(DelegateTask task, String flag, Object held) {
    if (task.hasVariableLocal(flag)) {
      task.removeVariableLocal(flag);
    }
    if (task.hasVariable(flag) && !Objects.equals(held, task.getVariable(flag))) {
      task.setVariable(flag, held);
    }
  }

  private static void remove(DelegateTask task, String name) {
    if (task.hasVariableLocal(name)) {
      task.removeVariableLocal(name);
    }
    task.getExecution().removeVariable(name);
  }

  private static Object plain(Object value) {
    return value instanceof Date date
        ? LocalDateTime.ofInstant(date.toInstant(), WorkingCalendar.ZONE).toString()
        : value;
  }
}
