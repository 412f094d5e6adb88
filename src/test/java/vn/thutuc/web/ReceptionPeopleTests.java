package vn.thutuc.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thutuc.HouseTest;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;

/** A second dossier of a person starts with what the first says, for who may see the first. */
@HouseTest
class ReceptionPeopleTests {

  @Autowired private TestRestTemplate http;
  @Autowired private ObjectMapper json;
  @Autowired private JdbcClient jdbc;
  @Autowired private Play play;
  @Autowired private Now now;

  @BeforeEach
  void itIsTuesdayMorning() {
    now.moveTo(LocalDateTime.parse("2026-03-03T09:00").atZone(WorkingCalendar.ZONE).toInstant());
  }

  @AfterEach
  void letTheClockGo() {
    now.release();
  }

  private JsonNode knownTo(String officer, String idNumber) throws Exception {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    String body = json.createObjectNode().put("idNumber", idNumber).toString();
    String answer =
        http.withBasicAuth(officer, "thutuc")
            .postForObject("/api/reception/people", new HttpEntity<>(body, headers), String.class);
    return json.readTree(answer).path("person");
  }

  @Test
  void theDeskThatHasSeenAPersonKnowsThemByTheWholeNumber() throws Exception {
    String number =
        play.receives(
            "motcuadongkinh", DemoSubmissions.person("2.000815", "Người Đến Lần Hai").build());
    String id =
        jdbc.sql("select owner_id_number from dossier where number = ?")
            .param(number)
            .query(String.class)
            .single();

    JsonNode person = knownTo("motcuadongkinh", id);
    assertThat(person.path("name").asText()).isEqualTo("Người Đến Lần Hai");
    assertThat(person.path("dossier").asText()).isEqualTo(number);
    assertThat(
            jdbc.sql("select action from access_log where subject = ? and actor = 'motcuadongkinh'")
                .param(number)
                .query(String.class)
                .list())
        .contains("READ_DOSSIER");

    assertThat(knownTo("motcuamauson", id).isNull()).isTrue();
    assertThat(knownTo("motcuadongkinh", id.substring(1)).isNull()).isTrue();
    assertThat(knownTo("motcuadongkinh", "1").isNull()).isTrue();
  }
}
