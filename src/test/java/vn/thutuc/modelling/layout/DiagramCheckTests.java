package vn.thutuc.modelling.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** The check finds each flaw that is put into a sound diagram, and none in the shipped ones. */
class DiagramCheckTests {

  private static final String SOUND =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
          xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
          xmlns:di="http://www.omg.org/spec/DD/20100524/DI">
        <bpmn:process id="p">
          <bpmn:task id="A" name="A"/><bpmn:task id="B" name="B"/>
          <bpmn:task id="C" name="C"/><bpmn:task id="D" name="D"/>
          <bpmn:startEvent id="E" name="Bắt đầu"/>
          <bpmn:subProcess id="S" name="Trong"><bpmn:task id="T" name="T"/></bpmn:subProcess>
          <bpmn:sequenceFlow id="AB" name="Có" sourceRef="A" targetRef="B"/>
          <bpmn:sequenceFlow id="CD" sourceRef="C" targetRef="D"/>
        </bpmn:process>
        <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="p">
          <bpmndi:BPMNShape bpmnElement="A"><dc:Bounds x="0" y="0" width="100" height="80"/></bpmndi:BPMNShape>
          <bpmndi:BPMNShape bpmnElement="B"><dc:Bounds x="300" y="0" width="100" height="80"/></bpmndi:BPMNShape>
          <bpmndi:BPMNShape bpmnElement="C"><dc:Bounds x="0" y="200" width="100" height="80"/></bpmndi:BPMNShape>
          <bpmndi:BPMNShape bpmnElement="D"><dc:Bounds x="300" y="200" width="100" height="80"/></bpmndi:BPMNShape>
          <bpmndi:BPMNShape bpmnElement="E"><dc:Bounds x="500" y="200" width="36" height="36"/></bpmndi:BPMNShape>
          <bpmndi:BPMNShape bpmnElement="S" isExpanded="true"><dc:Bounds x="600" y="0" width="300" height="200"/></bpmndi:BPMNShape>
          <bpmndi:BPMNShape bpmnElement="T"><dc:Bounds x="650" y="60" width="100" height="80"/></bpmndi:BPMNShape>
          <bpmndi:BPMNEdge bpmnElement="AB"><di:waypoint x="100" y="40"/><di:waypoint x="300" y="40"/>
            <bpmndi:BPMNLabel><dc:Bounds x="110" y="20" width="20" height="14"/></bpmndi:BPMNLabel></bpmndi:BPMNEdge>
          <bpmndi:BPMNEdge bpmnElement="CD"><di:waypoint x="100" y="240"/><di:waypoint x="300" y="240"/></bpmndi:BPMNEdge>
        </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
      </bpmn:definitions>
      """;

  private static Document parse(byte[] content) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Flaw> all(String model) {
    return DiagramCheck.all(parse(model.getBytes(UTF_8)));
  }

  @Test
  void aSoundDiagramHasNoFlaw() {
    assertThat(all(SOUND)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<bpmndi:BPMNShape bpmnElement=\"E\">|<bpmndi:BPMNShape bpmnElement=\"X\">|NOT_DRAWN|E",
        "<bpmndi:BPMNEdge bpmnElement=\"CD\">|<bpmndi:BPMNEdge bpmnElement=\"X\">|NOT_DRAWN|CD",
        "<dc:Bounds x=\"300\" y=\"200\"|<dc:Bounds x=\"50\" y=\"220\"|SHAPES_OVERLAP|C,D",
        "<dc:Bounds x=\"650\" y=\"60\"|<dc:Bounds x=\"850\" y=\"60\"|SHAPE_OUTSIDE|T,S",
        "<dc:Bounds x=\"110\" y=\"20\"|<dc:Bounds x=\"110\" y=\"34\"|LABEL_COVERED|AB,AB",
        "<dc:Bounds x=\"110\" y=\"20\"|<dc:Bounds x=\"500\" y=\"240\"|LABEL_COVERED|E,AB",
        "<dc:Bounds x=\"110\" y=\"20\"|<dc:Bounds x=\"60\" y=\"250\"|LABEL_COVERED|AB,C",
        "<dc:Bounds x=\"110\" y=\"20\"|<dc:Bounds x=\"590\" y=\"20\"|LABEL_COVERED|AB,S",
        "<dc:Bounds x=\"500\" y=\"200\"|<dc:Bounds x=\"190\" y=\"30\"|EDGE_THROUGH_SHAPE|AB,E"
      })
  void aSeededFlawIsFound(String sound, String offending, Flaw.Kind kind, String elements) {
    assertThat(SOUND).contains(sound);
    assertThat(all(SOUND.replace(sound, offending)))
        .contains(new Flaw(kind, List.of(elements.split(","))));
  }

  @ParameterizedTest
  @CsvSource({"40,EDGES_ON_EACH_OTHER", "10,EDGES_CROSS"})
  void edgesThatMeetAreFound(int height, Flaw.Kind kind) {
    StringBuilder detour = new StringBuilder("<di:waypoint x=\"100\" y=\"240\"/>");
    for (int[] point : new int[][] {{150, 240}, {150, height}, {250, height}, {250, 240}}) {
      detour.append("<di:waypoint x=\"%d\" y=\"%d\"/>".formatted(point[0], point[1]));
    }
    assertThat(all(SOUND.replace("<di:waypoint x=\"100\" y=\"240\"/>", detour)))
        .contains(new Flaw(kind, List.of("AB", "CD")));
  }

  @Test
  void crossingsAreCountedAndAreNoFlaws() {
    String across =
        SOUND
            .replace(
                "x=\"100\" y=\"240\"/><di",
                "x=\"100\" y=\"210\"/><di:waypoint x=\"200\" y=\"210\"/><di")
            .replace(
                "<di:waypoint x=\"300\" y=\"240\"/>",
                "<di:waypoint x=\"200\" y=\"-20\"/><di:waypoint x=\"350\" y=\"-20\"/>");
    Document document = parse(across.getBytes(UTF_8));
    assertThat(DiagramCheck.flaws(document)).isEmpty();
    assertThat(DiagramCheck.crossings(document))
        .containsExactly(new Flaw(Flaw.Kind.EDGES_CROSS, List.of("AB", "CD")));
  }

  static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("processes"))) {
      return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void shippedModelsAreDrawnWell(Path model) throws IOException {
    assertThat(DiagramCheck.all(parse(Files.readAllBytes(model)))).isEmpty();
  }
}
