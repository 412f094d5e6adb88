package vn.thutuc.modelling.lint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import vn.thutuc.catalogue.Block;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.ResultKind;
import vn.thutuc.catalogue.Stage;

/** A model whose procedure has its stages written down agrees with them. */
final class FactsRules {

  /** What at least one element of a stage must be, in words and as a check. */
  private record Shape(String words, Predicate<FlowNode> fits) {}

  private static final Map<Block, Shape> SHAPES = shapes();

  static final List<Rule<?>> RULES =
      List.of(
          Rule.model(
              "facts-stages",
              "Every stage of the facts is drawn, and no other",
              (model, context, findings) ->
                  Versions.closest(
                      context, model, findings, (facts, into) -> stages(model, facts, into))),
          Rule.model(
              "facts-blocks",
              "A stage is drawn as its block",
              (model, context, findings) ->
                  Versions.closest(
                      context, model, findings, (facts, into) -> blocks(model, facts, into))),
          Rule.model(
              "facts-actors",
              "A stage is done at its place",
              (model, context, findings) ->
                  Versions.closest(
                      context, model, findings, (facts, into) -> actors(model, facts, into))),
          Rule.model(
              "facts-branches",
              "Groups have the branches of the facts",
              (model, context, findings) ->
                  Versions.closest(
                      context, model, findings, (facts, into) -> branches(model, facts, into))),
          Rule.model(
              "facts-results",
              "The results of the facts are recorded, and no other",
              (model, context, findings) ->
                  Versions.closest(
                      context, model, findings, (facts, into) -> results(model, facts, into))));

  private FactsRules() {}

  private static Map<Block, Shape> shapes() {
    Map<Block, Shape> shapes = new EnumMap<>(Block.class);
    call(shapes, Block.CONSULT, "lay-y-kien");
    call(shapes, Block.VERIFY, "xac-minh-thong-tin");
    call(shapes, Block.INSPECT, "kiem-tra-thuc-dia");
    call(shapes, Block.COUNCIL, "hoi-dong-tham-dinh");
    call(shapes, Block.EXAMINE, "sat-hach");
    call(shapes, Block.TEST, "thu-nghiem");
    call(shapes, Block.MEETING, "hop-lam-viec");
    call(shapes, Block.POSTING, "niem-yet");
    call(shapes, Block.CONFIRM_DRAFT, "xac-nhan-du-thao");
    call(shapes, Block.REVISE, "hoan-thien-ho-so");
    call(shapes, Block.OBLIGATION, "nghia-vu-tai-chinh");
    call(shapes, Block.DECIDE_PROVINCE, "trinh-cap-tinh");
    call(shapes, Block.DECIDE_ASSEMBLY, "nghi-quyet-hdnd");
    call(shapes, Block.DECIDE_ABOVE, "cho-cap-tren");
    call(shapes, Block.ELSEWHERE, "giai-quyet-noi-khac");
    call(shapes, Block.PAY, "chi-tra");
    call(shapes, Block.CORRECT, "dinh-chinh-thu-hoi");
    verb(shapes, Block.LOOK_UP, "outbound.lookUp");
    verb(shapes, Block.REGISTER, "dossier.enterRegister");
    verb(shapes, Block.FORWARD, "outbound.forward");
    verb(shapes, Block.NOTIFY, "outbound.notice");
    verb(shapes, Block.PUBLISH, "outbound.publish");
    verb(shapes, Block.COPY, "outbound.copy");
    verb(shapes, Block.RESULT, "dossier.issue");
    for (Block block : List.of(Block.APPRAISE, Block.DRAFT, Block.SIGN, Block.DECIDE)) {
      shapes.put(block, new Shape("a user task", node -> node.is("userTask")));
    }
    shapes.put(Block.PHASE, new Shape("a sub-process", FlowNode::isScope));
    shapes.put(Block.PARALLEL, new Shape("a parallel gateway", node -> node.is("parallelGateway")));
    shapes.put(
        Block.CHOICE, new Shape("an exclusive gateway", node -> node.is("exclusiveGateway")));
    return shapes;
  }

  private static void call(Map<Block, Shape> shapes, Block block, String process) {
    shapes.put(
        block, new Shape("a call activity for '" + process + "'", node -> node.calls(process)));
  }

  private static void verb(Map<Block, Shape> shapes, Block block, String verb) {
    shapes.put(
        block,
        new Shape(
            "a service task with ${" + verb + "(...)}",
            node ->
                Words.calls(node.camunda("expression")).stream().anyMatch(call -> call.is(verb))));
  }

  private static List<FlowNode> drawn(Model model, String stage) {
    return model.nodes().stream().filter(node -> stage.equals(node.property("stage"))).toList();
  }

  private static void stages(Model model, Procedure facts, Findings findings) {
    if (facts.allStages().isEmpty()) {
      return;
    }
    Set<String> known = new LinkedHashSet<>();
    for (Stage stage : facts.allStages()) {
      known.add(stage.id());
      if (drawn(model, stage.id()).isEmpty()) {
        findings.at(
            model.process(),
            "The stage '%s' (%s) of the facts is not drawn; add it, with the extension property"
                + " stage, or take it out of the facts.",
            stage.id(),
            stage.block());
      }
    }
    for (FlowNode node : model.nodes()) {
      String stage = node.property("stage");
      if (stage != null && !known.contains(stage)) {
        findings.at(
            node,
            "The stage '%s' is not in the facts; known: %s.",
            stage,
            String.join(", ", known));
      }
    }
  }

  private static void blocks(Model model, Procedure facts, Findings findings) {
    for (Stage stage : facts.allStages()) {
      List<FlowNode> drawn = drawn(model, stage.id());
      Shape shape = SHAPES.get(stage.block());
      if (!drawn.isEmpty() && shape != null && drawn.stream().noneMatch(shape.fits())) {
        findings.at(
            drawn.get(0),
            "The stage '%s' is a %s, which is drawn as %s; mend the model or the facts.",
            stage.id(),
            stage.block(),
            shape.words());
      }
    }
  }

  private static void actors(Model model, Procedure facts, Findings findings) {
    for (Stage stage : facts.allStages()) {
      Set<String> places = places(stage, facts);
      for (FlowNode node : drawn(model, stage.id())) {
        String place = place(node);
        if (place != null && !places.contains(place) && !refuses(node, stage, place)) {
          findings.at(
              node,
              "The stage '%s' is done at '%s' here; the facts say %s.",
              stage.id(),
              place,
              String.join(" or ", places));
        }
      }
    }
  }

  /** Where the steps of a stage may be done: a body outside is recorded by the competent unit. */
  private static Set<String> places(Stage stage, Procedure facts) {
    Set<String> places = new TreeSet<>();
    if (stage.by() == null || stage.block().isGroup()) {
      places.add("competent");
    }
    if (stage.by() != null) {
      places.add(stage.by());
      if (facts.outside().containsKey(stage.by())) {
        places.add("competent");
      }
    }
    if (stage.block() == Block.FORWARD) {
      places.add("desk");
      places.add("competent");
    }
    return places;
  }

  /** A refusal behind a group comes from whoever inside it refuses. */
  private static boolean refuses(FlowNode node, Stage stage, String place) {
    return node.calls("tu-choi")
        && (place.equals("${refuser}") || isInside(stage.branches(), place));
  }

  private static boolean isInside(List<Stage.Branch> branches, String place) {
    return branches.stream()
        .flatMap(branch -> branch.stages().stream())
        .anyMatch(one -> place.equals(one.by()) || isInside(one.branches(), place));
  }

  private static String place(FlowNode node) {
    if (node.is("callActivity")) {
      return Calls.of(node).ins().get("place");
    }
    return Words.calls(node.camunda("candidateGroups")).stream()
        .filter(call -> call.is("organisation.candidates"))
        .map(call -> call.value(1))
        .findFirst()
        .orElse(null);
  }

  private static void branches(Model model, Procedure facts, Findings findings) {
    for (Stage stage : facts.allStages()) {
      String kind =
          switch (stage.block()) {
            case PARALLEL -> "parallelGateway";
            case CHOICE, DECIDE -> "exclusiveGateway";
            default -> null;
          };
      if (kind == null) {
        continue;
      }
      List<FlowNode> splits = splits(model, stage, kind);
      for (FlowNode split : splits) {
        if (split.out().size() != stage.branches().size()) {
          findings.at(
              split,
              "The stage '%s' has %d branches in the facts, %d here.",
              stage.id(),
              stage.branches().size(),
              split.out().size());
        }
        if (stage.block() == Block.CHOICE) {
          values(stage, split, findings);
        }
      }
    }
  }

  /** The gateways that split a group, not those that look at an outcome behind it. */
  private static List<FlowNode> splits(Model model, Stage stage, String kind) {
    List<FlowNode> all =
        drawn(model, stage.id()).stream()
            .filter(node -> node.is(kind) && node.out().size() > 1)
            .toList();
    List<FlowNode> asking =
        all.stream()
            .filter(
                node ->
                    node.out().stream()
                        .flatMap(flow -> Words.variables(flow.condition()).stream())
                        .anyMatch(variable(stage)::equals))
            .toList();
    return stage.block() == Block.PARALLEL || asking.isEmpty() ? all : asking;
  }

  private static String variable(Stage stage) {
    if (stage.on() == null) {
      return "needed";
    }
    return switch (stage.on()) {
      case CASE -> "caseCode";
      case AREA -> "areaClass";
      case CHANNEL -> "channel";
    };
  }

  private static void values(Stage stage, FlowNode split, Findings findings) {
    String variable = variable(stage);
    Set<String> named = new TreeSet<>();
    for (FlowNode.Flow flow : split.out()) {
      Words.comparisons(flow.condition()).stream()
          .filter(one -> one.variable().equals(variable))
          .forEach(one -> named.add(one.value()));
    }
    Set<String> known = new TreeSet<>();
    List<Stage.Branch> silent = new ArrayList<>();
    for (Stage.Branch branch : stage.branches()) {
      known.addAll(branch.when());
      if (branch.when().isEmpty() || branch.when().stream().noneMatch(named::contains)) {
        silent.add(branch);
      }
    }
    Set<String> unknown = new TreeSet<>(named);
    unknown.removeAll(known);
    boolean hasDefault = !split.element().getAttribute("default").isBlank();
    if (!unknown.isEmpty()) {
      findings.at(
          split,
          "The conditions name %s %s; the facts of '%s' have %s.",
          variable,
          String.join(", ", unknown),
          stage.id(),
          String.join(", ", known));
    } else if (silent.size() > (hasDefault ? 1 : 0)) {
      findings.at(
          split,
          "No condition on %s names %s of the stage '%s'; add it.",
          variable,
          String.join(", ", silent.get(silent.size() - 1).when()),
          stage.id());
    }
  }

  private static void results(Model model, Procedure facts, Findings findings) {
    if (facts.allStages().isEmpty()) {
      return;
    }
    Set<String> known = new TreeSet<>();
    facts.results().stream().filter(ResultKind::positive).forEach(one -> known.add(one.key()));
    Set<String> issued = new TreeSet<>();
    for (Model.Spoken spoken : model.verbs()) {
      if (spoken.call().is("dossier.issue")) {
        String key = spoken.call().value(1);
        issued.add(key);
        if (!known.contains(key)) {
          findings.at(
              spoken.at(),
              "'%s' is no positive result of the facts; use one of %s.",
              key,
              String.join(", ", known));
        }
      }
    }
    for (Stage stage : facts.allStages()) {
      String key = stage.result();
      if (key != null && known.contains(key) && !issued.contains(key)) {
        findings.at(
            model.process(),
            "The stage '%s' gives the result '%s', which nothing records; add a service task with"
                + " ${dossier.issue(execution,'%s')}.",
            stage.id(),
            key,
            key);
      }
    }
  }
}
