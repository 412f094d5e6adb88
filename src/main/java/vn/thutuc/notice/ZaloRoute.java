package vn.thutuc.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Messages by template at Zalo (ZNS): {@code phone, template_id, template_data, tracking_id} with
 * the header {@code access_token}; the answer's {@code error} is 0 when it was taken. That shape is
 * how public clients call it. Unverified: whether a repeated tracking_id is taken once, how long
 * fields may be, and all error codes but -118 (no account with this number).
 */
final class ZaloRoute implements Route {

  private static final Logger LOG = LoggerFactory.getLogger(ZaloRoute.class);

  private final NoticeSettings.Zalo settings;
  private final RestClient client;
  private final ObjectMapper json;

  ZaloRoute(NoticeSettings settings, ObjectMapper json) {
    this.settings = settings.zalo();
    this.client = HttpRoutes.client(settings.timeout());
    this.json = json;
  }

  @Override
  public Medium medium() {
    return Medium.ZALO;
  }

  @Override
  public Delivery deliver(Message message) {
    PhoneNumber number = PhoneNumber.of(message.to()).orElse(null);
    String template = message.zalo() == null ? null : settings.templates().get(message.zalo());
    if (number == null) {
      return new Delivery.Unreachable("Số điện thoại không phải số di động.");
    }
    if (template == null) {
      return new Delivery.Unreachable("Chưa khai mẫu tin Zalo cho thông báo này.");
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("phone", number.international());
    body.put("template_id", template);
    body.put("template_data", message.zaloFields());
    body.put("tracking_id", message.key());
    try {
      return read(message, post(body));
    } catch (RestClientException | IOException e) {
      LOG.warn("Zalo did not answer about {}: {}", message.key(), HttpRoutes.kind(e));
      return new Delivery.Later("Zalo không trả lời.");
    }
  }

  private HttpRoutes.Answer post(Map<String, Object> body) throws IOException {
    return client
        .post()
        .uri(settings.url())
        .contentType(MediaType.APPLICATION_JSON)
        .accept(MediaType.APPLICATION_JSON)
        .header("access_token", token())
        .body(json.writeValueAsString(body))
        .exchange((request, response) -> HttpRoutes.answer(response));
  }

  private String token() throws IOException {
    return settings.tokenFile().isBlank()
        ? settings.token()
        : Files.readString(Path.of(settings.tokenFile()), StandardCharsets.UTF_8).strip();
  }

  private Delivery read(Message message, HttpRoutes.Answer answer) {
    JsonNode content = HttpRoutes.tree(json, answer.body());
    JsonNode error = content.path("error");
    if (answer.status().is2xxSuccessful() && error.isIntegralNumber()) {
      if (error.asInt() == 0) {
        String reference = content.at("/data/msg_id").asText("");
        return new Delivery.Taken(reference.isBlank() ? message.key() : reference, "Zalo.");
      }
      if (settings.unreachable().contains(error.asInt())) {
        return new Delivery.Unreachable("Số điện thoại này không nhận được tin Zalo.");
      }
    }
    String code = error.isIntegralNumber() ? error.asText() : "không rõ";
    LOG.warn("Zalo answered {}, {}, about {}", answer.status().value(), code, message.key());
    return new Delivery.Later(
        "Zalo trả lời mã %d, lỗi %s.".formatted(answer.status().value(), code));
  }
}
