package vn.thutuc.process.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import vn.thutuc.process.PhaseName;

/** Which timers ask the clock, and of which phase: named in the model or said by the caller. */
class StatutoryTimerTest {

  private static ExecutionEntity holding(String variable, Object value) {
    ExecutionEntity execution = Mockito.mock(ExecutionEntity.class);
    Mockito.when(execution.getVariable(variable)).thenReturn(value);
    return execution;
  }

  @Test
  void aNamedPhaseIsThatPhaseWhateverTheCallerSays() {
    StatutoryTimer timer =
        StatutoryTimer.parse("${clock.end(execution,'settlement')}").orElseThrow();

    assertThat(timer.kind()).isEqualTo(StatutoryTimer.Kind.END);
    assertThat(timer.phase().in(holding("settlement", "other"))).isEqualTo("settlement");
  }

  @Test
  void aVariableIsReadWhereTheTimerStands() {
    StatutoryTimer timer =
        StatutoryTimer.parse("${ clock.nextRung( execution , ownPhase ) }").orElseThrow();

    assertThat(timer.kind()).isEqualTo(StatutoryTimer.Kind.RUNG);
    assertThat(timer.phase().in(holding("ownPhase", "decision"))).isEqualTo("decision");
    assertThat(timer.phase().in(holding("ownPhase", null))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${clock.window(execution,window)}",
        "${clock.end(execution,'a' == 'b')}",
        "${clock.end(execution,clock.end(execution,'a'))}",
        "2026-03-02T09:00:00"
      })
  void otherDatesAreNoStatutoryTimers(String expression) {
    assertThat(StatutoryTimer.parse(expression)).isEmpty();
  }

  @Test
  void aStepsPhaseIsAnIdOrAVariable() {
    assertThat(PhaseName.ofProperty("settlement")).isEqualTo(new PhaseName("settlement", false));
    assertThat(PhaseName.ofProperty("${phase}")).isEqualTo(new PhaseName("phase", true));
    assertThat(PhaseName.ofProperty("${phase}").in(holding("phase", null))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"${foo}", "${phase == 'x'}", "settlement${phase}", "${phase"})
  void whatIsNeitherIsRefusedWithItsRemedy(String value) {
    assertThatThrownBy(() -> PhaseName.ofProperty(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(value)
        .hasMessageContaining("write ${phase}");
  }
}
