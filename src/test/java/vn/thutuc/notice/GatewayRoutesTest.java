package vn.thutuc.notice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SMS and Zalo against a real HTTP server that fails, is slow, and answers what it should not. */
class GatewayRoutesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private WireMockServer gateway;

  @BeforeEach
  void start() {
    gateway = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    gateway.start();
  }

  @AfterEach
  void stop() {
    gateway.stop();
  }

  private Settings sms() {
    return Settings.none()
        .with("sms.url", gateway.baseUrl() + "/sms")
        .with("sms.token", "bimat")
        .with("sms.sender", "TINHLS")
        .with("timeout", "3s");
  }

  private SmsRoute smsRoute() {
    return new SmsRoute(sms().build(), JSON);
  }

  private static Message message(String text) {
    return new Message(
        "thutuc-a1-7", "0912345678", null, text, "ready", Map.of("so_ho_so", "H37"), List.of());
  }

  @Test
  void anSmsCarriesItsTextWhateverItSaysAndTheActsKeyAsItsId() {
    gateway.stubFor(post("/sms").willReturn(okJson("{\"status\":\"accepted\",\"id\":\"SMS-1\"}")));

    Delivery delivery = smsRoute().deliver(message("Hồ sơ \"A\"\", {phone} {requestId}"));

    assertThat(delivery).isEqualTo(new Delivery.Taken("SMS-1", "Tin nhắn SMS."));
    gateway.verify(
        postRequestedFor(urlEqualTo("/sms"))
            .withHeader("Authorization", equalTo("Bearer bimat"))
            .withRequestBody(
                equalToJson(
                    """
                    {"requestId": "thutuc-a1-7", "from": "TINHLS", "to": "84912345678",
                     "text": "Hồ sơ \\"A\\"\\", {phone} {requestId}"}
                    """)));
  }

  @Test
  void aRepetitionThatTheGatewayKnowsIsTaken() {
    gateway.stubFor(post("/sms").willReturn(okJson("{\"status\":\"duplicate\",\"id\":\"SMS-1\"}")));

    assertThat(smsRoute().deliver(message("A"))).isInstanceOf(Delivery.Taken.class);
  }

  @Test
  void errorsOfTheGatewayArePassedByUntilItAnswers() {
    gateway.stubFor(
        post("/sms")
            .inScenario("mends")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(serverError())
            .willSetStateTo("slow"));
    gateway.stubFor(
        post("/sms")
            .inScenario("mends")
            .whenScenarioStateIs("slow")
            .willReturn(okJson("{\"status\":\"accepted\"}").withFixedDelay(6000))
            .willSetStateTo("broken"));
    gateway.stubFor(
        post("/sms")
            .inScenario("mends")
            .whenScenarioStateIs("broken")
            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
            .willSetStateTo("strange"));
    gateway.stubFor(
        post("/sms")
            .inScenario("mends")
            .whenScenarioStateIs("strange")
            .willReturn(aResponse().withStatus(200).withBody("<html>bảo trì</html>"))
            .willSetStateTo("mended"));
    gateway.stubFor(
        post("/sms")
            .inScenario("mends")
            .whenScenarioStateIs("mended")
            .willReturn(okJson("{\"status\":\"accepted\",\"id\":\"SMS-2\"}")));
    SmsRoute route = smsRoute();

    assertThat(route.deliver(message("A")))
        .isEqualTo(new Delivery.Later("Cổng SMS trả lời mã 500."));
    assertThat(route.deliver(message("A")))
        .isEqualTo(new Delivery.Later("Cổng SMS không trả lời."));
    assertThat(route.deliver(message("A")))
        .isEqualTo(new Delivery.Later("Cổng SMS không trả lời."));
    assertThat(route.deliver(message("A")))
        .isEqualTo(new Delivery.Later("Cổng SMS trả lời mã 200."));
    assertThat(route.deliver(message("A"))).isEqualTo(new Delivery.Taken("SMS-2", "Tin nhắn SMS."));
  }

  @Test
  void aNumberTheGatewayDoesNotKnowGetsNothing() {
    gateway.stubFor(
        post("/sms").willReturn(okJson("{\"status\":\"invalid-number\"}").withStatus(422)));

    assertThat(smsRoute().deliver(message("A"))).isInstanceOf(Delivery.Unreachable.class);
  }

  @Test
  void anotherGatewaysShapeIsSettingsAndNoCode() {
    gateway.stubFor(post("/sms").willReturn(okJson("{\"result\":{\"code\":\"100\",\"no\":9}}")));
    SmsRoute route =
        new SmsRoute(
            sms()
                .with("sms.header", "X-Api-Key")
                .with("sms.token-prefix", "")
                .with("sms.international", "false")
                .with("sms.plain", "true")
                .with("sms.answer", "/result/code")
                .with("sms.reference", "/result/no")
                .with("sms.taken", "100")
                .with(
                    "sms.body",
                    "{\"sms\":[{\"dest\":\"{phone}\",\"msg\":\"{text}\",\"ref\":\"r-{requestId}\"}]}")
                .build(),
            JSON);

    assertThat(route.deliver(message("Đã có kết quả")))
        .isEqualTo(new Delivery.Taken("9", "Tin nhắn SMS."));
    gateway.verify(
        postRequestedFor(urlEqualTo("/sms"))
            .withHeader("X-Api-Key", equalTo("bimat"))
            .withRequestBody(
                equalToJson(
                    "{\"sms\":[{\"dest\":\"0912345678\",\"msg\":\"Da co ket qua\",\"ref\":\"r-thutuc-a1-7\"}]}")));
  }

  private ZaloRoute zalo(Path token) {
    return new ZaloRoute(
        Settings.none()
            .with("zalo.url", gateway.baseUrl() + "/message/template")
            .with("zalo.token-file", token)
            .with("zalo.templates[ready]", "330875")
            .with("timeout", "3s")
            .build(),
        JSON);
  }

  @Test
  void aMessageByTemplateHasZalosShapeAndTheTokenIsReadAnew(@TempDir Path folder) throws Exception {
    gateway.stubFor(
        post("/message/template")
            .willReturn(okJson("{\"error\":0,\"data\":{\"msg_id\":\"zns-1\"}}")));
    Path token = Files.writeString(folder.resolve("token"), "cu\n");
    ZaloRoute route = zalo(token);
    route.deliver(message("A"));
    Files.writeString(token, "moi");

    assertThat(route.deliver(message("A"))).isEqualTo(new Delivery.Taken("zns-1", "Zalo."));
    gateway.verify(
        postRequestedFor(urlEqualTo("/message/template"))
            .withHeader("access_token", equalTo("moi"))
            .withRequestBody(
                equalToJson(
                    """
                    {"phone": "84912345678", "template_id": "330875",
                     "template_data": {"so_ho_so": "H37"}, "tracking_id": "thutuc-a1-7"}
                    """)));
  }

  @Test
  void whoIsNotAtZaloIsReachedByAnotherWayAndAnExpiredTokenIsTriedLater(@TempDir Path folder)
      throws Exception {
    gateway.stubFor(
        post("/message/template")
            .willReturn(okJson("{\"error\":-118,\"message\":\"Zalo account not existed\"}")));
    ZaloRoute route = zalo(Files.writeString(folder.resolve("token"), "t"));

    assertThat(route.deliver(message("A"))).isInstanceOf(Delivery.Unreachable.class);

    gateway.stubFor(post("/message/template").willReturn(okJson("{\"error\":-124}")));
    assertThat(route.deliver(message("A")))
        .isEqualTo(new Delivery.Later("Zalo trả lời mã 200, lỗi -124."));
    assertThat(zalo(folder.resolve("none")).deliver(message("A")))
        .isInstanceOf(Delivery.Later.class);
  }
}
