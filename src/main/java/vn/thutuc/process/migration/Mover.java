package vn.thutuc.process.migration;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.DossierModels;
import vn.thutuc.process.AsHouse;
import vn.thutuc.process.timer.Timers;

/**
 * Moves one process instance of a dossier to another version, in its caller's transaction, and lets
 * it stand only when no date of the dossier is another than before.
 */
@Component
class Mover {

  private final RuntimeService runtime;
  private final ProcessEngineConfigurationImpl engine;
  private final DossierModels dossiers;
  private final Timers timers;
  private final AsHouse house;

  Mover(
      RuntimeService runtime,
      ProcessEngineConfigurationImpl engine,
      DossierModels dossiers,
      Timers timers,
      AsHouse house) {
    this.runtime = runtime;
    this.engine = engine;
    this.dossiers = dossiers;
    this.timers = timers;
    this.house = house;
  }

  /**
   * What was done to one instance.
   *
   * @param place where the dossier stands, in Vietnamese
   * @param added timers that only the new version has, with their dates
   */
  record Moved(
      String place,
      SortedMap<String, String> before,
      SortedMap<String, String> after,
      SortedMap<String, String> added) {}

  /** The instance has ended or is on another version already. */
  static final class Gone extends RuntimeException {

    static final String WORDS = "Quy trình đã kết thúc hoặc không còn ở phiên bản cũ.";

    Gone() {
      super(WORDS);
    }
  }

  /** The instance stays where it is; the reason is for an administrator, in Vietnamese. */
  static final class Stays extends RuntimeException {

    private final transient Moved at;

    Stays(String reason, Moved at) {
      super(reason);
      this.at = at;
    }

    Moved at() {
      return at;
    }
  }

  /**
   * Moves an instance.
   *
   * @param run id of the run, for the journal
   * @param by who started it
   * @throws Gone when it is not on the old version any more
   * @throws Stays when it cannot be moved; the caller rolls back
   */
  Moved move(MovePlan plan, String instance, String number, long run, String by) {
    try {
      return house.call(() -> moveAsHouse(plan, instance, number, run, by));
    } catch (RuntimeException failure) {
      throw isLostRace(failure)
          ? new CannotAcquireLockException("Somebody else was at " + number, failure)
          : failure;
    }
  }

  private Moved moveAsHouse(MovePlan plan, String instance, String number, long run, String by) {
    boolean known = dossiers.hold(number);
    ProcessInstance found =
        runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult();
    if (found == null || !found.getProcessDefinitionId().equals(plan.source().id())) {
      throw new Gone();
    }
    if (!known) {
      throw new Stays(
          "Quy trình này không thuộc hồ sơ nào nên không có gì để so thời hạn.", nothing(""));
    }
    Standing standing = execute(context -> standing(context, plan, instance));
    Dates before = read(plan, instance, number, id -> plan.targetOf(id).orElse(id));
    Moved at = new Moved(standing.place(), before.dates(), new TreeMap<>(), new TreeMap<>());
    if (!standing.reasons().isEmpty()) {
      throw new Stays(String.join(" ", standing.reasons()), at);
    }
    migrate(plan, instance, at);
    timers.derive(number);
    Dates after = read(plan, instance, number, UnaryOperator.identity());
    Moved moved = compare(plan, standing.place(), before, after);
    dossiers.moved(
        number, plan.source().id(), plan.target().id(), words(plan), data(plan, instance, run, by));
    return moved;
  }

  private static Moved nothing(String place) {
    return new Moved(place, new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  private <T> T execute(Command<T> command) {
    return engine.getCommandExecutorTxRequired().execute(command);
  }

  private Dates read(MovePlan plan, String instance, String number, UnaryOperator<String> renamed) {
    List<String> tree =
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
            .map(ProcessInstance::getId)
            .toList();
    return execute(context -> Dates.read(context, tree, instance, renamed, dossiers.ends(number)));
  }

  /** Where an instance stands, and what of that has no place in the new version. */
  private record Standing(String place, Set<String> reasons) {}

  private static Standing standing(CommandContext context, MovePlan plan, String instance) {
    Set<String> places = new LinkedHashSet<>();
    Set<String> reasons = new LinkedHashSet<>();
    for (ExecutionEntity execution :
        context.getExecutionManager().findExecutionsByProcessInstanceId(instance)) {
      ActivityImpl activity = execution.getActivity();
      if (activity == null) {
        continue;
      }
      if (execution.getNonEventScopeExecutions().isEmpty()) {
        places.add(Elements.words(activity));
      }
      ScopeImpl scope = activity;
      while (scope != null) {
        if (scope instanceof ActivityImpl inside && Elements.holds(inside)) {
          explain(plan, inside, reasons);
        }
        Elements.triggers(scope).forEach(trigger -> explain(plan, trigger, reasons));
        scope = scope instanceof ActivityImpl inside ? inside.getFlowScope() : null;
      }
    }
    return new Standing(String.join("; ", places), reasons);
  }

  private static void explain(MovePlan plan, ActivityImpl activity, Set<String> reasons) {
    plan.whyNot(activity.getId())
        .ifPresent(
            why ->
                reasons.add(
                    "%s %s: %s".formatted(why.kind(), Elements.words(activity), why.reason())));
  }

  private void migrate(MovePlan plan, String instance, Moved at) {
    try {
      runtime.newMigration(plan.engine()).processInstanceIds(instance).execute();
    } catch (MigratingProcessInstanceValidationException refusal) {
      throw new Stays(words(refusal.getValidationReport()), at);
    }
  }

  private static String words(MigratingProcessInstanceValidationReport report) {
    List<String> failures = new ArrayList<>(report.getFailures());
    report
        .getActivityInstanceReports()
        .forEach(
            r -> failures.add(r.getSourceScopeId() + ": " + String.join("; ", r.getFailures())));
    report
        .getTransitionInstanceReports()
        .forEach(
            r -> failures.add(r.getSourceScopeId() + ": " + String.join("; ", r.getFailures())));
    return "Hệ thống quy trình từ chối: " + String.join(" | ", failures);
  }

  /** Only timers that the new version adds may be there that were not there before. */
  private static Moved compare(MovePlan plan, String place, Dates before, Dates after) {
    SortedMap<String, String> kept = new TreeMap<>();
    SortedMap<String, String> added = new TreeMap<>();
    after
        .dates()
        .forEach(
            (what, when) ->
                (!before.dates().containsKey(what) && isNew(plan, what) ? added : kept)
                    .put(what, when));
    Moved moved = new Moved(place, before.dates(), kept, added);
    if (!kept.equals(before.dates())) {
      throw new Stays(
          "Thời hạn sẽ bị đổi: "
              + differences(before.dates(), kept)
              + ". Nếu mốc đã lệch từ trước (sửa tay, việc lỗi đang chờ chạy lại), hãy Tính lại mốc"
              + " thời hạn ở trang Lịch làm việc rồi thử lại; nếu do mô hình mới đổi tỷ lệ thời gian,"
              + " hồ sơ này tiếp tục theo phiên bản cũ.",
          moved);
    }
    String changed = changedJobs(before.jobs(), after.jobs());
    if (!changed.isEmpty()) {
      throw new Stays("Việc chạy nền sẽ bị đổi: " + changed + ".", moved);
    }
    return moved;
  }

  private static boolean isNew(MovePlan plan, String what) {
    String prefix = "timer " + plan.target().key() + "/";
    return what.startsWith(prefix) && plan.isNew(what.substring(prefix.length()));
  }

  private static String differences(Map<String, String> before, Map<String, String> after) {
    Set<String> all = new LinkedHashSet<>(before.keySet());
    all.addAll(after.keySet());
    return all.stream()
        .filter(what -> !String.valueOf(before.get(what)).equals(String.valueOf(after.get(what))))
        .map(
            what ->
                "%s: %s → %s"
                    .formatted(
                        DateWords.what(what),
                        DateWords.when(before.get(what)),
                        DateWords.when(after.get(what))))
        .collect(Collectors.joining(", "));
  }

  private static String changedJobs(Map<String, String> before, Map<String, String> after) {
    return before.entrySet().stream()
        .filter(job -> !job.getValue().equals(after.get(job.getKey())))
        .map(job -> job.getValue() + " → " + after.getOrDefault(job.getKey(), "mất"))
        .collect(Collectors.joining(", "));
  }

  private static String words(MovePlan plan) {
    return "chuyển sang phiên bản mô hình %d của %s (trước đó: phiên bản %d); thời hạn giữ nguyên"
        .formatted(plan.target().version(), plan.target().key(), plan.source().version());
  }

  private static Map<String, Object> data(MovePlan plan, String instance, long run, String by) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("run", run);
    data.put("process", plan.target().key());
    data.put("instance", instance);
    data.put("from", plan.source().version());
    data.put("to", plan.target().version());
    data.put("startedBy", by);
    return data;
  }

  /** The engine wraps a deadlock so that nobody else would know it for a lost race. */
  private static boolean isLostRace(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof SQLException sql
          && ("40P01".equals(sql.getSQLState()) || "40001".equals(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }
}
