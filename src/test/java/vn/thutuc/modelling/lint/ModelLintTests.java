package vn.thutuc.modelling.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thutuc.modelling.Finding;

/**
 * The rules of files, language, steps and timers bite, in many shapes each: the sound sample has no
 * finding, each offending one has. The other rules are tried on files, in {@link BadModelsTests}.
 */
class ModelLintTests {

  private static final String FILE = "processes/thu/9.000001-thu.bpmn";
  private static final String SOUND =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          id="Definitions_1" targetNamespace="http://bpmn.io/schema/bpmn">
        <bpmn:process id="TTHC-9.000001" name="Thử" isExecutable="true"
            camunda:historyTimeToLive="P3650D">
          <bpmn:startEvent id="Start" name="Tiếp nhận" camunda:formRef="tiep-nhan"
              camunda:formRefBinding="latest"/>
          <bpmn:userTask id="Task_Do" name="Làm" camunda:formRef="tiep-nhan"
              camunda:formRefBinding="latest"
              camunda:candidateGroups="${organisation.candidates(execution,'desk','clerk')}"/>
          <bpmn:boundaryEvent id="Timer_End" name="Quá hạn" cancelActivity="false"
              attachedToRef="Task_Do">
            <bpmn:timerEventDefinition id="TimerDefinition_End">
              <bpmn:timeDate xsi:type="bpmn:tFormalExpression">${clock.end(execution,'settlement')}</bpmn:timeDate>
            </bpmn:timerEventDefinition>
          </bpmn:boundaryEvent>
          <bpmn:serviceTask id="Task_Tell" name="Báo" camunda:asyncBefore="true"
              camunda:expression="${outbound.notice(execution,'ready')}">
            <bpmn:extensionElements>
              <camunda:failedJobRetryTimeCycle>R5/PT5M</camunda:failedJobRetryTimeCycle>
            </bpmn:extensionElements>
          </bpmn:serviceTask>
          <bpmn:sequenceFlow id="Flow_1" sourceRef="Start" targetRef="Task_Do">
            <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${proposal == 'grant'}</bpmn:conditionExpression>
          </bpmn:sequenceFlow>
        </bpmn:process>
      </bpmn:definitions>
      """;
  private static final String TABLE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d"
          namespace="http://camunda.org/schema/1.0/dmn">
        <decision id="bang" name="Bảng"><decisionTable id="t"><input id="i"><inputExpression id="e"
          typeRef="string"><text>phase</text></inputExpression></input><output id="o" name="x"
          typeRef="string"/><rule id="r"><inputEntry id="c"><text>"a"</text></inputEntry>
          <outputEntry id="x"><text>"b"</text></outputEntry></rule></decisionTable></decision>
      </definitions>
      """;

  private final Lint lint =
      new Lint(
          Stream.of(FileRules.RULES, LanguageRules.RULES, StepRules.RULES, TimeRules.RULES)
              .<Rule<?>>flatMap(List::stream)
              .toList());
  private final Context context = new TestContext("tiep-nhan");

  private List<Finding> check(String file, String content) {
    return Lint.read(file, content.getBytes(UTF_8))
        .map(subject -> lint.check(subject, context))
        .orElse(List.of());
  }

  @Test
  void theSoundSamplesHaveNoFinding() {
    assertThat(check(FILE, SOUND)).isEmpty();
    assertThat(check("bang.dmn", TABLE)).isEmpty();
  }

  static Stream<Arguments> offencesOfStepsThatLeaveTheHouse() {
    return Stream.of(
        offence(
            "outbound-async",
            "<camunda:failedJobRetryTimeCycle>R5/PT5M</camunda:failedJobRetryTimeCycle>",
            ""),
        offence("expression", "${outbound.notice(execution,'ready')}", "#{outbound.notice()}"));
  }

  static Stream<Arguments> offences() {
    String user = "<bpmn:userTask id=\"Task_Do\"";
    String service = "camunda:expression=\"${outbound.notice(execution,'ready')}\"";
    return Stream.of(
        offence("one-process", "isExecutable=\"true\"", "isExecutable=\"false\""),
        offence(
            "one-process",
            "</bpmn:process>",
            "</bpmn:process><bpmn:process id=\"b\" isExecutable=\"true\"/>"),
        offence("file-name", "TTHC-9.000001", "TTHC-9.000002"),
        offence("history-time-to-live", "camunda:historyTimeToLive=\"P3650D\"", ""),
        offence("no-code", user, "<bpmn:scriptTask id=\"s\"/>" + user),
        offence("no-code", service, "camunda:class=\"java.lang.Runtime\""),
        offence("no-code", service, "camunda:delegateExpression=\"${x}\""),
        offence("no-code", service, "camunda:type=\"shell\""),
        offence("no-code", service, "camunda:type=\"external\" camunda:topic=\"x\""),
        offence("no-code", "<bpmn:startEvent", "<bpmn:startEvent camunda:formHandlerClass=\"x\""),
        offence("no-code", "<bpmn:timeDate", "<bpmn:timeDate language=\"groovy\""),
        offence(
            "no-code",
            "<bpmn:conditionExpression",
            "<bpmn:conditionExpression language=\"javascript\""),
        offence("no-code", user, extension("camunda:executionListener class=\"x\"") + user),
        offence("no-code", user, extension("camunda:taskListener class=\"x\"") + user),
        offence("no-code", user, extension("camunda:connector") + user),
        offence("no-code", user, extension("camunda:field name=\"command\"") + user),
        offence("no-code", user, extension("camunda:script scriptFormat=\"groovy\"") + user),
        offence("expression", "proposal == 'grant'", "''.getClass()"),
        offence("expression", "'desk','clerk'", "'desk'"),
        offence("expression", "clock.end(", "clock.never("),
        offence("expression", "outbound.notice(execution,'ready')", "outbound.erase(execution)"),
        offence("form-exists", "camunda:formRef=\"tiep-nhan\"", "camunda:formRef=\"khong-co\""),
        offence(
            "form-exists",
            "camunda:formRef=\"tiep-nhan\"",
            "camunda:formKey=\"embedded:app:x.html\""),
        offence("timer-asks-the-clock", "${clock.end(execution,'settlement')}", "2026-01-01T00:00"),
        offence("timer-asks-the-clock", "${clock.end(execution,'settlement')}", "${proposal}"),
        offence(
            "timer-asks-the-clock",
            "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">"
                + "${clock.end(execution,'settlement')}</bpmn:timeDate>",
            "<bpmn:timeDuration>P5D</bpmn:timeDuration>"),
        offence(
            "timer-asks-the-clock",
            "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">"
                + "${clock.end(execution,'settlement')}</bpmn:timeDate>",
            "<bpmn:timeCycle>R3/PT1H</bpmn:timeCycle>"),
        offence(
            "candidates",
            "camunda:candidateGroups=\"${organisation.candidates(execution,'desk','clerk')}\"",
            ""),
        offence(
            "candidates",
            "camunda:candidateGroups=\"${organisation.candidates(execution,'desk','clerk')}\"",
            "camunda:candidateGroups=\"clerks\""),
        offence("outbound-async", "camunda:asyncBefore=\"true\"", ""),
        offence("xml", "</bpmn:definitions>", ""));
  }

  private static String extension(String element) {
    return "<bpmn:task id=\"x\"><bpmn:extensionElements><"
        + element
        + "/></bpmn:extensionElements></bpmn:task>";
  }

  private static Arguments offence(String rule, String sound, String offending) {
    return Arguments.of(rule, sound, offending);
  }

  @ParameterizedTest
  @MethodSource({"offences", "offencesOfStepsThatLeaveTheHouse"})
  void eachRuleRefusesItsOffendingSample(String rule, String sound, String offending) {
    assertThat(SOUND).contains(sound);

    List<Finding> findings = check(FILE, SOUND.replace(sound, offending));

    assertThat(findings).extracting(Finding::rule).contains(rule);
    assertThat(findings)
        .allSatisfy(
            finding -> {
              assertThat(finding.line()).startsWith(FILE + ":").contains("[" + finding.rule());
              assertThat(finding.message()).isNotBlank();
              assertThat(finding.element()).isNotBlank();
            });
  }

  @Test
  void aDocumentTypeIsRefusedBeforeItReachesAFile() {
    String hostile =
        SOUND.replace(
            "<bpmn:definitions",
            "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><bpmn:definitions");

    assertThat(check(FILE, hostile)).singleElement().matches(f -> f.rule().equals("xml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ca.cmmn", "ca.cmmn10.xml", "ca.cmmn11.xml", "CA.CMMN"})
  void caseModelsAreRefused(String file) {
    assertThat(check(file, "<x/>")).extracting(Finding::rule).containsExactly("case-model");
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript", "juel", "groovy"})
  void tablesSpeakFeelOnly(String language) {
    String table =
        TABLE.replace("<inputEntry ", "<inputEntry expressionLanguage=\"" + language + "\" ");

    assertThat(check("bang.dmn", table)).extracting(Finding::rule).containsExactly("feel-only");
    assertThat(check("bang.dmn", TABLE.replace("\"a\"", "${a}")))
        .extracting(Finding::rule)
        .containsExactly("feel-only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bang.dmn", "bang.dmn11.xml", "BANG.DMN"})
  void tablesAreCheckedUnderEachOfTheirNames(String file) {
    assertThat(check(file, TABLE.replace("\"a\"", "${a}"))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.yaml", "a.png", "README.md"})
  void otherFilesAreNoneOfItsBusiness(String file) {
    assertThat(check(file, "${''.getClass()}")).isEmpty();
  }
}
