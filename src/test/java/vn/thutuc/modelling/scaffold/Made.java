package vn.thutuc.modelling.scaffold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.modelling.Finding;
import vn.thutuc.modelling.Verbs;
import vn.thutuc.modelling.layout.DiagramCheck;
import vn.thutuc.modelling.layout.Flaw;
import vn.thutuc.modelling.lint.Context;
import vn.thutuc.modelling.lint.Folder;
import vn.thutuc.modelling.lint.FormFile;
import vn.thutuc.modelling.lint.Lint;
import vn.thutuc.modelling.lint.Model;

/** A model as it was made, and what can be asked of it. */
final class Made {

  private static final Folder HOUSE = house();

  private final Procedure procedure;
  private final String xml;
  private final BpmnModelInstance model;

  private Made(Procedure procedure) {
    this.procedure = procedure;
    this.xml = Samples.scaffold(procedure).model();
    this.model = Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(UTF_8)));
  }

  static Made of(Procedure procedure) {
    return new Made(procedure);
  }

  private static Folder house() {
    try {
      return Folder.of(List.of(Path.of("processes/shared")), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  BpmnModelInstance model() {
    return model;
  }

  String xml() {
    return xml;
  }

  /** Everything a modeller or the engine would stumble over. */
  void isSound() {
    assertThat(findings()).isEmpty();
    assertThat(flaws()).isEmpty();
    Bpmn.validateModel(model);
    everythingIsOnAPath();
    for (String phase : phases()) {
      assertThat(longest(phase)).as("shares of " + phase).isLessThanOrEqualTo(1000);
    }
  }

  List<Flaw> flaws() {
    return DiagramCheck.all(document());
  }

  Document document() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  List<String> findings() {
    String file = "processes/thu/" + Samples.CODE + "-thu.bpmn";
    return Lint.read(file, xml.getBytes(UTF_8)).stream()
        .flatMap(subject -> new Lint().check(subject, new Around()).stream())
        .map(Finding::line)
        .toList();
  }

  private Set<String> phases() {
    Set<String> phases = new HashSet<>();
    model.getModelElementsByType(FlowNode.class).forEach(node -> phases.add(value(node, "phase")));
    phases.remove(null);
    return phases;
  }

  static String value(FlowNode node, String property) {
    if (node.getExtensionElements() == null) {
      return null;
    }
    return node.getExtensionElements().getElementsQuery().list().stream()
        .flatMap(one -> one.getChildElementsByType(CamundaProperty.class).stream())
        .filter(one -> property.equals(one.getCamundaName()))
        .map(CamundaProperty::getCamundaValue)
        .findFirst()
        .orElse(null);
  }

  /** The largest sum of shares on a path that repeats nothing, found by walking all of them. */
  int longest(String phase) {
    return model.getModelElementsByType(StartEvent.class).stream()
        .filter(start -> start.getParentElement() instanceof Process)
        .mapToInt(start -> longest(start, phase, new HashSet<>()))
        .max()
        .orElse(0);
  }

  private int longest(FlowNode at, String phase, Set<FlowNode> seen) {
    seen.add(at);
    int next =
        at.getOutgoing().stream()
            .map(flow -> flow.getTarget())
            .filter(target -> !seen.contains(target))
            .mapToInt(target -> longest(target, phase, seen))
            .max()
            .orElse(0);
    seen.remove(at);
    int own = phase.equals(value(at, "phase")) ? Integer.parseInt(value(at, "share")) : 0;
    int inside =
        at instanceof SubProcess scope
            ? scope.getChildElementsByType(StartEvent.class).stream()
                .mapToInt(start -> longest(start, phase, new HashSet<>()))
                .max()
                .orElse(0)
            : 0;
    return own + inside + next;
  }

  private void everythingIsOnAPath() {
    for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
      boolean begins = !node.getIncoming().isEmpty() || node.getId().matches("(Event|Timer)_.*");
      boolean goesOn = !node.getOutgoing().isEmpty() || node.getId().startsWith("Event_");
      assertThat(begins && goesOn).as(node.getId() + " is on a path").isTrue();
    }
    Set<FlowNode> reached = new HashSet<>();
    Collection<FlowNode> all = model.getModelElementsByType(FlowNode.class);
    all.stream().filter(node -> node.getIncoming().isEmpty()).forEach(node -> reach(node, reached));
    assertThat(reached).containsExactlyInAnyOrderElementsOf(all);
  }

  private static void reach(FlowNode node, Set<FlowNode> reached) {
    if (reached.add(node)) {
      node.getOutgoing().forEach(flow -> reach(flow.getTarget(), reached));
    }
  }

  /** The house as it is, with the facts of the test. */
  private final class Around implements Context {

    @Override
    public Verbs verbs() {
      return HOUSE.verbs();
    }

    @Override
    public Optional<FormFile> form(String id) {
      return HOUSE.form(id);
    }

    @Override
    public Optional<Model> process(String id) {
      return HOUSE.process(id);
    }

    @Override
    public List<Procedure> facts(String code) {
      return code.equals(Samples.CODE) ? List.of(procedure) : List.of();
    }

    @Override
    public Optional<Model> before(String id) {
      return Optional.empty();
    }

    @Override
    public Optional<FormFile> formBefore(String id) {
      return Optional.empty();
    }

    @Override
    public Stream<Model> others(String words) {
      return Stream.empty();
    }
  }
}
