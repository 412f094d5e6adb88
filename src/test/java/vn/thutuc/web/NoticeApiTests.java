package vn.thutuc.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
import vn.thutuc.outbound.OutboundDrain;

/** The letter box, the previews and the bell over HTTP: who may, and what is refused. */
@HouseTest
class NoticeApiTests {

  private static final String DESK = "motcua";

  @Autowired private TestRestTemplate http;
  @Autowired private ObjectMapper json;
  @Autowired private JdbcClient jdbc;
  @Autowired private OutboundDrain drain;
  @Autowired private Now now;

  @BeforeEach
  void itIsTuesdayMorning() {
    now.moveTo(LocalDateTime.parse("2026-03-03T09:00").atZone(WorkingCalendar.ZONE).toInstant());
  }

  @AfterEach
  void letTheClockGo() {
    now.release();
  }

  private ResponseEntity<String> send(String person, HttpMethod method, String path, String body) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    headers.setAccept(List.of(MediaType.ALL));
    return http.withBasicAuth(person, "thutuc")
        .exchange(path, method, new HttpEntity<>(body, headers), String.class);
  }

  private ResponseEntity<String> get(String person, String path) {
    return send(person, HttpMethod.GET, path, null);
  }

  private JsonNode done(ResponseEntity<String> answer) throws Exception {
    assertThat(answer.getStatusCode().is2xxSuccessful()).as(answer.getBody()).isTrue();
    return json.readTree(answer.getBody());
  }

  private void refuses(ResponseEntity<String> answer, int status, String code) throws Exception {
    assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(status);
    assertThat(json.readTree(answer.getBody()).path("code").asText()).isEqualTo(code);
  }

  private String received(String notices) throws Exception {
    String body =
        """
        {"procedure": "1.000028", "channel": "COUNTER", "returnMethod": "COUNTER",
         "owner": {"kind": "ORGANISATION", "name": "Công ty Xem Thử", "phone": "0912345678",
           "email": "xemthu@example.invalid"},
         "papers": [{"key": "application", "originals": 1, "copies": 0}], "notices": %s}
        """
            .formatted(notices);
    return done(send(DESK, HttpMethod.POST, "/api/dossiers", body)).path("number").asText();
  }

  private ResponseEntity<String> preview(String person, String event, String number) {
    return send(
        person,
        HttpMethod.POST,
        "/api/notice-templates/" + event + "/preview",
        "{\"number\": \"" + number + "\"}");
  }

  @Test
  void aNoticeIsPreviewedWithARealDossierAndNothingIsSent() throws Exception {
    String number = received("\"SMS\"");
    long letters = count("notice_mailbox");
    long forms = count("printed_form");

    JsonNode preview = done(preview("chuyenvien", "ready", number));

    assertThat(preview.path("mail").asText()).contains("Kính gửi: Công ty Xem Thử", number);
    assertThat(preview.path("ways").get(0).path("medium").asText()).isEqualTo("Tin nhắn SMS");
    assertThat(preview.path("ways").get(0).path("address").asText()).isEqualTo("0912345678");
    assertThat(preview.path("overtaken").asText()).contains("không còn cần thông báo này");
    assertThat(count("notice_mailbox")).isEqualTo(letters);
    assertThat(count("printed_form")).isEqualTo(forms);
    assertThat(done(preview("quantri", "received", number)).path("subject").asText())
        .isEqualTo("Đã tiếp nhận hồ sơ " + number);
    assertThat(logged("chuyenvien", "READ_DOSSIER", number)).isPositive();
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  private long logged(String person, String action, String subject) {
    return jdbc.sql(
            """
            select count(*) from access_log where actor = ? and action = ?
              and subject is not distinct from ?
            """)
        .params(person, action, subject)
        .query(Long.class)
        .single();
  }

  @Test
  void otherUnitsAndWhoOnlyInspectsPreviewNothing() throws Exception {
    String number = received("null");

    refuses(preview("chuyenvientnmt", "ready", number), 404, "dossier-not-found");
    refuses(preview("thanhtra", "ready", number), 403, "not-of-the-dossiers-units");
    refuses(preview("thietke", "ready", number), 404, "dossier-not-found");
    refuses(preview("chuyenvien", "reday", number), 422, "notice-unknown");
    refuses(preview("chuyenvien", "ready", "H37.12-990101-0001"), 404, "dossier-not-found");
    assertThat(preview("chuyenvien", "ready", "").getStatusCode().value()).isEqualTo(404);
  }

  @Test
  void allNoticesAreListedWithWhatIsConnected() throws Exception {
    JsonNode overview = done(get("chuyenvien", "/api/notice-templates"));

    assertThat(overview.path("kinds")).hasSize(19);
    assertThat(overview.path("connected")).hasSize(3);
    assertThat(overview.path("kinds").get(0).path("duty").asText())
        .contains("chưa kiểm chứng điều luật");
  }

  @Test
  void aWishThatIsNoneIsRefused() throws Exception {
    String body =
        """
        {"procedure": "1.000028", "channel": "COUNTER", "returnMethod": "COUNTER",
         "owner": {"name": "A"}, "papers": [{"key": "application", "originals": 1, "copies": 0}],
         "notices": "%s"}
        """;

    refuses(
        send(DESK, HttpMethod.POST, "/api/dossiers", body.formatted("FAX")),
        400,
        "request-malformed");
    refuses(
        send(DESK, HttpMethod.POST, "/api/dossiers", body.formatted("ZALO")),
        422,
        "notice-wish-without-address");
  }

  @Test
  void theLetterBoxIsReadByAdministratorsPageByPage() throws Exception {
    for (int letter = 0; letter < 3; letter++) {
      String number = received("null");
      jdbc.sql(
              """
              insert into outbound_act (dossier_id, kind, event, element, turn, system, state,
                written_at, due_at, tried_since, unit)
              select id, 'NOTICE', 'received', 'test', '1', 'NOTICE', 'WRITTEN', now(), received_at,
                received_at, desk_unit from dossier where number = ?
              """)
          .param(number)
          .update();
    }
    drain.drain("NOTICE");

    JsonNode first = done(get("quantri", "/api/mailbox?size=2"));
    assertThat(first.path("letters")).hasSize(2);
    assertThat(first.path("more").asBoolean()).isTrue();
    long last = first.path("letters").get(1).path("id").asLong();
    JsonNode second = done(get("quantri", "/api/mailbox?size=2&before=" + last));
    assertThat(second.path("letters").get(0).path("id").asLong()).isLessThan(last);
    assertThat(logged("quantri", "MAILBOX_READ", null)).isEqualTo(2);
    refuses(get("quantri", "/api/mailbox?size=500"), 422, "page-out-of-range");
    refuses(get("quantri", "/api/mailbox/" + last + "/files/9"), 404, "file-not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {DESK, "lanhdao", "thanhtra", "thietke"})
  void nobodyElseReadsTheLetterBox(String person) throws Exception {
    refuses(get(person, "/api/mailbox"), 403, "administrator-only");
    refuses(get(person, "/api/mailbox/1/files/1"), 403, "administrator-only");
  }

  @Test
  void withoutALoginThereIsNothing() {
    for (String path : List.of("/api/mailbox", "/api/alerts", "/api/notice-templates")) {
      assertThat(http.getForEntity(path, String.class).getStatusCode().value())
          .as(path)
          .isEqualTo(401);
    }
  }

  @Test
  void theBellOfSomebodyWithoutAlertsIsEmptyAndItsPagesHaveALimit() throws Exception {
    JsonNode bell = done(get("thietke", "/api/alerts"));

    assertThat(bell.path("alerts")).isEmpty();
    assertThat(done(get("thietke", "/api/alerts/unread")).path("unread").asInt()).isZero();
    refuses(get("thietke", "/api/alerts?size=51"), 422, "page-out-of-range");
    assertThat(
            send("thietke", HttpMethod.PUT, "/api/alerts/999999/reading", null)
                .getStatusCode()
                .value())
        .isEqualTo(204);
  }
}
