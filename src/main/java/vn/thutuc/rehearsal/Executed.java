package vn.thutuc.rehearsal;

import java.util.Set;
import java.util.TreeMap;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import vn.thutuc.modelling.XmlFile;

/**
 * What the engine executes of a model, as text: neither how it is drawn nor what its parts are
 * called. Two versions with the same text take a dossier the same ways, so one rehearsal stands for
 * both.
 */
final class Executed {

  /** Elements nobody executes: the drawing, what people read, and what stands outside the pool. */
  private static final Set<String> SHOWN =
      Set.of(
          "BPMNDiagram",
          "collaboration",
          "documentation",
          "textAnnotation",
          "association",
          "category",
          "incoming",
          "outgoing");

  /** Elements whose name is how others find them. */
  private static final Set<String> FOUND_BY_NAME =
      Set.of("message", "signal", "error", "escalation");

  /** Properties that say where a model comes from. */
  private static final Set<String> ORIGIN = Set.of("mark", "madeFrom");

  private final StringBuilder text = new StringBuilder();

  private Executed() {}

  /** What is executed of a file; nothing of one that cannot be read. */
  static String of(ModelFile file) {
    XmlFile.Parsed parsed = XmlFile.parse(file.content());
    Executed executed = new Executed();
    if (parsed.document() != null) {
      executed.write(parsed.document().getDocumentElement());
    }
    return executed.text.toString();
  }

  private void write(Element element) {
    if (SHOWN.contains(element.getLocalName()) || isOrigin(element)) {
      return;
    }
    text.append('<').append(element.getLocalName());
    attributes(element)
        .forEach((name, value) -> text.append(' ').append(name).append('=').append(value));
    text.append('>');
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inside) {
        write(inside);
      } else {
        text.append(child.getTextContent().strip());
      }
    }
    text.append("</>\n");
  }

  private static boolean isOrigin(Element element) {
    return element.getLocalName().equals("property")
        && ORIGIN.contains(element.getAttribute("name"));
  }

  private static TreeMap<String, String> attributes(Element element) {
    TreeMap<String, String> sorted = new TreeMap<>();
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      boolean isBpmn = attribute.getNamespaceURI() == null;
      boolean isName = isBpmn && attribute.getLocalName().equals("name");
      boolean isTitle =
          isName && isBpmnElement(element) && !FOUND_BY_NAME.contains(element.getLocalName());
      if (!isTitle && !attribute.getName().startsWith("xmlns") && !isExporter(attribute)) {
        sorted.put(attribute.getName(), attribute.getValue());
      }
    }
    return sorted;
  }

  /** What an extension calls a name is a key: of an input, a property, a form field. */
  private static boolean isBpmnElement(Element element) {
    return element.getNamespaceURI().endsWith("/BPMN/20100524/MODEL");
  }

  private static boolean isExporter(Attr attribute) {
    return attribute.getLocalName().startsWith("exporter")
        || attribute.getLocalName().startsWith("executionPlatform");
  }
}
