package vn.thutuc.modelling.scaffold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.thutuc.modelling.layout.Flow;
import vn.thutuc.modelling.layout.Loop;
import vn.thutuc.modelling.layout.Part;

/** Collects who sends back a draft to whom, and draws the ways back once all are known. */
final class Returns {

  private record Source(String gateway, String condition) {}

  private final Map<String, List<Source>> byTarget = new LinkedHashMap<>();
  private String target;

  /** The gateway before the work that is done again; null before there is one. */
  String target() {
    return target;
  }

  void target(String gateway) {
    target = gateway;
  }

  void add(String gateway, String condition) {
    byTarget.computeIfAbsent(target, key -> new ArrayList<>()).add(new Source(gateway, condition));
  }

  List<Loop> loops(Sketch sketch, Region region, boolean above) {
    List<Loop> loops = new ArrayList<>();
    byTarget.forEach((to, sources) -> loops.add(loop(sketch, region, to, sources, above)));
    return loops;
  }

  private static Loop loop(
      Sketch sketch, Region region, String to, List<Source> sources, boolean above) {
    int last = sources.size() - 1;
    List<Part.Node> merges = new ArrayList<>();
    for (Source source : sources.subList(0, last)) {
      String id = "Gateway_Returned" + source.gateway().replace("Gateway_", "");
      merges.add(sketch.exclusive(region, id, "Trả lại để sửa").node());
    }
    List<Flow> flows = new ArrayList<>();
    for (int i = 0; i <= last; i++) {
      String next = last == 0 ? to : merges.get(Math.min(i, last - 1)).id();
      Source source = sources.get(i);
      flows.add(
          Chain.flow(
              sketch,
              region,
              source.gateway(),
              next,
              Chain.way("Returned", "Trả lại", source.condition())));
    }
    List<Flow> back = new ArrayList<>();
    for (int i = 0; i < merges.size(); i++) {
      String next = i == 0 ? to : merges.get(i - 1).id();
      back.add(Chain.flow(sketch, region, merges.get(i).id(), next, new Chain.Way("", null, null)));
    }
    return new Loop.Return(to, flows, merges, back, above);
  }
}
