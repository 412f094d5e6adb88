package vn.thutuc.process.migration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.migration.MigrationInstructionValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.process.AsHouse;

/**
 * Maps one version of a model onto another by ids: the same id, else the successor that the new
 * version or an administrator names. Event triggers are never updated: that would ask the clock's
 * dates away. What the engine's own validation refuses is taken out and listed.
 */
@Component
class MovePlans {

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final ProcessEngineConfigurationImpl engine;
  private final AsHouse house;

  MovePlans(
      RepositoryService repository,
      RuntimeService runtime,
      ProcessEngineConfigurationImpl engine,
      AsHouse house) {
    this.repository = repository;
    this.runtime = runtime;
    this.engine = engine;
    this.house = house;
  }

  /**
   * Makes the plan.
   *
   * @param entered what an administrator adds to the successors that the new version names
   */
  MovePlan of(String sourceId, String targetId, Successors entered) {
    return house.call(() -> make(sourceId, targetId, entered));
  }

  private MovePlan make(String sourceId, String targetId, Successors entered) {
    ProcessDefinitionEntity source = definition(sourceId, "source");
    ProcessDefinitionEntity target = definition(targetId, "target");
    requireSameProcess(source, target);
    requireKnown(entered, source, target);
    Successors named = Successors.of(repository.getBpmnModelInstance(targetId));
    Draft draft = new Draft(source, target, named, entered);
    MigrationPlan plan = build(draft);
    List<MovePlan.Mapped> mapped = new ArrayList<>();
    draft.targets.forEach((from, to) -> mapped.add(draft.mapped(from, to)));
    Set<String> added = new HashSet<>();
    Elements.holding(target).forEach(activity -> added.add(activity.getId()));
    added.removeAll(draft.targets.values());
    return new MovePlan(
        version(source),
        version(target),
        mapped,
        new ArrayList<>(draft.unmapped.values()),
        added,
        plan);
  }

  private ProcessDefinitionEntity definition(String id, String field) {
    boolean known =
        id != null
            && !id.isBlank()
            && repository.createProcessDefinitionQuery().processDefinitionId(id).count() == 1;
    if (!known) {
      throw new DossierProblem(
          DossierProblem.Kind.NOT_FOUND,
          "version-not-found",
          field,
          "Không có phiên bản mô hình \"%s\". Hãy tải lại trang và chọn lại.".formatted(id));
    }
    return engine
        .getCommandExecutorTxRequired()
        .execute(
            (Command<ProcessDefinitionEntity>)
                context -> engine.getDeploymentCache().findDeployedProcessDefinitionById(id));
  }

  private static void requireSameProcess(ProcessDefinition source, ProcessDefinition target) {
    if (!source.getKey().equals(target.getKey()) || source.getId().equals(target.getId())) {
      throw DossierProblem.invalid(
          "versions-unfit",
          "target",
          "Hồ sơ chỉ chuyển được giữa hai phiên bản khác nhau của cùng một quy trình.");
    }
  }

  private static void requireKnown(
      Successors entered, ProcessDefinitionEntity source, ProcessDefinitionEntity target) {
    entered
        .pairs()
        .forEach(
            (old, next) -> {
              requireId(source, old, "phiên bản cũ");
              requireId(target, next, "phiên bản mới");
            });
  }

  private static void requireId(ProcessDefinitionEntity definition, String id, String which) {
    if (definition.findActivity(id) == null) {
      throw DossierProblem.invalid(
          "mapping-unknown", "mapping", "Trong %s không có mã %s.".formatted(which, id));
    }
  }

  private static MovePlan.Version version(ProcessDefinition definition) {
    return new MovePlan.Version(
        definition.getId(), definition.getKey(), definition.getName(), definition.getVersion());
  }

  /** Builds with the engine's validation, taking out what it refuses until it refuses nothing. */
  private MigrationPlan build(Draft draft) {
    while (true) {
      draft.takeOutWhatChangedScope();
      MigrationPlanBuilder builder =
          runtime.createMigrationPlan(draft.source.getId(), draft.target.getId());
      draft.targets.forEach(builder::mapActivities);
      try {
        return builder.build();
      } catch (MigrationPlanValidationException e) {
        List<MigrationInstructionValidationReport> refused =
            e.getValidationReport().getInstructionReports();
        if (refused.isEmpty()) {
          throw e;
        }
        refused.forEach(draft::takeOut);
      }
    }
  }

  /** A plan in the making. */
  private static final class Draft {

    private final ProcessDefinitionEntity source;
    private final ProcessDefinitionEntity target;
    private final Successors named;
    private final Successors entered;
    private final Map<String, String> targets = new LinkedHashMap<>();
    private final Map<String, MovePlan.Unmapped> unmapped = new LinkedHashMap<>();

    Draft(
        ProcessDefinitionEntity source,
        ProcessDefinitionEntity target,
        Successors named,
        Successors entered) {
      this.source = source;
      this.target = target;
      this.named = named;
      this.entered = entered;
      Elements.holding(source).forEach(this::look);
    }

    private Optional<String> successor(String id) {
      return entered.of(id).or(() -> named.of(id));
    }

    private void look(ActivityImpl old) {
      String wanted = successor(old.getId()).orElse(old.getId());
      ActivityImpl next = target.findActivity(wanted);
      if (next == null) {
        leaveOut(old, "MISSING", missing(old, wanted));
      } else if (!Elements.holds(next) || !Elements.isSameKind(old, next)) {
        leaveOut(
            old,
            "KIND",
            "%s trong phiên bản mới là loại khác, gọi quy trình khác hoặc hỏi thời hạn khác."
                    .formatted(wanted)
                + " Hãy giữ nguyên loại, đặt mã mới cho bước mới.");
      } else {
        targets.put(old.getId(), wanted);
      }
    }

    private static String missing(ActivityImpl old, String wanted) {
      return wanted.equals(old.getId())
          ? "Phiên bản mới không còn mã này và không nêu mã kế nhiệm. Hãy thêm thuộc tính successors"
              + " vào mô hình mới hoặc nhập cặp mã ở đây."
          : "Mã kế nhiệm %s không có trong phiên bản mới.".formatted(wanted);
    }

    /** A scope more or less around an element has state (phases, timers) nobody can make up. */
    void takeOutWhatChangedScope() {
      boolean again = true;
      while (again) {
        again = false;
        for (Map.Entry<String, String> pair : Map.copyOf(targets).entrySet()) {
          ActivityImpl old = source.findActivity(pair.getKey());
          ActivityImpl next = target.findActivity(pair.getValue());
          if (!images(old).equals(Elements.around(next))) {
            targets.remove(old.getId());
            leaveOut(
                old,
                "SCOPE",
                "Trong phiên bản mới bước này nằm trong tiểu trình hoặc bước lặp khác. Hãy giữ cách"
                    + " lồng như cũ; hồ sơ đang ở đây tiếp tục theo phiên bản cũ.");
            again = true;
          }
        }
      }
    }

    private List<String> images(ActivityImpl old) {
      return Elements.around(old).stream().map(id -> targets.getOrDefault(id, "?" + id)).toList();
    }

    void takeOut(MigrationInstructionValidationReport report) {
      String id = report.getMigrationInstruction().getSourceActivityId();
      targets.remove(id);
      leaveOut(
          source.findActivity(id),
          "ENGINE",
          "Hệ thống quy trình từ chối: " + String.join("; ", report.getFailures()));
    }

    private void leaveOut(ActivityImpl old, String code, String reason) {
      unmapped.put(
          old.getId(),
          new MovePlan.Unmapped(old.getId(), Elements.name(old), Elements.kind(old), code, reason));
    }

    MovePlan.Mapped mapped(String from, String to) {
      ActivityImpl old = source.findActivity(from);
      String how = "SAME";
      if (entered.of(from).isPresent()) {
        how = "ENTERED";
      } else if (named.of(from).isPresent()) {
        how = "SUCCESSOR";
      }
      return new MovePlan.Mapped(from, to, Elements.name(old), Elements.kind(old), how);
    }
  }
}
