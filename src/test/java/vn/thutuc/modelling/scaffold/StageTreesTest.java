package vn.thutuc.modelling.scaffold;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import vn.thutuc.catalogue.Block;
import vn.thutuc.catalogue.Stage;

/** Whatever stages a procedure has, its model is sound and well drawn. */
class StageTreesTest {

  private static final List<Block> PLAIN =
      List.of(Block.values()).stream().filter(block -> !block.isGroup()).toList();

  /** A tree of blocks without ids. */
  record Tree(Block block, boolean ownPhase, List<List<Tree>> branches) {}

  @Property(tries = 60)
  void everyTreeIsSound(@ForAll("trees") List<Tree> trees) {
    List<Stage> stages = stages(trees, new AtomicInteger());
    // Each takes a tenth of the settlement, whatever else there is.
    Assume.that(Kit.flat(stages).filter(one -> one.block() == Block.OBLIGATION).count() <= 3);
    Made.of(Samples.procedure(stages.toArray(Stage[]::new))).isSound();
  }

  @Provide
  Arbitrary<List<Tree>> trees() {
    return list(3);
  }

  private Arbitrary<List<Tree>> list(int depth) {
    return tree(depth).list().ofMinSize(depth == 3 ? 1 : 0).ofMaxSize(depth == 3 ? 4 : 3);
  }

  private Arbitrary<Tree> tree(int depth) {
    Arbitrary<Tree> plain =
        Arbitraries.of(PLAIN)
            .flatMap(
                block ->
                    Arbitraries.of(false, false, false, true)
                        .map(own -> new Tree(block, own, List.of())));
    if (depth == 0) {
      return plain;
    }
    Arbitrary<Tree> group =
        Arbitraries.of(Block.PHASE, Block.PARALLEL, Block.CHOICE, Block.DECIDE)
            .flatMap(
                block -> {
                  int most = block == Block.PHASE ? 1 : block == Block.DECIDE ? 2 : 4;
                  int least = block == Block.PHASE ? 1 : 2;
                  return list(depth - 1)
                      .list()
                      .ofMinSize(least)
                      .ofMaxSize(most)
                      .map(branches -> new Tree(block, false, branches));
                });
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, plain), net.jqwik.api.Tuple.of(1, group));
  }

  private static List<Stage> stages(List<Tree> trees, AtomicInteger number) {
    List<Stage> stages = new ArrayList<>();
    for (Tree tree : trees) {
      String id = "stage-" + number.incrementAndGet();
      List<List<Stage>> inside =
          tree.branches().stream().map(branch -> stages(branch, number)).toList();
      stages.add(
          switch (tree.block()) {
            case PHASE -> Samples.phase(id, inside.get(0).toArray(Stage[]::new));
            case PARALLEL -> Samples.parallel(id, inside);
            case CHOICE -> Samples.choice(id, inside);
            case DECIDE -> Samples.decide(id, inside.get(0), inside.get(1));
            default ->
                tree.ownPhase()
                    ? Samples.under("phase-" + id, id, tree.block())
                    : Samples.stage(id, tree.block());
          });
    }
    return stages;
  }
}
