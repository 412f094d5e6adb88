package vn.thutuc.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.process.task.InstanceTenant;

/** The second wall: what got past the lint does not run either. */
class RunTimeWallTests extends SecurityCase {

  private static final String CODE = "vn.thutuc.security.Evaluated$Code";

  @Autowired private DataSource database;
  @Autowired private InstanceTenant tenant;

  private void bypass(String file, String content) {
    try (BypassedEngine stock = new BypassedEngine(database)) {
      stock.deploy(file, content);
    }
  }

  private ProcessInstance start(String key) {
    return tenant.starting(
        "H37.12", () -> engine.getRuntimeService().startProcessInstanceByKey(key));
  }

  private static Arguments service(String name, String attribute) {
    return Arguments.of(name, "<bpmn:serviceTask id=\"Task_Bad\" name=\"x\" " + attribute + "/>");
  }

  private static Arguments typed(String type, String... fields) {
    StringBuilder inside = new StringBuilder();
    for (String field : fields) {
      inside.append("<camunda:field name=\"").append(field).append("\" stringValue=\"true\"/>");
    }
    return Arguments.of(
        type,
        "<bpmn:serviceTask id=\"Task_Bad\" name=\"x\" camunda:type=\""
            + type
            + "\"><bpmn:extensionElements>"
            + inside
            + "</bpmn:extensionElements></bpmn:serviceTask>");
  }

  private static Arguments extended(String name, String extension) {
    return Arguments.of(
        name,
        "<bpmn:serviceTask id=\"Task_Bad\" name=\"x\" camunda:expression=\"${true}\">"
            + "<bpmn:extensionElements>"
            + extension
            + "</bpmn:extensionElements></bpmn:serviceTask>");
  }

  private static Arguments task(String name, String attributes, String inside) {
    return Arguments.of(
        name,
        "<bpmn:userTask id=\"Task_Bad\" camunda:candidateGroups=\"H37.12.specialist\" "
            + attributes
            + ">"
            + inside
            + "</bpmn:userTask>");
  }

  private static final String REFLECTION = "${''.getClass().forName('" + CODE + "').newInstance()}";

  static Stream<Arguments> smuggled() {
    return Stream.of(inServiceTasks(), inExtensions(), inOtherSteps()).flatMap(some -> some);
  }

  private static Stream<Arguments> inServiceTasks() {
    return Stream.of(
        service("reflection", "camunda:expression=\"" + REFLECTION + "\""),
        service("getClass", "camunda:expression=\"${''.getClass()}\""),
        service("services", "camunda:expression=\"${execution.processEngineServices}\""),
        service("engineCall", "camunda:expression=\"${execution.getProcessEngineServices()}\""),
        service("setVariable", "camunda:expression=\"${execution.setVariable('a','b')}\""),
        service("beanClass", "camunda:expression=\"${clock.getClass()}\""),
        service("beanHash", "camunda:expression=\"${clock.hashCode()}\""),
        service("functionResult", "camunda:expression=\"${dateTime().getClass()}\""),
        service("foreignBean", "camunda:expression=\"${dataSource.getConnection()}\""),
        service("class", "camunda:class=\"" + CODE + "\""),
        service("activitiClass", "activiti:class=\"" + CODE + "\""),
        service("delegateExpression", "camunda:delegateExpression=\"" + REFLECTION + "\""),
        service("delegateBean", "camunda:delegateExpression=\"${dataSource}\""),
        typed("shell", "command", "wait"));
  }

  private static Stream<Arguments> inExtensions() {
    String parameter =
        "<camunda:inputOutput><camunda:inputParameter name=\"x\">%s"
            + "</camunda:inputParameter></camunda:inputOutput>";
    return Stream.of(
        extended(
            "listenerClass", "<camunda:executionListener event=\"start\" class=\"" + CODE + "\"/>"),
        extended(
            "activitiListener",
            "<activiti:executionListener event=\"start\" class=\"" + CODE + "\"/>"),
        extended(
            "listenerExpression",
            "<camunda:executionListener event=\"start\" expression=\"" + REFLECTION + "\"/>"),
        extended(
            "listenerScript",
            "<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"juel\">"
                + REFLECTION
                + "</camunda:script></camunda:executionListener>"),
        extended(
            "parameterScript",
            parameter.formatted(
                "<camunda:script scriptFormat=\"juel\">" + REFLECTION + "</camunda:script>")),
        extended("parameter", parameter.formatted(REFLECTION)));
  }

  private static Stream<Arguments> inOtherSteps() {
    return Stream.of(
        Arguments.of(
            "scriptTask",
            "<bpmn:scriptTask id=\"Task_Bad\" name=\"x\" scriptFormat=\"juel\"><bpmn:script>"
                + REFLECTION
                + "</bpmn:script></bpmn:scriptTask>"),
        Arguments.of(
            "javaScript",
            "<bpmn:scriptTask id=\"Task_Bad\" name=\"x\" scriptFormat=\"javascript\"><bpmn:script>"
                + "1</bpmn:script></bpmn:scriptTask>"),
        Arguments.of(
            "mapping",
            "<bpmn:callActivity id=\"Task_Bad\" name=\"x\" calledElement=\"rut-ho-so\""
                + " camunda:variableMappingClass=\""
                + CODE
                + "\"/>"),
        Arguments.of(
            "throwEvent",
            "<bpmn:intermediateThrowEvent id=\"Task_Bad\" name=\"x\"><bpmn:messageEventDefinition"
                + " id=\"Message_1\" camunda:class=\""
                + CODE
                + "\"/></bpmn:intermediateThrowEvent>"),
        task("taskName", "name=\"${''.getClass().getName()}\"", ""),
        task(
            "taskDocumentation",
            "name=\"x\"",
            "<bpmn:documentation>" + REFLECTION + "</bpmn:documentation>"),
        task(
            "taskListener",
            "name=\"x\"",
            "<bpmn:extensionElements><camunda:taskListener event=\"create\" class=\""
                + CODE
                + "\"/></bpmn:extensionElements>"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("smuggled")
  void smuggledCodeIsRefusedWhenItIsReached(String name, String step) {
    bypass(name + ".bpmn", BypassedEngine.model("lau-" + name, step));

    assertThatThrownBy(() -> start("lau-" + name))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageNotContaining("parse");
    assertThat(Evaluated.has("code")).isFalse();
    assertThat(
            engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("lau-" + name)
                .count())
        .isZero();
  }

  @Test
  void whatKeepsToTheLanguageRunsAlsoWhenItWasSmuggledIn() {
    bypass(
        "tot.bpmn",
        BypassedEngine.model(
            "lau-tot",
            "<bpmn:serviceTask id=\"Task_Bad\" name=\"x\""
                + " camunda:expression=\"${execution.processBusinessKey}\"/>"));
    assertThat(start("lau-tot").isEnded()).isTrue();
  }

  /** That the tests above bite: a stock engine runs the same kind of step. */
  @Test
  void aStockEngineRunsWhatTheHouseRefuses() {
    try (BypassedEngine stock = new BypassedEngine(database)) {
      stock.deploy(
          "moi.bpmn",
          BypassedEngine.model(
              "lau-moi",
              "<bpmn:serviceTask id=\"Task_Bad\" name=\"x\" camunda:class=\""
                  + "vn.thutuc.security.Evaluated$StockCode\"/>"));
      assertThatThrownBy(() -> start("lau-moi")).isInstanceOf(ProcessEngineException.class);
      assertThat(Evaluated.has("stock-code")).isFalse();
      stock.start("lau-moi");
    }
    assertThat(Evaluated.has("stock-code")).isTrue();
  }

  @Test
  void aValidatorOfAnOldFormIsNotRunEither() {
    bypass(
        "form.bpmn",
        BypassedEngine.model(
            "lau-form",
            "<bpmn:userTask id=\"Task_Bad\" name=\"x\""
                + " camunda:candidateGroups=\"H37.12.specialist\"><bpmn:extensionElements>"
                + "<camunda:formData><camunda:formField id=\"f\" type=\"string\">"
                + "<camunda:validation><camunda:constraint name=\"validator\" config=\""
                + CODE
                + "\"/></camunda:validation></camunda:formField></camunda:formData>"
                + "</bpmn:extensionElements></bpmn:userTask>"));
    assertThatThrownBy(
            () -> {
              ProcessInstance instance = start("lau-form");
              Task task =
                  engine
                      .getTaskService()
                      .createTaskQuery()
                      .processInstanceId(instance.getId())
                      .singleResult();
              engine.getFormService().submitTaskForm(task.getId(), Map.of("f", "x"));
            })
        .isInstanceOf(ProcessEngineException.class);
    assertThat(Evaluated.has("code")).isFalse();
  }

  private static String table(String language, String cell) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
        xmlns:camunda="http://camunda.org/schema/1.0/dmn"
        id="d" name="d" namespace="http://camunda.org/schema/1.0/dmn">
      <decision id="%s" name="d" camunda:historyTimeToLive="P1D">
        <decisionTable id="t"><output id="o" name="o" typeRef="string"/>
          <rule id="r"><outputEntry id="e" expressionLanguage="%s"><text>%s</text></outputEntry>
          </rule></decisionTable>
      </decision>
    </definitions>
    """
        .formatted("bang-" + language, language, cell);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void aTableInAnotherLanguageIsRefusedWhenItIsAsked(String language, String cell) {
    bypass(language + ".dmn", table(language, cell));
    assertThatThrownBy(
            () ->
                engine
                    .getDecisionService()
                    .evaluateDecisionByKey("bang-" + language)
                    .variables(Map.of())
                    .evaluate())
        .isInstanceOf(ProcessEngineException.class);
    assertThat(Evaluated.has("code")).isFalse();
  }

  static Stream<Arguments> languages() {
    String reflection = "${''.getClass().forName('" + CODE + "').newInstance()}";
    return Stream.of(
        Arguments.of("juel", reflection),
        Arguments.of("groovy", "1"),
        Arguments.of("javascript", "1"));
  }

  /** FEEL knows functions written in Java; the engine must not. */
  @Test
  void feelReachesNoJavaFunctions() {
    bypass(
        "feel.dmn",
        table(
            "feel",
            "{ f: function(n) external { java: { class: \"java.lang.System\", method signature:"
                + " \"getProperty(java.lang.String)\" } }, r: f(\"java.version\") }.r"));
    Object answer;
    try {
      answer =
          engine
              .getDecisionService()
              .evaluateDecisionByKey("bang-feel")
              .variables(Map.of())
              .evaluate()
              .getSingleEntry();
    } catch (ProcessEngineException e) {
      answer = null;
    }
    assertThat(answer).isNotEqualTo(System.getProperty("java.version"));
  }

  /** A rule made today must not take the running dossiers of yesterday's version away. */
  @Test
  void aVersionOlderThanTheRulesStillLoadsAfterTheCacheIsEmptied() {
    bypass(
        "cu.bpmn",
        BypassedEngine.model(
            "lau-cu",
            "<bpmn:userTask id=\"Task_Bad\" name=\"x\""
                + " camunda:candidateGroups=\"H37.12.specialist\"/>"));
    ProcessInstance instance = start("lau-cu");
    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getDeploymentCache()
        .discardProcessDefinitionCache();

    Web.Answer xml = web.engineRest("thietke").get("process-definition/key/lau-cu/xml");
    assertThat(xml.isOk()).isTrue();
    assertThat(xml.body()).contains("Task_Bad");
    Task task =
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceId(instance.getId())
            .singleResult();
    assertThat(task.getTenantId()).isEqualTo("H37.12");
    assertThat(start("lau-cu").isEnded()).isFalse();
    assertThat(
            web.engineRest("thietke")
                .post(
                    "deployment/create",
                    Deployments.of(
                        "lau-cu.bpmn",
                        BypassedEngine.model(
                            "lau-cu",
                            "<bpmn:userTask id=\"Task_Bad\" name=\"x\""
                                + " camunda:candidateGroups=\"H37.12.specialist\"/>")))
                .status())
        .isEqualTo(400);
  }
}
