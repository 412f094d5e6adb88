package vn.thutuc.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thutuc.HouseTest;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Now;
import vn.thutuc.printing.PdfText;

/** Lists of papers handed over and results not collected, over HTTP. */
@HouseTest
class HandoverApiTests {

  private static final String DESK = "motcuattpvhcc";
  private static final String TAKER = "chuyenvien";
  private static final String LISTS = "/api/handovers";

  @Autowired private TestRestTemplate http;
  @Autowired private ObjectMapper json;
  @Autowired private JdbcClient jdbc;
  @Autowired private Now now;

  @BeforeEach
  void itIsTuesdayMorning() {
    now.moveTo(LocalDateTime.parse("2026-03-03T09:00").atZone(WorkingCalendar.ZONE).toInstant());
  }

  @AfterEach
  void letTheClockGo() {
    now.release();
  }

  private <T> ResponseEntity<T> send(
      String person, HttpMethod method, String path, String body, Class<T> type) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    headers.setAccept(List.of(MediaType.ALL));
    return http.withBasicAuth(person, "thutuc")
        .exchange(path, method, new HttpEntity<>(body, headers), type);
  }

  private ResponseEntity<String> post(String person, String path, String body) {
    return send(person, HttpMethod.POST, path, body, String.class);
  }

  private JsonNode done(ResponseEntity<String> answer) throws Exception {
    assertThat(answer.getStatusCode().is2xxSuccessful()).as(answer.getBody()).isTrue();
    return json.readTree(answer.getBody());
  }

  private JsonNode read(String person, String path) throws Exception {
    return done(send(person, HttpMethod.GET, path, null, String.class));
  }

  private void refuses(ResponseEntity<String> answer, int status, String code) throws Exception {
    assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
    assertThat(json.readTree(answer.getBody()).path("code").asText()).isEqualTo(code);
  }

  private String received(String name) throws Exception {
    String body =
        """
        {"procedure": "1.000028", "channel": "COUNTER", "returnMethod": "COUNTER",
         "owner": {"kind": "ORGANISATION", "name": "%s", "phone": "0900000001"},
         "papers": [{"key": "application", "originals": 1, "copies": 0}]}
        """
            .formatted(name);
    return done(post(DESK, "/api/dossiers", body)).path("number").asText();
  }

  private String opened() throws Exception {
    String body =
        """
        {"requestId": "%s", "from": "H37.02", "to": "H37.12"}
        """
            .formatted(UUID.randomUUID());
    return LISTS + "/" + done(post(DESK, LISTS, body)).path("id").asText();
  }

  private static String scan(String number) {
    return "{\"number\": \"" + number + "\"}";
  }

  private static String sees(int lines) {
    return "{\"lines\": " + lines + "}";
  }

  private long logged(String action) {
    return jdbc.sql("select count(*) from access_log where action = ? and actor = ?")
        .param(action)
        .param(DESK)
        .query(Long.class)
        .single();
  }

  @Test
  void whoReadsAListOfDossiersIsLogged() throws Exception {
    long missing = logged("READ_MISSING_PAPERS");
    long uncollected = logged("READ_UNCOLLECTED");

    read(DESK, LISTS + "/missing");
    read(DESK, "/api/uncollected-results?days=0");

    assertThat(logged("READ_MISSING_PAPERS")).isEqualTo(missing + 1);
    assertThat(logged("READ_UNCOLLECTED")).isEqualTo(uncollected + 1);
  }

  @Test
  void aListGoesFromOneUnitToTheOtherAndIsFoundByItsPrintedNumber() throws Exception {
    String number = received("Công ty Qua Mạng");
    String list = opened();
    JsonNode scanned = done(post(DESK, list + "/lines", scan(number)));
    assertThat(scanned.path("line").path("applicant").asText()).isEqualTo("Công ty Qua Mạng");
    assertThat(done(post(DESK, list + "/lines", scan(number))).path("again").asBoolean()).isTrue();
    String code = done(post(DESK, list + "/sending", sees(1))).path("code").asText();

    JsonNode found = read(TAKER, LISTS + "/by-code/" + code);
    assertThat(found.path("mayTake").asBoolean()).isTrue();
    assertThat(found.path("mayGive").asBoolean()).isFalse();
    assertThat(read(TAKER, LISTS + "?box=INCOMING").path("items").findValuesAsText("code"))
        .contains(code);
    ResponseEntity<byte[]> pdf = send(TAKER, HttpMethod.GET, list + "/pdf", null, byte[].class);
    assertThat(pdf.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PDF);
    assertThat(pdf.getHeaders().getCacheControl()).isEqualTo("no-store");
    assertThat(PdfText.of(pdf.getBody()).text()).contains(code, number);
    assertThat(
            jdbc.sql("select count(*) from access_log where action = 'PRINT_HANDOVER'")
                .query(Long.class)
                .single())
        .isPositive();

    String nothing = "{\"requestId\": \"r-1\", \"received\": []}";
    assertThat(done(post(TAKER, list + "/confirmation", nothing)).path("missing").asInt())
        .isEqualTo(1);
    JsonNode missing = read(DESK, LISTS + "/missing?size=100").path("items");
    assertThat(missing.findValuesAsText("number")).contains(number);
    refuses(post("chuyenvien2", list + "/confirmation", nothing), 409, "handover-confirmed");
    String line = scanned.path("line").path("id").asText();
    JsonNode later =
        done(post(TAKER, LISTS + "/lines/" + line + "/receipt", "{\"remark\": \"Kẹp nhầm\"}"));
    assertThat(later.path("state").asText()).isEqualTo("RECEIVED");
  }

  @Test
  void whatIsWrongIsSaidWithAStatusAndAStableCode() throws Exception {
    String number = received("Công ty Bị Từ Chối");
    String list = opened();

    refuses(post(DESK, list + "/lines", scan("khong-co")), 404, "dossier-not-found");
    refuses(post(DESK, list + "/lines", "{}"), 422, "number-missing");
    refuses(post(DESK, list + "/lines", "{"), 400, "request-malformed");
    refuses(post(TAKER, list + "/lines", scan(number)), 404, "handover-not-found");
    refuses(post(DESK, list + "/sending", sees(0)), 409, "handover-empty");
    refuses(post(DESK, list + "/sending", "{}"), 422, "field-missing");
    refuses(post(DESK, LISTS + "/999999/sending", sees(1)), 404, "handover-not-found");
    refuses(
        post(DESK, LISTS, "{\"from\": \"H37.02\", \"to\": \"H37.12\"}"), 422, "request-id-missing");
    done(post(DESK, list + "/lines", scan(number)));
    refuses(post(DESK, list + "/sending", sees(2)), 409, "handover-changed");
    done(post(DESK, list + "/sending", sees(1)));
    refuses(post(TAKER, list + "/confirmation", "{\"requestId\": \"r\"}"), 422, "lines-unknown");
    refuses(
        post(TAKER, list + "/confirmation", "{\"requestId\": \"r\", \"received\": [1, 999999]}"),
        422,
        "lines-unknown");
    refuses(
        send("chuyenvientaichinh", HttpMethod.GET, list + "/pdf", null, String.class),
        404,
        "handover-not-found");
    refuses(
        send(DESK, HttpMethod.GET, LISTS + "?box=DONE&size=101", null, String.class),
        422,
        "page-out-of-range");
    assertThat(
            send(DESK, HttpMethod.GET, LISTS + "?box=NONE", null, String.class)
                .getStatusCode()
                .value())
        .isEqualTo(400);
  }

  @Test
  void listsThatAreDoneComeByPagesFromTheNewestBack() throws Exception {
    String first = null;
    for (int at = 0; at < 3; at++) {
      String number = received("Công ty Trang " + at);
      String list = opened();
      JsonNode line = done(post(DESK, list + "/lines", scan(number))).path("line");
      first = done(post(DESK, list + "/sending", sees(1))).path("code").asText();
      done(
          post(
              TAKER,
              list + "/confirmation",
              "{\"requestId\": \"p%d\", \"received\": [%s]}".formatted(at, line.path("id"))));
    }

    JsonNode page = read(TAKER, LISTS + "?box=DONE&size=2");

    assertThat(page.path("items").get(0).path("code").asText()).isEqualTo(first);
    assertThat(page.path("items")).hasSize(2);
    assertThat(page.path("more").asBoolean()).isTrue();
    assertThat(
            read(TAKER, LISTS + "?box=DONE&size=2&page=1").path("items").findValuesAsText("code"))
        .isNotEmpty()
        .doesNotContain(first);
  }

  @Test
  void whoNeitherReturnsResultsNorLeadsWhoDoesHasNoListOfThem() throws Exception {
    refuses(
        send(TAKER, HttpMethod.GET, "/api/uncollected-results", null, String.class),
        403,
        "returns-no-results");
    JsonNode page = read(DESK, "/api/uncollected-results?days=0&size=10");
    assertThat(page.path("remindAfter").asInt()).isEqualTo(10);
    refuses(
        send(DESK, HttpMethod.GET, "/api/uncollected-results?days=-1", null, String.class),
        422,
        "days-out-of-range");
    refuses(
        post(DESK, "/api/uncollected-results/reminders", "{\"numbers\": []}"),
        422,
        "numbers-out-of-range");
  }
}
