package vn.thutuc.modelling.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTests {

  @Test
  void aTextMayHoldCommasAndParentheses() {
    assertThat(Words.calls("${dossier.enterRegister(execution,'Sổ đăng ký (quyển 1), sổ cấp')}"))
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.is("dossier.enterRegister")).isTrue();
              assertThat(call.literal(1)).contains("Sổ đăng ký (quyển 1), sổ cấp");
            });
  }

  @Test
  void argumentsThatAreNoTextsStayAsTheyAreWritten() {
    assertThat(Words.calls("${clock.begin(execution, ownPhase)}"))
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.arguments()).containsExactly("execution", "ownPhase");
              assertThat(call.value(1)).isEqualTo("${ownPhase}");
            });
  }
}
