package vn.thutuc.story;

import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.TestPropertySource;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.DossierDocument;

/**
 * Stories of the building blocks: a procedure of the test's own, each case of which calls one
 * shared process.
 */
@TestPropertySource(properties = "thutuc.catalogue.root=classpath:vocabulary/")
abstract class VocabularyStory extends Story {

  protected static final String MODEL = "vocabulary/9.000001-khoi-ghep.bpmn";
  protected static final String SPECIALIST = "chuyenvien";
  protected static final String HEAD = "truongphong";
  protected static final String LEADER = "lanhdao";
  protected static final String ASKED = "chuyenvientaichinh";
  protected static final String ASKED_HEAD = "truongphongtaichinh";
  protected static final String COMMITTEE = "chuyenvienvp";

  @BeforeEach
  void deployTheModel() {
    if (engine
            .getRepositoryService()
            .createProcessDefinitionQuery()
            .processDefinitionKey("TTHC-9.000001")
            .count()
        == 0) {
      engine
          .getRepositoryService()
          .createDeployment()
          .name(MODEL)
          .addClasspathResource(MODEL)
          .deploy();
    }
  }

  /** A dossier of a case is received, accepted on Monday 2 March 2026 at nine, and appraised. */
  protected void isAppraised(String caseCode) {
    itIs("2026-03-02T09:00");
    receives(
        "motcua",
        DemoSubmissions.organisation("9.000001", "Công ty Khối").of(caseCode, null).build());
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
    does(SPECIALIST, "Task_Appraise", "appraisal", "Đủ điều kiện", "proposal", "grant");
  }

  protected void isSubmitted() {
    does(SPECIALIST, "Task_DraftSubmission", "submissionContent", "Trình phê duyệt");
    does(LEADER, "Task_SignSubmission", "leaderDecision", "approve");
  }

  protected void isExamined() {
    does(COMMITTEE, "Task_ExamineSubmission", "submissionExamined", "Đủ điều kiện trình ký");
  }

  protected DossierDocument.ResultView result() {
    return dossier().results().get(dossier().results().size() - 1);
  }

  protected void theChairmanRefuses() {
    does(
        "lanhdaoubnd",
        "Task_ChairmanSigns",
        "leaderDecision",
        "refuse",
        "reason",
        "Trái quy hoạch");
  }

  /** A variable of the procedure's own instance, where called processes put their outcome. */
  protected Object outcome(String variable) {
    return variables().get(variable);
  }

  protected Map<String, Object> variables() {
    return engine.getRuntimeService().getVariables(instance().getId());
  }

  /** The block is done: the result is drafted next. */
  protected boolean goesOn() {
    return openSteps().equals(java.util.List.of("Task_Draft"));
  }

  protected DossierDocument.PhaseView phase(String id) {
    return dossier().phases().stream()
        .filter(phase -> phase.id().equals(id))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  protected long acts(String kind, String event) {
    return jdbc.sql(
            """
            select count(*) from outbound_act a join dossier d on d.id = a.dossier_id
            where d.number = ? and a.kind = ? and a.event = ?
            """)
        .param(number)
        .param(kind)
        .param(event)
        .query(Long.class)
        .single();
  }

  protected Job timer(String element) {
    return engine.getManagementService().createJobQuery().activityId(element).list().stream()
        .filter(job -> number.equals(businessKey(job)))
        .findFirst()
        .orElseThrow();
  }

  private String businessKey(Job job) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceId(job.getProcessInstanceId())
        .singleResult()
        .getBusinessKey();
  }
}
