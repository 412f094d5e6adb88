package vn.thutuc.process.task;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.core.model.PropertyKey;
import org.camunda.bpm.engine.impl.util.xml.Element;
import vn.thutuc.process.PhaseName;

/**
 * What a step takes of a phase, as its model's properties say.
 *
 * @param phase id of the phase, or <code>${phase}</code> where the caller of a shared process says
 *     which
 * @param perMille share of the phase's term, 0 to 1000; of what the call takes of it where the
 *     caller says which
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

  /** Whether the caller says which phase. */
  boolean isCallers() {
    return PhaseName.ofProperty(phase).isVariable();
  }

  /**
   * The id of the phase where the step is; null when the caller counts on none. A step on the phase
   * of its own that the caller may give counts on the phase around it when none is given.
   */
  String phaseIn(VariableScope scope) {
    PhaseName name = PhaseName.ofProperty(phase);
    String held = name.in(scope);
    return held == null && name.isVariable() && name.text().equals("ownPhase")
        ? new PhaseName("phase", true).in(scope)
        : held;
  }
}
