package vn.thutuc.modelling.scaffold;

import java.util.List;
import java.util.function.Supplier;
import vn.thutuc.catalogue.Block;
import vn.thutuc.catalogue.Stage;
import vn.thutuc.modelling.layout.Flow;
import vn.thutuc.modelling.layout.Part;

/**
 * Draws how a dossier is refused: on the main row the refusal stands below its gateway; inside a
 * group it is only proposed, leaves the group at its end and is written behind it.
 */
final class Refusals {

  private final Kit kit;

  Refusals(Kit kit) {
    this.kit = kit;
  }

  /**
   * A gateway that may refuse.
   *
   * @param gateway not drawn yet
   * @param onward the way on
   * @param away the way that refuses
   * @param isProposed whether the refusal has been proposed by a form already
   * @param first what stands first on the way on; null for nothing
   */
  record Door(
      Element gateway,
      Chain.Way onward,
      Chain.Way away,
      boolean isProposed,
      Supplier<Element> first) {

    Door then(Supplier<Element> itsFirst) {
      return new Door(gateway, onward, away, isProposed, itsFirst);
    }
  }

  /** The gateway behind a call that looks at its answer. */
  Door at(Stage stage, Site site, Outcome outcome) {
    Element gateway =
        kit.of(
            stage,
            kit.sketch()
                .exclusive(
                    site.region(),
                    "Gateway_" + kit.ids().of("Outcome", stage),
                    outcome.question()));
    Chain.Way onward = outcome.onward();
    // Whatever is answered but the negative goes on.
    return new Door(
        gateway, new Chain.Way(onward.suffix(), onward.name(), null), outcome.away(), false, null);
  }

  /** The gateway behind a group inside which a refusal may have been proposed. */
  Door behind(Stage stage, Site site) {
    // No property says the stage here: this is not one of the gateways that draw its branches.
    Element gateway =
        kit.sketch()
            .exclusive(
                site.region(), "Gateway_" + kit.ids().of("Refused", stage), "Có đề xuất từ chối?");
    String proposed =
        kit.isMixed(stage)
            ? "${refusedBy == 'house' || refusedBy == 'outside'}"
            : "${proposal == 'refuse'}";
    return new Door(
        gateway, Chain.way("No", "Không", null), Chain.way("Yes", "Có", proposed), true, null);
  }

  /** Refuses below the main row. */
  void end(Chain chain, Stage stage, Site site, Door door) {
    Region region = site.region();
    String id = Ids.of(stage);
    Element end =
        kit.of(
            stage,
            kit.sketch()
                .event(region, "endEvent", "Event_RefusalIssued" + id, "Đã có văn bản từ chối"));
    Chain refusing = kit.chain(region);
    refusal(stage, region).forEach(refusing::add);
    Part.Row below = refusing.add(end).row();
    Flow away = Chain.flow(kit.sketch(), region, door.gateway().id(), below.first(), door.away());
    chain.add(new Part.Gate(door.gateway().node(), away, below)).leave(door.onward());
    if (door.first() != null) {
      chain.add(door.first().get());
    }
  }

  /**
   * The refusal itself. What a body outside has refused is its own paper, which has been recorded
   * with its answer; what the province refuses the province signs; all else the unit that settles.
   */
  private List<Element> refusal(Stage stage, Region region) {
    Refuser refuser = kit.refuser(stage);
    if (refuser.isOutside()) {
      Element record =
          kit.sketch()
              .service(
                  region,
                  "Task_" + kit.ids().of("RecordRefusal", stage),
                  "Ghi nhận văn bản từ chối",
                  "dossier.refuse(execution,%s)".formatted(Places.text(refuser.result())))
              .sets("outcome", "refused");
      Element tell =
          kit.sketch()
              .outbound(
                  region,
                  "Task_" + kit.ids().of("NoticeRefused", stage),
                  "Báo người nộp bị từ chối",
                  "outbound.notice(execution,'refused')");
      return List.of(kit.of(stage, record), kit.of(stage, tell));
    }
    Element call =
        kit.sketch()
            .call(region, "Call_" + kit.ids().of("Refuse", stage), "Từ chối giải quyết", "tu-choi")
            .in("'leader'", "signer")
            .in(Places.text(Frame.SETTLEMENT), "phase")
            .out("outcome");
    if (kit.isMixed(stage)) {
      call.in("refuser", "place").in("refusedBy", "refusedBy").in("refusal", "refusal");
      return List.of(kit.of(stage, call));
    }
    if (!refuser.place().equals(Actor.COMPETENT)) {
      call.in(Places.text(refuser.place()), "place");
    }
    if (!refuser.result().equals(Refuser.USUAL)) {
      call.in(Places.text(refuser.result()), "refusal");
    }
    return List.of(kit.of(stage, call));
  }

  /** Where the ways of a refusal inside a group and of the stages behind it meet. */
  Element join(String verb, Stage stage, Site site) {
    String id = "Gateway_" + kit.ids().of(verb, stage);
    return kit.of(stage, kit.sketch().exclusive(site.region(), id, "Xong phần này"));
  }

  /** Leaves the group at its end: the rest of the list is one branch, the refusal another. */
  void leave(Chain chain, Chain onward, Stage stage, Site site, Door door, Element join) {
    Region region = site.region();
    String gateway = door.gateway().id();
    Part.Row rest = onward.isEmpty() ? null : onward.row();
    Part.Row body = rest;
    if (door.first() != null) {
      Chain with = kit.chain(region).add(door.first().get());
      body = rest == null ? with.row() : with.add(rest).row();
    }
    Part.Row proposing = null;
    if (!door.isProposed()) {
      String id = "Task_" + kit.ids().of("ProposeRefusal", stage);
      Element propose =
          kit.sketch()
              .service(region, id, "Ghi nhận đề xuất từ chối", "dossier.proposeRefusal(execution)");
      if (kit.isMixed(stage)) {
        Refuser refuser = kit.refuser(stage);
        propose
            .sets("refuser", refuser.place())
            .sets("refusedBy", refuser.isOutside() ? "outside" : "house")
            .sets("refusal", refuser.result());
      }
      proposing = kit.chain(region).add(kit.of(stage, propose)).row();
    }
    chain.add(
        new Part.Fork(
            door.gateway().node(),
            join.node(),
            List.of(
                branch(region, gateway, join.id(), body, door.onward()),
                branch(region, gateway, join.id(), proposing, door.away()))));
  }

  private Part.Branch branch(
      Region region, String split, String join, Part.Row body, Chain.Way way) {
    return branch(kit.sketch(), region, split, join, body, way);
  }

  static Part.Branch branch(
      Sketch sketch, Region region, String split, String join, Part.Row body, Chain.Way way) {
    if (body == null) {
      return new Part.Branch(Chain.flow(sketch, region, split, join, way), null, null);
    }
    Flow in = Chain.flow(sketch, region, split, body.first(), way);
    Flow out = Chain.flow(sketch, region, body.last(), join, new Chain.Way("", null, null));
    return new Part.Branch(in, body, out);
  }

  /** What follows when the applicant has not completed the dossier in time. */
  void expire(Chain chain, Stage stage, Site site, Outcome outcome) {
    if (stage.block() != Block.REVISE) {
      throw new IllegalStateException("Only a revision expires: " + stage.id());
    }
    Region region = site.region();
    Element gateway =
        kit.of(
            stage,
            kit.sketch()
                .exclusive(
                    region, "Gateway_" + kit.ids().of("Outcome", stage), outcome.question()));
    Element end =
        kit.of(
            stage, Tasks.expired(kit.sketch(), region, "Event_" + kit.ids().of("Expired", stage)));
    Part.Row below = kit.chain(region).add(end).row();
    Flow away = Chain.flow(kit.sketch(), region, gateway.id(), end.id(), outcome.away());
    chain.add(new Part.Gate(gateway.node(), away, below)).leave(outcome.onward());
  }
}
