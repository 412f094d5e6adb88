package vn.thutuc.portal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thutuc.clock.Now;

/** The client against a real HTTP server: sessions, routes, refusals and every way of failing. */
class PortalClientTests {

  private static final String LOGIN = "/mapi/login";
  private static final String CALL = "/mapi/g";

  private final ObjectMapper json = new ObjectMapper();
  private final Now now = new Now();
  private WireMockServer portal;

  @BeforeEach
  void open() {
    portal = new WireMockServer(options().dynamicPort());
    portal.start();
    now.moveTo(Instant.parse("2026-03-03T02:00:00Z"));
    logsIn("phien-1");
  }

  @AfterEach
  void close() {
    portal.stop();
  }

  private void logsIn(String session) {
    portal.stubFor(
        post(LOGIN)
            .willReturn(okJson("{\"error_code\": 0, \"session\": \"%s\"}".formatted(session))));
  }

  private void answers(String body) {
    portal.stubFor(post(CALL).willReturn(okJson(body)));
  }

  private PortalClient client(String... otherwise) {
    return new PortalClient(TestSettings.at(portal.baseUrl(), otherwise), json, now);
  }

  private ObjectNode dossier() {
    return json.createObjectNode().put("MaHoSo", "H37.12-260303-0001");
  }

  private int logins() {
    return portal.findAll(postRequestedFor(urlEqualTo(LOGIN))).size();
  }

  private int calls() {
    return portal.findAll(postRequestedFor(urlEqualTo(CALL))).size();
  }

  @Test
  void aCallCarriesTheSessionTheUnitTheServiceAndTheHeader() {
    answers("{\"error_code\": \"00\"}");

    client().sync(false, dossier());

    portal.verify(
        1,
        postRequestedFor(urlEqualTo(CALL))
            .withHeader("dstcode", equalTo("cong"))
            .withRequestBody(matchingJsonPath("$.session", equalTo("phien-1")))
            .withRequestBody(matchingJsonPath("$.madonvi", equalTo("H37")))
            .withRequestBody(matchingJsonPath("$.service", equalTo("DongBoHoSoMC")))
            .withRequestBody(matchingJsonPath("$.isUpdating", equalTo("False")))
            .withRequestBody(matchingJsonPath("$.data[0].MaHoSo", equalTo("H37.12-260303-0001"))));
  }

  @Test
  void aSessionIsKeptUntilItIsOldAndThenRenewed() {
    answers("{\"error_code\": 0}");
    PortalClient client = client();
    client.sync(false, dossier());
    client.sync(true, dossier());
    assertThat(logins()).isEqualTo(1);

    now.moveTo(now.instant().plus(Duration.ofMinutes(16)));
    client.sync(true, dossier());

    assertThat(logins()).isEqualTo(2);
  }

  @Test
  void aSessionThatThePortalNoLongerKnowsIsRenewedAndTheCallRepeatedOnce() {
    answers("{\"error_code\": 0}");
    PortalClient client = client();
    client.sync(false, dossier());
    portal.stubFor(
        post(CALL)
            .withRequestBody(matchingJsonPath("$.session", equalTo("phien-1")))
            .willReturn(okJson("{\"error_code\": \"-9\", \"message\": \"Hết phiên\"}")));
    logsIn("phien-2");

    client.sync(true, dossier());

    assertThat(logins()).isEqualTo(2);
    portal.verify(
        1,
        postRequestedFor(urlEqualTo(CALL))
            .withRequestBody(matchingJsonPath("$.session", equalTo("phien-2"))));
  }

  @Test
  void aRefusalOnAFreshSessionIsAskedOnceAndItsWordsLoseWhatIsPersonal() {
    answers("{\"error_code\": \"99\", \"message\": \"Sai MaDoiTuong 012345678901 của a.b@c.vn\"}");

    assertThatThrownBy(() -> client().sync(false, dossier()))
        .isInstanceOf(PortalRefusal.class)
        .hasMessage("Cổng Dịch vụ công từ chối (mã 99): Sai MaDoiTuong … của …");
    assertThat(calls()).isEqualTo(1);
  }

  @Test
  void aRefusedLoginIsNoRefusalOfTheDossier() {
    portal.stubFor(post(LOGIN).willReturn(okJson("{\"error_code\": 1, \"message\": \"sai\"}")));

    assertThatThrownBy(() -> client().sync(false, dossier()))
        .isInstanceOf(PortalDown.class)
        .hasMessageContaining("không cho đăng nhập");
    assertThat(calls()).isZero();
  }

  @Test
  void whateverIsNoAnswerIsTriedLater() {
    isDown(aResponse().withStatus(500), "HTTP 500");
    isDown(aResponse().withStatus(404), "HTTP 404");
    isDown(aResponse().withFixedDelay(1_500), "không trả lời kịp");
    isDown(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), "Không kết nối được");
    isDown(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK), "Cổng Dịch vụ công");
    isDown(okJson("<html>Bảo trì</html>"), "không đúng dạng JSON");
    isDown(okJson("\"0\""), "không đúng dạng JSON");
    isDown(aResponse().withStatus(302).withHeader("Location", "http://nowhere.invalid/"), "302");
    isDown(aResponse().withStatus(401), "không chấp nhận phiên");
  }

  private void isDown(
      com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder answer, String words) {
    portal.stubFor(post(CALL).willReturn(answer));

    assertThatThrownBy(() -> client().sync(false, dossier()))
        .as(words)
        .isInstanceOf(PortalDown.class)
        .hasMessageContaining(words);
  }

  @Test
  void aNumberThePortalDoesNotKnowIsNotThereHoweverItSaysSo() {
    answers("{\"error_code\": \"5\", \"message\": \"Không tìm thấy\"}");
    assertThat(client().lookUp("H37-1")).isEmpty();
    answers("{\"error_code\": 0, \"result\": []}");
    assertThat(client().lookUp("H37-1")).isEmpty();
    answers("{\"error_code\": 0, \"result\": [{\"MaHoSo\": \"H37-1\"}]}");
    assertThat(client().lookUp("H37-1")).isPresent();
  }

  @Test
  void thePlatformIsAnotherAddressPathAndHeaderOfTheSameClient() {
    portal.stubFor(
        post(urlPathEqualTo("/SynsTTHCC/DongBoHoSoMC")).willReturn(okJson("{\"error_code\": 0}")));

    client(
            "login-path", "",
            "call-path", "/SynsTTHCC/{service}?MaDinhDanhDV={unit}&isUpdating={updating}",
            "headers.Authorization", "Bearer the-token-of-the-platform")
        .sync(true, dossier());

    assertThat(logins()).isZero();
    portal.verify(
        1,
        postRequestedFor(urlEqualTo("/SynsTTHCC/DongBoHoSoMC?MaDinhDanhDV=H37&isUpdating=True"))
            .withHeader("Authorization", equalTo("Bearer the-token-of-the-platform"))
            .withRequestBody(matchingJsonPath("$.session", absent())));
  }

  @Test
  void switchedOnWithoutAPasswordTheServerDoesNotStart() {
    assertThatThrownBy(() -> TestSettings.at("http://localhost:1", "password", ""))
        .rootCause()
        .hasMessageContaining("lacks: password")
        .hasMessageContaining("THUTUC_PORTAL_PASSWORD");
  }
}
