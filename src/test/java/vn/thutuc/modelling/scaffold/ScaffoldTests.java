package vn.thutuc.modelling.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thutuc.modelling.scaffold.Samples.by;
import static vn.thutuc.modelling.scaffold.Samples.choice;
import static vn.thutuc.modelling.scaffold.Samples.decide;
import static vn.thutuc.modelling.scaffold.Samples.goingOn;
import static vn.thutuc.modelling.scaffold.Samples.parallel;
import static vn.thutuc.modelling.scaffold.Samples.phase;
import static vn.thutuc.modelling.scaffold.Samples.procedure;
import static vn.thutuc.modelling.scaffold.Samples.remediable;
import static vn.thutuc.modelling.scaffold.Samples.stage;
import static vn.thutuc.modelling.scaffold.Samples.under;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thutuc.catalogue.Agencies;
import vn.thutuc.catalogue.Block;
import vn.thutuc.catalogue.Phase;
import vn.thutuc.catalogue.PhaseStart;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.Rule;
import vn.thutuc.catalogue.Stage;

/** Every block of the vocabulary becomes the elements it is said to, alone and nested. */
class ScaffoldTests {

  private static final Stage APPRAISE = stage("appraise", Block.APPRAISE);
  private static final Stage RESULT = stage("result", Block.RESULT);

  @ParameterizedTest
  @EnumSource(
      value = Block.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"PHASE", "PARALLEL", "CHOICE", "DECIDE"})
  void everyBlockIsSoundOnTheMainRowInAPhaseAndInABranch(Block block) {
    Stage one = stage("one", block);
    Made.of(procedure(APPRAISE, one, RESULT)).isSound();
    Made.of(procedure(phase("ground", stage("appraise-again", Block.APPRAISE), one), RESULT))
        .isSound();
    Made.of(
            procedure(
                APPRAISE,
                parallel("both", List.of(one), List.of(by("ask", Block.CONSULT, "ministry"))),
                RESULT))
        .isSound();
    Made.of(procedure(APPRAISE, under("own", "alone", block), RESULT)).isSound();
  }

  @ParameterizedTest
  @CsvSource({
    "CONSULT,Call_One,lay-y-kien",
    "VERIFY,Call_One,xac-minh-thong-tin",
    "INSPECT,Call_One,kiem-tra-thuc-dia",
    "COUNCIL,Call_One,hoi-dong-tham-dinh",
    "EXAMINE,Call_One,sat-hach",
    "TEST,Call_One,thu-nghiem",
    "MEETING,Call_One,hop-lam-viec",
    "POSTING,Call_One,niem-yet",
    "CONFIRM_DRAFT,Call_One,xac-nhan-du-thao",
    "REVISE,Call_One,hoan-thien-ho-so",
    "OBLIGATION,Call_One,nghia-vu-tai-chinh",
    "DECIDE_PROVINCE,Call_One,trinh-cap-tinh",
    "DECIDE_ASSEMBLY,Call_One,nghi-quyet-hdnd",
    "DECIDE_ABOVE,Call_One,cho-cap-tren",
    "ELSEWHERE,Call_One,giai-quyet-noi-khac",
    "PAY,Call_One,chi-tra",
    "CORRECT,Call_One,dinh-chinh-thu-hoi"
  })
  void calledBlocksCallTheirProcess(Block block, String id, String called) {
    Made made = Made.of(procedure(APPRAISE, stage("one", block), RESULT));
    CallActivity call = made.model().getModelElementById(id);
    assertThat(call.getCalledElement()).isEqualTo(called);
    assertThat(made.xml())
        .contains("<camunda:in sourceExpression=\"${&#39;competent&#39;}\" target=\"place\" />")
        .contains("<camunda:in sourceExpression=\"${null}\" target=\"ownPhase\" />");
    assertThat(Made.value(call, "stage")).isEqualTo("one");
  }

  @ParameterizedTest
  @CsvSource({
    "APPRAISE,Task_One,tham-dinh-ho-so",
    "DRAFT,Task_One,du-thao-van-ban",
    "SIGN,Task_One,ky-duyet",
    "RESULT,Task_DraftOne,du-thao-ket-qua",
    "LOOK_UP,Task_One,ket-qua-tra-cuu",
    "REGISTER,Task_One,vao-so",
    "FORWARD,Task_One,chuyen-ho-so",
    "NOTIFY,Task_One,bao-nguoi-nop"
  })
  void inlineBlocksHaveTheirTask(Block block, String id, String form) {
    Made made = Made.of(procedure(APPRAISE, stage("one", block)));
    UserTask task = made.model().getModelElementById(id);
    assertThat(task.getCamundaFormRef()).isEqualTo(form);
  }

  static Stream<Procedure> nested() {
    Stage inspect = stage("inspect", Block.INSPECT);
    Stage consult = by("consult", Block.CONSULT, "construction");
    List<Stage> signed = List.of(stage("draft", Block.DRAFT), inspect, stage("sign", Block.SIGN));
    return Stream.of(
        procedure(
            phase(
                "work",
                choice(
                    "by-case",
                    List.of(
                        List.of(parallel("both", List.of(consult), List.of(inspect))),
                        List.of(APPRAISE, stage("sign-it", Block.SIGN)),
                        List.of()))),
            RESULT),
        procedure(
            parallel(
                "both",
                List.of(decide("need", List.of(inspect), List.of())),
                List.of(decide("other-need", List.of(consult), List.of()))),
            RESULT),
        procedure(phase("work", signed.toArray(Stage[]::new)), RESULT),
        procedure(
            phase(
                "work",
                APPRAISE,
                stage("second", Block.APPRAISE),
                inspect,
                stage("council", Block.COUNCIL),
                stage("sign", Block.SIGN)),
            RESULT),
        procedure(
            choice(
                "by-case",
                List.of(
                    List.of(stage("first-result", Block.RESULT)),
                    List.of(inspect),
                    List.of(phase("deep", phase("deeper", consult))),
                    List.of(stage("test", Block.TEST)),
                    List.of()))),
        procedure(
            stage("draft", Block.DRAFT),
            stage("sign-one", Block.SIGN),
            consult,
            stage("sign-two", Block.SIGN),
            stage("sign-three", Block.SIGN),
            RESULT));
  }

  @ParameterizedTest
  @MethodSource("nested")
  void nestedGroupsAreSound(Procedure procedure) {
    Made.of(procedure).isSound();
  }

  @Test
  void aRefusalInsideAGroupIsProposedAndWrittenBehindIt() {
    Made made = Made.of(procedure(phase("work", stage("inspect", Block.INSPECT)), RESULT));
    FlowNode proposal = made.model().getModelElementById("Task_ProposeRefusalInspect");
    FlowNode refusal = made.model().getModelElementById("Call_RefuseWork");
    assertThat(proposal.getParentElement().getAttributeValue("id")).isEqualTo("SubProcess_Work");
    assertThat(refusal.getParentElement().getAttributeValue("id")).isEqualTo("SubProcess_Settle");
    assertThat(made.xml()).contains("${proposal == 'refuse'}").contains("tu-choi");
  }

  @Test
  void aSubmissionThatIsSignedAlreadyIsNotDraftedAgain() {
    Stage signed = phase("examination", APPRAISE, stage("sign", Block.SIGN));
    Stage decide = stage("decide", Block.DECIDE_PROVINCE);

    assertThat(told(Made.of(procedure(signed, decide)), "Call_Decide"))
        .containsEntry("submitted", "${true}");
    assertThat(told(Made.of(procedure(APPRAISE, decide)), "Call_Decide"))
        .doesNotContainKey("submitted");
  }

  @Test
  void whatTheProvinceRefusesTheProvinceSigns() {
    Made made = Made.of(procedure(APPRAISE, by("decide", Block.DECIDE_PROVINCE, "desk")));

    assertThat(told(made, "Call_RefuseDecide")).containsEntry("place", "${'desk'}");
    assertThat(told(made, "Call_RefuseAppraise")).doesNotContainKey("place");
  }

  @Test
  void whatABodyOutsideRefusesIsItsOwnPaperAndOnlyRecorded() {
    Made made = Made.of(procedure(stage("away", Block.ELSEWHERE)));

    assertThat((Object) made.model().getModelElementById("Task_RecordRefusalAway")).isNotNull();
    assertThat((Object) made.model().getModelElementById("Call_RefuseAway")).isNull();
  }

  @Test
  void whoRefusesInsideAGroupIsSaidBehindIt() {
    Stage decide = by("decide", Block.DECIDE_PROVINCE, "desk");
    Made alone = Made.of(procedure(choice("by-case", List.of(List.of(decide), List.of()))));
    Made mixed =
        Made.of(
            procedure(
                choice(
                    "by-case",
                    List.of(List.of(APPRAISE, decide), List.of(stage("away", Block.ELSEWHERE))))));

    assertThat(told(alone, "Call_RefuseByCase")).containsEntry("place", "${'desk'}");
    assertThat(told(mixed, "Call_RefuseByCase"))
        .containsEntry("place", "${refuser}")
        .containsEntry("refusedBy", "${refusedBy}");
    assertThat(mixed.xml())
        .contains("<camunda:outputParameter name=\"refuser\">desk</camunda:outputParameter>")
        .contains("<camunda:outputParameter name=\"refusedBy\">outside</camunda:outputParameter>")
        .contains("${refusedBy == 'house' || refusedBy == 'outside'}");
  }

  @Test
  void anAppraisalThatIsOneFactAmongOthersRefusesNothingBehindItsGroup() {
    Made made =
        Made.of(
            procedure(
                phase("work", goingOn("hear", Block.APPRAISE), stage("inspect", Block.INSPECT)),
                RESULT));
    made.isSound();
    assertThat(made.xml()).doesNotContain("${proposal == 'refuse'}");
  }

  @Test
  void aRemedyIsOfferedOnlyWhereTheFactsGiveOne() {
    assertThat(told(Made.of(procedure(stage("inspect", Block.INSPECT), RESULT)), "Call_Inspect"))
        .doesNotContainKey("remedy");
    assertThat(told(Made.of(procedure(remediable("inspect"), RESULT)), "Call_Inspect"))
        .containsEntry("remedy", "${true}");
  }

  @Test
  void whatGoesOutAfterTheUnitsOwnWorkTheUnitSendsNotTheDesk() {
    Stage send = by("send", Block.FORWARD, "ministry");
    UserTask early = Made.of(procedure(send, APPRAISE)).model().getModelElementById("Task_Send");
    UserTask late = Made.of(procedure(APPRAISE, send)).model().getModelElementById("Task_Send");

    assertThat(early.getCamundaCandidateGroups()).contains("'desk'");
    assertThat(late.getCamundaCandidateGroups()).contains("'competent','specialist'");
  }

  @Test
  void rulesStandAtTheirStepAsExtensionProperties() {
    Made made =
        Made.of(
            Samples.ruled(
                new Rule("appraise", Rule.Kind.CONDITION, null, null, "Đủ 18 tuổi", "khoản 1"),
                new Rule("return", Rule.Kind.DUTY, "Người nộp", "10wd", "Niêm yết giá", "bước 4")));

    assertThat(Made.value(made.model().getModelElementById("Task_Appraise"), "rule1"))
        .isEqualTo("Điều kiện: Đủ 18 tuổi. Nguồn: khoản 1.");
    assertThat(Made.value(made.model().getModelElementById("Call_Return"), "rule1"))
        .isEqualTo("Nghĩa vụ: Người nộp: Niêm yết giá (10 ngày làm việc). Nguồn: bước 4.");
  }

  private static Map<String, String> told(Made made, String call) {
    CallActivity activity = made.model().getModelElementById(call);
    return activity
        .getExtensionElements()
        .getElementsQuery()
        .filterByType(CamundaIn.class)
        .list()
        .stream()
        .filter(in -> in.getCamundaTarget() != null)
        .collect(
            Collectors.toMap(CamundaIn::getCamundaTarget, CamundaIn::getCamundaSourceExpression));
  }

  @Test
  void whatGoesOnHasNoGateway() {
    Made made = Made.of(procedure(goingOn("inspect", Block.INSPECT), RESULT));
    made.isSound();
    assertThat(made.xml()).doesNotContain("tu-choi");
  }

  @Test
  void sharesUseUpAlmostTheWholePhase() {
    Made made = Made.of(procedure(APPRAISE, RESULT));
    assertThat(made.longest("settlement")).isBetween(950, 1000);
    assertThat(made.xml()).contains("name=\"shares\" value=\"mặc định, chưa phê duyệt\"");
  }

  @Test
  void approvedStepsGiveTheShares() {
    Blueprint.Steps steps =
        new Blueprint.Steps(
            "12/QĐ-UBND", Map.of("check", 1000L, "appraise", 4000L, "result", 5000L));
    String model =
        new Scaffold(Blueprints.of(procedure(APPRAISE, RESULT), Agencies.NONE).with(steps)).model();
    assertThat(model)
        .contains("name=\"shares\" value=\"theo quyết định 12/QĐ-UBND\"")
        .contains("<camunda:property name=\"share\" value=\"400\" />");
  }

  @Test
  void theCheckOfPapersHasTimersOnlyWithATermOfItsOwn() {
    Phase completeness =
        new Phase("completeness", "Kiểm tra", PhaseStart.RECEPTION, null, List.of());
    Phase settlement =
        new Phase("settlement", "Giải quyết", PhaseStart.COMPLETE_DOSSIER, null, List.of());
    List<Stage> stages = List.of(APPRAISE, RESULT);
    Made with = Made.of(procedure(List.of(completeness, settlement), List.of(), stages, List.of()));
    with.isSound();
    assertThat(with.xml()).contains("Timer_End_Completeness");
    assertThat(Made.of(procedure(APPRAISE, RESULT)).xml()).doesNotContain("Timer_End_Completeness");
  }

  @Test
  void whatFollowsTheResultStandsBesideItsReturn() {
    Made made =
        Made.of(
            procedure(
                List.of(APPRAISE, RESULT),
                List.of(
                    by("copy", Block.COPY, "ministry"),
                    stage("publish", Block.PUBLISH),
                    stage("pay", Block.PAY))));
    made.isSound();
    assertThat(made.xml()).contains("Gateway_ReturnAndUpdate").contains("${outcome == 'granted'}");
  }

  @Test
  void aStageNamedLikeTheFrameGetsAnIdOfItsOwn() {
    Made.of(
            procedure(
                stage("ready", Block.DRAFT),
                stage("draft-result", Block.DRAFT),
                stage("settle", Block.SIGN),
                stage("return", Block.CONSULT),
                RESULT))
        .isSound();
  }

  @Test
  void equalFactsGiveEqualBytesAndOtherFactsAnotherHash() {
    Procedure one = procedure(APPRAISE, stage("inspect", Block.INSPECT), RESULT);
    Procedure same = procedure(APPRAISE, stage("inspect", Block.INSPECT), RESULT);
    assertThat(Samples.scaffold(one).model()).isEqualTo(Samples.scaffold(same).model());
    assertThat(Samples.scaffold(one).madeFrom())
        .isNotEqualTo(Samples.scaffold(procedure(APPRAISE, RESULT)).madeFrom());
  }
}
