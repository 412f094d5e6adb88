package vn.thutuc.modelling.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/** What the rules need of a document. */
final class Xml {

  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
  static final String DC = "http://www.omg.org/spec/DD/20100524/DC";

  private Xml() {}

  /** Every element, in the order of the file. */
  static List<Element> all(Document document) {
    List<Element> all = new ArrayList<>();
    collect(document.getDocumentElement(), all);
    return all;
  }

  private static void collect(Element element, List<Element> into) {
    into.add(element);
    for (Node at = element.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element child) {
        collect(child, into);
      }
    }
  }

  static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node at = element.getFirstChild(); at != null; at = at.getNextSibling()) {
      if (at instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  static List<Element> within(Element element, String namespace, String name) {
    NodeList found = element.getElementsByTagNameNS(namespace, name);
    // Once: asked for its length, such a list walks on to the end of the whole document.
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  static Optional<Element> child(Element element, String name) {
    return children(element).stream().filter(child -> isBpmn(child, name)).findFirst();
  }

  /** The camunda elements that stand in an element's own extension elements. */
  static List<Element> extensions(Element element, String name) {
    return child(element, "extensionElements").map(Xml::children).orElse(List.of()).stream()
        .filter(child -> CAMUNDA.equals(child.getNamespaceURI()))
        .flatMap(
            child ->
                child.getLocalName().equals(name)
                    ? List.of(child).stream()
                    : within(child, CAMUNDA, name).stream())
        .toList();
  }

  static boolean isBpmn(Element element, String name) {
    return BPMN.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
  }

  static String camunda(Element element, String attribute) {
    return element.getAttributeNS(CAMUNDA, attribute);
  }

  /** The text the engine reads of an element: its own, whatever stands in elements inside it. */
  static String ownText(Element element) {
    Node only = element.getFirstChild();
    if (only == null || only.getNextSibling() == null) {
      return only instanceof Text text ? text.getData() : "";
    }
    StringBuilder text = new StringBuilder();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Text part) {
        text.append(part.getData());
      }
    }
    return text.toString();
  }

  /** The id of the element or of the nearest one around it that has one. */
  static String idOf(Element element) {
    for (Node node = element; node instanceof Element at; node = node.getParentNode()) {
      if (!at.getAttribute("id").isBlank()) {
        return at.getAttribute("id");
      }
    }
    return element.getLocalName();
  }
}
