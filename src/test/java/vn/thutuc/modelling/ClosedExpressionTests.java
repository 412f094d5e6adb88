package vn.thutuc.modelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The closed language: what belongs to it, and what must never. */
class ClosedExpressionTests {

  private static final Verbs VERBS =
      new Verbs(
          Map.of(
              "clock",
              Set.of(new Verbs.Signature("end", 2), new Verbs.Signature("nextRung", 2)),
              "dossier",
              Set.of(new Verbs.Signature("accept", 1)),
              "organisation",
              Set.of(new Verbs.Signature("candidates", 3))));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain text",
        "",
        "${proposal}",
        "#{execution.processBusinessKey}",
        "${dossier.accept(execution)}",
        "${clock.end(execution,'settlement')}",
        "${clock.end(execution, \"settlement\")}",
        "${ clock.end( execution , 'settlement' ) }",
        "  ${dossier.accept(execution)}  ",
        "${organisation.candidates(execution,'desk','one-stop-officer')}",
        "${proposal == 'grant'}",
        "${proposal eq 'grant' or proposal ne 'refuse'}",
        "${forwarded == true and not leased}",
        "${!forwarded && (channel != 'ONLINE' || leased == null)}",
        "${count >= 2 and count lt 3.5}",
        "${empty proposal}",
        "${'centre-head'}",
        "${true}",
        "${proposal == '${not an expression}'}"
      })
  void belongsToTheLanguage(String text) {
    assertThat(ClosedExpression.problem(text, VERBS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "${''.getClass()} | literal",
        "${''.getClass().forName('java.lang.Runtime')} | literal",
        "${'a'.length()} | literal",
        "${true.toString()} | literal",
        "${1.toString()} | literal",
        "${execution.getProcessEngineServices()} | execution.getProcessEngineServices",
        "${execution.processEngineServices} | execution.processEngineServices",
        "${execution.setVariable('a','b')} | execution.setVariable",
        "${execution.processBusinessKey.getClass()} | only execution.processBusinessKey",
        "${execution.processBusinessKey()} | only execution.processBusinessKey",
        "${task.execution} | unknown bean 'task'",
        "${proposal.class} | unknown bean 'proposal'",
        "${proposal.getClass()} | unknown bean 'proposal'",
        "${runtimeService.deleteProcessInstance('1','')} | unknown bean 'runtimeService'",
        "${dossier.delete(execution)} | dossier.delete with 1 arguments",
        "${dossier.accept()} | dossier.accept with 0 arguments",
        "${clock.end(execution)} | clock.end with 1 arguments",
        "${dossier.getClass()} | dossier.getClass with 0 arguments",
        "${dossier.class} | ends too early",
        "${dossier.accept(execution).toString()} | goes on after",
        "${clock.end(execution,dossier.accept(execution).x)} | goes on after",
        "${now()} | function 'now'",
        "${currentUser()} | function 'currentUser'",
        "${proposal['class']} | which the language lacks",
        "${dossier['accept'](execution)} | which the language lacks",
        "${a = 1} | which the language lacks",
        "${a + b} | which the language lacks",
        "${a ? b : c} | which the language lacks",
        "${[1,2]} | which the language lacks",
        "${{'a':1}} | which the language lacks",
        "${x -> x} | which the language lacks",
        "${a; b} | which the language lacks",
        "${a b} | goes on with",
        "${a == b == c} | goes on with",
        "${a ==} | ends too early",
        "${} | ends too early",
        "${(a} | ends too early",
        "${a)} | goes on with",
        "${dossier.accept(execution} | ends too early",
        "${proposal | not one expression",
        "text ${proposal} | mixes",
        "${proposal} text | not one expression",
        "${a}${b} | which the language lacks",
        "${proposal == 'x} | which the language lacks"
      })
  void isRefused(String text, String because) {
    assertThat(ClosedExpression.problem(text, VERBS)).get().asString().contains(because);
  }

  @Test
  void anUnknownBeanIsToldWithThoseThatAreKnown() {
    assertThat(ClosedExpression.problem("${dosier.accept(execution)}", VERBS))
        .hasValueSatisfying(
            problem -> assertThat(problem).contains("clock, dossier, organisation"));
  }

  @Test
  void deeplyNestedExpressionsAreAnsweredToo() {
    String deep = "${" + "(".repeat(200) + "a" + ")".repeat(200) + "}";

    assertThat(ClosedExpression.problem(deep, VERBS)).isEmpty();
  }
}
