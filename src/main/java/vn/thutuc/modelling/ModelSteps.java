package vn.thutuc.modelling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The steps of a model in the order in which they are done, for people to read: who does what, with
 * which share of which phase. What only an event that interrupts or rings leads to comes last.
 */
public final class ModelSteps {

  private static final Pattern CANDIDATES =
      Pattern.compile("organisation\\.candidates\\(execution,'([^']+)','([^']+)'\\)");

  private static final Set<String> STEPS = Set.of("userTask", "callActivity");

  private static final Set<String> NODES =
      Set.of(
          "startEvent",
          "endEvent",
          "userTask",
          "serviceTask",
          "businessRuleTask",
          "callActivity",
          "subProcess",
          "exclusiveGateway",
          "parallelGateway",
          "inclusiveGateway",
          "eventBasedGateway",
          "intermediateCatchEvent",
          "intermediateThrowEvent",
          "boundaryEvent",
          "receiveTask",
          "manualTask",
          "task");

  /**
   * One step.
   *
   * @param id id of the element
   * @param name what is done
   * @param place place that does it, as the model names it; null for a called process
   * @param role role that does it; null for a called process
   * @param form id of the form; null when there is none
   * @param called id of the called process; null for a task
   * @param phase phase whose term it takes a share of; null when none
   * @param share per mille of that term; null when none
   * @param condition the branch that leads to it, in the model's words; null when every dossier
   *     comes along
   * @param exceptional whether only an event leads to it
   */
  public record Step(
      String id,
      String name,
      String place,
      String role,
      String form,
      String called,
      String phase,
      Integer share,
      String condition,
      boolean exceptional) {}

  private final Map<String, Element> nodes = new LinkedHashMap<>();
  private final Map<String, List<Element>> outgoing = new HashMap<>();
  private final Map<String, List<Element>> incoming = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private final Set<String> seen = new TreeSet<>();
  private final Map<String, String> properties = new LinkedHashMap<>();

  private ModelSteps() {}

  /**
   * A model's steps, with the properties of its process.
   *
   * @param name name of the process
   * @param properties extension properties of the process, e.g. {@code shares}
   */
  public record Outline(String name, Map<String, String> properties, List<Step> steps) {}

  /** Reads a model; a file that cannot be read has no steps. */
  public static Outline of(byte[] bpmn) {
    Document document = XmlFile.parse(bpmn).document();
    ModelSteps reading = new ModelSteps();
    if (document == null) {
      return new Outline("", Map.of(), List.of());
    }
    Element process =
        all(document.getElementsByTagNameNS("*", "process")).stream()
            .filter(one -> "true".equals(one.getAttribute("isExecutable")))
            .findFirst()
            .orElse(null);
    if (process == null) {
      return new Outline("", Map.of(), List.of());
    }
    reading.index(process);
    reading.properties.putAll(properties(process));
    reading.scope(process, false);
    reading.exceptions();
    return new Outline(
        process.getAttribute("name"), reading.properties, List.copyOf(reading.steps));
  }

  private void index(Element process) {
    for (Element element : all(process.getElementsByTagNameNS("*", "*"))) {
      if (NODES.contains(element.getLocalName())) {
        nodes.put(element.getAttribute("id"), element);
      } else if (element.getLocalName().equals("sequenceFlow")) {
        outgoing
            .computeIfAbsent(element.getAttribute("sourceRef"), id -> new ArrayList<>())
            .add(element);
        incoming
            .computeIfAbsent(element.getAttribute("targetRef"), id -> new ArrayList<>())
            .add(element);
      }
    }
  }

  /** The nodes of a scope from its start, a join after all that leads to it. */
  private void scope(Element scope, boolean exceptional) {
    nodes.values().stream()
        .filter(node -> node.getParentNode() == scope)
        .filter(node -> node.getLocalName().equals("startEvent"))
        .forEach(start -> walk(start, exceptional));
  }

  private void walk(Element start, boolean exceptional) {
    Deque<Element> order = new ArrayDeque<>();
    after(start, order);
    order.forEach(node -> write(node, exceptional));
  }

  private void after(Element node, Deque<Element> order) {
    if (node == null || !seen.add(node.getAttribute("id"))) {
      return;
    }
    List<Element> flows = outgoing.getOrDefault(node.getAttribute("id"), List.of());
    for (int i = flows.size() - 1; i >= 0; i--) {
      after(nodes.get(flows.get(i).getAttribute("targetRef")), order);
    }
    order.addFirst(node);
  }

  private void write(Element node, boolean exceptional) {
    if (node.getLocalName().equals("subProcess")) {
      scope(node, exceptional);
    } else if (STEPS.contains(node.getLocalName())) {
      steps.add(step(node, exceptional));
    }
  }

  /** What boundary events lead to, inner ones first. */
  private void exceptions() {
    nodes.values().stream()
        .filter(node -> node.getLocalName().equals("boundaryEvent"))
        .forEach(event -> walk(event, true));
  }

  private Step step(Element node, boolean exceptional) {
    Map<String, String> own = properties(node);
    Matcher who = CANDIDATES.matcher(attribute(node, "candidateGroups"));
    boolean known = who.find();
    String share = own.get("share");
    return new Step(
        node.getAttribute("id"),
        node.getAttribute("name"),
        known ? who.group(1) : null,
        known ? who.group(2) : null,
        blankToNull(attribute(node, "formRef")),
        blankToNull(node.getAttribute("calledElement")),
        own.get("phase"),
        share == null || !share.matches("\\d{1,4}") ? null : Integer.valueOf(share),
        condition(node),
        exceptional);
  }

  /** The words at the branch or the event that leads straight to a step. */
  private String condition(Element node) {
    List<Element> flows = incoming.getOrDefault(node.getAttribute("id"), List.of());
    if (flows.size() != 1) {
      return null;
    }
    Element source = nodes.get(flows.get(0).getAttribute("sourceRef"));
    if (source == null) {
      return null;
    }
    if (source.getLocalName().equals("boundaryEvent")) {
      return blankToNull(source.getAttribute("name"));
    }
    boolean branches =
        source.getLocalName().equals("exclusiveGateway")
            && outgoing.getOrDefault(source.getAttribute("id"), List.of()).size() > 1;
    String answer = flows.get(0).getAttribute("name");
    return branches && !answer.isBlank()
        ? (source.getAttribute("name") + " " + answer).strip()
        : null;
  }

  private static Map<String, String> properties(Element node) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Element property : all(node.getElementsByTagNameNS("*", "property"))) {
      if (property.getParentNode().getParentNode().getParentNode() == node) {
        values.put(property.getAttribute("name"), property.getAttribute("value"));
      }
    }
    return values;
  }

  private static String attribute(Element node, String name) {
    return node.getAttributeNS("http://camunda.org/schema/1.0/bpmn", name);
  }

  private static String blankToNull(String text) {
    return text.isBlank() ? null : text;
  }

  private static List<Element> all(NodeList list) {
    return IntStream.range(0, list.getLength()).mapToObj(i -> (Element) list.item(i)).toList();
  }
}
