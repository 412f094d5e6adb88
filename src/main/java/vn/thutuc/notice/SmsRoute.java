package vn.thutuc.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * SMS by a gateway that takes a POST of JSON. The message's key goes along as the request's id, so
 * that a gateway which knows it takes a repetition once.
 */
final class SmsRoute implements Route {

  private static final Logger LOG = LoggerFactory.getLogger(SmsRoute.class);

  private final NoticeSettings.Sms settings;
  private final RestClient client;
  private final ObjectMapper json;
  private final JsonNode body;

  SmsRoute(NoticeSettings settings, ObjectMapper json) {
    this.settings = settings.sms();
    this.client = HttpRoutes.client(settings.timeout());
    this.json = json;
    try {
      this.body = json.readTree(this.settings.body());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "thutuc.notice.sms.body is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  @Override
  public Medium medium() {
    return Medium.SMS;
  }

  @Override
  public Delivery deliver(Message message) {
    PhoneNumber number = PhoneNumber.of(message.to()).orElse(null);
    if (number == null) {
      return new Delivery.Unreachable("Số điện thoại không phải số di động.");
    }
    Map<String, String> values =
        Map.of(
            "{requestId}",
            message.key(),
            "{sender}",
            settings.sender(),
            "{phone}",
            settings.international() ? number.international() : number.national(),
            "{text}",
            settings.plain() ? Words.plain(message.text()) : message.text());
    try {
      return read(message, post(filled(body, values)));
    } catch (RestClientException e) {
      LOG.warn("SMS gateway did not answer about {}: {}", message.key(), HttpRoutes.kind(e));
      return new Delivery.Later("Cổng SMS không trả lời.");
    }
  }

  private HttpRoutes.Answer post(JsonNode content) {
    return client
        .post()
        .uri(settings.url())
        .contentType(MediaType.APPLICATION_JSON)
        .accept(MediaType.APPLICATION_JSON)
        .header(settings.header(), settings.tokenPrefix() + settings.token())
        .body(content.toString())
        .exchange((request, response) -> HttpRoutes.answer(response));
  }

  private Delivery read(Message message, HttpRoutes.Answer answer) {
    JsonNode content = HttpRoutes.tree(json, answer.body());
    String said = content.at(settings.answer()).asText("");
    if (answer.status().is2xxSuccessful() && settings.taken().contains(said)) {
      String reference = content.at(settings.reference()).asText("");
      return new Delivery.Taken(reference.isBlank() ? message.key() : reference, "Tin nhắn SMS.");
    }
    if (settings.unreachable().contains(said)) {
      return new Delivery.Unreachable("Cổng SMS báo số điện thoại này không nhận được tin.");
    }
    LOG.warn("SMS gateway answered {} about {}", answer.status().value(), message.key());
    return new Delivery.Later("Cổng SMS trả lời mã %d.".formatted(answer.status().value()));
  }

  /** Values stand in texts only: no value can become anything else of the JSON. */
  private static JsonNode filled(JsonNode node, Map<String, String> values) {
    if (node.isTextual()) {
      String text = node.asText();
      // What a value says is not looked through again.
      StringBuilder filled = new StringBuilder();
      int at = 0;
      while (at < text.length()) {
        String key = keyAt(text, at, values);
        filled.append(key == null ? String.valueOf(text.charAt(at)) : values.get(key));
        at += key == null ? 1 : key.length();
      }
      return JsonNodeFactory.instance.textNode(filled.toString());
    }
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(f -> object.set(f.getKey(), filled(f.getValue(), values)));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> array.add(filled(element, values)));
      return array;
    }
    return node;
  }

  private static String keyAt(String text, int at, Map<String, String> values) {
    return values.keySet().stream()
        .filter(key -> text.startsWith(key, at))
        .findFirst()
        .orElse(null);
  }
}
