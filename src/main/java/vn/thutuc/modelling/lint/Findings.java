package vn.thutuc.modelling.lint;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import vn.thutuc.modelling.Finding;
import vn.thutuc.modelling.XmlFile;

/** Takes what one rule finds in one file. */
public final class Findings {

  private final String file;
  private final Rule<?> rule;
  private final List<Finding> found = new ArrayList<>();

  Findings(String file, Rule<?> rule) {
    this.file = file;
    this.rule = rule;
  }

  /** Takes findings of the same rule in the same file apart from these. */
  Findings another() {
    return new Findings(file, rule);
  }

  void at(Element element, String message, Object... parts) {
    add(XmlFile.lineOf(element), Xml.idOf(element), message.formatted(parts));
  }

  void at(FlowNode node, String message, Object... parts) {
    at(node.element(), message, parts);
  }

  /** A finding at something that is no element. */
  void add(int line, String element, String message) {
    found.add(new Finding(file, line, element, rule.code(), rule.severity(), message));
  }

  List<Finding> list() {
    return found;
  }
}
