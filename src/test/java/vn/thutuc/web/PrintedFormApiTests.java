package vn.thutuc.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
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
import vn.thutuc.ManyDossiers;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Now;
import vn.thutuc.printing.PdfA;
import vn.thutuc.printing.PdfText;

/** Printed forms and the register over HTTP. */
@HouseTest
class PrintedFormApiTests {

  private static final String PERIOD = "?from=2026-03-01&to=2026-03-31";

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

  private JsonNode read(String person, String path) throws Exception {
    return json.readTree(send(person, HttpMethod.GET, path, null, String.class).getBody());
  }

  private String received(String name) throws Exception {
    String body =
        """
        {"procedure": "1.000028", "channel": "COUNTER", "returnMethod": "COUNTER",
         "owner": {"kind": "ORGANISATION", "name": "%s", "phone": "+84900000001"},
         "papers": [{"key": "application", "originals": 1, "copies": 0}]}
        """
            .formatted(name);
    return json.readTree(
            send("motcua", HttpMethod.POST, "/api/dossiers", body, String.class).getBody())
        .path("number")
        .asText();
  }

  @Test
  void aFormIsListedIssuedAndReadAsAFileThatNoBrowserKeeps() throws Exception {
    String forms = "/api/dossiers/" + received("Công ty Cấp Mẫu") + "/forms";
    assertThat(read("motcua", forms).findValuesAsText("form")).containsExactly("01", "06");

    ResponseEntity<String> issued =
        send("motcua", HttpMethod.POST, forms, "{\"form\": \"01\"}", String.class);
    String id = json.readTree(issued.getBody()).path("id").asText();
    ResponseEntity<byte[]> pdf =
        send("motcua", HttpMethod.GET, forms + "/" + id, null, byte[].class);

    assertThat(pdf.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PDF);
    assertThat(pdf.getHeaders().getCacheControl()).isEqualTo("no-store");
    assertThat(pdf.getHeaders().get("Content-Security-Policy"))
        .as("one policy, under which Chromium shows it")
        .singleElement()
        .asString()
        .contains("object-src 'self'");
    assertThat(pdf.getHeaders().getContentDisposition().getFilename()).startsWith("mau-01-H37.12-");
    assertThat(PdfText.of(pdf.getBody()).text()).contains("Công ty Cấp Mẫu");
    assertThat(
            jdbc.sql("select count(*) from access_log where action = 'READ_FORM'")
                .query(Long.class)
                .single())
        .isPositive();
  }

  @Test
  void peopleOfAnotherAgencyGetNoForm() throws Exception {
    String forms = "/api/dossiers/" + received("Công ty Kín Đáo") + "/forms";

    assertThat(
            send("motcuatuphap", HttpMethod.GET, forms, null, String.class).getStatusCode().value())
        .isEqualTo(404);
    assertThat(
            send("motcuatuphap", HttpMethod.POST, forms, "{\"form\": \"01\"}", String.class)
                .getStatusCode()
                .value())
        .isEqualTo(404);
  }

  @Test
  void aFormThatIsNotDueIsRefusedInPlainWords() throws Exception {
    String forms = "/api/dossiers/" + received("Công ty Sớm Quá") + "/forms";

    ResponseEntity<String> early =
        send("motcua", HttpMethod.POST, forms, "{\"form\": \"05\"}", String.class);
    ResponseEntity<String> unknown =
        send("motcua", HttpMethod.POST, forms, "{\"form\": \"99\"}", String.class);

    assertThat(early.getStatusCode().value()).isEqualTo(409);
    assertThat(json.readTree(early.getBody()).path("code").asText()).isEqualTo("form-not-due");
    assertThat(unknown.getStatusCode().value()).isEqualTo(422);
    assertThat(json.readTree(unknown.getBody()).path("code").asText()).isEqualTo("form-unknown");
    assertThat(
            send("motcua", HttpMethod.GET, forms + "/999999", null, String.class)
                .getStatusCode()
                .value())
        .isEqualTo(404);
  }

  @Test
  void theRegisterOfADeskIsReadByPagesPrintedAndExported() throws Exception {
    String number = received("=Công ty \\\"Công Thức\\\", Mẫu Sơn");
    new ManyDossiers(jdbc).copy(number, "SO", 29);
    String register = "/api/registers/H37.12";

    JsonNode page = read("motcua", register + PERIOD + "&page=1&size=10");
    assertThat(page.path("rows").get(0).path("ordinal").asInt()).isEqualTo(11);
    assertThat(page.path("total").asInt()).isGreaterThanOrEqualTo(30);

    byte[] pdf =
        send("motcua", HttpMethod.GET, register + "/pdf" + PERIOD, null, byte[].class).getBody();
    assertThat(PdfA.faults(pdf)).isEmpty();
    assertThat(PdfText.of(pdf).text()).contains("SỔ THEO DÕI HỒ SƠ", "từ ngày 01/03/2026");

    byte[] csv =
        send("motcua", HttpMethod.GET, register + "/csv" + PERIOD, null, byte[].class).getBody();
    String text = new String(csv, StandardCharsets.UTF_8);
    assertThat(text).startsWith("\ufeffSTT,Mã hồ sơ,");
    assertThat(text).contains(",\"'=Công ty \"\"Công Thức\"\", Mẫu Sơn\",");
    assertThat(text.lines().count()).isEqualTo(page.path("total").asLong() + 1);
  }

  @Test
  void theRegisterOfAnotherAgencyIsNoneOfTheirs() {
    String path = "/api/registers/H37.12" + PERIOD;

    assertThat(
            send("motcuatuphap", HttpMethod.GET, path, null, String.class).getStatusCode().value())
        .isEqualTo(404);
    assertThat(send("thanhtra", HttpMethod.GET, path, null, String.class).getStatusCode().value())
        .isEqualTo(200);
  }

  @Test
  void aPeriodThatIsNoneIsRefused() throws Exception {
    String path = "/api/registers/H37.12?from=2026-03-31&to=2026-03-01";

    ResponseEntity<String> answer = send("motcua", HttpMethod.GET, path, null, String.class);

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(json.readTree(answer.getBody()).path("code").asText()).isEqualTo("period-invalid");
  }
}
