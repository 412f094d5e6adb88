package vn.thutuc.process.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.ElValueProvider;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.HouseTest;

/** Shares of the shipped models: never more than a phase has, and never out of order. */
@HouseTest
class SharePathTests {

  private static final int ALL = 1000;

  /** What a shared process counts on when its caller says which phase. */
  private static final String CALLERS = "${phase}";

  /** What it counts on once another body has it. */
  private static final String OWN = "${ownPhase}";

  @Autowired private ProcessEngineConfigurationImpl engine;
  @Autowired private RepositoryService repository;

  private <T> T in(String key, Function<ProcessDefinitionEntity, T> question) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(
            context ->
                question.apply(
                    engine.getDeploymentCache().findDeployedLatestProcessDefinitionByKey(key)));
  }

  private int upTo(String key, String step) {
    return in(key, definition -> new SharePath("settlement").upTo(definition.findActivity(step)));
  }

  private static Stream<ActivityImpl> all(ScopeImpl scope) {
    return scope.getActivities().stream().flatMap(a -> Stream.concat(Stream.of(a), all(a)));
  }

  private List<String> shipped() {
    return repository.createProcessDefinitionQuery().latestVersion().list().stream()
        .map(ProcessDefinition::getKey)
        .toList();
  }

  @Test
  void thePermitsMainPathUsesTheWholeTerm() {
    assertThat(upTo("TTHC-1.000028", "Task_Appraise")).isEqualTo(500);
    assertThat(upTo("TTHC-1.000028", "Task_Review")).isEqualTo(650);
    assertThat(upTo("TTHC-1.000028", "Task_Sign")).isEqualTo(850);
    assertThat(upTo("TTHC-1.000028", "Task_Number")).isEqualTo(ALL);
    int checked =
        in(
            "TTHC-1.000028",
            definition ->
                new SharePath("completeness").upTo(definition.findActivity("Task_CheckPapers")));
    assertThat(checked).isEqualTo(ALL);
  }

  @Test
  void theBirthsMainPathUsesTheWholeTermForwardedOrNot() {
    assertThat(upTo("TTHC-1.001193", "Task_Forward")).isEqualTo(50);
    assertThat(upTo("TTHC-1.001193", "Task_Examine")).isEqualTo(400);
    assertThat(upTo("TTHC-1.001193", "Task_Sign")).isEqualTo(ALL);
  }

  @Test
  void aCertificateIsPreparedAfterTheTransferFormAndDueAfterIt() {
    assertThat(upTo("TTHC-1.012753", "Task_NumberDecision")).isEqualTo(750);
    assertThat(upTo("TTHC-1.012753", "Call_Obligation")).isEqualTo(850);
    assertThat(upTo("TTHC-1.012753", "Task_PrepareCertificate")).isEqualTo(900);
    assertThat(upTo("TTHC-1.012753", "Task_NumberCertificate")).isEqualTo(ALL);
  }

  @Test
  void theCallsOfTheModelsAreFound() {
    List<String> calls =
        in(
            "TTHC-1.012753",
            definition -> all(definition).map(SharePathTests::called).distinct().toList());

    assertThat(calls).contains("bo-sung", "tu-choi", "nghia-vu-tai-chinh", "tra-ket-qua");
  }

  @Test
  void noModelGivesMoreOfAPhaseThanThereIs() {
    assertThat(shipped()).contains("TTHC-1.000028", "TTHC-1.001193", "TTHC-1.012753", "tu-choi");
    for (String key : shipped()) {
      for (String phase : List.of("completeness", "settlement", "verification", CALLERS)) {
        int most = in(key, definition -> longest(definition, phase));
        assertThat(most).as("%s of %s", phase, key).isBetween(0, ALL);
      }
    }
  }

  /** The longest path without a repeated element, not cut off at the whole; with called ones. */
  private int longest(ScopeImpl scope, String phase) {
    return scope.getActivities().stream()
        .filter(activity -> activity.getIncomingTransitions().isEmpty())
        .mapToInt(start -> from(start, phase, new java.util.HashSet<>()))
        .max()
        .orElse(0);
  }

  private int from(ActivityImpl at, String phase, Set<ActivityImpl> seen) {
    if (!seen.add(at)) {
      return 0;
    }
    int after =
        at.getOutgoingTransitions().stream()
            .mapToInt(flow -> from((ActivityImpl) flow.getDestination(), phase, seen))
            .max()
            .orElse(0);
    seen.remove(at);
    return weight(at, phase) + after;
  }

  private int weight(ActivityImpl activity, String phase) {
    StepShare share = activity.getProperties().get(StepShare.KEY);
    int own = share != null && share.phase().equals(phase) ? share.perMille() : 0;
    return called(activity).isEmpty() || sharesOut(activity)
        ? own + longest(activity, phase)
        : in(called(activity), definition -> longest(definition, phase));
  }

  /** A call of a shared process whose shares are parts of what the call takes. */
  private boolean sharesOut(ActivityImpl call) {
    return in(called(call), definition -> longest(definition, CALLERS)) > 0;
  }

  private static String called(ActivityImpl activity) {
    return activity.getActivityBehavior() instanceof CallableElementActivityBehavior call
            && call.getCallableElement().getDefinitionKeyValueProvider()
                instanceof ElValueProvider key
        ? key.getExpression().getExpressionText()
        : "";
  }

  @Test
  void aSharedProcessOfTheVocabularySharesOutAllItsCallTakes() {
    for (String key :
        List.of(
            "lay-y-kien",
            "xac-minh-thong-tin",
            "kiem-tra-thuc-dia",
            "hoi-dong-tham-dinh",
            "sat-hach",
            "thu-nghiem",
            "hop-lam-viec",
            "niem-yet",
            "xac-nhan-du-thao",
            "hoan-thien-ho-so",
            "trinh-cap-tinh",
            "nghi-quyet-hdnd",
            "cho-cap-tren",
            "giai-quyet-noi-khac",
            "chi-tra",
            "dinh-chinh-thu-hoi")) {
      int shared = in(key, definition -> longest(definition, CALLERS) + longest(definition, OWN));
      assertThat(shared).as(key).isEqualTo(ALL);
    }
  }

  /** What comes after a call counts what the call took, so the call says it. */
  @Test
  void aCallThatIsFollowedByStepsSaysWhatTheCalledProcessTakes() {
    for (String key : shipped()) {
      in(
          key,
          definition -> {
            all(definition)
                .filter(activity -> !called(activity).isEmpty())
                .filter(call -> call.getProperties().get(StepShare.KEY) != null)
                .filter(call -> !sharesOut(call))
                .forEach(
                    call -> {
                      StepShare share = call.getProperties().get(StepShare.KEY);
                      int taken = in(called(call), found -> longest(found, share.phase()));
                      assertThat(share.perMille()).as(call.getId()).isEqualTo(taken);
                    });
            return null;
          });
    }
  }

  @Test
  void noStepIsDueBeforeOneThatComesBeforeIt() {
    for (String key : shipped()) {
      in(
          key,
          definition -> {
            SharePath path = new SharePath("settlement");
            all(definition)
                .filter(activity -> activity.getProperties().get(StepShare.KEY) != null)
                .forEach(
                    step ->
                        step.getOutgoingTransitions().stream()
                            .map(flow -> (ActivityImpl) flow.getDestination())
                            .filter(next -> next.getProperties().get(StepShare.KEY) != null)
                            .forEach(
                                next ->
                                    assertThat(path.upTo(next))
                                        .as("%s after %s", next.getId(), step.getId())
                                        .isGreaterThanOrEqualTo(path.upTo(step))));
            return null;
          });
    }
  }
}
