package vn.thutuc.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;
import vn.thutuc.clock.Now;

/**
 * Calls the portal's services: a login gives a session, each call carries it with the unit's code
 * and the service's name, and answers {@code error_code} 0 or "00" when it was taken. The shape is
 * that of systems seen in public (OpenCPS, the one-stop system of a province); it was not verified
 * against the current specification. Which code says that a session has expired is not known: a
 * refusal on a session used before is asked once more on a new one.
 */
@Component
class PortalClient {

  private final PortalSettings settings;
  private final ObjectMapper json;
  private final Now now;
  private final RestClient http;
  private final AtomicReference<Session> session = new AtomicReference<>();

  PortalClient(PortalSettings settings, ObjectMapper json, Now now) {
    this.settings = settings;
    this.json = json;
    this.now = now;
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .build());
    requests.setReadTimeout(settings.readTimeout());
    this.http = RestClient.builder().requestFactory(requests).build();
  }

  private record Session(String id, Instant since) {}

  /** Hands over a dossier; updating says that the portal holds it already. */
  void sync(boolean updating, JsonNode dossier) {
    send("DongBoHoSoMC", updating, dossier);
  }

  /** Hands over a completed step. */
  void progress(JsonNode step) {
    send("CapNhatTienDoHoSoMC", false, step);
  }

  private void send(String service, boolean updating, JsonNode data) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("isUpdating", text(updating));
    parameters.put("data", java.util.List.of(data));
    call(service, updating, parameters);
  }

  /** What the portal holds under a number; empty when it holds nothing. */
  Optional<JsonNode> lookUp(String portalNumber) {
    try {
      JsonNode result = call("TraCuuHoSo", false, Map.of("mahoso", portalNumber)).path("result");
      JsonNode found = result.isArray() ? result.path(0) : result;
      return found.hasNonNull("MaHoSo") ? Optional.of(found) : Optional.empty();
    } catch (PortalRefusal unknown) {
      // How the live service answers for an unknown number is not known: most refuse.
      return Optional.empty();
    }
  }

  /**
   * A page of what the portal holds, by number. The service is ours to name: none is published.
   *
   * @param since only what has changed there since this day, yyyyMMdd
   * @param after the last number of the page before; empty for the first page
   */
  JsonNode list(String since, String after, int size) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("tungay", since);
    parameters.put("sau", after);
    parameters.put("soluong", size);
    return call(settings.listService(), false, parameters).path("result");
  }

  private JsonNode call(String service, boolean updating, Map<String, Object> parameters) {
    Session before = session.get();
    Session used = usable(before) ? before : logIn();
    try {
      return asked(service, updating, parameters, used);
    } catch (PortalRefusal | LoggedOut refused) {
      if (used != before || !settings.logsIn()) {
        throw refused instanceof LoggedOut out ? out.down() : (PortalRefusal) refused;
      }
      session.compareAndSet(used, null);
      try {
        return asked(service, updating, parameters, logIn());
      } catch (LoggedOut again) {
        throw again.down();
      }
    }
  }

  private boolean usable(Session held) {
    return held != null && held.since().plus(settings.sessionFor()).isAfter(now.instant());
  }

  private Session logIn() {
    if (!settings.logsIn()) {
      return new Session(null, now.instant());
    }
    Map<String, Object> body =
        Map.of("username", settings.username(), "password", settings.password());
    JsonNode answer;
    try {
      answer = post(URI.create(base() + settings.loginPath()), body);
    } catch (LoggedOut refused) {
      throw refused.down();
    }
    String id = answer.path("session").asText("");
    if (!isGood(answer) || id.isBlank()) {
      throw new PortalDown(
          "Cổng Dịch vụ công không cho đăng nhập. Hãy báo người quản trị kiểm tra tài khoản kết nối.");
    }
    Session fresh = new Session(id, now.instant());
    session.set(fresh);
    return fresh;
  }

  private JsonNode asked(
      String service, boolean updating, Map<String, Object> parameters, Session used) {
    Map<String, Object> body = new LinkedHashMap<>();
    if (used.id() != null) {
      body.put("session", used.id());
    }
    body.put("madonvi", settings.unit());
    body.put("service", service);
    body.putAll(parameters);
    JsonNode answer = post(address(service, updating), body);
    if (!isGood(answer)) {
      throw new PortalRefusal(
          answer.path("error_code").asText("không có"), answer.path("message").asText(""));
    }
    return answer;
  }

  private URI address(String service, boolean updating) {
    return UriComponentsBuilder.fromUriString(base() + settings.callPath())
        .encode()
        .buildAndExpand(
            Map.of("service", service, "unit", settings.unit(), "updating", text(updating)))
        .toUri();
  }

  private String base() {
    String address = settings.address().toString();
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  private static String text(boolean updating) {
    return updating ? "True" : "False";
  }

  private static boolean isGood(JsonNode answer) {
    String code = answer.path("error_code").asText("");
    return code.equals("0") || code.equals("00");
  }

  /** The HTTP answer was that nobody is logged in. */
  private static final class LoggedOut extends RuntimeException {

    PortalDown down() {
      return new PortalDown(
          "Cổng Dịch vụ công không chấp nhận phiên kết nối. Hãy báo người quản trị kiểm tra tài"
              + " khoản kết nối.");
    }
  }

  private JsonNode post(URI address, Map<String, Object> body) {
    try {
      return http.post()
          .uri(address)
          .contentType(MediaType.APPLICATION_JSON)
          .accept(MediaType.APPLICATION_JSON)
          .headers(headers -> settings.headers().forEach(headers::set))
          .body(json.writeValueAsBytes(body))
          .exchange(
              (request, response) ->
                  answer(response.getStatusCode(), response.getBody().readAllBytes()));
    } catch (ResourceAccessException e) {
      throw new PortalDown("Không kết nối được Cổng Dịch vụ công hoặc Cổng không trả lời kịp.", e);
    } catch (RestClientException e) {
      throw new PortalDown("Cổng Dịch vụ công trả lời không đọc được.", e);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A message for the portal cannot be written as JSON", e);
    }
  }

  private JsonNode answer(HttpStatusCode status, byte[] body) throws IOException {
    if (status.value() == 401 || status.value() == 403) {
      throw new LoggedOut();
    }
    if (!status.is2xxSuccessful()) {
      throw new PortalDown("Cổng Dịch vụ công trả lời HTTP %d.".formatted(status.value()));
    }
    try {
      JsonNode answer = json.readTree(body);
      if (answer != null && answer.isObject()) {
        return answer;
      }
    } catch (JsonProcessingException e) {
      // Said below: a page of a proxy, or half an answer.
    }
    throw new PortalDown("Cổng Dịch vụ công trả lời không đúng dạng JSON.");
  }
}
