package vn.thutuc.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.dossier.Authority;
import vn.thutuc.dossier.ReceptionFacts;
import vn.thutuc.dossier.Submission;
import vn.thutuc.process.EnginePlay;

/** Dossier rows and engine state commit or roll back together; numbers have no gap. */
class TogetherStories extends Story {

  private static final String DESK = "motcuadongkinh";

  @Autowired private EnginePlay engineAlone;

  /** A procedure without a timer before acceptance: what stays behind rings in nobody's story. */
  private static Submission land() {
    return DemoSubmissions.organisation("1.012753", "Hợp tác xã Cùng Nhau")
        .at("H37.201")
        .of("REGISTRATION_ONLY", "USUAL")
        .build();
  }

  private static Submission landFrom(String system, String id) {
    Submission land = land();
    return new Submission(
        land.procedure(),
        land.channel(),
        land.caseCode(),
        land.area(),
        land.returnMethod(),
        land.deskUnit(),
        land.competentUnit(),
        land.owner(),
        null,
        new Authority(null, null, null),
        null,
        new ReceptionFacts(null, null, null, system, id));
  }

  private long count(String table) {
    return jdbc.sql(
            "select count(*) from "
                + table
                + " where dossier_id = (select id from dossier where number = ?)")
        .param(number)
        .query(Long.class)
        .single();
  }

  private Map<String, Object> variables() {
    return engine.getRuntimeService().getVariables(instance().getId());
  }

  /** A permit whose specialist has chosen a kind of result, or, with another form, none. */
  private void permitWaitsForItsNumber(Object... choice) {
    itIs("2026-03-03T08:15");
    receives("motcua", DemoSubmissions.organisation("1.000028", "Công ty Cùng Nhau").build());
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
    List<Object> form = new ArrayList<>(List.of("opinion", "Đạt", "proposal", "grant"));
    form.addAll(List.of(choice));
    does("chuyenvien", "Task_Appraise", form.toArray());
    does("truongphong", "Task_Review", "headDecision", "approve");
    does("lanhdao", "Task_Sign", "leaderDecision", "approve");
  }

  @Test
  void aStepThatFailsLeavesNeitherEntryNorJournalNorVariableNorMovedToken() {
    permitWaitsForItsNumber();
    Map<String, Object> variables = variables();
    long entries = count("dossier_entry");
    List<String> journal = journal();

    assertThatThrownBy(
            () ->
                does(
                    "vanthu",
                    "Task_Number",
                    "resultNumber",
                    "15/GPLHX",
                    "resultDate",
                    "2026-03-04",
                    "leaderDecision",
                    "return"))
        .hasMessageContaining("không có trong danh mục của thủ tục 1.000028");

    assertThat(openSteps()).containsExactly("Task_Number");
    assertThat(variables()).isEqualTo(variables);
    assertThat(count("dossier_entry")).isEqualTo(entries);
    assertThat(count("dossier_result")).isZero();
    assertThat(journal()).isEqualTo(journal);
    assertThat(dossier().state().code()).isEqualTo("4");
    acts("motcua", () -> acts.withdraw(number, "Hết câu chuyện"));
  }

  @Test
  void whatFormsSubmitReachesTheDossierAndNeverTheEngine() {
    permitWaitsForItsNumber("resultKind", "PERMIT_OVERSIZE");

    assertThat(variables()).doesNotContainKeys("opinion", "resultKind", "papersChecked");
    assertThat(
            engine
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance().getId())
                .list())
        .extracting(HistoricVariableInstance::getName)
        .contains("proposal", "headDecision")
        .doesNotContain("opinion", "resultKind", "papersChecked");
    // One a step: the check, the appraisal, the review (without a field) and who signed.
    assertThat(count("dossier_entry")).isEqualTo(4);
    acts("motcua", () -> acts.withdraw(number, "Hết câu chuyện"));
  }

  @Test
  void aReceptionWhoseProcessFailsToStartLeavesNoDossierAndNoGap() {
    itIs("2026-03-11T09:00");
    receives(DESK, land());
    String before = number;
    long dossiers = dossiers();

    fail("act_ru_task");
    try {
      assertThatThrownBy(() -> receives(DESK, land())).hasStackTraceContaining("no room");
    } finally {
      mend("act_ru_task");
    }

    assertThat(dossiers()).isEqualTo(dossiers);
    receives(DESK, land());
    assertThat(sequence(number)).isEqualTo(sequence(before) + 1);
  }

  @Test
  void aReceptionWhoseDossierFailsToBeKeptLeavesNoProcess() {
    itIs("2026-03-11T09:00");
    long instances = instances();

    fail("dossier_agency");
    try {
      assertThatThrownBy(() -> receives(DESK, land())).hasStackTraceContaining("no room");
    } finally {
      mend("dossier_agency");
    }

    assertThat(instances()).isEqualTo(instances);
  }

  @Test
  void aMessageWhoseStepFailsIsNotConsumed() {
    itIs("2026-03-03T08:15");
    receives("motcua", DemoSubmissions.organisation("1.000028", "Công ty Cùng Nhau").build());
    does(
        "motcua",
        "Task_CheckPapers",
        "papersChecked",
        true,
        "checkResult",
        "incomplete",
        "missingPapers",
        "Đơn",
        "reason",
        "Thiếu chữ ký");
    List<String> journal = journal();

    fail("act_ru_task");
    try {
      assertThatThrownBy(() -> acts("motcua", () -> acts.supplementReceived(number, "Đơn")))
          .hasStackTraceContaining("no room");
    } finally {
      mend("act_ru_task");
    }

    assertThat(dossier().state().code()).isEqualTo("5");
    assertThat(journal()).isEqualTo(journal);
    assertThat(procedures.awaits(number, "supplement-received")).isTrue();
    acts("motcua", () -> acts.supplementReceived(number, "Đơn"));
    assertThat(dossier().state().code()).isEqualTo("1");
    acts("motcua", () -> acts.withdraw(number, "Hết câu chuyện"));
  }

  /** From now on every insert into a table fails, as on a full disk. */
  private void fail(String table) {
    jdbc.sql(
            """
            create function no_room() returns trigger language plpgsql as
            $$ begin raise exception 'no room'; end $$
            """)
        .update();
    jdbc.sql("create trigger no_room before insert on " + table + " execute function no_room()")
        .update();
  }

  private void mend(String table) {
    jdbc.sql("drop trigger no_room on " + table).update();
    jdbc.sql("drop function no_room").update();
  }

  private long dossiers() {
    return jdbc.sql("select count(*) from dossier").query(Long.class).single();
  }

  private long instances() {
    return engine.getRuntimeService().createProcessInstanceQuery().count();
  }

  private static int sequence(String number) {
    return Integer.parseInt(number.substring(number.lastIndexOf('-') + 1));
  }

  @Test
  void twoDesksReceivingAtOnceGetUniqueNumbersWithoutAGap() throws Exception {
    itIs("2026-03-10T09:00");
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<List<String>> forty =
        () -> {
          together.await();
          return IntStream.range(0, 40).mapToObj(i -> engineAlone.receive(DESK, land())).toList();
        };

    List<String> numbers = atOnce(List.of(forty, forty)).stream().flatMap(List::stream).toList();

    assertThat(numbers).hasSize(80).doesNotHaveDuplicates();
    assertThat(numbers).allMatch(given -> given.startsWith("H37.201-260310-"));
    TreeSet<Integer> sequences = new TreeSet<>();
    numbers.forEach(given -> sequences.add(sequence(given)));
    assertThat(sequences.last() - sequences.first()).isEqualTo(79);
  }

  @Test
  void theSameDossierOfAnotherSystemIsReceivedOnce() {
    itIs("2026-03-12T09:00");
    receives(DESK, landFrom("DVCQG", "000.00.01.H37-260312-0001"));
    String first = number;
    receives(DESK, landFrom("DVCQG", "000.00.01.H37-260312-0001"));
    assertThat(number).isEqualTo(first);
    assertThat(journal().stream().filter("RECEIVED"::equals)).hasSize(1);

    receives(DESK, landFrom("VNPOST", "000.00.01.H37-260312-0001"));
    assertThat(number).isNotEqualTo(first);
  }

  @Test
  void theSameDossierOfAnotherSystemSentTwiceAtOnceIsReceivedOnce() throws Exception {
    itIs("2026-03-12T09:00");
    for (int turn = 0; turn < 5; turn++) {
      String id = "at-once-" + turn;
      CyclicBarrier together = new CyclicBarrier(2);
      Callable<String> send =
          () -> {
            together.await();
            return engineAlone.receive(DESK, landFrom("DVCQG", id));
          };
      List<String> numbers = atOnce(List.of(send, send));
      assertThat(numbers.get(0)).isEqualTo(numbers.get(1));
    }
  }

  private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
    ExecutorService desks = Executors.newFixedThreadPool(acts.size());
    try {
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : desks.invokeAll(acts)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      desks.shutdown();
    }
  }

  private String permitModel() {
    return engine
        .getRepositoryService()
        .createProcessDefinitionQuery()
        .processDefinitionKey("TTHC-1.000028")
        .latestVersion()
        .singleResult()
        .getId();
  }

  private static Map<String, Object> startForm() {
    return Map.of(
        "applicantName",
        "Công ty Hộp Thoại",
        "applicantIdNumber",
        "000000000123",
        "applicantPhone",
        "0900000123",
        "applicantAddress",
        "Thôn Thử Nghiệm",
        "channel",
        "COUNTER",
        "returnMethod",
        "COUNTER",
        "note",
        "Nộp hộ");
  }

  @Test
  void theStartDialogOfTasklistReceivesTheDossierAndKeepsNoApplicantInTheEngine() {
    itIs("2026-03-03T08:15");
    ProcessInstance started =
        play.as(
            "motcua", () -> engine.getFormService().submitStartForm(permitModel(), startForm()));
    number =
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(started.getId())
            .singleResult()
            .getBusinessKey();

    assertThat(number).startsWith("H37.12-260303-");
    assertThat(instance()).hasProcessDefinitionKey("TTHC-1.000028").isWaitingAt("Task_CheckPapers");
    assertThat(instance().getTenantId()).isEqualTo("H37.12");
    assertThat(dossier().owner().name()).isEqualTo("Công ty Hộp Thoại");
    assertThat(dossier().receivedAt()).isEqualTo(LocalDateTime.parse("2026-03-03T08:15"));
    assertThat(dossier().end()).isEqualTo(LocalDateTime.parse("2026-03-03T17:30"));
    assertThat(
            engine
                .getRuntimeService()
                .createVariableInstanceQuery()
                .processInstanceIdIn(started.getId())
                .list())
        .extracting(VariableInstance::getName)
        .containsExactlyInAnyOrder(
            "channel", "caseCode", "areaClass", "returnMethod", "forwarded", "originalsAtReturn");
    assertThat(
            engine
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(started.getId())
                .list())
        .extracting(HistoricVariableInstance::getName)
        .doesNotContain("applicantName", "applicantIdNumber", "applicantPhone", "note");
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from act_hi_detail
                    where proc_inst_id_ = ? and name_ like 'applicant%'
                    """)
                .param(started.getId())
                .query(Long.class)
                .single())
        .isZero();
    does("motcua", "Task_CheckPapers", "papersChecked", true, "checkResult", "complete");
    assertThat(openSteps()).containsExactly("Task_Appraise");
    acts("motcua", () -> acts.withdraw(number, "Hết câu chuyện"));
  }

  @Test
  void theStartDialogSaysWhatIsMissingAndLeavesNothing() {
    itIs("2026-03-03T08:15");
    long dossiers = dossiers();
    long instances = instances();

    assertThatThrownBy(
            () ->
                play.as(
                    "motcua",
                    () ->
                        engine
                            .getFormService()
                            .submitStartForm(
                                permitModel(),
                                Map.of("channel", "COUNTER", "returnMethod", "COUNTER"))))
        .hasMessageContaining("Chưa nhập");
    assertThatThrownBy(
            () ->
                play.as(
                    "motcua",
                    () ->
                        engine
                            .getFormService()
                            .submitStartForm(
                                permitModel(), Map.of("applicantName", "Ai", "channel", "FAX"))))
        .hasMessageContaining("Hình thức nộp")
        .hasMessageNotContaining("FAX");

    assertThat(dossiers()).isEqualTo(dossiers);
    assertThat(instances()).isEqualTo(instances);
  }

  @Test
  void aStartWithABusinessKeyOfOnesOwnIsRefused() {
    itIs("2026-03-03T08:15");
    long instances = instances();

    assertThatThrownBy(
            () ->
                play.as(
                    "motcua",
                    () ->
                        engine
                            .getFormService()
                            .submitStartForm(permitModel(), "HS-TU-DAT", startForm())))
        .hasMessageContaining("mã hồ sơ tự đặt \"HS-TU-DAT\"");
    assertThatThrownBy(
            () ->
                play.as(
                    "motcua",
                    () ->
                        engine
                            .getRuntimeService()
                            .startProcessInstanceById(permitModel(), "HS-TU-DAT", startForm())))
        .hasMessageContaining("mã hồ sơ tự đặt \"HS-TU-DAT\"");

    assertThat(instances()).isEqualTo(instances);
  }

  @Test
  void aSecondInstanceForAReceivedDossierIsRefused() {
    itIs("2026-03-03T08:15");
    receives(DESK, land());
    String taken = number;
    long instances = instances();

    assertThatThrownBy(
            () ->
                play.as(
                    "motcua",
                    () ->
                        engine
                            .getRuntimeService()
                            .startProcessInstanceById(permitModel(), taken, startForm())))
        .hasMessageContaining(taken);

    assertThat(instances()).isEqualTo(instances);
  }

  @Test
  void aSpecialistStartsNoDossierInTheStartDialog() {
    itIs("2026-03-03T08:15");
    long dossiers = dossiers();

    assertThatThrownBy(
            () ->
                play.as(
                    "chuyenvien",
                    () -> engine.getFormService().submitStartForm(permitModel(), startForm())))
        .isInstanceOf(org.camunda.bpm.engine.AuthorizationException.class);

    assertThat(dossiers()).isEqualTo(dossiers);
  }
}
