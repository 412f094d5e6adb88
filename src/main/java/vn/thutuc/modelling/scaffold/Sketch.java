package vn.thutuc.modelling.scaffold;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.thutuc.modelling.layout.Flow;
import vn.thutuc.modelling.layout.Kind;

/** The model under construction: makes elements and flows and keeps their ids apart. */
final class Sketch {

  static final String BUSINESS_KEY = "#{execution.processBusinessKey}";

  private final Map<String, Element> byId = new LinkedHashMap<>();
  private final Map<String, Flow> flows = new LinkedHashMap<>();
  private final Map<String, Chain.Way> ways = new HashMap<>();

  /** What the next flow out of an element says. */
  void way(String from, Chain.Way way) {
    ways.put(from, way);
  }

  Chain.Way way(String from) {
    Chain.Way way = ways.remove(from);
    return way == null ? Chain.PLAIN : way;
  }

  Element element(String id) {
    return byId.get(id);
  }

  private Element add(Region region, Element element) {
    if (byId.put(element.id(), element) != null || flows.containsKey(element.id())) {
      throw new IllegalStateException("Two elements have the id " + element.id());
    }
    region.elements().add(element);
    return element;
  }

  Element event(Region region, String tag, String id, String name) {
    Kind kind = tag.equals("boundaryEvent") ? Kind.BOUNDARY : Kind.EVENT;
    return add(region, new Element(tag, id, name, kind));
  }

  Element exclusive(Region region, String id, String name) {
    return add(region, new Element("exclusiveGateway", id, name, Kind.GATEWAY));
  }

  Element parallel(Region region, String id, String name) {
    return add(region, new Element("parallelGateway", id, name, Kind.GATEWAY));
  }

  /** A user task; place and role say who may do it. */
  Element user(Region region, String id, String name, String form, Actor actor) {
    return add(region, new Element("userTask", id, name, Kind.TASK))
        .with("camunda:formRef", form)
        .with("camunda:formRefBinding", "latest")
        .with(
            "camunda:candidateGroups",
            "${organisation.candidates(execution,'%s','%s')}"
                .formatted(actor.place(), actor.role().key()));
  }

  Element service(Region region, String id, String name, String call) {
    return add(region, new Element("serviceTask", id, name, Kind.TASK))
        .with("camunda:expression", "${" + call + "}");
  }

  /** A step that leaves the house: behind a transaction of its own, repeated when it fails. */
  Element outbound(Region region, String id, String name, String call) {
    return add(region, new Element("serviceTask", id, name, Kind.TASK))
        .with("camunda:asyncBefore", "true")
        .with("camunda:expression", "${" + call + "}")
        .async();
  }

  Element call(Region region, String id, String name, String called) {
    return add(region, new Element("callActivity", id, name, Kind.TASK))
        .with("calledElement", called);
  }

  Element scope(Region region, String id, String name) {
    return add(region, new Element("subProcess", id, name, Kind.SCOPE)).holding(new Region());
  }

  /** A sequence flow whose id is chosen. */
  Flow flow(Region region, String id, String from, String to) {
    return flow(region, new Region.Sequence(id, null, from, to, null));
  }

  Flow flow(Region region, Region.Sequence flow) {
    Element from = byId.get(flow.from());
    Element to = byId.get(flow.to());
    if (from == null || to == null || flows.containsKey(flow.id())) {
      throw new IllegalStateException("The flow cannot be drawn: " + flow);
    }
    region.flows().add(flow);
    from.outgoing().add(flow.id());
    to.incoming().add(flow.id());
    Flow drawn =
        new Flow(
            flow.id(), flow.name(), flow.from(), flow.to(), flow.id().equals(from.defaultFlow()));
    flows.put(flow.id(), drawn);
    return drawn;
  }
}
