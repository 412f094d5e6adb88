package vn.thutuc.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

/** Wrong requests are answered in Vietnamese, with a stable code and the field that is wrong. */
@HouseTest
class BadInputTests {

  private static final Pattern VIETNAMESE =
      Pattern.compile(
          "[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

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

  private ObjectNode permit() throws Exception {
    return (ObjectNode)
        json.readTree(
            """
            {"procedure": "1.000028", "channel": "COUNTER", "returnMethod": "COUNTER",
             "owner": {"kind": "ORGANISATION", "name": "Công ty Nhập Sai"},
             "papers": [{"key": "application", "originals": 1, "copies": 0}]}
            """);
  }

  private ObjectNode land() throws Exception {
    return (ObjectNode)
        json.readTree(
            """
            {"procedure": "1.012753", "channel": "ONLINE", "returnMethod": "COUNTER",
             "case": "REGISTRATION_ONLY", "area": "USUAL", "competentUnit": "H37.201",
             "owner": {"kind": "ORGANISATION", "name": "Hợp tác xã Nhập Sai"}}
            """);
  }

  private ResponseEntity<String> post(String person, String path, Object body) {
    return send(person, HttpMethod.POST, path, body == null ? null : body.toString());
  }

  private ResponseEntity<String> get(String person, String path) {
    return send(person, HttpMethod.GET, path, null);
  }

  private ResponseEntity<String> send(String person, HttpMethod method, String path, String body) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    TestRestTemplate client = person == null ? http : http.withBasicAuth(person, "thutuc");
    return client.exchange(path, method, new HttpEntity<>(body, headers), String.class);
  }

  private void refuses(ResponseEntity<String> answer, int status, String code, String field)
      throws Exception {
    assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
    assertThat(answer.getHeaders().getContentType())
        .matches(MediaType.APPLICATION_PROBLEM_JSON::isCompatibleWith);
    JsonNode problem = json.readTree(answer.getBody());
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("code").asText()).as(answer.getBody()).isEqualTo(code);
    assertThat(problem.path("field").asText(null)).as(answer.getBody()).isEqualTo(field);
    assertThat(problem.path("title").asText()).containsPattern(VIETNAMESE);
    assertThat(problem.path("detail").asText()).containsPattern(VIETNAMESE);
    assertThat(problem.path("detail").asText()).doesNotContain("Exception", "vn.thutuc", "org.");
  }

  private String received(String person, ObjectNode body) throws Exception {
    ResponseEntity<String> answer = post(person, "/api/dossiers", body);
    assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(201);
    return json.readTree(answer.getBody()).path("number").asText();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "procedure;\"9.999999\";procedure-unknown;procedure",
        "procedure;null;procedure-unknown;procedure",
        "channel;null;field-missing;channel",
        "returnMethod;null;field-missing;returnMethod",
        "owner;null;field-missing;owner",
        "owner;{\"kind\": \"PERSON\", \"name\": \" \"};field-missing;owner.name",
        "papers;[];paper-missing;papers",
        "papers;[{\"key\": \"application\", \"originals\": 0, \"copies\": 0}];paper-missing;papers",
        "papers;[{\"key\": \"passport\", \"originals\": 1, \"copies\": 0}];paper-unknown;papers",
        "papers;[{\"key\": \"application\", \"originals\": -1, \"copies\": 9}];paper-count;papers",
        "receivedAt;\"2026-03-03T09:01\";reception-in-future;receivedAt",
        "receivedAt;\"2026-03-02T10:00\";field-missing;lateEntryGround"
      },
      delimiter = ';',
      quoteCharacter = '`')
  void aReceptionNamesTheFieldThatIsWrong(String name, String value, String code, String field)
      throws Exception {
    ObjectNode body = permit();
    body.set(name, json.readTree(value == null ? "null" : value));

    refuses(post("motcua", "/api/dossiers", body), 422, code, field);
  }

  @Test
  void aPaperNamedTwiceIsRefused() throws Exception {
    ObjectNode body = permit();
    body.set(
        "papers",
        json.readTree(
            """
            [{"key": "application", "originals": 1, "copies": 0},
             {"key": "application", "originals": 1, "copies": 0}]
            """));

    refuses(post("motcua", "/api/dossiers", body), 422, "paper-twice", "papers");
  }

  @Test
  void aTextThatIsTooLongIsRefused() throws Exception {
    ObjectNode body = permit();
    body.set(
        "owner", json.createObjectNode().put("kind", "PERSON").put("name", "Nguyễn ".repeat(50)));
    refuses(post("motcua", "/api/dossiers", body), 422, "field-too-long", "owner.name");

    body.set(
        "owner",
        json.createObjectNode()
            .put("kind", "PERSON")
            .put("name", "Nguyễn")
            .put("phone", "0".repeat(33)));
    refuses(post("motcua", "/api/dossiers", body), 422, "field-too-long", "owner.phone");
  }

  @ParameterizedTest
  @CsvSource({
    "case, NONSENSE, case-unknown, case",
    "area, NONSENSE, area-unknown, area",
    "competentUnit, H37.999, unit-unknown, competentUnit",
    "competentUnit, H37.11, competent-unit-not-a-commune, competentUnit",
    "returnMethod, ELECTRONIC, return-method-not-offered, returnMethod"
  })
  void aChoiceThatTheProcedureDoesNotOfferIsRefused(
      String name, String value, String code, String field) throws Exception {
    ObjectNode body = land();
    body.put(name, value);

    refuses(post("motcuadongkinh", "/api/dossiers", body), 422, code, field);
  }

  @Test
  void aCaseThatIsMissingIsAskedFor() throws Exception {
    ObjectNode body = land();
    body.remove("case");

    refuses(post("motcuadongkinh", "/api/dossiers", body), 422, "case-missing", "case");
  }

  @ParameterizedTest
  @CsvSource({
    "receivedAt, 20/11/2026",
    "receivedAt, 2026-13-01T09:00",
    "channel, FAX",
    "returnMethod, PIGEON",
    "papers, none"
  })
  void aValueThatCannotBeReadIsNamed(String name, String value) throws Exception {
    ObjectNode body = permit();
    body.put(name, value);

    refuses(post("motcua", "/api/dossiers", body), 400, "request-malformed", name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "\"text\"", "null", ""})
  void aBodyThatIsNoReceptionIsRefused(String body) throws Exception {
    refuses(post("motcua", "/api/dossiers", body), 400, "request-malformed", null);
  }

  @Test
  void noBodyIsRefused() throws Exception {
    refuses(post("motcua", "/api/dossiers", null), 400, "request-malformed", null);
    String number = received("motcua", permit());
    refuses(
        post("motcua", "/api/dossiers/" + number + "/withdrawal", null),
        400,
        "request-malformed",
        null);
  }

  @Test
  void aReceptionEnteredAfterwardsWithItsGroundKeepsBothInstants() throws Exception {
    ObjectNode body = permit();
    body.put("receivedAt", "2026-03-02T10:00");
    body.put("lateEntryGround", "Mất điện");
    body.put("slipNumber", "TG-07");
    String number = received("motcua", body);

    JsonNode dossier = json.readTree(get("motcua", "/api/dossiers/" + number).getBody());
    assertThat(number).startsWith("H37.12-260302-");
    assertThat(dossier.path("receivedAt").asText()).startsWith("2026-03-02T10:00");
    String[] both =
        jdbc.sql(
                """
                select j.at || ' | ' || (j.data ->> 'receivedAt') || ' | ' || j.reason
                from dossier_journal j join dossier d on d.id = j.dossier_id
                where d.number = ? and j.event = 'ENTERED_AFTERWARDS'
                """)
            .param(number)
            .query(String.class)
            .single()
            .split(" \\| ");
    assertThat(both[0]).startsWith("2026-03-03 02:00:00");
    assertThat(both[1]).isEqualTo("2026-03-02T03:00:00Z");
    assertThat(both[2]).isEqualTo("Mất điện");
  }

  @Test
  void receptionIsForDesksOnly() throws Exception {
    refuses(post("chuyenvien", "/api/dossiers", permit()), 403, "not-a-desk", "deskUnit");
    ObjectNode body = permit();
    body.put("deskUnit", "H37.201.01");
    refuses(post("motcua", "/api/dossiers", body), 403, "not-your-desk", "deskUnit");
  }

  @Test
  void aSecondWithdrawalIsRefused() throws Exception {
    String withdrawal = "/api/dossiers/" + received("motcua", permit()) + "/withdrawal";
    refuses(post("motcua", withdrawal, "{}"), 422, "field-missing", "reason");
    refuses(
        post("motcua", withdrawal, "{\"reason\": \"" + "dài ".repeat(600) + "\"}"),
        422,
        "field-too-long",
        "reason");
    assertThat(post("motcua", withdrawal, "{\"reason\": \"Đổi ý\"}").getStatusCode().value())
        .isEqualTo(200);

    refuses(
        post("motcua", withdrawal, "{\"reason\": \"Đổi ý\"}"),
        409,
        "withdrawal-not-possible",
        null);
  }

  @Test
  void aSupplementNobodyAskedForIsRefused() throws Exception {
    String number = received("motcua", permit());

    refuses(
        post("motcua", "/api/dossiers/" + number + "/supplement", "{\"note\": \"Đơn\"}"),
        409,
        "no-supplement-asked",
        null);
  }

  @Test
  void aStopIsForTheLeaderAndNeedsAGround() throws Exception {
    String stop = "/api/dossiers/" + received("motcua", permit()) + "/stop";

    refuses(post("chuyenvien", stop, "{\"ground\": \"Vì\"}"), 403, "leader-decides", null);
    refuses(post("lanhdao", stop, "{\"ground\": \" \"}"), 422, "field-missing", "ground");
    assertThat(post("lanhdao", stop, "{\"ground\": \"Tòa án\"}").getStatusCode().value())
        .isEqualTo(200);
  }

  @Test
  void aDossierOfNobodyAndOneOfAnotherAgencyAreBothNotFound() throws Exception {
    refuses(get("motcua", "/api/dossiers/H37.12-990101-0001"), 404, "dossier-not-found", "number");
    String number = received("motcua", permit());
    for (String path : new String[] {"", "/withdrawal", "/stop", "/supplement"}) {
      String address = "/api/dossiers/" + number + path;
      ResponseEntity<String> answer =
          path.isEmpty()
              ? get("motcuadongkinh", address)
              : post("lanhdaodongkinh", address, "{\"reason\": \"a\", \"ground\": \"b\"}");
      refuses(answer, 404, "dossier-not-found", "number");
    }
    refuses(get("motcua", "/api/procedures/9.999999"), 404, "procedure-unknown", "code");
    refuses(get("motcua", "/api/tasks/none/card"), 404, "task-not-found", "taskId");
  }

  @Test
  void whoMayOnlyReadChangesNothing() throws Exception {
    String number = received("motcua", permit());

    assertThat(get("thanhtra", "/api/dossiers/" + number).getStatusCode().value()).isEqualTo(200);
    refuses(
        post("thanhtra", "/api/dossiers/" + number + "/withdrawal", "{\"reason\": \"Vì\"}"),
        403,
        "read-only",
        null);
  }

  @ParameterizedTest
  @CsvSource({
    "page=-1, 422, page-out-of-range, page",
    "size=0, 422, page-out-of-range, size",
    "size=101, 422, page-out-of-range, size",
    "page=first, 400, request-malformed, page",
    "page=99999999999, 400, request-malformed, page",
    "state=new, 400, request-malformed, state"
  })
  void aPageThatCannotBeIsRefused(String query, int status, String code, String field)
      throws Exception {
    refuses(get("motcua", "/api/dossiers?" + query), status, code, field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'", "a & | ! ( ) : *", "%", "\\", "<->", "a:b", "....", "'; drop"})
  void aSearchTakesAnyCharacters(String words) throws Exception {
    String body = new ObjectMapper().writeValueAsString(Map.of("q", words));
    ResponseEntity<String> answer = post("motcua", "/api/dossiers/search", body);

    assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
  }

  @Test
  void anAppointmentOfAnUnknownChannelIsRefused() throws Exception {
    refuses(
        get("motcua", "/api/procedures/1.000028/appointment?channel=FAX"),
        400,
        "request-malformed",
        "channel");
    refuses(
        get("motcua", "/api/procedures/1.000028/appointment"), 400, "request-malformed", "channel");
  }

  @Test
  void whoeverHasNotLoggedInIsToldSo() throws Exception {
    ResponseEntity<String> answer = get(null, "/api/dossiers");

    assertThat(answer.getStatusCode().value()).isEqualTo(401);
    JsonNode problem = json.readTree(answer.getBody());
    assertThat(problem.path("code").asText()).isEqualTo("login-required");
    assertThat(problem.path("detail").asText()).containsPattern(VIETNAMESE);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/dossiers, post",
    "/api/dossiers, get",
    "/api/dossiers/{number}, get",
    "/api/dossiers/{number}/supplement, post",
    "/api/dossiers/{number}/withdrawal, post",
    "/api/dossiers/{number}/stop, post",
    "/api/procedures, get",
    "/api/procedures/{code}, get",
    "/api/procedures/{code}/appointment, get",
    "/api/tasks/{taskId}/card, get",
    "/api/tasks/{taskId}/dossier, get"
  })
  void theInterfaceDescribesItsAddresses(String path, String method) throws Exception {
    JsonNode document = json.readTree(get("motcua", "/v3/api-docs").getBody());

    assertThat(document.path("paths").path(path).has(method)).isTrue();
  }
}
