package vn.thutuc.modelling.scaffold;

import java.util.List;
import vn.thutuc.catalogue.Rule;
import vn.thutuc.catalogue.Stage;
import vn.thutuc.modelling.layout.Flow;
import vn.thutuc.modelling.layout.Loop;
import vn.thutuc.modelling.layout.Part;

/**
 * Draws what frames every procedure: reception, check of papers, settlement with its timers,
 * withdrawal, stop, refusal of reception, return of the result.
 */
final class Frame {

  static final String SETTLEMENT = "settlement";
  static final String COMPLETENESS = "completeness";

  private static final int WHOLE = 1000;
  private static final String NOT_RECEIVED = "Error_NotReceived";
  private static final String EXPIRED = "Error_SupplementExpired";

  private final Kit kit;
  private final Sketch sketch;
  private final Region process = new Region();

  Frame(Kit kit) {
    this.kit = kit;
    this.sketch = kit.sketch();
  }

  Region process() {
    return process;
  }

  /** The whole process as one row. */
  Part.Row draw(List<Stage> stages) {
    Element received =
        sketch
            .event(process, "startEvent", "Event_Received", "Tiếp nhận hồ sơ")
            .with("camunda:formRef", "tiep-nhan")
            .with("camunda:formRefBinding", "latest");
    told(received, Rule.RECEPTION);
    Element handle = sketch.scope(process, "SubProcess_Handle", "Xử lý hồ sơ");
    Part.Row content = handling(handle.content(), stages);
    Part.Scope drawn = new Part.Scope(handle.node(), content, exits());
    Chain chain = kit.chain(process).add(received).add("Flow_Start", drawn);
    Part back = kit.blueprint().after().isEmpty() ? giveBack().node() : after();
    chain.add("Flow_Handled", back);
    return chain
        .add("Flow_Returned", sketch.event(process, "endEvent", "Event_Returned", "Đã trả kết quả"))
        .row();
  }

  private Part.Row handling(Region region, List<Stage> stages) {
    Element started = sketch.event(region, "startEvent", "Event_HandlingStarted", "Bắt đầu xử lý");
    Element toCheck = sketch.exclusive(region, "Gateway_ToCheck", "Hồ sơ chờ kiểm tra");
    Element check = check(region);
    Element complete = sketch.exclusive(region, "Gateway_Complete", "Kết quả kiểm tra hồ sơ?");
    Element accept =
        sketch.service(
            region, "Task_Accept", "Tiếp nhận, ấn định ngày hẹn trả", "dossier.accept(execution)");
    Element notice =
        sketch.outbound(
            region,
            "Task_NoticeReceived",
            "Gửi Giấy tiếp nhận hồ sơ và hẹn trả",
            "outbound.notice(execution,'received')");
    Chain chain =
        kit.chain(region)
            .add(started)
            .add("Flow_HandlingStarted", toCheck)
            .add("Flow_ToCheck", timed(region, check));
    Loop supplement = supplement(region);
    Element refused =
        end(region, "Event_NotReceived", "Không tiếp nhận", NOT_RECEIVED, "NotReceived");
    Flow away =
        sketch.flow(
            region,
            new Region.Sequence(
                "Flow_NotReceived",
                "Từ chối tiếp nhận",
                complete.id(),
                refused.id(),
                "${checkResult == 'refuse'}"));
    chain
        .loop(supplement)
        .add(
            "Flow_Checked",
            new Part.Gate(complete.node(), away, kit.chain(region).add(refused).row()));
    chain
        .leave(new Chain.Way("", "Đầy đủ", "${checkResult == 'complete'}"))
        .add("Flow_CompleteYes", accept)
        .add("Flow_Accepted", notice)
        .add("Flow_ToSettle", settle(region, stages));
    Element ready =
        sketch.service(region, "Task_Ready", "Ghi nhận đã có kết quả", "dossier.ready(execution)");
    Element end =
        sketch
            .event(region, "endEvent", "Event_ResultReady", "Có kết quả")
            .defined("<bpmn:terminateEventDefinition id=\"TerminateDefinition_ResultReady\" />");
    return chain.add("Flow_Settled", ready).add("Flow_Ready", end).row();
  }

  private Element check(Region region) {
    Actor desk = Actor.of(Role.ONE_STOP);
    Element check =
        sketch
            .user(
                region,
                "Task_CheckPapers",
                "Bộ phận Một cửa kiểm tra thành phần hồ sơ",
                "kiem-tra-thanh-phan",
                desk)
            .documented(
                "Đối chiếu giấy tờ với thành phần hồ sơ của thủ tục. Chưa đủ thì lập Phiếu yêu cầu"
                    + " bổ sung, hoàn thiện hồ sơ (mẫu 02); không thuộc thẩm quyền hoặc không đủ"
                    + " điều kiện tiếp nhận thì lập Phiếu từ chối (mẫu 03).");
    told(check, Rule.CHECK);
    return kit.blueprint().hasCompletenessTerm() ? check.takes(COMPLETENESS, WHOLE) : check;
  }

  private Part timed(Region region, Element check) {
    if (!kit.blueprint().hasCompletenessTerm()) {
      return check.node();
    }
    List<Part.Exit> timers =
        new Timers(kit).both(region, check.id(), COMPLETENESS, "Completeness", null);
    return new Part.Timed(check.node(), timers.get(0), timers.get(1));
  }

  private Loop supplement(Region region) {
    Element call =
        sketch
            .call(
                region,
                "Call_SupplementAtReception",
                "Yêu cầu bổ sung, hoàn thiện hồ sơ",
                "bo-sung")
            .out("supplementOutcome");
    Element supplied =
        sketch.exclusive(region, "Gateway_SuppliedAtReception", "Đã bổ sung trong hạn?");
    Element expired =
        end(
            region,
            "Event_SupplementExpiredAtReception",
            "Hết hạn bổ sung",
            EXPIRED,
            "SupplementExpiredAtReception");
    return new Loop.Supplement(
        "Gateway_ToCheck",
        when(
            region,
            "Flow_SupplementAtReception",
            "Chưa đầy đủ",
            "Gateway_Complete",
            call,
            "${checkResult == 'incomplete'}"),
        call.node(),
        sketch.flow(region, "Flow_SupplementAtReceptionDone", call.id(), supplied.id()),
        supplied.node(),
        when(
            region,
            "Flow_SuppliedAtReception",
            "Đã bổ sung",
            supplied.id(),
            sketch.element("Gateway_ToCheck"),
            "${supplementOutcome == 'supplied'}"),
        when(
            region,
            "Flow_SupplementAtReceptionExpired",
            "Hết hạn",
            supplied.id(),
            expired,
            "${supplementOutcome == 'expired'}"),
        expired.node());
  }

  private Flow when(
      Region region, String id, String name, String from, Element to, String condition) {
    return sketch.flow(region, new Region.Sequence(id, name, from, to.id(), condition));
  }

  private Element end(Region region, String id, String name, String error, String definition) {
    return sketch
        .event(region, "endEvent", id, name)
        .defined(
            "<bpmn:errorEventDefinition id=\"ErrorDefinition_%s\" errorRef=\"%s\" />"
                .formatted(definition, error));
  }

  private Part settle(Region region, List<Stage> stages) {
    Element settle = sketch.scope(region, "SubProcess_Settle", "Giải quyết hồ sơ");
    Region inside = settle.content();
    Element started =
        sketch.event(inside, "startEvent", "Event_SettlementStarted", "Bắt đầu giải quyết");
    Element settling =
        sketch.service(
            inside, "Task_Settling", "Ghi nhận hồ sơ đang xử lý", "dossier.settling(execution)");
    Chain chain = kit.chain(inside).add(started).add("Flow_SettlementStarted", settling);
    Part.Row row = new Stages(kit).list(stages, new Site(inside, SETTLEMENT, false));
    chain.add(row);
    chain.add(sketch.event(inside, "endEvent", "Event_Settled", "Đã giải quyết xong"));
    List<Part.Exit> timers =
        new Timers(kit).both(region, settle.id(), SETTLEMENT, "Settlement", null);
    return new Part.Scope(settle.node(), chain.row(), timers);
  }

  private List<Part.Exit> exits() {
    Element withdraw = message("Event_Withdraw", "Rút hồ sơ", "Withdraw");
    Element stop = message("Event_Stop", "Dừng giải quyết", "Stop");
    Element expired = error("Event_CaughtSupplementExpired", "Hết hạn bổ sung", EXPIRED);
    Element notReceived = error("Event_CaughtNotReceived", "Không tiếp nhận", NOT_RECEIVED);
    return List.of(withdrawal(withdraw), stopping(stop, expired), notReceived(notReceived));
  }

  private Element message(String id, String name, String message) {
    return sketch
        .event(process, "boundaryEvent", id, name)
        .with("attachedToRef", "SubProcess_Handle")
        .defined(
            "<bpmn:messageEventDefinition id=\"MessageDefinition_%s\" messageRef=\"Message_%s\" />"
                .formatted(message, message));
  }

  private Element error(String id, String name, String error) {
    return sketch
        .event(process, "boundaryEvent", id, name)
        .with("attachedToRef", "SubProcess_Handle")
        .defined(
            "<bpmn:errorEventDefinition id=\"ErrorDefinition_%s\" errorRef=\"%s\" />"
                .formatted(id.substring("Event_".length()), error));
  }

  private Part.Exit withdrawal(Element event) {
    Element call = sketch.call(process, "Call_Withdraw", "Rút hồ sơ, trả lại giấy tờ", "rut-ho-so");
    Element end = sketch.event(process, "endEvent", "Event_Withdrawn", "Đã rút hồ sơ");
    Flow flow = sketch.flow(process, "Flow_Withdraw", event.id(), call.id());
    Part.Row chain = kit.chain(process).add(call).add("Flow_Withdrawn", end).row();
    return new Part.Exit(event.node(), flow, chain, null, null);
  }

  private Part.Exit stopping(Element event, Element expired) {
    Element gateway = sketch.exclusive(process, "Gateway_ToStop", "Phải dừng giải quyết");
    Element call =
        sketch.call(process, "Call_Stop", "Dừng giải quyết, thông báo (mẫu 05)", "dung-giai-quyet");
    Element end = sketch.event(process, "endEvent", "Event_Stopped", "Đã dừng giải quyết");
    Flow flow = sketch.flow(process, "Flow_Stop", event.id(), gateway.id());
    Flow caught = sketch.flow(process, "Flow_CaughtSupplementExpired", expired.id(), gateway.id());
    Part.Row chain =
        kit.chain(process).add(gateway).add("Flow_ToStop", call).add("Flow_Stopped", end).row();
    return new Part.Exit(event.node(), flow, chain, expired.node(), caught);
  }

  private Part.Exit notReceived(Element event) {
    Element noted =
        sketch.service(
            process,
            "Task_NotReceived",
            "Ghi nhận không tiếp nhận",
            "dossier.notReceived(execution)");
    Element sent =
        sketch.outbound(
            process,
            "Task_NoticeNotReceived",
            "Gửi Phiếu từ chối tiếp nhận (mẫu 03)",
            "outbound.notice(execution,'not-received')");
    Element end = sketch.event(process, "endEvent", "Event_Refused", "Không được tiếp nhận");
    Flow flow = sketch.flow(process, "Flow_CaughtNotReceived", event.id(), noted.id());
    Part.Row chain =
        kit.chain(process)
            .add(noted)
            .add("Flow_NotReceivedNoted", sent)
            .add("Flow_NotReceivedSent", end)
            .row();
    return new Part.Exit(event.node(), flow, chain, null, null);
  }

  private Element told(Element element, String step) {
    return Notes.told(element, step, kit.blueprint().rules());
  }

  private Element giveBack() {
    Element back =
        sketch
            .call(process, "Call_Return", "Trả kết quả", "tra-ket-qua")
            .pass("returnMethod")
            .pass("originalsAtReturn");
    return told(back, Rule.RETURN);
  }

  private Part after() {
    Element split =
        sketch.parallel(process, "Gateway_ReturnAndUpdate", "Trả kết quả và việc tiếp theo");
    Element back = giveBack();
    Part.Row update = update();
    Element join = sketch.parallel(process, "Gateway_AllDone", "Đã xong cả hai việc");
    Chain.Way plain = new Chain.Way("", null, null);
    return new Part.Fork(
        split.node(),
        join.node(),
        List.of(
            branch(
                split,
                join,
                kit.chain(process).add(back).row(),
                new Chain.Way("_Return", null, null)),
            branch(split, join, update, plain)));
  }

  /** What follows a result; where a dossier may be refused instead, only for one that is not. */
  private Part.Row update() {
    boolean mayBeRefused =
        kit.blueprint().stages().isEmpty()
            || kit.blueprint().stages().stream().anyMatch(Outcome::mayRefuse);
    Element granted =
        mayBeRefused
            ? sketch.exclusive(process, "Gateway_Granted", "Hồ sơ được giải quyết?")
            : null;
    Part.Row stages = new Stages(kit).list(kit.blueprint().after(), new Site(process, null, false));
    if (granted == null) {
      return stages;
    }
    Element done = sketch.exclusive(process, "Gateway_AfterDone", "Xong việc sau kết quả");
    return kit.chain(process)
        .add(
            new Part.Fork(
                granted.node(),
                done.node(),
                List.of(
                    branch(
                        granted, done, stages, Chain.way("Yes", "Có", "${outcome == 'granted'}")),
                    branch(granted, done, null, Chain.way("No", "Không", null)))))
        .row();
  }

  private Part.Branch branch(Element split, Element join, Part.Row body, Chain.Way way) {
    return Refusals.branch(sketch, process, split.id(), join.id(), body, way);
  }
}
