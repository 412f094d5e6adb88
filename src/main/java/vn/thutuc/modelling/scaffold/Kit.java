package vn.thutuc.modelling.scaffold;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thutuc.catalogue.Block;
import vn.thutuc.catalogue.Stage;

/** What everybody who draws a part of one model needs. */
final class Kit {

  private static final Set<Block> ISSUING =
      Set.of(
          Block.DECIDE_PROVINCE,
          Block.DECIDE_ASSEMBLY,
          Block.DECIDE_ABOVE,
          Block.ELSEWHERE,
          Block.CORRECT);

  private static final Set<Block> ALTERNATIVES = Set.of(Block.PHASE, Block.CHOICE, Block.DECIDE);

  private static final Set<Block> BEFORE_WORK = Set.of(Block.FORWARD, Block.LOOK_UP, Block.NOTIFY);

  private static final Set<Block> SUBMITTED = Set.of(Block.DECIDE_PROVINCE, Block.DECIDE_ASSEMBLY);

  private final Blueprint blueprint;
  private final Sketch sketch = new Sketch();
  private final Words words;
  private final Ids ids;
  private final List<Stage> all;
  private final Set<String> told;
  private final Set<String> submitted = new HashSet<>();
  private final Refuser.All refusers;

  Kit(Blueprint blueprint, List<Stage> stages) {
    this.blueprint = blueprint;
    this.words = new Words(blueprint);
    this.all = Stream.concat(flat(stages), flat(blueprint.after())).toList();
    this.ids = new Ids(all);
    this.told =
        Stream.concat(flat(blueprint.stages()), flat(blueprint.after()))
            .map(Stage::id)
            .collect(Collectors.toSet());
    this.refusers = Refuser.All.in(stages);
    findSubmitted(stages, false);
  }

  /** Decisions whose submission the stage before has signed: nobody drafts it a second time. */
  private void findSubmitted(List<Stage> stages, boolean isSigned) {
    boolean isSignedBefore = isSigned;
    for (Stage stage : stages) {
      if (SUBMITTED.contains(stage.block()) && isSignedBefore) {
        submitted.add(stage.id());
      }
      for (Stage.Branch branch : stage.branches()) {
        findSubmitted(branch.stages(), isSignedBefore);
      }
      isSignedBefore = endsSigned(stage);
    }
  }

  private static boolean endsSigned(Stage stage) {
    if (!ALTERNATIVES.contains(stage.block())) {
      return stage.block() == Block.SIGN;
    }
    return stage.branches().stream()
        .map(Stage.Branch::stages)
        .allMatch(inside -> !inside.isEmpty() && endsSigned(inside.get(inside.size() - 1)));
  }

  /** Whether a decision gets a submission that is signed already. */
  boolean isSubmitted(Stage stage) {
    return submitted.contains(stage.id());
  }

  /** Who refuses behind a stage; of a mixed group the unit that settles stands for all. */
  Refuser refuser(Stage stage) {
    return refusers
        .of()
        .getOrDefault(stage.id(), new Refuser(Actor.COMPETENT, false, Refuser.USUAL));
  }

  /** Whether a stage belongs to a group whose refusals differ. */
  boolean isMixed(Stage stage) {
    return refusers.mixed().contains(stage.id());
  }

  /**
   * Whether the unit that settles has the dossier already and sends it on to another: what comes to
   * it, the desk sends.
   */
  boolean sendsOn(Stage stage) {
    boolean isOwn =
        stage.by() == null
            || stage.by().equals(Actor.COMPETENT)
            || words.place(stage.by()).equals(blueprint.agency());
    return !isOwn
        && all.stream()
            .takeWhile(one -> !one.id().equals(stage.id()))
            .anyMatch(one -> !one.block().isGroup() && !BEFORE_WORK.contains(one.block()));
  }

  static Stream<Stage> flat(List<Stage> stages) {
    return stages.stream()
        .flatMap(
            stage ->
                Stream.concat(
                    Stream.of(stage),
                    stage.branches().stream().flatMap(branch -> flat(branch.stages()))));
  }

  Blueprint blueprint() {
    return blueprint;
  }

  Sketch sketch() {
    return sketch;
  }

  Words words() {
    return words;
  }

  Ids ids() {
    return ids;
  }

  Chain chain(Region region) {
    return new Chain(sketch, region);
  }

  /** Marks an element as made from a stage; stages nobody wrote down leave no property. */
  Element of(Stage stage, Element element) {
    element.stage(stage.id());
    return told.contains(stage.id()) ? element.property("stage", stage.id()) : element;
  }

  /** Writes a stage's notes and its rules on the element that is met first of it. */
  Element noted(Stage stage, Element element) {
    return ruled(stage, element.documented(Notes.of(stage)));
  }

  /** Writes a stage's rules on an element. */
  Element ruled(Stage stage, Element element) {
    return Notes.told(element, stage.id(), blueprint.rules());
  }

  /** Who does a stage's work; what a body outside does, the competent unit's officers record. */
  Actor actor(Stage stage, Role role) {
    boolean isOurs = stage.by() != null && !blueprint.outside().contains(stage.by());
    return new Actor(isOurs ? stage.by() : Actor.COMPETENT, role);
  }

  /** Key of the result a stage records; null when it records none. */
  String issues(Stage stage) {
    if (stage.block() == Block.RESULT || stage.result() != null) {
      return stage.result() != null ? stage.result() : usualResult();
    }
    boolean isRecordedElsewhere =
        all.stream().anyMatch(one -> one.block() == Block.RESULT || one.result() != null);
    return ISSUING.contains(stage.block()) && !isRecordedElsewhere ? usualResult() : null;
  }

  private String usualResult() {
    return blueprint.results().isEmpty()
        ? "RESULT"
        : blueprint.results().keySet().iterator().next();
  }

  /** Title of a result, or the word for any result. */
  String title(String key) {
    return Words.lowerFirst(blueprint.results().getOrDefault(key, "Kết quả"));
  }

  static boolean isDeciding(Stage stage) {
    return stage.block() == Block.RESULT || ISSUING.contains(stage.block());
  }
}
