package vn.thutuc.modelling.scaffold;

import java.util.List;
import vn.thutuc.catalogue.Stage;
import vn.thutuc.modelling.layout.Part;

/** Draws the two timers of a phase and what follows them. */
final class Timers {

  private final Kit kit;

  Timers(Kit kit) {
    this.kit = kit;
  }

  /**
   * Both timers.
   *
   * @param host id of what they stand on
   * @param tag what their ids end with
   * @param stage the stage whose phase it is; null for the frame's
   */
  List<Part.Exit> both(Region region, String host, String phase, String tag, Stage stage) {
    Sketch sketch = kit.sketch();
    String quoted = Places.text(phase);
    Element next =
        timer(
            region,
            host,
            "NextRung_" + tag,
            "Mốc nhắc",
            "clock.nextRung(execution," + quoted + ")");
    Element end =
        timer(region, host, "End_" + tag, "Quá hạn", "clock.end(execution," + quoted + ")");
    Element ring =
        sketch.service(
            region,
            "Task_Ring_" + tag,
            "Cảnh báo theo thang nhắc việc",
            "escalation.ring(execution," + quoted + ")");
    Element rung = sketch.event(region, "endEvent", "Event_Rung_" + tag, "Đã cảnh báo");
    Element late = sketch.call(region, "Call_Late_" + tag, "Xử lý hồ sơ quá hạn", "qua-han");
    Element handled =
        sketch.event(region, "endEvent", "Event_LateHandled_" + tag, "Đã xử lý quá hạn");
    if (stage != null) {
      List.of(next, end, ring, rung, late, handled).forEach(one -> kit.of(stage, one));
    }
    Part.Exit first =
        new Part.Exit(
            next.node(),
            sketch.flow(region, "Flow_NextRung_" + tag, next.id(), ring.id()),
            kit.chain(region).add(ring).add("Flow_Rung_" + tag, rung).row(),
            null,
            null);
    Part.Exit second =
        new Part.Exit(
            end.node(),
            sketch.flow(region, "Flow_End_" + tag, end.id(), late.id()),
            kit.chain(region).add(late).add("Flow_LateHandled_" + tag, handled).row(),
            null,
            null);
    return List.of(first, second);
  }

  private Element timer(Region region, String host, String tag, String name, String date) {
    return kit.sketch()
        .event(region, "boundaryEvent", "Timer_" + tag, name)
        .with("cancelActivity", "false")
        .with("attachedToRef", host)
        .defined(
            """
            <bpmn:timerEventDefinition id="TimerDefinition_%s">
              <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${%s}</bpmn:timeDate>
            </bpmn:timerEventDefinition>"""
                .formatted(tag, date));
  }
}
