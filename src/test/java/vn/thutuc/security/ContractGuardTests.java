package vn.thutuc.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.process.deployment.ModelDeployer;

/**
 * What is deployed from the Modeler is checked against the catalogue and against what is in force:
 * facts, callers, forms, ids.
 */
class ContractGuardTests extends SecurityCase {

  private static final String PERMIT_FILE = "1.000028-giay-phep-luu-hanh-xe-qua-tai.bpmn";
  private static final String RETURN_FILE = "tra-ket-qua.bpmn";

  @Autowired private ModelDeployer deployer;

  private static String read(String path) {
    try {
      return Files.readString(Path.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String permit() {
    return read("processes/duong-bo/" + PERMIT_FILE);
  }

  private static String sample(String path) {
    return read("src/test/resources/lint/" + path);
  }

  private Web.Answer deploys(Map<String, String> files) {
    return web.engineRest("thietke").post("deployment/create", Deployments.of(files));
  }

  private Web.Answer deploys(String file, String content) {
    return deploys(Map.of(file, content));
  }

  private String inForce(String key) {
    ProcessDefinition latest =
        engine
            .getRepositoryService()
            .createProcessDefinitionQuery()
            .processDefinitionKey(key)
            .latestVersion()
            .singleResult();
    return latest == null ? "none" : latest.getId();
  }

  private void assertRefused(Web.Answer answer, String... lines) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().path("message").asText()).contains(lines);
  }

  @Test
  void aProcedureIsAcceptedAndOneThatContradictsItsFactsIsRefused() {
    String good = permit().replace("name=\"Đã cấp giấy phép\"", "name=\"Đã cấp giấy phép xe\"");
    assertThat(deploys(PERMIT_FILE, good).status()).isEqualTo(200);
    String before = inForce("TTHC-" + PERMIT);

    assertRefused(
        deploys(
            PERMIT_FILE,
            good.replace("'settlement')}</bpmn:timeDate>", "'appraisal')}</bpmn:timeDate>")),
        PERMIT_FILE + ":TimerDefinition_End_Settlement [known-phase] The phase 'appraisal'",
        PERMIT_FILE + ":TTHC-1.000028 [statutory-timers] The phase 'settlement' lacks",
        "completeness, settlement");
    assertRefused(
        deploys(
            PERMIT_FILE,
            good.replace(
                "Message_Withdraw\" name=\"withdraw\"", "Message_Withdraw\" name=\"rut\"")),
        "[known-message] 'rut'",
        "[withdraw-and-stop]");

    assertThat(inForce("TTHC-" + PERMIT)).isEqualTo(before);
  }

  @Test
  void eachFindingIsOneLine() {
    Web.Answer answer =
        deploys(
            "mau-hai-loi.bpmn",
            sample("good/mau-nho.bpmn")
                .replace("mau-nho", "mau-hai-loi")
                .replace(" name=\"Làm việc\"", "")
                .replace("'specialist'", "'chuyen-vien'"));

    assertRefused(answer, "mau-hai-loi.bpmn");
    assertThat(answer.json().path("message").asText().lines())
        .filteredOn(line -> line.contains("mau-hai-loi.bpmn:Task_Do ["))
        .hasSize(2)
        .anyMatch(line -> line.contains("[known-place]"))
        .anyMatch(line -> line.contains("[element-name]"));
    assertThat(inForce("mau-hai-loi")).isEqualTo("none");
  }

  @Test
  void warningsDoNotRefuse() {
    String warned = sample("bad/chosen-flow-id/mau-chosen-flow-id.bpmn");

    assertThat(deploys("mau-chosen-flow-id.bpmn", warned).status()).isEqualTo(200);
  }

  @Test
  void aSharedProcessThatBreaksItsCallersIsRefused() {
    String good = read("processes/shared/" + RETURN_FILE);
    String before = inForce("tra-ket-qua");

    assertRefused(
        deploys(
            RETURN_FILE,
            good.replace(
                "name=\"in\" value=\"returnMethod\"", "name=\"in\" value=\"returnMethod,signer\"")),
        RETURN_FILE + ":tra-ket-qua [contract-kept] The input 'signer' is required now",
        "[contract-callers] It breaks its caller TTHC-1.000028, Call_Return",
        "[contract-callers] It breaks its caller TTHC-1.012753, Call_Return");
    assertRefused(
        deploys(
            RETURN_FILE,
            good.replace(
                "name=\"inOptional\" value=\"originalsAtReturn\"",
                "name=\"inOptional\" value=\"\"")),
        "[contract-kept] The input 'originalsAtReturn' of the version in force is gone");

    assertThat(inForce("tra-ket-qua")).isEqualTo(before);
    String gained =
        good.replace(
            "name=\"inOptional\" value=\"originalsAtReturn\"",
            "name=\"inOptional\" value=\"originalsAtReturn,channel\"");
    // Taken in as a draft: two persons put it in force.
    assertThat(deploys(RETURN_FILE, gained).status()).isEqualTo(200);
    assertThat(inForce("tra-ket-qua")).isEqualTo(before);
  }

  @Test
  void aCallerAndItsSharedProcessMayComeTogether() {
    String called =
        sample("bad/contract-callers/mau-contract-callers.bpmn")
            .replace("mau-contract-callers", "mau-duoc-goi");
    String caller =
        sample("before/mau-caller.bpmn")
            .replace("mau-caller", "mau-goi")
            .replace("mau-contract-callers", "mau-duoc-goi");

    assertRefused(deploys("mau-goi.bpmn", caller), "[call-exists] The process 'mau-duoc-goi'");
    Map<String, String> together = new TreeMap<>();
    together.put("mau-duoc-goi.bpmn", called);
    together.put("mau-goi.bpmn", caller);
    assertRefused(deploys(together), "mau-goi.bpmn:Task_Do [call-inputs] 'mau-duoc-goi' needs");
    together.put(
        "mau-goi.bpmn",
        caller.replace(
            "<camunda:in businessKey",
            "<camunda:in sourceExpression=\"${'leader'}\" target=\"signer\" /><camunda:in businessKey"));
    assertThat(deploys(together).status()).isEqualTo(200);
  }

  @Test
  void aFormThatLosesARequiredOptionIsRefused() {
    String good = read("forms/shared/ky-duyet.form");
    String lost = good.replaceFirst("\"value\": \"return\"", "\"value\": \"approve\"");
    assertThat(lost).isNotEqualTo(good);

    assertRefused(
        deploys("ky-duyet.form", lost),
        "ky-duyet.form:Field_LeaderDecision [form-kept] 'leaderDecision' no longer offers return");
    assertRefused(
        deploys(
            "ky-duyet.form", good.replace("\"key\": \"leaderDecision\"", "\"key\": \"decided\"")),
        "[form-kept] The field 'leaderDecision' of the form in force is gone");
    assertRefused(deploys("ky-duyet.form", "{"), "ky-duyet.form:line 1 [form-json]");
  }

  @Test
  void anIdThatDisappearsNeedsASuccessor() {
    String first = sample("good/mau-nho.bpmn").replace("mau-nho", "mau-doi-id");
    engine.getRepositoryService().createDeployment().addString("mau-doi-id.bpmn", first).deploy();
    String before = inForce("mau-doi-id");
    String renamed = first.replace("Task_Do", "Task_Done");

    assertRefused(
        deploys("mau-doi-id.bpmn", renamed),
        "mau-doi-id.bpmn:mau-doi-id [id-kept] 'Task_Do' of the version in force is gone");
    assertThat(inForce("mau-doi-id")).isEqualTo(before);

    String named =
        renamed.replace(
            "<bpmn:startEvent",
            "<bpmn:extensionElements><camunda:properties><camunda:property name=\"successors\""
                + " value=\"Task_Do=Task_Done\" /></camunda:properties></bpmn:extensionElements>"
                + "<bpmn:startEvent");
    assertThat(deploys("mau-doi-id.bpmn", named).status()).isEqualTo(200);
  }

  @Test
  void theHousesOwnModelsAreInForceAndLoadAfterTheCacheIsEmptied() {
    assertThat(deployer.deploy().refused()).isEmpty();
    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getDeploymentCache()
        .discardProcessDefinitionCache();

    assertThat(
            play.receives(
                "motcua",
                vn.thutuc.demo.DemoSubmissions.organisation(PERMIT, "Công ty Thử Nạp Lại").build()))
        .isNotBlank();
  }
}
