package vn.thutuc.process.task;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.core.model.PropertyKey;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What a step takes of a phase, as its model's properties say.
 *
 * @param phase id of the phase
 * @param perMille share of the phase's term, 0 to 1000
 */
record StepShare(String phase, int perMille) {

  static final PropertyKey<StepShare> KEY = new PropertyKey<>("thutuc.share");

  static Optional<StepShare> read(Element element) {
    Element extensions = element.element("extensionElements");
    Element properties = extensions == null ? null : extensions.element("properties");
    if (properties == null) {
      return Optional.empty();
    }
    Map<String, String> values = new HashMap<>();
    properties
        .elements("property")
        .forEach(property -> values.put(property.attribute("name"), property.attribute("value")));
    return values.containsKey("phase") && values.containsKey("share")
        ? Optional.of(new StepShare(values.get("phase"), Integer.parseInt(values.get("share"))))
        : Optional.empty();
  }
}
