package vn.thutuc.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import vn.thutuc.HouseTest;

/** Who may see the figures of the house and the acts that leave it. */
@HouseTest
class OutboundApiTests {

  private static final String AGE = "/actuator/metrics/thutuc.outbound.oldest.unsent";

  @Autowired private TestRestTemplate http;

  private ResponseEntity<String> get(String person, String path) {
    return http.withBasicAuth(person, "thutuc").getForEntity(path, String.class);
  }

  @Test
  void healthAnswersEverybodyAndSaysNothingMore() {
    ResponseEntity<String> health = http.getForEntity("/actuator/health", String.class);
    assertThat(health.getStatusCode().value()).isEqualTo(200);
    assertThat(health.getBody()).contains("\"UP\"").doesNotContain("PostgreSQL", "diskSpace");
  }

  @Test
  void theAgeOfTheOldestUnsentActIsAFigureForAdministrators() {
    ResponseEntity<String> age = get("quantri", AGE);
    assertThat(age.getStatusCode().value()).as(age.getBody()).isEqualTo(200);
    assertThat(age.getBody()).contains("\"seconds\"", "\"system\"");
  }

  @ParameterizedTest
  @CsvSource({"motcua", "thanhtra", "thietke"})
  void nobodyElseSeesFigures(String person) {
    assertThat(get(person, AGE).getStatusCode().value()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({"/actuator/metrics", "/actuator/prometheus", "/actuator/env", "/api/outbound/acts"})
  void withoutALoginNothingIsShown(String path) {
    assertThat(http.getForEntity(path, String.class).getStatusCode().value()).isEqualTo(401);
  }

  @Test
  void whatIsNotExposedIsDeniedToAdministratorsToo() {
    assertThat(get("quantri", "/actuator/env").getStatusCode().value()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "quantri, /api/outbound/acts, 200",
    "motcua, /api/outbound/acts?state=WRITTEN, 200",
    "motcua, /api/outbound/acts?state=NONE, 400",
    "motcua, /api/outbound/acts?before=-1, 200",
    "thietke, /api/outbound/acts, 403",
    "motcua, /api/outbound/acts/999999999/attempts, 404",
    "quantri, /api/outbound/incidents/none, 404",
  })
  void actsAreForThoseWhoLookAfterThem(String person, String path, int status) {
    ResponseEntity<String> answer = get(person, path);
    assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
  }
}
