package vn.thutuc.modelling.scaffold;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.thutuc.catalogue.Agencies;
import vn.thutuc.catalogue.Block;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.Choice;
import vn.thutuc.catalogue.Effective;
import vn.thutuc.catalogue.Phase;
import vn.thutuc.catalogue.PhaseStart;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.ResultKind;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.catalogue.Rule;
import vn.thutuc.catalogue.Settled;
import vn.thutuc.catalogue.Silence;
import vn.thutuc.catalogue.Stage;
import vn.thutuc.catalogue.Stage.Branch;
import vn.thutuc.catalogue.Stage.ChoiceOn;
import vn.thutuc.catalogue.Transition;
import vn.thutuc.catalogue.Unanswered;
import vn.thutuc.catalogue.Window;

/** Facts of a procedure made of the stages a test is about. */
final class Samples {

  static final String CODE = "9.000001";

  private Samples() {}

  static Stage stage(String id, Block block) {
    return stage(id, block, null, null, null);
  }

  static Stage by(String id, Block block, String place) {
    return stage(id, block, place, null, null);
  }

  static Stage under(String phase, String id, Block block) {
    return stage(id, block, null, phase, null);
  }

  static Stage goingOn(String id, Block block) {
    return stage(id, block, null, null, Stage.Failing.GO_ON);
  }

  /** An inspection whose faults may be remedied. */
  static Stage remediable(String id) {
    return stage(id, Block.INSPECT, null, null, null, true);
  }

  private static Stage stage(
      String id, Block block, String by, String phase, Stage.Failing failing) {
    return stage(id, block, by, phase, failing, false);
  }

  private static Stage stage(
      String id, Block block, String by, String phase, Stage.Failing failing, boolean remedy) {
    return new Stage(
        id,
        block,
        null,
        by,
        phase,
        false,
        Silence.NONE,
        null,
        null,
        null,
        remedy,
        null,
        failing,
        null,
        null,
        List.of(),
        null,
        "Trình tự thực hiện, bước 1",
        null);
  }

  private static Stage group(
      String id, Block block, String phase, ChoiceOn on, List<Branch> branches) {
    return new Stage(
        id,
        block,
        null,
        null,
        phase,
        false,
        Silence.NONE,
        null,
        null,
        null,
        false,
        null,
        null,
        on,
        block == Block.DECIDE ? "Có cần làm bước này không?" : null,
        branches,
        null,
        null,
        null);
  }

  static Stage phase(String id, Stage... stages) {
    return group(id, Block.PHASE, id, null, List.of(new Branch(null, List.of(), List.of(stages))));
  }

  static Stage parallel(String id, List<Stage> one, List<Stage> other) {
    return parallel(id, List.of(one, other));
  }

  static Stage parallel(String id, List<List<Stage>> branches) {
    return group(
        id,
        Block.PARALLEL,
        null,
        null,
        branches.stream().map(one -> new Branch("Phần", List.of(), one)).toList());
  }

  static Stage decide(String id, List<Stage> yes, List<Stage> no) {
    return group(
        id,
        Block.DECIDE,
        null,
        null,
        List.of(new Branch(null, List.of("YES"), yes), new Branch(null, List.of("NO"), no)));
  }

  /** A choice by case: the branches are for the cases in turn, the last one for all others. */
  static Stage choice(String id, List<List<Stage>> branches) {
    List<Branch> made = new ArrayList<>();
    for (int i = 0; i < branches.size(); i++) {
      boolean isLast = i == branches.size() - 1;
      made.add(
          new Branch(
              isLast ? "Trường hợp khác" : null,
              isLast ? List.of() : List.of("CASE_" + (i + 1)),
              branches.get(i)));
    }
    return group(id, Block.CHOICE, null, ChoiceOn.CASE, made);
  }

  static Procedure procedure(Stage... stages) {
    return procedure(List.of(stages), List.of());
  }

  static Procedure procedure(List<Stage> stages, List<Stage> after) {
    List<Phase> phases = new ArrayList<>();
    phases.add(
        new Phase("settlement", "Giải quyết hồ sơ", PhaseStart.COMPLETE_DOSSIER, null, List.of()));
    Stream.concat(Kit.flat(stages), Kit.flat(after))
        .map(Stage::phase)
        .filter(phase -> phase != null)
        .distinct()
        .forEach(
            phase ->
                phases.add(
                    new Phase(phase, "Giai đoạn " + phase, PhaseStart.STAGE, null, List.of())));
    List<Window> windows =
        Kit.flat(stages)
            .filter(
                stage ->
                    Set.of(Block.POSTING, Block.CONFIRM_DRAFT, Block.REVISE)
                        .contains(stage.block()))
            .map(stage -> new Window(stage.id(), null, Unanswered.GO_ON, "Bước 1", false))
            .toList();
    return procedure(phases, windows, stages, after);
  }

  static Procedure procedure(
      List<Phase> phases, List<Window> windows, List<Stage> stages, List<Stage> after) {
    return procedure(phases, windows, stages, after, List.of());
  }

  /** Appraisal and result with rules. */
  static Procedure ruled(Rule... rules) {
    List<Stage> stages = List.of(stage("appraise", Block.APPRAISE), stage("result", Block.RESULT));
    Phase settlement =
        new Phase("settlement", "Giải quyết hồ sơ", PhaseStart.COMPLETE_DOSSIER, null, List.of());
    return procedure(List.of(settlement), List.of(), stages, List.of(), List.of(rules));
  }

  private static Procedure procedure(
      List<Phase> phases,
      List<Window> windows,
      List<Stage> stages,
      List<Stage> after,
      List<Rule> rules) {
    return new Procedure(
        CODE,
        "Cấp giấy phép thử",
        "Giấy phép thử",
        "Thử",
        List.of(),
        Settled.HERE,
        null,
        "1/QĐ-BXD",
        Effective.ALWAYS,
        Transition.STAY,
        "so-xay-dung",
        List.of(),
        Map.of(
            "construction",
            "so-xay-dung",
            "provincial-land",
            "so-nong-nghiep-moi-truong",
            "tax",
            "co-quan-thue"),
        Map.of("ministry", "Bộ Nông nghiệp và Môi trường"),
        List.of(
            new Choice("CASE_1", "Cấp mới"),
            new Choice("CASE_2", "Cấp lại do mất, hỏng, rách nát không còn sử dụng được"),
            new Choice("CASE_3", "Gia hạn"),
            new Choice("CASE_4", "Điều chỉnh")),
        List.of(),
        List.of(Channel.values()),
        List.of(ReturnMethod.values()),
        phases,
        windows,
        null,
        List.of(),
        List.of(),
        List.of(new ResultKind("PERMIT", "Giấy phép thử", null, true)),
        List.of(),
        Silence.NONE,
        null,
        false,
        null,
        stages,
        after,
        rules,
        null,
        List.of(),
        null,
        List.of(),
        "");
  }

  static Scaffold scaffold(Procedure procedure) {
    return Scaffold.of(procedure, Agencies.NONE);
  }
}
