package vn.thutuc.modelling.scaffold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import vn.thutuc.catalogue.Block;
import vn.thutuc.catalogue.Stage;
import vn.thutuc.modelling.layout.Part;

/** Draws groups: side by side, one of several, by an officer's answer, under a phase of its own. */
final class Groups {

  private final Kit kit;
  private final Stages stages;

  Groups(Kit kit, Stages stages) {
    this.kit = kit;
    this.stages = stages;
  }

  /** A group, or a block with a phase of its own; what comes before its part goes on the chain. */
  Part part(Chain chain, Stage stage, Site site) {
    if (stage.phase() != null && site.phase() != null) {
      return phase(chain, stage, site);
    }
    if (stage.block() == Block.DECIDE) {
      chain.add(new Tasks(kit).decide(stage, site));
    }
    return stage.block().isGroup() ? fork(stage, site) : stages.inside(stage, site);
  }

  private Part phase(Chain chain, Stage stage, Site site) {
    String id = Ids.of(stage);
    String phase = stage.phase();
    String name = kit.blueprint().phases().getOrDefault(phase, phase);
    Sketch sketch = kit.sketch();
    Element begin =
        sketch.service(
            site.region(),
            "Task_" + kit.ids().of("Begin", stage),
            Words.fit("Bắt đầu tính hạn: " + Words.lowerFirst(name), "Bắt đầu tính hạn"),
            "clock.begin(execution,%s)".formatted(Places.text(phase)));
    chain.add(kit.of(stage, begin));
    Element scope = kit.of(stage, sketch.scope(site.region(), "SubProcess_" + id, name));
    if (stage.block() == Block.PHASE) {
      kit.ruled(stage, scope);
    }
    if (site.phase() != null) {
      scope.groups(site.phase(), phase);
    }
    Region region = scope.content();
    Element start =
        sketch.event(region, "startEvent", "Event_" + kit.ids().of("Started", stage), "Bắt đầu");
    Chain inside = kit.chain(region).add(kit.of(stage, start));
    Part.Row content = content(inside, stage, new Site(region, phase, true));
    if (content != null) {
      inside.add(content);
    }
    Element end =
        sketch.event(region, "endEvent", "Event_" + kit.ids().of("Done", stage), "Đã xong");
    inside.add(kit.of(stage, end));
    Part.Scope drawn =
        new Part.Scope(
            scope.node(),
            inside.row(),
            new Timers(kit).both(site.region(), scope.id(), phase, id, stage));
    Element finish =
        sketch.service(
            site.region(),
            "Task_" + kit.ids().of("Finish", stage),
            Words.fit("Kết thúc tính hạn: " + Words.lowerFirst(name), "Kết thúc tính hạn"),
            "clock.finish(execution,%s)".formatted(Places.text(phase)));
    return kit.chain(site.region()).add(drawn).add(kit.of(stage, finish)).row();
  }

  private Part.Row content(Chain inside, Stage stage, Site site) {
    if (stage.block() == Block.PHASE) {
      return stages.list(stage.branches().get(0).stages(), site);
    }
    if (stage.block() == Block.DECIDE) {
      inside.add(new Tasks(kit).decide(stage, site));
    }
    if (stage.block().isGroup()) {
      return kit.chain(site.region()).add(fork(stage, site)).row();
    }
    return stages.inside(stage, site);
  }

  private Part.Fork fork(Stage stage, Site site) {
    Region region = site.region();
    Sketch sketch = kit.sketch();
    String split =
        "Gateway_"
            + (stage.block() == Block.DECIDE ? kit.ids().of("Decided", stage) : Ids.of(stage));
    String join = "Gateway_" + kit.ids().of("Joined", stage);
    boolean isParallel = stage.block() == Block.PARALLEL;
    Element from =
        isParallel
            ? sketch.parallel(region, split, named(stage, "Làm song song"))
            : sketch.exclusive(region, split, question(stage));
    Element to =
        isParallel
            ? sketch.parallel(region, join, "Đã xong các phần")
            : sketch.exclusive(region, join, "Đi tiếp");
    kit.of(stage, from);
    if (stage.block() != Block.DECIDE) {
      kit.ruled(stage, from);
    }
    kit.of(stage, to);
    List<Part.Branch> drawn = new ArrayList<>();
    for (Stage.Branch branch : ordered(stage)) {
      Part.Row body = stages.list(branch.stages(), site.inGroup());
      int number = drawn.size() + 1;
      drawn.add(
          Refusals.branch(sketch, region, from.id(), to.id(), body, way(stage, branch, number)));
    }
    return new Part.Fork(from.node(), to.node(), List.copyOf(drawn));
  }

  /** Of two branches the one with stages stands on the row. */
  private static List<Stage.Branch> ordered(Stage stage) {
    return stage.branches().stream()
        .sorted(Comparator.comparing((Stage.Branch branch) -> branch.stages().isEmpty()))
        .toList();
  }

  private static String named(Stage stage, String otherwise) {
    return stage.name() == null ? otherwise : stage.name();
  }

  private static String question(Stage stage) {
    if (stage.block() == Block.DECIDE) {
      return stage.question();
    }
    return named(
        stage,
        switch (stage.on()) {
          case CASE -> "Trường hợp nào?";
          case AREA -> "Địa bàn nào?";
          case CHANNEL -> "Nộp bằng cách nào?";
        });
  }

  private Chain.Way way(Stage stage, Stage.Branch branch, int number) {
    if (stage.block() == Block.PARALLEL) {
      return new Chain.Way("_" + number, null, null);
    }
    if (stage.block() == Block.DECIDE) {
      boolean isYes = branch.when().contains("YES");
      return Chain.way(
          isYes ? "Yes" : "No",
          branch.name() != null ? branch.name() : isYes ? "Có" : "Không",
          "${needed == '%s'}".formatted(isYes ? "yes" : "no"));
    }
    String variable =
        switch (stage.on()) {
          case CASE -> "caseCode";
          case AREA -> "areaClass";
          case CHANNEL -> "channel";
        };
    if (branch.when().isEmpty()) {
      return Chain.way("Other", branch.name() == null ? "Khác" : branch.name(), null);
    }
    String condition =
        branch.when().stream()
            .map(value -> "%s == '%s'".formatted(variable, value))
            .collect(Collectors.joining(" || ", "${", "}"));
    String labels =
        branch.when().stream()
            .map(value -> kit.blueprint().labels().getOrDefault(value, value))
            .collect(Collectors.joining("; "));
    return Chain.way(
        branch.when().get(0), branch.name() == null ? labels : branch.name(), condition);
  }
}
