package vn.thutuc.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a designer deploys from the Modeler is checked before it is in force. */
class ModelGuardTests extends SecurityCase {

  private static final String KEY = "dung-giai-quyet";
  private static final String FILE = KEY + ".bpmn";
  private static final String CODE = "vn.thutuc.security.Evaluated$Code";

  private static String shared(String name) {
    try (InputStream file =
        ModelGuardTests.class.getResourceAsStream("/processes/shared/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Web.Answer deploys(String person, String file, String content) {
    return web.engineRest(person).post("deployment/create", Deployments.of(file, content));
  }

  private ProcessDefinition inForce() {
    return engine
        .getRepositoryService()
        .createProcessDefinitionQuery()
        .processDefinitionKey(KEY)
        .latestVersion()
        .singleResult();
  }

  @Test
  void aGoodModelIsAcceptedAsADraftAndTheVersionInForceStays() {
    String before = inForce().getId();
    Web.Answer answer =
        deploys(
            "thietke",
            FILE,
            shared(FILE)
                .replace("name=\"Đã dừng giải quyết\"", "name=\"Đã dừng giải quyết hồ sơ\""));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().path("source").asText()).isEqualTo("Camunda Modeler");
    assertThat(answer.json().path("tenantId").asText()).isEqualTo("nhap");
    assertThat(answer.json().path("deployedProcessDefinitions").isNull()).isTrue();
    assertThat(inForce().getId()).isEqualTo(before);
  }

  private static String service(String attribute) {
    return "camunda:expression=\"${dossier.stopped(execution)}\"|" + attribute;
  }

  private static String afterServiceTag(String element) {
    return "${dossier.stopped(execution)}\">|${dossier.stopped(execution)}\">" + element;
  }

  private static String extension(String element) {
    return afterServiceTag("<bpmn:extensionElements>" + element + "</bpmn:extensionElements>");
  }

  private static String condition(String element) {
    return "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">"
        + "${leaderDecision == 'approve'}</bpmn:conditionExpression>|"
        + element;
  }

  /** Each: what is wrong, the change as old|new, the element named, words of the finding. */
  static Stream<Arguments> badChanges() {
    return Stream.of(badCalls(), badExtensions(), badStructure()).flatMap(some -> some);
  }

  private static Stream<Arguments> badCalls() {
    return Stream.of(
        bad(service("camunda:expression=\"${''.getClass()}\""), "Task_Stopped", "literal"),
        bad(
            service("camunda:expression=\"${execution.processEngineServices}\""),
            "Task_Stopped",
            "execution.processBusinessKey"),
        bad(
            service("camunda:expression=\"${jdbcTemplate.execute('x')}\""),
            "Task_Stopped",
            "unknown bean"),
        bad(
            service("camunda:expression=\"${dossier.destroy(execution)}\""),
            "Task_Stopped",
            "does not have"),
        bad(
            service("camunda:expression=\"${dossier.stopped(execution).getClass()}\""),
            "Task_Stopped",
            "goes on after"),
        bad(service("camunda:class=\"" + CODE + "\""), "Task_Stopped", "class"),
        bad(
            service("camunda:delegateExpression=\"${dossier}\""),
            "Task_Stopped",
            "delegateExpression"),
        bad(service("camunda:type=\"shell\""), "Task_Stopped", "type"),
        bad(service("camunda:type=\"mail\""), "Task_Stopped", "type"),
        bad(service("camunda:type=\"external\" camunda:topic=\"x\""), "Task_Stopped", "type"),
        bad(
            service("xmlns:activiti=\"http://activiti.org/bpmn\" activiti:class=\"" + CODE + "\""),
            "Task_Stopped",
            "class"));
  }

  private static Stream<Arguments> badExtensions() {
    return Stream.of(
        bad(
            extension(
                "<activiti:executionListener xmlns:activiti=\"http://activiti.org/bpmn\""
                    + " event=\"start\" class=\""
                    + CODE
                    + "\"/>"),
            "Task_Stopped",
            "executionListener"),
        bad(
            extension("<camunda:executionListener event=\"start\" class=\"" + CODE + "\"/>"),
            "Task_Stopped",
            "executionListener"),
        bad(
            extension(
                "<camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script"
                    + " scriptFormat=\"groovy\">1</camunda:script></camunda:inputParameter>"
                    + "</camunda:inputOutput>"),
            "Task_Stopped",
            "script"),
        bad(
            extension(
                "<camunda:inputOutput><camunda:inputParameter name=\"x\">${''.getClass()}"
                    + "</camunda:inputParameter></camunda:inputOutput>"),
            "Task_Stopped",
            "literal"),
        bad(
            condition(
                "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\""
                    + " language=\"groovy\">true</bpmn:conditionExpression>"),
            "Flow_SignApproved",
            "groovy"),
        bad(
            condition(
                "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">"
                    + "<bpmn:documentation>x</bpmn:documentation>${''.getClass() != null}"
                    + "</bpmn:conditionExpression>"),
            "Flow_SignApproved",
            "literal"));
  }

  private static Stream<Arguments> badStructure() {
    return Stream.of(
        bad(
            "name=\"Lãnh đạo ký thông báo dừng\"|name=\"${''.getClass()}\"",
            "Task_SignStop",
            "literal"),
        bad(
            "<bpmn:incoming>Flow_Drafted</bpmn:incoming>|<bpmn:documentation>${''.getClass()}"
                + "</bpmn:documentation><bpmn:incoming>Flow_Drafted</bpmn:incoming>",
            "Task_SignStop",
            "literal"),
        bad(
            "camunda:formRef=\"ky-duyet\"|camunda:formRef=\"khong-co\"",
            "Task_SignStop",
            "khong-co"),
        bad(
            "camunda:formRef=\"ky-duyet\" camunda:formRefBinding=\"latest\"|"
                + "camunda:formKey=\"embedded:deployment:x.html\"",
            "Task_SignStop",
            "Camunda Forms"),
        bad(
            "isExecutable=\"true\"|isExecutable=\"false\"",
            "process",
            "exactly one executable process"),
        bad(
            "</bpmn:process>|</bpmn:process><bpmn:process id=\"thu-hai\" isExecutable=\"true\"/>",
            "process",
            "exactly one executable process, this one 2"));
  }

  private static Arguments bad(String change, String element, String words) {
    return Arguments.of(change, element, words);
  }

  @ParameterizedTest
  @MethodSource("badChanges")
  void aBadModelIsRefusedWithFileElementAndRemedy(String change, String element, String words) {
    int cut = change.indexOf("|<") >= 0 ? change.indexOf("|<") : change.indexOf('|');
    String good = shared(FILE);
    String bad = good.replace(change.substring(0, cut), change.substring(cut + 1));
    assertThat(bad).isNotEqualTo(good);
    String before = inForce().getId();

    Web.Answer answer = deploys("thietke", FILE, bad);

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().path("message").asText()).contains(FILE, element, words);
    assertThat(inForce().getId()).isEqualTo(before);
    assertThat(deploys("quantri", FILE, bad).status()).isEqualTo(400);
    assertThat(inForce().getId()).isEqualTo(before);
  }

  @Test
  void aScriptTaskAndALiteralTimerAreRefused() {
    String model =
        BypassedEngine.model(
            "thu-xau",
            "<bpmn:scriptTask id=\"Task_Bad\" name=\"Kịch bản\" scriptFormat=\"groovy\">"
                + "<bpmn:script>1</bpmn:script></bpmn:scriptTask>");
    assertRefused("thu-xau.bpmn", model, "Task_Bad", "scriptTask");
    String timer =
        BypassedEngine.model(
            "thu-xau",
            "<bpmn:intermediateCatchEvent id=\"Task_Bad\" name=\"Chờ\"><bpmn:timerEventDefinition"
                + " id=\"Timer_Bad\"><bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P5D"
                + "</bpmn:timeDuration></bpmn:timerEventDefinition>"
                + "</bpmn:intermediateCatchEvent>");
    assertRefused("thu-xau.bpmn", timer, "Timer_Bad", "asks the clock");
  }

  private void assertRefused(String file, String content, String element, String words) {
    Web.Answer answer = deploys("thietke", file, content);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().path("message").asText()).contains(file, element, words);
    assertThat(
            engine
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("thu-xau")
                .count())
        .isZero();
  }

  @Test
  void brokenFilesAreRefusedWithTheLine() {
    assertRefused(FILE, shared(FILE).replace("</bpmn:definitions>", ""), "line", "cannot be read");
    assertRefused(
        FILE,
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + shared(FILE).substring(38),
        "line",
        "DOCTYPE");
  }

  @Test
  void theEnginesOwnFileEndingsAreAllChecked() {
    String bad = shared(FILE).replace("${dossier.stopped(execution)}", "${''.getClass()}");
    for (String file : new String[] {"xbpmn", "x-bpmn", "dung-giai-quyetbpmn", "x.bpmn20.xml"}) {
      String before = inForce().getId();
      assertThat(deploys("thietke", file, bad).status()).as(file).isEqualTo(400);
      assertThat(inForce().getId()).isEqualTo(before);
    }
    assertThat(deploys("thietke", "x.cmmn", "<x/>").status()).isEqualTo(400);
  }

  @Test
  void tablesThatDoNotSpeakFeelAreRefused() {
    String table = shared("thang-canh-bao.dmn");
    for (String bad :
        new String[] {
          table.replaceFirst("<text>\"near\"</text>", "<text>\\${''.getClass()}</text>"),
          table.replaceFirst(
              "<outputEntry id=\"Rung_Near\">",
              "<outputEntry id=\"Rung_Near\" expressionLanguage=\"groovy\">"),
          table.replaceFirst(
              "<outputEntry id=\"Rung_Near\">",
              "<outputEntry id=\"Rung_Near\" expressionLanguage=\"juel\">"),
          table.replaceFirst(
              "<inputExpression id=\"InputExpression_Phase\"",
              "<inputExpression expressionLanguage=\"javascript\" id=\"InputExpression_Phase\"")
        }) {
      assertThat(bad).isNotEqualTo(table);
      Web.Answer answer = deploys("thietke", "thang-canh-bao.dmn", bad);
      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
      assertThat(answer.json().path("message").asText()).contains("thang-canh-bao.dmn", "FEEL");
    }
  }
}
