package vn.thutuc.modelling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * What a version of a file has that another has not, element by element. Elements are known by
 * their ids; where they stand on the canvas does not count.
 */
public final class ModelDifference {

  /** What happened to an element. */
  public enum Change {
    /** Only the new version has it. */
    ADDED,
    /** Only the old version has it. */
    REMOVED,
    /** Both have it, and something about it differs. */
    CHANGED
  }

  /**
   * A property with two values.
   *
   * @param property attribute or property, e.g. {@code name}, {@code formRef}, {@code share}
   * @param before value in the old version; null when it has none
   * @param after value in the new version; null when it has none
   */
  public record Value(String property, String before, String after) {}

  /**
   * One element that differs.
   *
   * @param id id of the element, or key of the form's field
   * @param type kind of element, e.g. {@code userTask}
   * @param name its name in the new version, else in the old one; may be empty
   * @param change what happened to it
   * @param values what about it, for a changed one
   */
  public record Line(String id, String type, String name, Change change, List<Value> values) {}

  private record Part(String type, String name, Map<String, String> values) {}

  private ModelDifference() {}

  /**
   * Compares two versions of one file.
   *
   * @param kind what the files hold
   * @param before the old version; null when there is none
   * @param after the new version
   * @return added ones, changed ones and removed ones, each in the order of their file
   */
  public static List<Line> between(ModelIdentity.Kind kind, byte[] before, byte[] after) {
    Map<String, Part> old = before == null ? Map.of() : parts(kind, before);
    Map<String, Part> fresh = parts(kind, after);
    List<Line> lines = new ArrayList<>();
    fresh.forEach(
        (id, part) -> {
          if (!old.containsKey(id)) {
            lines.add(new Line(id, part.type(), part.name(), Change.ADDED, List.of()));
          }
        });
    fresh.forEach(
        (id, part) -> {
          List<Value> values = old.containsKey(id) ? values(old.get(id), part) : List.of();
          if (!values.isEmpty()) {
            lines.add(new Line(id, part.type(), part.name(), Change.CHANGED, values));
          }
        });
    old.forEach(
        (id, part) -> {
          if (!fresh.containsKey(id)) {
            lines.add(new Line(id, part.type(), part.name(), Change.REMOVED, List.of()));
          }
        });
    return List.copyOf(lines);
  }

  private static List<Value> values(Part old, Part fresh) {
    Set<String> names = new TreeSet<>(old.values().keySet());
    names.addAll(fresh.values().keySet());
    List<Value> values = new ArrayList<>();
    if (!old.type().equals(fresh.type())) {
      values.add(new Value("type", old.type(), fresh.type()));
    }
    for (String name : names) {
      String before = old.values().get(name);
      String after = fresh.values().get(name);
      if (!Objects.equals(before, after)) {
        values.add(new Value(name, before, after));
      }
    }
    return values;
  }

  private static Map<String, Part> parts(ModelIdentity.Kind kind, byte[] content) {
    Map<String, Part> parts = new LinkedHashMap<>();
    if (kind == ModelIdentity.Kind.FORM) {
      form(json(content), "", parts);
    } else {
      Document document = XmlFile.parse(content).document();
      if (document != null) {
        xml(document.getDocumentElement(), parts);
      }
    }
    return parts;
  }

  private static JsonNode json(byte[] content) {
    try {
      return new ObjectMapper().readTree(content);
    } catch (IOException e) {
      return new ObjectMapper().createObjectNode();
    }
  }

  private static void form(JsonNode node, String path, Map<String, Part> parts) {
    int index = 0;
    for (JsonNode component : node.path("components")) {
      String id =
          component.hasNonNull("key")
              ? component.get("key").asText()
              : component.path("id").asText(path + index);
      Map<String, String> values = new TreeMap<>();
      component
          .properties()
          .forEach(
              field -> {
                if (!Set.of("components", "layout", "id", "key").contains(field.getKey())) {
                  JsonNode value = field.getValue();
                  values.put(field.getKey(), value.isTextual() ? value.asText() : value.toString());
                }
              });
      parts.put(
          id,
          new Part(
              component.path("type").asText(),
              component.path("label").asText(component.path("text").asText()),
              values));
      form(component, path + index + ".", parts);
      index++;
    }
  }

  private static void xml(Element element, Map<String, Part> parts) {
    if (drawn(element)) {
      return;
    }
    if (!element.getAttribute("id").isBlank()) {
      Map<String, String> values = new TreeMap<>();
      attributes(element, "", values);
      inside(element, "", values);
      values.remove("id");
      parts.put(
          element.getAttribute("id"),
          new Part(element.getLocalName(), element.getAttribute("name"), values));
    }
    children(element).forEach(child -> xml(child, parts));
  }

  private static boolean drawn(Element element) {
    String namespace = String.valueOf(element.getNamespaceURI());
    return namespace.contains("/DI") || namespace.contains("/DMNDI") || namespace.contains("/DC");
  }

  /** What belongs to an element without an id of its own: properties, mappings, conditions. */
  private static void inside(Element element, String path, Map<String, String> values) {
    int index = 0;
    for (Element child : children(element)) {
      String name = child.getLocalName();
      boolean known = !child.getAttribute("id").isBlank();
      if (known || drawn(child) || Set.of("incoming", "outgoing", "flowNodeRef").contains(name)) {
        continue;
      }
      if (name.equals("property")) {
        values.put(child.getAttribute("name"), child.getAttribute("value"));
        continue;
      }
      boolean holder = Set.of("extensionElements", "properties", "inputOutput").contains(name);
      String at = holder ? path : path + name + (index++ == 0 ? "" : index) + ".";
      if (!holder) {
        attributes(child, at, values);
        String text = text(child);
        if (!text.isEmpty()) {
          values.put(at.substring(0, at.length() - 1), text);
        }
      }
      inside(child, at, values);
    }
  }

  private static void attributes(Element element, String path, Map<String, String> values) {
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      if (!"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI())) {
        values.put(path + attribute.getLocalName(), attribute.getValue());
      }
    }
  }

  private static String text(Element element) {
    StringBuilder text = new StringBuilder();
    NodeList nodes = element.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i).getNodeType() == Node.TEXT_NODE
          || nodes.item(i).getNodeType() == Node.CDATA_SECTION_NODE) {
        text.append(nodes.item(i).getTextContent());
      }
    }
    return text.toString().strip();
  }

  private static List<Element> children(Element element) {
    NodeList nodes = element.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }
}
