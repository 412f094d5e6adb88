package vn.thutuc.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** The server as an outsider reaches it: real HTTP, no shared memory. */
final class Web {

  static final String PASSWORD = "thutuc";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final int port;

  Web(int port) {
    this.port = port;
  }

  /** What came back. */
  record Answer(int status, HttpHeaders headers, String body) {

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException e) {
        throw new AssertionError("Not JSON (status " + status + "): " + body, e);
      }
    }

    boolean isOk() {
      return status >= 200 && status < 300;
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  /** Somebody who calls an interface below an address. */
  interface Caller {
    Answer call(String method, String path, Object body);

    default Answer get(String path) {
      return call("GET", path, null);
    }

    default Answer post(String path, Object body) {
      return call("POST", path, body);
    }
  }

  /** Calls below the address with a login name and password in every call. */
  Caller basic(String person, String password, String below) {
    HttpClient client = HttpClient.newHttpClient();
    String token =
        Base64.getEncoder()
            .encodeToString((person + ":" + password).getBytes(StandardCharsets.UTF_8));
    return (method, path, body) ->
        send(client, method, below + path, body, Map.of("Authorization", "Basic " + token));
  }

  /** Calls the engine's interface as machines and the Modeler do. */
  Caller engineRest(String person) {
    return basic(person, PASSWORD, "/engine-rest/");
  }

  /** Calls our interface with a login name and password. */
  Caller api(String person) {
    return basic(person, PASSWORD, "/api/");
  }

  /** Calls without any login. */
  Caller nobody() {
    HttpClient client = HttpClient.newHttpClient();
    return (method, path, body) -> send(client, method, path, body, Map.of());
  }

  /** Logs in as Tasklist does. */
  Session login(String person) {
    Session session = new Session();
    Answer login = session.logIn(person, PASSWORD);
    if (!login.isOk()) {
      throw new AssertionError(person + " cannot log in: " + login);
    }
    return session;
  }

  /** A browser's session with the web applications, with their token against forged requests. */
  final class Session {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

    Answer logIn(String person, String password) {
      send(client, "GET", "/camunda/app/tasklist/default/", null, Map.of());
      Answer answer =
          send(
              client,
              "POST",
              "/camunda/api/admin/auth/user/default/login/tasklist",
              new Form("username=" + encode(person) + "&password=" + encode(password)),
              token());
      // The session is a new one: the next page brings its token.
      send(client, "GET", "/camunda/app/tasklist/default/", null, Map.of());
      return answer;
    }

    /** Somebody who has opened the login page and got a token, but has not logged in. */
    Caller visitor() {
      send(client, "GET", "/camunda/app/tasklist/default/", null, Map.of());
      return below("");
    }

    /** Calls the engine's interface behind the web applications. */
    Caller engine() {
      return below("/camunda/api/engine/engine/default/");
    }

    /** Calls any address with session and token. */
    Caller below(String address) {
      return (method, path, body) -> send(client, method, address + path, body, token());
    }

    /** Calls any address with the session, but without the token. */
    Caller forged() {
      return (method, path, body) -> send(client, method, path, body, Map.of());
    }

    private Map<String, String> token() {
      return cookies.getCookieStore().getCookies().stream()
          .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
          .map(HttpCookie::getValue)
          .findFirst()
          .map(value -> Map.of("X-XSRF-TOKEN", value))
          .orElse(Map.of());
    }
  }

  /** A body of form fields. */
  record Form(String text) {}

  /** A body with several parts, as the Modeler sends it. */
  record Multipart(byte[] content) {

    static final String BOUNDARY = "thutuc-test-boundary";
  }

  private Answer send(
      HttpClient client, String method, String path, Object body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    Map<String, String> all = new TreeMap<>(headers);
    request.method(method, publisher(body, all));
    all.forEach(request::header);
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpRequest.BodyPublisher publisher(Object body, Map<String, String> headers) {
    if (body == null) {
      return HttpRequest.BodyPublishers.noBody();
    }
    if (body instanceof Form form) {
      headers.put("Content-Type", "application/x-www-form-urlencoded");
      return HttpRequest.BodyPublishers.ofString(form.text());
    }
    if (body instanceof Multipart parts) {
      headers.put("Content-Type", "multipart/form-data; boundary=" + Multipart.BOUNDARY);
      return HttpRequest.BodyPublishers.ofByteArray(parts.content());
    }
    headers.put("Content-Type", "application/json");
    try {
      return HttpRequest.BodyPublishers.ofString(
          body instanceof String text ? text : JSON.writeValueAsString(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
