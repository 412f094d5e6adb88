package vn.thutuc.rehearsal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What stands beside what in a model: for each sequence flow what it comes from, on which condition
 * and what it leads to, and for each boundary event what it stands on; without names, ids and
 * facts. Models that together have everything any model has, stand for all of them where every path
 * is walked.
 */
final class Neighbours {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final Pattern FACT =
      Pattern.compile("(\\(execution,|(?:caseCode|areaClass) == )'[^']*'");

  private Neighbours() {}

  /** The fewest models, as a greedy choice finds them, with every neighbourhood of all. */
  static List<ModelFile> enough(List<ModelFile> models) {
    Map<ModelFile, Set<String>> left = new LinkedHashMap<>();
    models.stream()
        .sorted(Comparator.comparing(ModelFile::code))
        .forEach(model -> left.put(model, of(model)));
    List<ModelFile> chosen = new ArrayList<>();
    while (true) {
      ModelFile best = null;
      for (Map.Entry<ModelFile, Set<String>> one : left.entrySet()) {
        if (!one.getValue().isEmpty()
            && (best == null || one.getValue().size() > left.get(best).size())) {
          best = one.getKey();
        }
      }
      if (best == null) {
        return chosen;
      }
      chosen.add(best);
      Set<String> covered = left.remove(best);
      left.values().forEach(rest -> rest.removeAll(covered));
    }
  }

  /** Everything that stands beside something else in a model. */
  static Set<String> of(ModelFile model) {
    Element root = parsed(model);
    Map<String, String> kinds = new HashMap<>();
    elements(root, "*").forEach(one -> kinds.put(one.getAttribute("id"), kind(one)));
    Set<String> found = new TreeSet<>();
    elements(root, "sequenceFlow")
        .forEach(
            flow -> {
              String from = kinds.get(flow.getAttribute("sourceRef"));
              String to = kinds.get(flow.getAttribute("targetRef"));
              String when = " -" + withoutFacts(flow.getTextContent().strip()) + "-> ";
              found.add(from + when + type(to));
              found.add(type(from) + when + to);
            });
    elements(root, "boundaryEvent")
        .forEach(
            event ->
                found.add(kinds.get(event.getAttribute("attachedToRef")) + " ! " + kind(event)));
    return new HashSet<>(found);
  }

  private static String kind(Element element) {
    String said =
        Stream.of("calledElement", "expression", "candidateGroups")
            .map(
                name ->
                    element.hasAttribute(name)
                        ? element.getAttribute(name)
                        : element.getAttributeNS(CAMUNDA, name))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    return element.getLocalName() + ":" + withoutFacts(said);
  }

  private static String type(String kind) {
    return kind.substring(0, kind.indexOf(':'));
  }

  /** Names of places, phases, registers and results are facts; grounds, roles, outcomes are not. */
  private static String withoutFacts(String expression) {
    return expression.contains("clock.pause") || expression.contains("clock.resume")
        ? expression
        : FACT.matcher(expression).replaceAll("$1'*'");
  }

  private static List<Element> elements(Element root, String name) {
    NodeList found = root.getElementsByTagNameNS(BPMN, name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static Element parsed(ModelFile model) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(model.content()))
          .getDocumentElement();
    } catch (SAXException | IOException e) {
      throw new IllegalArgumentException(model.path() + " cannot be read", e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("This Java has no secure XML parser", e);
    }
  }
}
