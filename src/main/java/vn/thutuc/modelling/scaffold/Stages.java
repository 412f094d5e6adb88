package vn.thutuc.modelling.scaffold;

import java.util.List;
import vn.thutuc.catalogue.Block;
import vn.thutuc.catalogue.Stage;
import vn.thutuc.modelling.layout.Flow;
import vn.thutuc.modelling.layout.Part;

/** Draws lists of stages: each block as its elements, groups with their branches. */
final class Stages {

  private final Kit kit;
  private final Places places;
  private final Tasks tasks;
  private final Groups groups;
  private final Refusals refusals;

  Stages(Kit kit) {
    this.kit = kit;
    this.places = new Places(kit);
    this.tasks = new Tasks(kit);
    this.refusals = new Refusals(kit);
    this.groups = new Groups(kit, this);
  }

  /** A list of stages as a row; null when it is empty. */
  Part.Row list(List<Stage> stages, Site site) {
    if (stages.isEmpty()) {
      return null;
    }
    Returns returns = new Returns();
    Chain chain = kit.chain(site.region());
    rest(chain, stages, site, returns);
    returns.loops(kit.sketch(), site.region(), site.isGroup()).forEach(chain::loop);
    return chain.row();
  }

  /** Adds stages to a chain; behind a refusal inside a group the rest goes into a branch. */
  private void rest(Chain chain, List<Stage> stages, Site site, Returns returns) {
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      List<Stage> later = stages.subList(i + 1, stages.size());
      prepareReturn(chain, stage, later, site, returns);
      Refusals.Door door = stage(chain, stage, site, returns);
      if (door == null) {
        continue;
      }
      if (!site.isGroup()) {
        refusals.end(chain, stage, site, door);
        continue;
      }
      Chain onward = kit.chain(site.region());
      Element join = refusals.join("After", stage, site);
      rest(onward, later, site, returns);
      refusals.leave(chain, onward, stage, site, door, join);
      return;
    }
  }

  /** The gateway to which a later signature sends back, before the work that is done again. */
  private void prepareReturn(
      Chain chain, Stage stage, List<Stage> later, Site site, Returns returns) {
    boolean isWork = stage.block() == Block.DRAFT || stage.block() == Block.APPRAISE;
    boolean isWanted = false;
    for (Stage next : later) {
      if (next.block() == Block.DRAFT || next.block() == Block.APPRAISE) {
        break;
      }
      isWanted |= next.block() == Block.SIGN;
    }
    boolean hasDraft = returns.target() != null;
    if (isWork && isWanted) {
      boolean isShared =
          stage.block() == Block.APPRAISE && !site.isGroup() && stage.phase() == null;
      String id = isShared ? "Gateway_To" + Ids.of(stage) : "Gateway_Again" + Ids.of(stage);
      returns.target(id);
      if (!isShared) {
        chain.add(kit.of(stage, kit.sketch().exclusive(site.region(), id, "Cần làm hoặc làm lại")));
      }
    } else if (isWork) {
      returns.target(null);
    } else if (stage.block() == Block.SIGN && !hasDraft) {
      // A paper that is signed has been drafted by somebody, to whom it can be sent back.
      String id = "Gateway_Again" + Ids.of(stage);
      returns.target(id);
      chain.add(kit.of(stage, kit.sketch().exclusive(site.region(), id, "Cần dự thảo")));
      chain.add(tasks.draftToSign(stage, site));
    }
  }

  /** Adds one stage; gives the gateway that may refuse, which is not drawn yet, or null. */
  private Refusals.Door stage(Chain chain, Stage stage, Site site, Returns returns) {
    Block block = stage.block();
    if (Outcome.isCalled(block) && !isWrapped(stage, site)) {
      return called(chain, stage, site);
    }
    if (block.isGroup() || stage.phase() != null) {
      chain.add(groups.part(chain, stage, site));
      if (block == Block.SIGN) {
        tasks.signed(chain, stage, site, returns);
      }
      return Outcome.mayRefuse(stage) ? refusals.behind(stage, site) : null;
    }
    return inline(chain, stage, site, returns);
  }

  /** A financial obligation has no timers of its own, so a phase of its own stands around it. */
  private static boolean isWrapped(Stage stage, Site site) {
    return stage.block() == Block.OBLIGATION && stage.phase() != null && site.phase() != null;
  }

  private Refusals.Door called(Chain chain, Stage stage, Site site) {
    chain.add(places.call(stage, site));
    Outcome outcome = Outcome.of(stage.block());
    if (stage.block() == Block.REVISE) {
      refusals.expire(chain, stage, site, outcome);
      return null;
    }
    Refusals.Door door = Outcome.refuses(stage) ? refusals.at(stage, site, outcome) : null;
    if (kit.issues(stage) != null) {
      return door == null
          ? issueAtOnce(chain, stage, site)
          : door.then(() -> tasks.issue(stage, site));
    }
    return door;
  }

  private Refusals.Door issueAtOnce(Chain chain, Stage stage, Site site) {
    chain.add(tasks.issue(stage, site));
    return null;
  }

  /** Adds a stage whose work is done by an officer at the tasks of this model. */
  Refusals.Door inline(Chain chain, Stage stage, Site site, Returns returns) {
    switch (stage.block()) {
      case APPRAISE -> {
        return tasks.appraise(chain, stage, site);
      }
      case DRAFT -> chain.add(tasks.draft(stage, site));
      case SIGN -> {
        chain.add(tasks.sign(stage, site));
        tasks.signed(chain, stage, site, returns);
      }
      case RESULT -> chain.add(tasks.result(stage, site));
      default -> tasks.other(chain, stage, site);
    }
    return null;
  }

  /** The inside of a block that is wrapped because it has a phase of its own. */
  Part.Row inside(Stage stage, Site site) {
    Chain chain = kit.chain(site.region());
    if (stage.block() == Block.SIGN) {
      return chain.add(tasks.sign(stage, site)).row();
    }
    if (Outcome.isCalled(stage.block())) {
      return chain.add(places.call(stage, site)).row();
    }
    Refusals.Door door = inline(chain, stage, site.inGroup(), new Returns());
    if (door != null) {
      Element join = refusals.join("Inside", stage, site);
      refusals.leave(chain, kit.chain(site.region()), stage, site.inGroup(), door, join);
    }
    return chain.row();
  }

  Flow flow(Site site, String from, String to, Chain.Way way) {
    return Chain.flow(kit.sketch(), site.region(), from, to, way);
  }
}
