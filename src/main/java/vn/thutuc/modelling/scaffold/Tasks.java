package vn.thutuc.modelling.scaffold;

import vn.thutuc.catalogue.Block;
import vn.thutuc.catalogue.Stage;
import vn.thutuc.modelling.layout.Flow;
import vn.thutuc.modelling.layout.Loop;
import vn.thutuc.modelling.layout.Part;

/** Draws the blocks whose work officers do at tasks of the model itself. */
final class Tasks {

  private static final int APPRAISE = 300;
  private static final int DRAFT = 200;
  private static final int REVIEW = 100;
  private static final int SIGN = 100;
  private static final int SMALL = 50;

  private final Kit kit;

  Tasks(Kit kit) {
    this.kit = kit;
  }

  private Element user(
      Stage stage, Site site, String id, String name, String form, Actor actor, int weight) {
    Element task = kit.of(stage, kit.sketch().user(site.region(), id, name, form, actor));
    return site.phase() == null ? task : task.takes(site.phase(), weight);
  }

  private String named(Stage stage, Actor actor, String... doings) {
    return stage.name() == null
        ? kit.words().task(actor, doings)
        : kit.words().told(actor, stage.name());
  }

  /** A specialist proposes; a supplement is asked above the row. Gives the proposal's gateway. */
  Refusals.Door appraise(Chain chain, Stage stage, Site site) {
    Region region = site.region();
    String id = Ids.of(stage);
    Sketch sketch = kit.sketch();
    Actor actor = kit.actor(stage, Role.SPECIALIST);
    Element merge =
        kit.of(
            stage,
            sketch.exclusive(
                region,
                "Gateway_To" + id,
                stage.name() == null ? "Hồ sơ chờ thẩm định" : "Hồ sơ chờ xử lý"));
    Element task =
        kit.noted(
            stage,
            user(
                stage,
                site,
                "Task_" + id,
                named(stage, actor, "thẩm định hồ sơ"),
                "tham-dinh-ho-so",
                actor,
                APPRAISE));
    Element gateway =
        kit.of(
            stage,
            sketch.exclusive(
                region, "Gateway_" + kit.ids().of("Proposal", stage), "Đề xuất giải quyết?"));
    chain.add(merge).add(task);
    Loop supplement = supplement(stage, site, merge.id(), gateway.id());
    Chain.Way grant = Chain.way("Grant", "Đủ điều kiện", "${proposal == 'grant'}");
    if (!Outcome.refuses(stage)) {
      // Whatever else is proposed is one fact among others.
      chain.add(gateway).leave(new Chain.Way("_Grant", "Đi tiếp", null)).loop(supplement);
      return null;
    }
    chain.loop(supplement);
    return new Refusals.Door(
        gateway,
        grant,
        Chain.way("Refuse", "Từ chối", "${proposal == 'refuse'}"),
        !kit.isMixed(stage),
        null);
  }

  private Loop supplement(Stage stage, Site site, String merge, String gateway) {
    Region region = site.region();
    Sketch sketch = kit.sketch();
    Element call =
        kit.of(
            stage,
            sketch
                .call(
                    region,
                    "Call_" + kit.ids().of("Supplement", stage),
                    "Yêu cầu bổ sung, hoàn thiện hồ sơ",
                    "bo-sung")
                .out("supplementOutcome"));
    Element supplied =
        kit.of(
            stage,
            sketch.exclusive(
                region, "Gateway_" + kit.ids().of("Supplied", stage), "Đã bổ sung trong hạn?"));
    Element expired =
        kit.of(stage, expired(sketch, region, "Event_" + kit.ids().of("SupplementExpired", stage)));
    Flow ask =
        Chain.flow(
            sketch,
            region,
            gateway,
            call.id(),
            Chain.way("Supplement", "Cần bổ sung", "${proposal == 'supplement'}"));
    Flow done = Chain.flow(sketch, region, call.id(), supplied.id(), new Chain.Way("", null, null));
    Flow back =
        Chain.flow(
            sketch,
            region,
            supplied.id(),
            merge,
            Chain.way("Supplied", "Đã bổ sung", "${supplementOutcome == 'supplied'}"));
    Flow late =
        Chain.flow(
            sketch,
            region,
            supplied.id(),
            expired.id(),
            Chain.way("Expired", "Hết hạn", "${supplementOutcome == 'expired'}"));
    return new Loop.Supplement(
        merge, ask, call.node(), done, supplied.node(), back, late, expired.node());
  }

  static Element expired(Sketch sketch, Region region, String id) {
    return sketch
        .event(region, "endEvent", id, "Hết hạn bổ sung")
        .defined(
            "<bpmn:errorEventDefinition id=\"ErrorDefinition_%s\" errorRef=\"Error_SupplementExpired\" />"
                .formatted(id.substring("Event_".length())));
  }

  Element draft(Stage stage, Site site) {
    Actor actor = kit.actor(stage, Role.SPECIALIST);
    String[] doings =
        stage.detail() == null
            ? new String[] {"dự thảo văn bản"}
            : Words.ever("dự thảo ", Words.lowerFirst(stage.detail()), "văn bản");
    return kit.noted(
        stage,
        user(
            stage,
            site,
            "Task_" + Ids.of(stage),
            named(stage, actor, doings),
            "du-thao-van-ban",
            actor,
            DRAFT));
  }

  Element draftToSign(Stage stage, Site site) {
    Actor actor = kit.actor(stage, Role.SPECIALIST);
    String id = "Task_" + kit.ids().of("Draft", stage);
    String name = kit.words().task(actor, "dự thảo văn bản trình ký");
    return user(stage, site, id, name, "du-thao-van-ban", actor, DRAFT);
  }

  Element sign(Stage stage, Site site) {
    Actor actor = kit.actor(stage, Role.LEADER);
    String[] doings =
        stage.detail() == null
            ? new String[] {"ký văn bản"}
            : Words.ever("ký ", Words.lowerFirst(stage.detail()), "văn bản");
    return kit.noted(
        stage,
        user(
            stage,
            site,
            "Task_" + Ids.of(stage),
            named(stage, actor, doings),
            "ky-duyet",
            actor,
            SIGN));
  }

  /** The gateway behind a signature, which sends back what is not signed. */
  void signed(Chain chain, Stage stage, Site site, Returns returns) {
    Element gateway =
        kit.of(
            stage,
            kit.sketch()
                .exclusive(
                    site.region(), "Gateway_" + kit.ids().of("Signed", stage), "Đồng ý ký?"));
    chain.add(gateway).leave(Chain.way("Signed", "Ký", "${leaderDecision == 'approve'}"));
    returns.add(gateway.id(), "${leaderDecision == 'return'}");
  }

  /** The result: drafted, reviewed, signed, numbered, recorded. */
  Part.Row result(Stage stage, Site site) {
    Region region = site.region();
    Sketch sketch = kit.sketch();
    String title = kit.title(kit.issues(stage));
    Ids ids = kit.ids();
    Actor specialist = kit.actor(stage, Role.SPECIALIST);
    Actor head = kit.actor(stage, Role.HEAD);
    Actor leader = kit.actor(stage, Role.LEADER);
    Actor clerk = kit.actor(stage, Role.CLERK);
    Words words = kit.words();
    Returns returns = new Returns();
    String again = "Gateway_" + ids.of("ToDraft", stage);
    returns.target(again);
    Chain chain = kit.chain(region);
    chain.add(kit.of(stage, sketch.exclusive(region, again, "Cần dự thảo")));
    String draft = words.task(specialist, Words.paper("dự thảo ", title));
    chain.add(
        kit.noted(
            stage,
            user(
                stage,
                site,
                "Task_" + ids.of("Draft", stage),
                draft,
                "du-thao-ket-qua",
                specialist,
                DRAFT)));
    String review = words.task(head, "xem xét dự thảo");
    chain.add(
        user(
            stage,
            site,
            "Task_" + ids.of("Review", stage),
            review,
            "xem-xet-du-thao",
            head,
            REVIEW));
    Element reviewed =
        sketch.exclusive(region, "Gateway_" + ids.of("Reviewed", stage), "Đồng ý dự thảo?");
    chain
        .add(kit.of(stage, reviewed))
        .leave(Chain.way("Approved", "Đồng ý", "${headDecision == 'approve'}"));
    returns.add(reviewed.id(), "${headDecision == 'return'}");
    String sign = words.task(leader, Words.paper("ký ", title));
    chain.add(user(stage, site, "Task_" + ids.of("Sign", stage), sign, "ky-duyet", leader, SIGN));
    signed(chain, stage, site, returns);
    String number = words.task(clerk, "cấp số, đóng dấu");
    chain.add(
        user(
            stage,
            site,
            "Task_" + ids.of("Number", stage),
            number,
            "cap-so-dong-dau",
            clerk,
            SMALL));
    chain.add(issue(stage, site));
    returns.loops(sketch, region, false).forEach(chain::loop);
    return chain.row();
  }

  /** Records a positive result. */
  Element issue(Stage stage, Site site) {
    String key = kit.issues(stage);
    String title = kit.title(key);
    return kit.of(
        stage,
        kit.sketch()
            .service(
                site.region(),
                "Task_" + kit.ids().of("Issue", stage),
                Words.fit(Words.ever("Ghi nhận ", title, "kết quả")),
                "dossier.issue(execution,%s)".formatted(Places.text(key)))
            .sets("outcome", "granted"));
  }

  /** Registers, look-ups, hand-overs, publication and copies. */
  void other(Chain chain, Stage stage, Site site) {
    Errands errands = new Errands(kit);
    if (stage.block() == Block.REGISTER) {
      Actor actor = kit.actor(stage, Role.SPECIALIST);
      String name = named(stage, actor, Errands.entering(stage), "vào sổ");
      chain.add(task(stage, site, name, "vao-so", actor)).add(errands.register(stage, site));
    } else if (stage.block() == Block.LOOK_UP) {
      Actor actor = kit.actor(stage, Role.SPECIALIST);
      String name = named(stage, actor, "ghi kết quả tra cứu");
      chain.add(errands.lookUp(stage, site)).add(task(stage, site, name, "ket-qua-tra-cuu", actor));
    } else if (stage.block() == Block.FORWARD) {
      Actor who =
          kit.sendsOn(stage)
              ? new Actor(Actor.COMPETENT, Role.SPECIALIST)
              : Actor.of(Role.ONE_STOP);
      String name = named(stage, who, "chuyển hồ sơ đến " + errands.goal(stage), "chuyển hồ sơ");
      chain.add(task(stage, site, name, "chuyen-ho-so", who)).add(errands.forward(stage, site));
    } else if (stage.block() == Block.NOTIFY) {
      Actor who =
          "desk".equals(stage.by()) ? Actor.of(Role.ONE_STOP) : kit.actor(stage, Role.SPECIALIST);
      String name = named(stage, who, "báo người nộp" + Errands.detail(stage), "báo người nộp");
      chain.add(task(stage, site, name, "bao-nguoi-nop", who)).add(errands.notice(stage, site));
    } else {
      chain.add(errands.tell(stage, site));
    }
  }

  private Element task(Stage stage, Site site, String name, String form, Actor actor) {
    return kit.noted(stage, user(stage, site, "Task_" + Ids.of(stage), name, form, actor, SMALL));
  }

  /** An officer answers a question. */
  Element decide(Stage stage, Site site) {
    Actor actor = kit.actor(stage, Role.SPECIALIST);
    String question = Words.lowerFirst(stage.question());
    String name = kit.words().task(actor, "xác định: " + question);
    return kit.ruled(
        stage,
        user(stage, site, "Task_" + Ids.of(stage), name, "xac-dinh", actor, SMALL)
            .documented(stage.question()));
  }
}
