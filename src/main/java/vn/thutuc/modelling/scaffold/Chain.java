package vn.thutuc.modelling.scaffold;

import java.util.ArrayList;
import java.util.List;
import vn.thutuc.modelling.layout.Flow;
import vn.thutuc.modelling.layout.Loop;
import vn.thutuc.modelling.layout.Part;

/** Strings parts together from left to right. */
final class Chain {

  /** What stands at the way out of a gateway, and the suffix of the flow's id. */
  record Way(String suffix, String name, String condition) {}

  static final Way PLAIN = new Way("", null, null);

  private final Sketch sketch;
  private final Region region;
  private final List<Part> parts = new ArrayList<>();
  private final List<Flow> flows = new ArrayList<>();
  private final List<Loop> loops = new ArrayList<>();

  Chain(Sketch sketch, Region region) {
    this.sketch = sketch;
    this.region = region;
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  Chain add(Element element) {
    return add(element.node());
  }

  Chain add(Part part) {
    if (!parts.isEmpty()) {
      flows.add(flow(sketch, region, last(), part.first(), PLAIN));
    }
    parts.add(part);
    return this;
  }

  /** Adds an element reached by a flow whose id is chosen. */
  Chain add(String flow, Part part) {
    Way way = sketch.way(last());
    flows.add(
        sketch.flow(
            region, new Region.Sequence(flow, way.name(), last(), part.first(), way.condition())));
    parts.add(part);
    return this;
  }

  Chain add(String flow, Element element) {
    return add(flow, element.node());
  }

  /** What the flow to whatever comes next says, on this chain or on the one around it. */
  Chain leave(Way way) {
    sketch.way(last(), way);
    return this;
  }

  Chain loop(Loop loop) {
    loops.add(loop);
    return this;
  }

  String last() {
    return parts.get(parts.size() - 1).last();
  }

  Part.Row row() {
    return new Part.Row(List.copyOf(parts), List.copyOf(flows), List.copyOf(loops));
  }

  static Flow flow(Sketch sketch, Region region, String from, String to, Way told) {
    Way way = told.equals(PLAIN) ? sketch.way(from) : told;
    String id = "Flow_" + from.replace("_", "") + way.suffix();
    if (way.condition() == null && way.name() != null) {
      sketch.element(from).otherwise(id);
    }
    return sketch.flow(region, new Region.Sequence(id, way.name(), from, to, way.condition()));
  }

  static Way way(String suffix, String name, String condition) {
    return new Way("_" + suffix, name, condition);
  }
}
