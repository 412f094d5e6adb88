package vn.thutuc.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import vn.thutuc.CalendarReset;
import vn.thutuc.HouseTest;
import vn.thutuc.ShippedYear;
import vn.thutuc.almanac.AlmanacSeed;
import vn.thutuc.dossier.CalendarRun;

/** The calendar over HTTP: administrators only, refusals in Vietnamese, every change logged. */
@HouseTest
@TestPropertySource(properties = "thutuc.test.house=calendar")
class CalendarApiTests {

  @Autowired TestRestTemplate http;
  @Autowired AlmanacSeed seed;
  @Autowired JdbcClient jdbc;
  @Autowired RuntimeService runtime;
  @Autowired CalendarRun run;

  @BeforeEach
  void shippedCalendar() {
    CalendarReset.run(jdbc, seed, runtime);
  }

  private ResponseEntity<JsonNode> call(
      String person, String method, String path, String type, Object body) {
    HttpHeaders headers = new HttpHeaders();
    headers.setAccept(
        java.util.List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON));
    if (type != null) {
      headers.setContentType(MediaType.parseMediaType(type));
    }
    TestRestTemplate client = person == null ? http : http.withBasicAuth(person, "thutuc");
    return client.exchange(
        "/api/calendar" + path,
        HttpMethod.valueOf(method),
        new HttpEntity<>(body, headers),
        JsonNode.class);
  }

  private ResponseEntity<JsonNode> get(String path) {
    return call("quantri", "GET", path, null, null);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/years,",
    "GET,/years/2026,",
    "POST,/years/2027/draft,text/csv",
    "POST,/years/2027/draft,text/calendar",
    "DELETE,/years/2027/draft,",
    "GET,/years/2027/preview,",
    "POST,/years/2027/publication,application/json",
    "GET,/runs,",
    "GET,/runs/1,",
    "POST,/runs/1/resumption,application/json",
    "GET,/hours,",
    "PUT,/hours,application/json",
    "POST,/repair,application/json",
  })
  void everybodyElseIsRefusedAndTheRefusalIsLogged(String method, String path, String type) {
    String body = type == null ? null : "{}";
    for (String person : new String[] {"motcua", "lanhdao", "thietke", "thanhtra"}) {
      ResponseEntity<JsonNode> answer = call(person, method, path, type, body);
      assertThat(answer.getStatusCode().value()).as(person).isEqualTo(403);
      assertThat(answer.getBody().path("code").asText()).isEqualTo("administrator-only");
      assertThat(logged(person, "%_REFUSED")).isPositive();
    }
    assertThat(call(null, method, path, type, body).getStatusCode().value()).isEqualTo(401);
  }

  private long logged(String person, String action) {
    return jdbc.sql("select count(*) from access_log where actor = ? and action like ?")
        .param(person)
        .param(action)
        .query(Long.class)
        .single();
  }

  @Test
  void aYearIsImportedPreviewedPublishedAndItsRunFollowed() {
    assertThat(get("/years").getBody()).anyMatch(year -> year.path("year").asInt() == 2027);
    String csv = new String(new ShippedYear(2027).csv(), StandardCharsets.UTF_8);
    ResponseEntity<JsonNode> imported =
        call("quantri", "POST", "/years/2027/draft?name=lich.csv", "text/csv;charset=UTF-8", csv);
    assertThat(imported.getStatusCode().value()).isEqualTo(200);
    assertThat(get("/years/2027?edition=draft").getBody().path("days")).isNotEmpty();
    JsonNode preview = get("/years/2027/preview").getBody();
    assertThat(preview.path("seen").asInt()).isZero();

    ResponseEntity<JsonNode> published =
        call(
            "quantri",
            "POST",
            "/years/2027/publication",
            "application/json",
            Map.of("reissue", true));
    assertThat(published.getStatusCode().value()).isEqualTo(202);
    long id = published.getBody().path("run").asLong();
    run.resumeOpenRun().join();
    JsonNode done = get("/runs/" + id).getBody();
    assertThat(done.path("run").path("finishedAt").isNull()).isFalse();
    assertThat(
            done.path("run").path("open").isMissingNode()
                || !done.path("run").path("open").asBoolean())
        .isTrue();
    assertThat(done.path("remaining").asInt()).isZero();
    assertThat(done.path("failures")).isEmpty();
    assertThat(get("/runs").getBody()).hasSize(1);
    assertThat(get("/runs/99999").getStatusCode().value()).isEqualTo(404);
    assertThat(logged("quantri", "CALENDAR_PUBLISHED")).isPositive();
    assertThat(logged("quantri", "CALENDAR_DRAFT_IMPORTED")).isPositive();
  }

  @Test
  void aWrongFileIsRefusedInVietnamese() {
    ResponseEntity<JsonNode> answer =
        call("quantri", "POST", "/years/2027/draft", "text/csv;charset=UTF-8", "ngày,tên\n");
    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(answer.getHeaders().getContentType().toString())
        .startsWith("application/problem+json");
    assertThat(answer.getBody().path("detail").asText()).startsWith("Dòng 1");
    assertThat(answer.getBody().path("field").asText()).isEqualTo("file");
    ResponseEntity<JsonNode> none =
        call(
            "quantri",
            "POST",
            "/years/2027/publication",
            "application/json",
            Map.of("reissue", false));
    assertThat(none.getStatusCode().value()).isEqualTo(422);
    assertThat(none.getBody().path("code").asText()).isEqualTo("no-draft");
  }

  @Test
  void hoursAreSetForAKnownAgency() {
    ResponseEntity<JsonNode> unknown =
        call(
            "quantri",
            "PUT",
            "/hours",
            "application/json",
            Map.of("agency", "H99", "from", "2027-01-04", "slots", "07:00-11:00"));
    assertThat(unknown.getStatusCode().value()).isEqualTo(422);
    ResponseEntity<JsonNode> set =
        call(
            "quantri",
            "PUT",
            "/hours",
            "application/json",
            Map.of("agency", "H37.12", "from", "2027-01-04", "slots", "07:00-11:00 13:00-17:00"));
    assertThat(set.getStatusCode().value()).isEqualTo(202);
    run.resumeOpenRun().join();
    JsonNode hours = get("/hours").getBody();
    assertThat(hours.path("set").get(0).path("name").asText()).isEqualTo("Sở Xây dựng");
    assertThat(hours.path("agencies")).isNotEmpty();
    ResponseEntity<JsonNode> repaired =
        call("quantri", "POST", "/repair", "application/json", Map.of());
    assertThat(repaired.getBody().path("looked").asInt()).isZero();
  }
}
