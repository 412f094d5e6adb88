package vn.thutuc.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What nobody sees is taken out of what officers type or paste. */
class PlainTextTest {

  @Test
  void charactersThatTurnOrHideLettersAreTakenOut() {
    assertThat(PlainText.of("Số \u202E21\u202C, xe\u200B tải\uFEFF\u00AD"))
        .isEqualTo("Số 21, xe tải");
  }

  @Test
  void controlCharactersAndHalvesOfOthersAreTakenOut() {
    assertThat(PlainText.of("a\u0000b\u0007c\uD83Dd\tđ")).isEqualTo("abcd\tđ");
  }

  @Test
  void everyKindOfLineBreakIsTheUsualOne() {
    assertThat(PlainText.of("một\r\nhai\rba\u000Bbốn\u2028năm"))
        .isEqualTo("một\nhai\nba\nbốn\nnăm");
  }

  @Test
  void lettersTypedWithSeparateMarksAreTheSameLetters() {
    assertThat(PlainText.of("Cấp giấy phép")).isEqualTo("Cấp giấy phép");
    assertThat(PlainText.of("tie\u0302\u0301ng 😀")).isEqualTo("tiếng 😀");
  }
}
