package vn.thutuc.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The gateway for SMS and Zalo: takes each request's id once, wants a token, and knows no number
 * that ends in 404.
 */
@Component
@Profile("demo")
class MessageGateway implements StandIn {

  private static final String PATH = "/tin-nhan";
  private static final String SMS = "/sms";
  private static final String ZALO = "/zalo/message/template";
  private static final String UNKNOWN = "404";
  private static final int SHOWN = 100;
  private static final int LONGEST_ID = 100;

  private final SandboxStore store;
  private final ObjectMapper json = new ObjectMapper();

  MessageGateway(SandboxStore store) {
    this.store = store;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String name() {
    return "Cổng tin nhắn SMS, Zalo";
  }

  @Override
  public Reply answer(Call call) throws IOException {
    if (call.is("POST", SMS)) {
      return sms(call);
    }
    if (call.is("POST", ZALO)) {
      return zalo(call);
    }
    return call.is("GET", "/")
        ? page()
        : Reply.json(404, Map.of("status", "not-found", "paths", SMS + ", " + ZALO));
  }

  private Reply sms(Call call) throws IOException {
    if (!call.headers().getOrDefault("authorization", "").startsWith("Bearer ")) {
      return Reply.json(401, Map.of("status", "unauthorized"));
    }
    JsonNode body = call.json();
    String id = body.path("requestId").asText();
    if (!isUsable(id) || body.path("text").asText().isBlank()) {
      return Reply.json(400, Map.of("status", "malformed"));
    }
    if (isUnknown(body.path("to").asText())) {
      return Reply.json(422, Map.of("status", "invalid-number"));
    }
    boolean fresh = keep("SMS", id, body.path("to").asText(), body.path("text").asText());
    return Reply.json(
        200, Map.of("status", fresh ? "accepted" : "duplicate", "id", reference("SMS", id)));
  }

  private Reply zalo(Call call) throws IOException {
    if (call.headers().getOrDefault("access_token", "").isBlank()) {
      return Reply.json(200, Map.of("error", -124, "message", "Access token invalid"));
    }
    JsonNode body = call.json();
    String id = body.path("tracking_id").asText();
    if (!isUsable(id) || body.path("template_id").asText().isBlank()) {
      return Reply.json(200, Map.of("error", -112, "message", "Parameter invalid"));
    }
    if (isUnknown(body.path("phone").asText())) {
      return Reply.json(200, Map.of("error", -118, "message", "Zalo account not existed"));
    }
    keep("ZALO", id, body.path("phone").asText(), body.path("template_data").toString());
    return Reply.json(
        200,
        Map.of("error", 0, "message", "Success", "data", Map.of("msg_id", reference("ZALO", id))));
  }

  private static boolean isUsable(String id) {
    return !id.isBlank() && id.length() <= LONGEST_ID;
  }

  private static boolean isUnknown(String phone) {
    return !phone.matches("84\\d{9}") || phone.endsWith(UNKNOWN);
  }

  /** Whether it came for the first time. */
  private boolean keep(String kind, String id, String to, String text) throws IOException {
    Map<String, String> message = new LinkedHashMap<>();
    message.put("kind", kind);
    message.put("to", to);
    message.put("text", text);
    return store.add(PATH, kind + " " + id, json.writeValueAsString(message));
  }

  private String reference(String kind, String id) {
    return kind + "-" + store.get(PATH, kind + " " + id).orElseThrow().id();
  }

  private Reply page() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (SandboxStore.Thing thing : store.newest(PATH, SHOWN)) {
      JsonNode message = json.readTree(thing.json());
      rows.append(
          "<tr><td>%d</td><td>%s</td><td>%s</td><td>%s</td></tr>"
              .formatted(
                  thing.id(),
                  HtmlUtils.htmlEscape(message.path("kind").asText()),
                  HtmlUtils.htmlEscape(message.path("to").asText()),
                  HtmlUtils.htmlEscape(message.path("text").asText())));
    }
    return Reply.html(
        """
        <!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>Cổng tin nhắn giả lập</title>
        <style>body{font:16px sans-serif;margin:2em}td,th{border:1px solid #999;padding:.3em;
        text-align:left;vertical-align:top}table{border-collapse:collapse}</style>
        <h1>Cổng tin nhắn giả lập</h1><p>%d tin mới nhất; mỗi mã yêu cầu chỉ được nhận một lần.
        Số máy kết thúc bằng 404 là số không tồn tại. <a href="/">Công tắc</a></p>
        <table><tr><th>Số</th><th>Loại</th><th>Đến</th><th>Nội dung</th></tr>%s</table>
        """
            .formatted(SHOWN, rows));
  }
}
