package vn.thutuc.postal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import vn.thutuc.HouseTest;
import vn.thutuc.PermitSteps;
import vn.thutuc.catalogue.ReturnMethod;
import vn.thutuc.clock.Now;
import vn.thutuc.demo.DemoSubmissions;
import vn.thutuc.demo.Play;
import vn.thutuc.dossier.DossierDocument;
import vn.thutuc.dossier.DossierDocuments;
import vn.thutuc.outbound.OutboundActs;
import vn.thutuc.outbound.OutboundDrain;

/** What stories of parcels share: a house whose carrier is a real HTTP server the test commands. */
@HouseTest
@TestPropertySource(
    properties = {
      "thutuc.postal.carrier=vnpost",
      "thutuc.postal.read-timeout=8s",
      "thutuc.postal.customer-key=key",
      "thutuc.postal.secret-key=secret",
      "thutuc.postal.customer-code=LS",
      "thutuc.postal.callback-secret=" + PostalCase.SECRET,
      "thutuc.postal.province=25",
      "thutuc.postal.codes=classpath:postal/demo-codes.csv",
    })
abstract class PostalCase {

  static final String DESK = "motcua";
  static final String SECRET = "a-secret-of-both-sides";
  static final WireMockServer CARRIER =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Autowired Play play;
  @Autowired DossierDocuments documents;
  @Autowired OutboundActs acts;
  @Autowired OutboundDrain drain;
  @Autowired ParcelDesk desk;
  @Autowired PostalLook look;
  @Autowired JdbcClient jdbc;
  @Autowired Now now;
  @LocalServerPort int port;

  String number;

  @DynamicPropertySource
  static void carrier(DynamicPropertyRegistry properties) {
    CARRIER.start();
    properties.add("thutuc.postal.address", CARRIER::baseUrl);
  }

  @BeforeEach
  void theCarrierTakesWhatComes() {
    CARRIER.resetAll();
    CARRIER.stubFor(
        post("/token")
            .willReturn(
                okJson("{\"access_token\":\"t\",\"token_type\":\"bearer\",\"expires_in\":3600}")));
    orders(okJson("{\"Status\":\"1\",\"Message\":\"OK\"}"));
    CARRIER.stubFor(post("/cancelOrder").willReturn(okJson("{\"Status\":\"1\"}")));
    CARRIER.stubFor(post("/getOrderTracking").willReturn(okJson("[]")));
    jdbc.sql("update outbound_act set state = 'NEEDLESS' where state = 'WRITTEN'").update();
    jdbc.sql("update parcel set next_try_at = null, to_tell = null").update();
  }

  @AfterEach
  void letTheClockGo() {
    now.release();
  }

  static void orders(ResponseDefinitionBuilder answer) {
    CARRIER.stubFor(post("/postOrder").willReturn(answer));
  }

  static ResponseDefinitionBuilder broken() {
    return aResponse().withStatus(500);
  }

  static List<String> orderNumbers() {
    return CARRIER.findAll(postRequestedFor(urlEqualTo("/postOrder"))).stream()
        .map(request -> read(request.getBodyAsString()).get("OrderNumber").toString())
        .toList();
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> read(String json) {
    try {
      return JSON.readValue(json, Map.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  /** A permit whose result waits at the desk to go by post. */
  void aResultGoesByPost() {
    play.to(LocalDateTime.parse("2026-03-03T08:15"));
    number =
        play.receives(
            DESK,
            DemoSubmissions.organisation("1.000028", "Công ty Nhận Thư")
                .back(ReturnMethod.POSTAL)
                .build());
    does("Task_CheckPapers", Map.of("papersChecked", true, "checkResult", "complete"));
    PermitSteps.decide(play, number, "2026-03-03");
    assertThat(play.openSteps(number)).containsExactly("Task_HandToPost");
  }

  void isBooked() {
    aResultGoesByPost();
    drain.drain();
    assertThat(parcel().state()).isEqualTo("BOOKED");
  }

  void does(String step, Map<String, Object> form) {
    play.does(DESK, number, step, form);
  }

  ParcelView parcel() {
    return play.as(DESK, () -> desk.of(number)).get(0);
  }

  ParcelView.Whole whole(long id) {
    return play.as(DESK, () -> desk.whole(id));
  }

  DossierDocument dossier() {
    return documents.read(number);
  }

  OutboundActs.Written act() {
    return acts.of(number).stream()
        .filter(one -> one.kind().equals("POST"))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  void later(Duration by) {
    play.to(now.local().plus(by));
  }

  /** A row of the carrier's list. */
  static Map<String, Object> row(String order, String code, String time) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("OrderNumber", order);
    row.put("CustomerCode", "LS");
    row.put("ItemCode", "DM000000001VN");
    row.put("StatusCode", code);
    row.put("StatusMessage", "Mã " + code);
    row.put("EventTime", time);
    row.put("POSID", "240000");
    return row;
  }

  static String text(Object rows) {
    try {
      return JSON.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** The carrier calls back about the newest parcel, signed. */
  HttpResponse<String> calls(String code, String time) {
    HttpResponse<String> answer = callsWith(SECRET, now.instant().getEpochSecond(), code, time);
    assertThat(answer.statusCode()).isEqualTo(200);
    play.settle();
    return answer;
  }

  HttpResponse<String> callsWith(String secret, long second, String code, String time) {
    String body = text(row(parcel().orderNumber(), code, time));
    String signature =
        HexFormat.of()
            .formatHex(
                CarrierCalls.sign(
                    secret, Long.toString(second), body.getBytes(StandardCharsets.UTF_8)));
    return posts(body, Long.toString(second), signature);
  }

  HttpResponse<String> posts(String body, String time, String signature) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/public/postal/events"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (time != null) {
      request.header("X-Thutuc-Time", time);
    }
    if (signature != null) {
      request.header("X-Thutuc-Signature", signature);
    }
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
