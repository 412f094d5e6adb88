package vn.thutuc.postal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Now;

/**
 * The public postal service in the shape of VNPost's calls token, postOrder, cancelOrder and
 * getOrderTracking, as a public program calls them (reference, section F1). Not verified against
 * the live service: its paths, the meaning of {@code Status}, a place in the list of tracking rows
 * ({@code Id}), and whether it calls back at all.
 */
@Component
@ConditionalOnProperty(name = "thutuc.postal.carrier", havingValue = "vnpost")
class VnpostCarrier implements Carrier {

  private static final Logger LOG = LoggerFactory.getLogger(VnpostCarrier.class);
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY = 429;
  private static final int UNAUTHORIZED = 401;

  /** A token is renewed this long before it ends. */
  private static final Duration EARLIER = Duration.ofMinutes(1);

  private final PostalSettings settings;
  private final ObjectMapper json;
  private final Now now;
  private final RestClient client;
  private volatile Token token;

  /** What calls are made with, until when. */
  private record Token(String value, Instant until) {}

  VnpostCarrier(PostalSettings settings, ObjectMapper json, Now now) {
    this.settings = settings;
    this.json = json;
    this.now = now;
    JdkClientHttpRequestFactory http =
        new JdkClientHttpRequestFactory(
            // Not every server in between understands a client that offers HTTP/2 in the clear.
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build());
    http.setReadTimeout(settings.readTimeout());
    this.client = RestClient.builder().baseUrl(settings.address()).requestFactory(http).build();
  }

  @Override
  public String name() {
    return "vnpost";
  }

  @Override
  public Answer book(Order order) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("CustomerCode", settings.customerCode());
    body.put("OrderNumber", order.number());
    body.put("CODAmount", order.cod());
    end(body, "Sender", order.from());
    body.put("SenderDesc", order.description());
    body.put("Description", order.description());
    end(body, "Receiver", order.to());
    return answer("/postOrder", body);
  }

  private static void end(Map<String, Object> body, String side, End end) {
    body.put(side + "Name", end.name());
    body.put(side + "Address", end.address());
    body.put(side + "Tel", end.phone());
    body.put(side + "Email", end.email());
    body.put(side + "Province", end.province());
    body.put(side + "District", end.district());
  }

  @Override
  public Answer cancel(String number) {
    return answer(
        "/cancelOrder", Map.of("CustomerCode", settings.customerCode(), "OrderNumber", number));
  }

  private Answer answer(String path, Map<String, Object> body) {
    JsonNode answer;
    try {
      answer = call(path, body);
    } catch (HttpClientErrorException refused) {
      int status = refused.getStatusCode().value();
      if (status == UNAUTHORIZED || status == REQUEST_TIMEOUT || status == TOO_MANY) {
        throw refused;
      }
      return new Answer.Refused("bưu chính từ chối (HTTP %d)".formatted(status));
    }
    String status = answer.path("Status").asText("");
    if (status.equals(settings.takenStatus())) {
      return new Answer.Taken(false);
    }
    if (status.equals(settings.againStatus())) {
      return new Answer.Taken(true);
    }
    return new Answer.Refused(
        "bưu chính từ chối (mã %s): %s".formatted(status, answer.path("Message").asText("")));
  }

  @Override
  public List<Said> since(long lastId, int most) {
    List<Said> rows = new ArrayList<>();
    for (JsonNode row :
        list(call("/getOrderTracking", Map.of("pagesize", most, "lastId", lastId)))) {
      try {
        rows.add(said(row));
      } catch (IllegalArgumentException unreadable) {
        // One row nobody can read must not keep all that follow.
        LOG.warn(
            "Row {} of the carrier's list is left out: {}",
            row.path("Id").asText("?"),
            unreadable.getMessage());
      }
    }
    return rows;
  }

  @Override
  public List<Said> read(byte[] body) {
    try {
      List<Said> rows = new ArrayList<>();
      list(json.readTree(body)).forEach(row -> rows.add(said(row)));
      return rows;
    } catch (IOException e) {
      throw new IllegalArgumentException("no JSON: " + e.getClass().getSimpleName(), e);
    }
  }

  private JsonNode call(String path, Map<String, Object> body) {
    try {
      JsonNode answer =
          client
              .post()
              .uri(path)
              .contentType(MediaType.APPLICATION_JSON)
              .header("Authorization", "Bearer " + token())
              .body(body)
              .retrieve()
              .body(JsonNode.class);
      if (answer == null) {
        throw new IllegalStateException("the carrier answered nothing to " + path);
      }
      return answer;
    } catch (HttpClientErrorException.Unauthorized stale) {
      token = null;
      throw stale;
    }
  }

  private String token() {
    Token held = token;
    if (held == null || !now.instant().isBefore(held.until())) {
      JsonNode answer =
          client
              .post()
              .uri("/token")
              .contentType(MediaType.APPLICATION_JSON)
              .body(
                  Map.of("customerKey", settings.customerKey(), "secretKey", settings.secretKey()))
              .retrieve()
              .body(JsonNode.class);
      if (answer == null || answer.path("access_token").asText("").isEmpty()) {
        throw new IllegalStateException("the carrier gave no token");
      }
      long seconds = answer.path("expires_in").asLong(0);
      held =
          new Token(
              answer.path("access_token").asText(),
              now.instant().plusSeconds(seconds).minus(EARLIER));
      token = held;
    }
    return held.value();
  }

  /** One row, a list of rows, or an object with the rows as its data. */
  private static List<JsonNode> list(JsonNode answer) {
    JsonNode list = answer;
    for (String name : List.of("data", "Data")) {
      if (answer.path(name).isArray()) {
        list = answer.path(name);
      }
    }
    List<JsonNode> rows = new ArrayList<>();
    if (list.isArray()) {
      list.forEach(rows::add);
    } else {
      rows.add(list);
    }
    return rows;
  }

  private static Said said(JsonNode row) {
    String number = row.path("OrderNumber").asText("");
    String code = row.path("StatusCode").asText("");
    if (number.isEmpty() || code.isEmpty()) {
      throw new IllegalArgumentException("a row without OrderNumber or StatusCode");
    }
    String words = text(row, "StatusMessage");
    String notes = text(row, "Notes");
    return new Said(
        row.path("Id").asLong(0),
        number,
        text(row, "ItemCode"),
        code,
        notes == null || notes.equals(words) ? words : words == null ? notes : words + ": " + notes,
        instant(row.path("EventTime").asText("")),
        text(row, "POSID"),
        row.toString());
  }

  private static String text(JsonNode row, String name) {
    String text = row.path(name).asText("").strip();
    return text.isEmpty() || text.equals("null") ? null : text;
  }

  /** With an offset as it says; without one in the zone of the country. */
  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException noOffset) {
      try {
        return LocalDateTime.parse(text).atZone(WorkingCalendar.ZONE).toInstant();
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("EventTime '" + text + "' is no time", e);
      }
    }
  }
}
