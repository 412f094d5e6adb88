package vn.thutuc.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;

/** What the tests of files share: a dossier at its specialist, and people who call over HTTP. */
abstract class DocumentCase {

  static final String APPLICATION = "application";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Autowired protected Play play;
  @Autowired protected Now now;
  @Autowired protected JdbcClient jdbc;
  @LocalServerPort protected int port;

  protected String number;

  @BeforeEach
  void aPermitWaitsForItsSpecialist() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    number =
        play.receives(
            "motcua", DemoSubmissions.organisation("1.000028", "Công ty Thử Giấy Tờ").build());
    play.does(
        "motcua",
        number,
        "Task_CheckPapers",
        Map.of("papersChecked", true, "checkResult", "complete"));
  }

  @AfterEach
  void letTheClockGo() {
    now.release();
  }

  /** What came back. */
  record Answer(int status, HttpHeaders headers, byte[] body) {

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new AssertionError("Not JSON (status " + status + "): " + text(), e);
      }
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    /** Refused in Vietnamese with this status and code. */
    Answer refuses(int wanted, String code) {
      assertThat(status).as(text()).isEqualTo(wanted);
      assertThat(json().path("code").asText()).as(text()).isEqualTo(code);
      assertThat(json().path("detail").asText())
          .containsPattern("[ăâđêôơưáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữự]")
          .doesNotContain("Exception", "vn.thutuc", "java.");
      return this;
    }

    Answer succeeds(int wanted) {
      assertThat(status).as(text()).isEqualTo(wanted);
      return this;
    }
  }

  protected String documents() {
    return "/api/dossiers/" + number + "/documents";
  }

  protected Answer get(String person, String path) {
    return send(person, "GET", path, Map.of(), HttpRequest.BodyPublishers.noBody());
  }

  protected Answer json(String person, String method, String path, Map<String, ?> body) {
    return send(
        person,
        method,
        path,
        Map.of("Content-Type", "application/json"),
        HttpRequest.BodyPublishers.ofString(written(body)));
  }

  private static String written(Map<String, ?> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Uploads as the tab does. */
  protected Answer upload(String person, String path, String name, byte[] content) {
    return send(
        person,
        "POST",
        path,
        Map.of(
            "Content-Type",
            "application/octet-stream",
            "Content-Disposition",
            "attachment; filename*=UTF-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20")),
        HttpRequest.BodyPublishers.ofByteArray(content));
  }

  protected Answer add(String person, String paper, String name, byte[] content) {
    return upload(person, documents() + (paper == null ? "" : "?paper=" + paper), name, content);
  }

  /** Id of a file that was added. */
  protected long added(String person, String paper, String name, byte[] content) {
    return add(person, paper, name, content).succeeds(201).json().path("id").asLong();
  }

  protected Answer send(
      String person,
      String method,
      String path,
      Map<String, String> headers,
      HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).method(method, body);
    headers.forEach(request::header);
    if (person != null) {
      request.header("Authorization", basic(person));
    }
    try {
      HttpResponse<byte[]> answer =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(answer.statusCode(), answer.headers(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static String basic(String person) {
    byte[] login = (person + ":thutuc").getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(login);
  }

  /** The files of a paper as the list gives them. */
  protected JsonNode files(String person, String paper) {
    JsonNode list = get(person, documents()).succeeds(200).json();
    if (paper == null) {
      return list.path("others");
    }
    return paper(list, paper).path("files");
  }

  protected static JsonNode paper(JsonNode list, String key) {
    for (JsonNode paper : list.path("papers")) {
      if (paper.path("key").asText().equals(key)) {
        return paper;
      }
    }
    throw new AssertionError("No paper " + key + " in " + list);
  }

  /** Events of the journal about files and papers, oldest first, with what they are about. */
  protected java.util.List<String> journal() {
    return jdbc.sql(
            """
            select j.event || ' ' || coalesce(j.actor, '') from dossier_journal j
            join dossier d on d.id = j.dossier_id
            where d.number = ? and (j.event like 'DOCUMENT%' or j.event like 'PAPER%')
            order by j.id
            """)
        .param(number)
        .query(String.class)
        .list();
  }

  /** Contents that no document keeps. */
  protected long leftOvers() {
    return jdbc.sql("select count(*) from document_content where not kept")
        .query(Long.class)
        .single();
  }
}
