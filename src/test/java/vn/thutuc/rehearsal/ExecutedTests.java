package vn.thutuc.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutedTests {

  private static final String MODEL =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" exporterVersion="5.39.0">
        <bpmn:collaboration id="C"><bpmn:participant id="P" name="Sở" /></bpmn:collaboration>
        <bpmn:message id="Message_Stop" name="dung" />
        <bpmn:process id="TTHC-9.000001" name="Thủ tục mẫu">
          <bpmn:documentation>Ghi chú</bpmn:documentation>
          <bpmn:userTask id="Task_Check" name="Kiểm tra" camunda:formRef="kiem-tra">
            <bpmn:extensionElements><camunda:properties>
              <camunda:property name="mark" value="1a" />
              <camunda:property name="share" value="300" />
            </camunda:properties></bpmn:extensionElements>
            <bpmn:incoming>Flow_1</bpmn:incoming>
          </bpmn:userTask>
          <bpmn:sequenceFlow id="Flow_1" sourceRef="A" targetRef="Task_Check">
            <bpmn:conditionExpression>${proposal == 'grant'}</bpmn:conditionExpression>
          </bpmn:sequenceFlow>
        </bpmn:process>
        <bpmndi:BPMNDiagram id="D"><bpmndi:BPMNPlane id="L" /></bpmndi:BPMNDiagram>
      </bpmn:definitions>
      """;

  private static String executed(String model) {
    return new ModelFile("9.000001-mau.bpmn", model.getBytes(StandardCharsets.UTF_8)).executed();
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource({
    "Kiểm tra, Xem xét",
    "Thủ tục mẫu, Mẫu",
    "Ghi chú, Ghi thêm",
    "id=\"L\", id=\"Drawn_Anew\"",
    "name=\"Sở\", name=\"Ủy ban\"",
    "name=\"mark\" value=\"1a\", name=\"mark\" value=\"2b\"",
    "5.39.0, 5.40.0"
  })
  void wordsAndDrawingAreNotExecuted(String before, String after) {
    String edited = MODEL.replace(before, after);

    assertThat(edited).isNotEqualTo(MODEL);
    assertThat(executed(edited)).isEqualTo(executed(MODEL));
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource({
    "== 'grant', == 'refuse'",
    "kiem-tra, kiem-tra-khac",
    "name=\"dung\", name=\"rut\"",
    "value=\"300\", value=\"301\"",
    "name=\"share\", name=\"phase\"",
    "sourceRef=\"A\", sourceRef=\"B\"",
    "id=\"Task_Check\", id=\"Task_Look\""
  })
  void whatDecidesAWayIsExecuted(String before, String after) {
    String edited = MODEL.replace(before, after);

    assertThat(edited).isNotEqualTo(MODEL);
    assertThat(executed(edited)).isNotEqualTo(executed(MODEL));
  }

  @Test
  void ofAFileThatCannotBeReadNothingIsExecuted() {
    assertThat(executed("<bpmn")).isEqualTo(executed("")).isNotEqualTo(executed(MODEL));
  }
}
