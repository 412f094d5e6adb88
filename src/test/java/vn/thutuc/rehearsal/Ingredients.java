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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a model is made of: each kind of element, on the main row and inside a group with a phase of
 * its own, each condition, and each boundary event with what it stands on; without names, ids and
 * facts. Models that together have everything any model has stand for all of them where every path
 * is walked.
 */
final class Ingredients {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final Pattern FACT = Pattern.compile("(\\(execution,)'[^']*'");
  private static final Pattern CHOSEN = Pattern.compile("caseCode|areaClass|channel(?= ==)");

  private Ingredients() {}

  /** The fewest models, as a greedy choice finds them, with everything of all. */
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

  /** The first of all models that are made of exactly the same. */
  static List<ModelFile> oneOfEachMake(List<ModelFile> models) {
    Map<Set<String>, ModelFile> makes = new LinkedHashMap<>();
    models.stream()
        .sorted(Comparator.comparing(ModelFile::code))
        .forEach(model -> makes.putIfAbsent(of(model), model));
    return List.copyOf(makes.values());
  }

  /** Everything a model is made of. */
  static Set<String> of(ModelFile model) {
    Element root = parsed(model);
    Map<String, String> kinds = new HashMap<>();
    elements(root, "*").forEach(one -> kinds.put(one.getAttribute("id"), kind(one)));
    Set<String> found = new TreeSet<>();
    elements(root, "sequenceFlow")
        .forEach(
            flow -> {
              found.add("-" + withoutFacts(flow.getTextContent().strip()) + "->");
              found.add(scope(flow) + kinds.get(flow.getAttribute("targetRef")));
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

  /** Whether something stands on the main row or in a group with a phase of its own. */
  private static String scope(Element flow) {
    String around = ((Element) flow.getParentNode()).getAttribute("id");
    boolean isMain = around.equals("SubProcess_Settle") || around.equals("SubProcess_Handle");
    return flow.getParentNode().getLocalName().equals("process") || isMain ? "" : "in a group ";
  }

  /** Names of places, phases, registers and results are facts; grounds, roles, outcomes are not. */
  private static String withoutFacts(String expression) {
    Matcher chosen = CHOSEN.matcher(expression);
    if (chosen.find()) {
      return chosen.group();
    }
    return expression.contains("clock.pause") || expression.contains("clock.resume")
        ? expression
        : FACT.matcher(expression).replaceAll("$1'*'");
  }

  private static List<Element> elements(Element root, String name) {
    NodeList found = root.getElementsByTagNameNS(BPMN, name);
    // Once: asked for its length, such a list walks on to the end of the whole document.
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
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
