package vn.thutuc.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Now;

/**
 * The carrier of the demo, in the shape of VNPost's calls. It keeps orders, takes the same number
 * once, moves parcels forward by the buttons of its page or by time, and calls back signed.
 */
@Component
@Profile("demo")
class PostStandIn implements StandIn {

  private static final String PATH = "/buu-chinh";
  private static final String EVENTS = PATH + "/events";
  private static final String TOKEN = "demo-token";
  private static final int SHOWN = 50;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The straight way of a parcel, by its codes. */
  private static final List<String> WAY = List.of("100", "200", "300", "310", "500");

  private final SandboxStore store;
  private final PostCallBacks callBacks;
  private final Now now;

  /** Seconds after which a parcel moves on by itself; 0 for never. */
  private volatile long every;

  PostStandIn(SandboxStore store, PostCallBacks callBacks, Now now) {
    this.store = store;
    this.callBacks = callBacks;
    this.now = now;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String name() {
    return "Bưu chính công ích";
  }

  @Override
  public Reply answer(Call call) throws Exception {
    if (call.is("GET", "/")) {
      return Reply.html(PostPage.of(orders(), every));
    }
    if (call.is("POST", "/tien")) {
      return button(form(call));
    }
    if (call.is("POST", "/nhip")) {
      String text = form(call).getOrDefault("every", "0");
      every = text.matches("\\d{1,5}") ? Long.parseLong(text) : 0;
      return Reply.back(PATH);
    }
    if (call.is("POST", "/token")) {
      return Reply.json(
          200, Map.of("access_token", TOKEN, "token_type", "bearer", "expires_in", 3600));
    }
    if (!("Bearer " + TOKEN).equals(call.headers().get("authorization"))) {
      return Reply.json(401, Map.of("error", "invalid_token"));
    }
    return switch (call.path()) {
      case "/postOrder" -> order(call.json());
      case "/cancelOrder" -> cancel(call.json());
      case "/getOrderTracking" -> tracking(call.json());
      default -> Reply.json(404, Map.of());
    };
  }

  private static Map<String, String> form(Call call) {
    return Sandbox.parameters(new String(call.body(), StandardCharsets.UTF_8));
  }

  private Reply order(JsonNode wanted) throws JsonProcessingException {
    String number = wanted.path("OrderNumber").asText("");
    if (number.isEmpty()
        || wanted.path("ReceiverAddress").asText("").isEmpty()
        || wanted.path("ReceiverProvince").asText("").isEmpty()) {
      return Reply.json(200, Map.of("Status", "9", "Message", "Thiếu thông tin người nhận"));
    }
    ObjectNode order = JSON.createObjectNode();
    order.put("number", number);
    order.set("order", wanted);
    order.put("code", "");
    order.put("at", now.instant().toString());
    if (!store.add(PATH, number, order.toString())) {
      return Reply.json(200, Map.of("Status", "2", "Message", "Số yêu cầu đã có"));
    }
    order.put("item", "DM%09dVN".formatted(store.get(PATH, number).orElseThrow().id()));
    moved(order, "100", null);
    return Reply.json(200, Map.of("Status", "1", "Message", "Đã nhận yêu cầu"));
  }

  private Reply cancel(JsonNode wanted) throws JsonProcessingException {
    ObjectNode order = find(wanted.path("OrderNumber").asText(""));
    if (order == null) {
      return Reply.json(200, Map.of("Status", "9", "Message", "Không có yêu cầu này"));
    }
    String code = order.path("code").asText();
    if (code.equals("100")) {
      moved(order, "700", "Cơ quan hủy yêu cầu");
    } else if (!code.equals("700")) {
      return Reply.json(200, Map.of("Status", "9", "Message", "Bưu tá đã nhận, không hủy được"));
    }
    return Reply.json(200, Map.of("Status", "1", "Message", "Đã hủy"));
  }

  private Reply tracking(JsonNode wanted) throws JsonProcessingException {
    inTime();
    List<ObjectNode> rows = new ArrayList<>();
    for (SandboxStore.Thing thing :
        store.list(EVENTS, wanted.path("lastId").asLong(), wanted.path("pagesize").asInt(SHOWN))) {
      ObjectNode row = (ObjectNode) JSON.readTree(thing.json());
      row.put("Id", thing.id());
      rows.add(row);
    }
    return Reply.json(200, rows);
  }

  /** Parcels whose time has come move on. */
  private void inTime() throws JsonProcessingException {
    if (every == 0) {
      return;
    }
    for (ObjectNode order : orders()) {
      Instant since = Instant.parse(order.path("at").asText());
      if (Duration.between(since, now.instant()).toSeconds() >= every) {
        step(order);
      }
    }
  }

  private Reply button(Map<String, String> form) throws JsonProcessingException {
    ObjectNode order = find(form.getOrDefault("number", ""));
    String to = form.getOrDefault("to", "");
    if (order == null) {
      return Reply.back(PATH);
    }
    switch (to) {
      case "next" -> step(order);
      case "all" -> {
        while (step(order)) {
          // To the end of its way.
        }
      }
      case "400" -> moved(order, "400", "Gọi ba lần không ai nghe máy");
      case "600" -> moved(order, "600", "Quá thời gian lưu giữ");
      default -> moved(order, to, "Mã lạ của bưu chính");
    }
    return Reply.back(PATH);
  }

  private boolean step(ObjectNode order) throws JsonProcessingException {
    int at = WAY.indexOf(order.path("code").asText());
    if (at < 0 || at == WAY.size() - 1) {
      return false;
    }
    moved(order, WAY.get(at + 1), null);
    return true;
  }

  private void moved(ObjectNode order, String code, String notes) throws JsonProcessingException {
    String number = order.path("number").asText();
    order.put("code", code);
    order.put("at", now.instant().toString());
    store.put(PATH, number, order.toString());
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("OrderNumber", number);
    event.put("CustomerCode", order.path("order").path("CustomerCode").asText());
    event.put("ItemCode", order.path("item").asText());
    event.put("StatusCode", code);
    event.put("StatusMessage", PostPage.words(code));
    event.put("EventTime", LocalDateTime.ofInstant(now.instant(), WorkingCalendar.ZONE).toString());
    event.put("POSID", "DEMO-01");
    event.put("Notes", notes);
    String text = JSON.writeValueAsString(event);
    store.put(EVENTS, number + " " + code + " " + order.path("at").asText(), text);
    callBacks.send(text);
  }

  private ObjectNode find(String number) throws JsonProcessingException {
    SandboxStore.Thing thing = store.get(PATH, number).orElse(null);
    return thing == null ? null : (ObjectNode) JSON.readTree(thing.json());
  }

  private List<ObjectNode> orders() throws JsonProcessingException {
    List<ObjectNode> orders = new ArrayList<>();
    for (SandboxStore.Thing thing : store.newest(PATH, SHOWN)) {
      orders.add((ObjectNode) JSON.readTree(thing.json()));
    }
    return orders;
  }
}
