package vn.thutuc.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
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
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;
import vn.thutuc.printing.PdfText;

/** The papers of results over HTTP: what is refused, in which words, and what nobody may see. */
@HouseTest
class ResultPaperApiTests {

  @Autowired private TestRestTemplate http;
  @Autowired private ObjectMapper json;
  @Autowired private JdbcClient jdbc;
  @Autowired private ProcessEngine engine;
  @Autowired private Play play;
  @Autowired private Now now;

  private String number;
  private String task;

  @BeforeEach
  void aPermitIsInTheSpecialistsHands() {
    now.moveTo(LocalDateTime.parse("2026-03-03T09:00").atZone(WorkingCalendar.ZONE).toInstant());
    number =
        play.receives(
            "motcua", DemoSubmissions.organisation("1.000028", "Công ty Mạng & Lưới").build());
    play.does(
        "motcua",
        number,
        "Task_CheckPapers",
        Map.of("papersChecked", true, "checkResult", "complete"));
    task = claimed("chuyenvien");
  }

  @AfterEach
  void letTheClockGo() {
    now.release();
  }

  private String claimed(String person) {
    String id =
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceBusinessKey(number)
            .singleResult()
            .getId();
    play.as(
        person,
        () -> {
          engine.getTaskService().claim(id, person);
          return null;
        });
    return id;
  }

  private <T> ResponseEntity<T> send(
      String person, HttpMethod method, String path, Object body, Class<T> type) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    headers.setAccept(List.of(MediaType.ALL));
    return http.withBasicAuth(person, "thutuc")
        .exchange(path, method, new HttpEntity<>(body, headers), type);
  }

  private JsonNode read(ResponseEntity<String> answer) throws Exception {
    return json.readTree(answer.getBody());
  }

  private String paper() {
    return "/api/tasks/" + task + "/paper";
  }

  private JsonNode begun() throws Exception {
    return read(
        send(
            "chuyenvien",
            HttpMethod.POST,
            paper(),
            Map.of("result", "PERMIT_OVERSIZE"),
            String.class));
  }

  private static ObjectNode saving(JsonNode view, int base, String body) {
    ObjectNode text = view.path("paper").path("text").deepCopy();
    text.put("body", body);
    ObjectNode save = text.objectNode();
    save.put("paper", view.path("paper").path("id").asLong());
    save.put("base", base);
    save.set("text", text);
    return save;
  }

  private ResponseEntity<String> saves(String person, ObjectNode save) {
    return send(person, HttpMethod.POST, paper() + "/versions", save, String.class);
  }

  @Test
  void aDraftIsBegunSavedAndPrintedAndMarkupStaysText() throws Exception {
    JsonNode view = begun();
    JsonNode saved =
        read(
            saves("chuyenvien", saving(view, 1, "<img src=x onerror=alert(1)> & ${form.dossier}")));
    assertThat(saved.path("paper").path("version").asInt()).isEqualTo(2);

    String address =
        "%s/%d/versions/2/preview".formatted(paper(), view.path("paper").path("id").asLong());
    ResponseEntity<byte[]> pdf = send("truongphong", HttpMethod.GET, address, null, byte[].class);

    assertThat(pdf.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PDF);
    assertThat(pdf.getHeaders().getCacheControl()).isEqualTo("no-store");
    assertThat(PdfText.of(pdf.getBody()).text())
        .contains("<img src=x onerror=alert(1)> & ${form.dossier}", "DỰ THẢO");
    assertThat(
            jdbc.sql("select count(*) from access_log where action = 'READ_DRAFT' and subject = ?")
                .param(number)
                .query(Long.class)
                .single())
        .isPositive();
  }

  @Test
  void aStaleSaveIsRefusedInWordsThatKeepTheTypedText() throws Exception {
    JsonNode view = begun();
    assertThat(saves("chuyenvien", saving(view, 1, "Một")).getStatusCode().value()).isEqualTo(200);

    ResponseEntity<String> stale = saves("chuyenvien", saving(view, 1, "Hai"));

    assertThat(stale.getStatusCode().value()).isEqualTo(409);
    assertThat(read(stale).path("code").asText()).isEqualTo("paper-stale");
    assertThat(read(stale).path("detail").asText()).contains("Chuyên viên A", "bản 2");
    assertThat(saves("chuyenvien", saving(view, 2, "Hai")).getStatusCode().value()).isEqualTo(200);
  }

  @Test
  void peopleOfAnotherAgencyKnowOfNoPaper() throws Exception {
    JsonNode view = begun();
    String address = "%s/%d/versions/1".formatted(paper(), view.path("paper").path("id").asLong());

    for (String path : List.of(paper(), address, address + "/preview", paper() + "/template")) {
      assertThat(
              send("motcuatuphap", HttpMethod.GET, path, null, String.class)
                  .getStatusCode()
                  .value())
          .as(path)
          .isEqualTo(404);
    }
    assertThat(saves("motcuatuphap", saving(view, 1, "X")).getStatusCode().value()).isEqualTo(404);
    assertThat(
            send(
                    "motcuatuphap",
                    HttpMethod.GET,
                    "/api/dossiers/" + number + "/result-papers",
                    null,
                    String.class)
                .getStatusCode()
                .value())
        .isEqualTo(404);
  }

  @Test
  void wrongInputIsRefusedByItsPlace() throws Exception {
    JsonNode view = begun();

    ResponseEntity<String> empty = saves("chuyenvien", saving(view, 1, "  "));
    assertThat(empty.getStatusCode().value()).isEqualTo(422);
    assertThat(read(empty).path("field").asText()).isEqualTo("body");

    ObjectNode elsewhere = saving(view, 1, "Một");
    ((ObjectNode) elsewhere.path("text")).put("issuer", "H37.14");
    assertThat(read(saves("chuyenvien", elsewhere)).path("code").asText())
        .isEqualTo("issuer-unknown");

    ObjectNode unknown = saving(view, 1, "Một");
    unknown.put("paper", 999_999);
    assertThat(saves("chuyenvien", unknown).getStatusCode().value()).isEqualTo(404);

    ResponseEntity<String> kind =
        send("chuyenvien", HttpMethod.POST, paper(), Map.of("result", "KHAC"), String.class);
    assertThat(read(kind).path("code").asText()).isEqualTo("result-unknown");

    ResponseEntity<String> numbered =
        send("chuyenvien", HttpMethod.POST, paper() + "/number", Map.of(), String.class);
    assertThat(numbered.getStatusCode().value()).isEqualTo(409);
    assertThat(read(numbered).path("code").asText()).isEqualTo("step-without-paper");
  }

  @Test
  void onlyWhoHasTheTaskWritesAndTheInspectorOnlyReadsWhatWasIssued() throws Exception {
    JsonNode view = begun();

    assertThat(saves("chuyenvien2", saving(view, 1, "X")).getStatusCode().value()).isEqualTo(403);
    ResponseEntity<String> papers =
        send(
            "thanhtra",
            HttpMethod.GET,
            "/api/dossiers/" + number + "/result-papers",
            null,
            String.class);
    assertThat(read(papers).get(0).path("state").asText()).isEqualTo("đang dự thảo");
    assertThat(
            send(
                    "thanhtra",
                    HttpMethod.GET,
                    "/api/dossiers/%s/result-papers/%d"
                        .formatted(number, view.path("paper").path("id").asLong()),
                    null,
                    String.class)
                .getStatusCode()
                .value())
        .as("a draft is no issued paper")
        .isEqualTo(404);
  }
}
