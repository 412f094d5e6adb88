package vn.thutuc.modelling.scaffold;

import java.util.ArrayList;
import java.util.List;

/** The elements and flows of the process or of one sub-process, in the order of the file. */
final class Region {

  /** A sequence flow; name and condition may be null. */
  record Sequence(String id, String name, String from, String to, String condition) {}

  private final List<Element> elements = new ArrayList<>();
  private final List<Sequence> flows = new ArrayList<>();

  List<Element> elements() {
    return elements;
  }

  List<Sequence> flows() {
    return flows;
  }

  /** All elements, those of inner sub-processes included. */
  List<Element> all() {
    List<Element> all = new ArrayList<>();
    for (Element element : elements) {
      all.add(element);
      if (element.content() != null) {
        all.addAll(element.content().all());
      }
    }
    return all;
  }
}
