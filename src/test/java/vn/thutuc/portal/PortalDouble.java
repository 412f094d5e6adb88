package vn.thutuc.portal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A portal that a test commands, behind real HTTP. */
final class PortalDouble {

  static final String PDF =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
          + "2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

  private static final String CALL = "/mapi/g";

  /** Of its own choice, so that it comes back at the same address after it was away. */
  private final WireMockServer server = new WireMockServer(options().port(SandboxPort.free()));

  private final ObjectMapper json = new ObjectMapper();

  PortalDouble() {
    server.start();
  }

  void connects(DynamicPropertyRegistry registry) {
    registry.add("thutuc.portal.enabled", () -> "true");
    registry.add("thutuc.portal.address", server::baseUrl);
    registry.add("thutuc.portal.unit", () -> "H37");
    registry.add("thutuc.portal.username", () -> "thutuc");
    registry.add("thutuc.portal.password", () -> "thutuc");
    registry.add("thutuc.portal.read-timeout", () -> "10s");
    registry.add("thutuc.portal.list-service", () -> "LayDanhSachHoSo");
  }

  /** Takes everything and holds nothing. */
  void begins() {
    server.resetAll();
    server.stubFor(
        post("/mapi/login").willReturn(okJson("{\"error_code\": 0, \"session\": \"phien\"}")));
    server.stubFor(post(CALL).willReturn(okJson("{\"error_code\": \"00\"}")));
    answers("TraCuuHoSo", okJson("{\"error_code\": \"2\", \"message\": \"Không có\"}"));
    answers("LayDanhSachHoSo", okJson("{\"error_code\": \"00\", \"result\": []}"));
  }

  String address(String path) {
    return server.baseUrl() + path;
  }

  static MappingBuilder call(String service) {
    return post(CALL).withRequestBody(matchingJsonPath("$.service", equalTo(service)));
  }

  WireMockServer server() {
    return server;
  }

  void answers(String service, ResponseDefinitionBuilder answer) {
    server.stubFor(call(service).willReturn(answer));
  }

  /** Holds these under their numbers, as far as look-ups and a list show it. */
  void holds(JsonNode... dossiers) {
    StringBuilder list = new StringBuilder();
    for (JsonNode one : dossiers) {
      list.append(list.isEmpty() ? "" : ",").append(one);
      server.stubFor(
          call("TraCuuHoSo")
              .withRequestBody(matchingJsonPath("$.mahoso", equalTo(one.path("MaHoSo").asText())))
              .willReturn(okJson("{\"error_code\": \"00\", \"result\": [%s]}".formatted(one))));
    }
    server.stubFor(
        call("LayDanhSachHoSo")
            .withRequestBody(matchingJsonPath("$.sau", equalTo("")))
            .willReturn(okJson("{\"error_code\": \"00\", \"result\": [%s]}".formatted(list))));
  }

  void offers(String path, String content) {
    server.stubFor(
        get(path)
            .willReturn(
                aResponse().withStatus(200).withBody(content.getBytes(StandardCharsets.UTF_8))));
  }

  /** What was sent to a service, in order. */
  List<JsonNode> sent(String service) {
    return server.findAll(postRequestedFor(urlEqualTo(CALL))).stream()
        .map(request -> read(request.getBodyAsString()))
        .filter(message -> message.path("service").asText().equals(service))
        .toList();
  }

  /** States of a dossier that the portal was told, in order, with whether it was new. */
  List<String> told(String portalNumber) {
    return sent("DongBoHoSoMC").stream()
        .filter(
            message -> message.path("data").path(0).path("MaHoSo").asText().equals(portalNumber))
        .map(
            message ->
                message.path("isUpdating").asText()
                    + " "
                    + message.path("data").path(0).path("TrangThaiHoSo").asText())
        .toList();
  }

  private JsonNode read(String body) {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Something that is no JSON was sent", e);
    }
  }
}
