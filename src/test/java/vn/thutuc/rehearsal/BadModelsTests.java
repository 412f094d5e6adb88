package vn.thutuc.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thutuc.process.deployment.DeploymentGuard;

/** Models that a rehearsal must not let pass, each made from a good one by one change. */
class BadModelsTests {

  private static final LocalDateTime RECEIVED = LocalDateTime.of(2026, 2, 10, 16, 20);
  private static RehearsalRun run;
  private static ModelFile good;

  @BeforeAll
  static void opens() {
    run = RehearsalRun.open(null, null, false);
    good = run.folder().procedure("1.000028").orElseThrow();
  }

  @AfterAll
  static void closes() {
    run.close();
  }

  @Test
  void theGoodOnePasses() {
    ProcedureReport report = run.rehearse(good, Wanted.happy(RECEIVED));

    assertThat(report.allProblems()).isEmpty();
    assertThat(report.ok()).isTrue();
    assertThat(report.sha256()).hasSize(64);
    assertThat(report.paths().get(0).walked().state()).isEqualTo(10);
    assertThat(report.paths().get(0).walked().lines())
        .extracting(Line::text)
        .contains("Lãnh đạo Sở ký giấy phép", "Mẫu 01: Giấy tiếp nhận hồ sơ và hẹn trả kết quả");
  }

  @Test
  void twoWalksOfOneModelAreTheSame() {
    assertThat(run.rehearse(good, Wanted.happy(RECEIVED)).paths())
        .isEqualTo(run.rehearse(good, Wanted.happy(RECEIVED)).paths());
  }

  @Test
  void aDeadEndIsToldWithItsPlace() {
    // The join waits for a second token, which comes only after a refusal.
    String xml =
        text()
            .replace(
                "sourceRef=\"Task_Number\" targetRef=\"Task_IssuePermit\"",
                "sourceRef=\"Task_Number\" targetRef=\"Gateway_Dead\"")
            .replace(
                "<bpmn:exclusiveGateway id=\"Gateway_Returned\"",
                """
                <bpmn:parallelGateway id="Gateway_Dead" name="Ngõ cụt" />
                <bpmn:sequenceFlow id="Flow_Dead2" sourceRef="Call_Refuse" targetRef="Gateway_Dead" />
                <bpmn:sequenceFlow id="Flow_Dead3" sourceRef="Gateway_Dead" targetRef="Task_IssuePermit" />
                <bpmn:exclusiveGateway id="Gateway_Returned\"""");

    List<String> problems = walked(xml);

    assertThat(problems)
        .anyMatch(problem -> problem.startsWith("Ngõ cụt") && problem.contains("Gateway_Dead"));
  }

  @Test
  void anEndlessLoopIsStopped() {
    String xml =
        text()
            .replaceAll(
                "sourceRef=\"Task_IssuePermit\" targetRef=\"Event_PermitIssued\"",
                "sourceRef=\"Task_IssuePermit\" targetRef=\"Gateway_Round\"")
            .replace(
                "<bpmn:exclusiveGateway id=\"Gateway_Returned\"",
                "<bpmn:exclusiveGateway id=\"Gateway_Round\" name=\"Vòng\" default=\"Flow_Round\" />\n"
                    + "<bpmn:exclusiveGateway id=\"Gateway_Back\" name=\"Quay lại\" />\n"
                    + "<bpmn:sequenceFlow id=\"Flow_Round\" sourceRef=\"Gateway_Round\" targetRef=\"Gateway_Back\" />\n"
                    + "<bpmn:sequenceFlow id=\"Flow_Back\" sourceRef=\"Gateway_Back\" targetRef=\"Gateway_Round\" />\n"
                    + "<bpmn:exclusiveGateway id=\"Gateway_Returned\"");

    assertThat(walked(xml)).anyMatch(problem -> problem.contains("quay vòng không dừng"));
  }

  @Test
  void aLoopThroughPeopleIsStopped() {
    String xml =
        text()
            .replaceAll(
                "sourceRef=\"Task_Number\" targetRef=\"Task_IssuePermit\"",
                "sourceRef=\"Task_Number\" targetRef=\"Gateway_Returned\"");

    assertThat(walked(xml)).anyMatch(problem -> problem.contains("Vòng lặp không dừng"));
  }

  @Test
  void aRoleThatNobodyHoldsIsNamed() {
    String xml =
        text()
            .replace(
                "&#39;competent&#39;,&#39;clerk&#39;", "&#39;competent&#39;,&#39;designer&#39;");

    assertThat(walked(xml)).anyMatch(problem -> problem.contains("Người thiết kế quy trình"));
  }

  @Test
  void aFlowThatCannotBeTakenIsMissing() {
    String xml = text().replace("${proposal == 'refuse'}", "${proposal == 'never'}");

    ProcedureReport report =
        pastTheLint(xml, new Wanted(List.of(PathKind.COVER), RECEIVED, null, null, null));

    assertThat(report.ok()).isFalse();
    assertThat(report.coverage().missing())
        .anyMatch(missing -> missing.contains("Gateway_Proposal → Call_Refuse"));
  }

  @Test
  void whatTheLintRefusesIsToldAsItSaysIt() {
    String xml = text().replace("${dossier.settling(execution)}", "${dossier.unknown(execution)}");

    assertThat(happy(xml)).anyMatch(problem -> problem.contains("[expression]"));
  }

  @Test
  void aProcedureWithoutFactsIsNotRehearsed() {
    ModelFile unknown =
        new ModelFile(
            "processes/9.999999-khong-co.bpmn",
            text().replace("TTHC-1.000028", "TTHC-9.999999").getBytes(StandardCharsets.UTF_8));

    assertThat(run.rehearse(unknown, Wanted.happy(RECEIVED)).problems())
        .anyMatch(problem -> problem.contains("9.999999"));
  }

  private static List<String> happy(String xml) {
    return problems(run.rehearse(model(xml), Wanted.happy(RECEIVED)));
  }

  private static List<String> problems(ProcedureReport report) {
    assertThat(report.ok()).isFalse();
    return report.allProblems();
  }

  /** What the walk itself finds: the lint would refuse these models before a step is done. */
  private static ProcedureReport pastTheLint(String xml, Wanted wanted) {
    ProcessEngineConfigurationImpl engine = run.house().get(ProcessEngineConfigurationImpl.class);
    List<Deployer> all = engine.getDeployers();
    engine
        .getDeploymentCache()
        .setDeployers(all.stream().filter(one -> !(one instanceof DeploymentGuard)).toList());
    try {
      return run.rehearse(model(xml), wanted);
    } finally {
      engine.getDeploymentCache().setDeployers(all);
    }
  }

  private static List<String> walked(String xml) {
    return problems(pastTheLint(xml, Wanted.happy(RECEIVED)));
  }

  private static String text() {
    return new String(good.content(), StandardCharsets.UTF_8);
  }

  private static ModelFile model(String xml) {
    assertThat(xml).isNotEqualTo(text());
    return new ModelFile(good.path(), xml.getBytes(StandardCharsets.UTF_8));
  }
}
