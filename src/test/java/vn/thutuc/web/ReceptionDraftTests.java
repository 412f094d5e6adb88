package vn.thutuc.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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
import vn.thutuc.dossier.ReceptionDrafts;

/** What is typed at the desk is kept for who typed it until it is received, once. */
@HouseTest
class ReceptionDraftTests {

  private static final String DRAFTS = "/api/reception/drafts";

  @Autowired private TestRestTemplate http;
  @Autowired private ObjectMapper json;
  @Autowired private JdbcClient jdbc;
  @Autowired private Now now;

  @BeforeEach
  void itIsTuesdayMorning() {
    now.moveTo(LocalDateTime.parse("2026-03-03T09:00").atZone(WorkingCalendar.ZONE).toInstant());
    jdbc.sql("delete from reception_draft").update();
  }

  @AfterEach
  void letTheClockGo() {
    now.release();
  }

  private ResponseEntity<String> send(String person, HttpMethod method, String path, Object body) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    String text = body == null ? null : body.toString();
    return http.withBasicAuth(person, "thutuc")
        .exchange(path, method, new HttpEntity<>(text, headers), String.class);
  }

  private ResponseEntity<String> save(String person, UUID id, String owner) {
    ObjectNode body = json.createObjectNode().put("procedure", "1.000028");
    body.putObject("fields").putObject("values").put("owner.name", owner);
    return send(person, HttpMethod.PUT, DRAFTS + "/" + id, body);
  }

  private List<String> ownersSeenBy(String person) throws Exception {
    JsonNode list = json.readTree(send(person, HttpMethod.GET, DRAFTS, null).getBody());
    return list.findValuesAsText("owner.name");
  }

  private ResponseEntity<String> receive(String person, UUID sheet) throws Exception {
    ObjectNode body =
        (ObjectNode)
            json.readTree(
                """
                {"procedure": "1.000028", "channel": "COUNTER", "returnMethod": "COUNTER",
                 "owner": {"kind": "ORGANISATION", "name": "Công ty Nháp"},
                 "papers": [{"key": "application", "originals": 1, "copies": 0}]}
                """);
    return send(person, HttpMethod.POST, "/api/dossiers", body.put("sheet", sheet.toString()));
  }

  private String number(ResponseEntity<String> answer) throws Exception {
    assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(201);
    return json.readTree(answer.getBody()).path("number").asText();
  }

  private void refuses(ResponseEntity<String> answer, int status, String code) throws Exception {
    assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
    assertThat(json.readTree(answer.getBody()).path("code").asText()).isEqualTo(code);
  }

  @Test
  void theNewestStandsFirstWithItsProcedureAndTime() throws Exception {
    save("motcua", UUID.randomUUID(), "Người Đến Trước");
    now.moveTo(now.instant().plus(Duration.ofMinutes(5)));
    save("motcua", UUID.randomUUID(), "Người Đến Sau");

    assertThat(ownersSeenBy("motcua")).containsExactly("Người Đến Sau", "Người Đến Trước");
    JsonNode first = json.readTree(send("motcua", HttpMethod.GET, DRAFTS, null).getBody()).path(0);
    assertThat(first.path("title").asText()).isEqualTo("Giấy phép lưu hành xe quá tải, quá khổ");
    assertThat(first.path("savedAt").asText()).startsWith("2026-03-03T09:05");
  }

  @Test
  void savedAgainItIsTheSameDraft() throws Exception {
    UUID id = UUID.randomUUID();
    save("motcua", id, "Nguyễn Văn");
    save("motcua", id, "Nguyễn Văn Mẫu");

    assertThat(ownersSeenBy("motcua")).containsExactly("Nguyễn Văn Mẫu");
  }

  @Test
  void nobodyElseSeesChangesOrRemovesIt() throws Exception {
    UUID id = UUID.randomUUID();
    save("motcua", id, "Của Riêng");

    assertThat(ownersSeenBy("motcuadongkinh")).isEmpty();
    refuses(
        send("motcuadongkinh", HttpMethod.GET, DRAFTS + "/" + id, null), 404, "draft-not-found");
    refuses(save("motcuadongkinh", id, "Người Khác"), 404, "draft-not-found");
    refuses(receive("motcuadongkinh", id), 404, "draft-not-found");
    send("motcuadongkinh", HttpMethod.DELETE, DRAFTS + "/" + id, null);
    assertThat(ownersSeenBy("motcua")).containsExactly("Của Riêng");
  }

  @Test
  void receivedItIsNoDraftAnyMoreAndKeepsNothingOfTheApplicant() throws Exception {
    UUID id = UUID.randomUUID();
    save("motcua", id, "Công ty Nháp");
    String number = number(receive("motcua", id));

    assertThat(ownersSeenBy("motcua")).isEmpty();
    assertThat(
            jdbc.sql("select fields::text || received_as from reception_draft where id = ?")
                .param(id)
                .query(String.class)
                .single())
        .isEqualTo("{}" + number);
    // A page that still saves what was typed does not bring it back.
    refuses(save("motcua", id, "Công ty Nháp"), 404, "draft-not-found");
  }

  @Test
  void theSameSheetSentTwiceIsOneDossier() throws Exception {
    UUID sheet = UUID.randomUUID();

    assertThat(number(receive("motcua", sheet))).isEqualTo(number(receive("motcua", sheet)));
  }

  @Test
  void theSameSheetSentByTwoAtOnceIsOneDossier() throws Exception {
    UUID sheet = UUID.randomUUID();
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<ResponseEntity<String>>> sent =
          IntStream.range(0, 2).mapToObj(at -> two.submit(() -> receive("motcua", sheet))).toList();

      assertThat(number(sent.get(0).get())).isEqualTo(number(sent.get(1).get()));
    } finally {
      two.shutdown();
    }
  }

  @Test
  void aReceptionThatIsRefusedLeavesTheDraft() throws Exception {
    UUID id = UUID.randomUUID();
    save("motcua", id, "Còn Thiếu Giấy");
    ObjectNode body = json.createObjectNode().put("procedure", "1.000028");

    refuses(
        send("motcua", HttpMethod.POST, "/api/dossiers", body.put("sheet", id.toString())),
        422,
        "field-missing");
    assertThat(ownersSeenBy("motcua")).containsExactly("Còn Thiếu Giấy");
  }

  @Test
  void afterAWeekItIsGone() throws Exception {
    UUID id = UUID.randomUUID();
    save("motcua", id, "Không Trở Lại");
    now.moveTo(now.instant().plus(ReceptionDrafts.KEPT).plusSeconds(1));

    assertThat(ownersSeenBy("motcua")).isEmpty();
    save("motcua", UUID.randomUUID(), "Người Mới");
    assertThat(jdbc.sql("select count(*) from reception_draft").query(Integer.class).single())
        .isEqualTo(1);
  }

  @Test
  void oneTooManyIsRefusedWithWhatToDo() throws Exception {
    for (int at = 0; at < ReceptionDrafts.MOST; at++) {
      save("motcua", UUID.randomUUID(), "Người " + at);
    }

    ResponseEntity<String> answer = save("motcua", UUID.randomUUID(), "Người Thừa");
    refuses(answer, 409, "too-many-drafts");
    assertThat(answer.getBody()).contains("xóa bớt");
  }

  @Test
  void whatIsNoSheetIsRefused() throws Exception {
    refuses(save("motcua", UUID.randomUUID(), "x".repeat(40_000)), 422, "draft-malformed");
    refuses(
        send("motcua", HttpMethod.PUT, DRAFTS + "/" + UUID.randomUUID(), "{\"fields\": [1]}"),
        422,
        "draft-malformed");
    refuses(
        send("motcua", HttpMethod.PUT, DRAFTS + "/" + UUID.randomUUID(), "{}"),
        422,
        "draft-malformed");
    assertThat(send("motcua", HttpMethod.PUT, DRAFTS + "/1", "{}").getStatusCode().value())
        .isEqualTo(400);
  }
}
