package vn.thutuc.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretTest {

  @Test
  void aSecretHasTwelveCharactersThatNobodyTakesForAnother() {
    Set<String> secrets = new HashSet<>();
    for (int i = 0; i < 5_000; i++) {
      secrets.add(Secret.fresh());
    }

    assertThat(secrets).hasSize(5_000).allMatch(it -> it.matches("[0-9A-HJKMNP-TV-Z]{12}"));
    assertThat(secrets.stream().flatMapToInt(String::chars).boxed().collect(Collectors.toSet()))
        .as("every character of the alphabet is used")
        .hasSize(32);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @CsvSource({
    "7K2M-9QXR-4T01",
    "7k2m9qxr4t01",
    "' 7k2m 9qxr 4t01 '",
    "7K2M–9QXR–4T01",
    "7K2M-9QXR-4TOI",
    "7K2M-9QXR-4Tol"
  })
  void whatPeopleTypeIsReadAsItWasMeant(String typed) {
    assertThat(Secret.read(typed)).isEqualTo("7K2M9QXR4T01");
    assertThat(Secret.isKnown("7K2M9QXR4T01", Secret.read(typed))).isTrue();
  }

  @Test
  void whatIsReadIsPrintedInGroups() {
    assertThat(Secret.printed("7K2M9QXR4T01")).isEqualTo("7K2M-9QXR-4T01");
  }

  @Test
  void nothingIsTheSecretOfADossierThatDoesNotExist() {
    assertThat(Secret.isKnown(null, "")).isFalse();
    assertThat(Secret.isKnown(null, "7K2M9QXR4T01")).isFalse();
    assertThat(Secret.isKnown("7K2M9QXR4T01", "")).isFalse();
    assertThat(Secret.isKnown("7K2M9QXR4T01", "7K2M9QXR4T0")).isFalse();
    assertThat(Secret.isKnown("7K2M9QXR4T01", "7K2M9QXR4T011")).isFalse();
  }
}
