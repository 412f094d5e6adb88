package vn.thutuc.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** One person's browser, as far as the server notices: logs in and asks what Tasklist asks. */
final class TasklistClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ENGINE = "/camunda/api/engine/engine/default/";

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String home;

  TasklistClient(int port, String person) {
    this(port, person, "tasklist");
  }

  /** Who has no tasks logs in elsewhere: inspectors in Welcome. */
  TasklistClient(int port, String person, String application) {
    home = "http://localhost:" + port;
    get("/camunda/app/" + application + "/default/");
    send(
        "POST",
        "/camunda/api/admin/auth/user/default/login/" + application,
        "application/x-www-form-urlencoded",
        "application/json",
        "username=" + person + "&password=thutuc");
    get("/camunda/app/" + application + "/default/");
  }

  /** Ids of the person's filters by name, in the order of the server. */
  Map<String, String> filters() {
    Map<String, String> filters = new LinkedHashMap<>();
    json(get(ENGINE + "filter?resourceType=Task&itemCount=false"))
        .forEach(one -> filters.put(one.path("name").asText(), one.path("id").asText()));
    return filters;
  }

  /** A page with its count, as Tasklist asks for it whenever it shows a list. */
  JsonNode page(String filter, int first, String sortedBy, String more) {
    String body =
        """
        {"processVariables":[],"taskVariables":[],"caseInstanceVariables":[],"active":true%s,
        "sorting":[{"sortBy":"%s","sortOrder":"%s"}]}
        """
            .formatted(more, sortedBy, sortedBy.equals("created") ? "desc" : "asc");
    return json(
        send(
            "POST",
            ENGINE + "filter/" + filter + "/list?firstResult=" + first + "&maxResults=15",
            "application/json",
            "application/hal+json",
            body));
  }

  /** The count alone. */
  long count(String filter) {
    return json(post(ENGINE + "filter/" + filter + "/count", "{}")).path("count").asLong();
  }

  /** Posts JSON to our interface or the engine's. */
  String post(String path, String body) {
    return send("POST", path, "application/json", "application/json", body);
  }

  String get(String path) {
    return send("GET", path, null, "*/*", null);
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  private String send(String method, String path, String type, String accept, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(home + path)).header("Accept", accept);
    cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .findFirst()
        .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    if (type != null) {
      request.header("Content-Type", type);
    }
    request.method(
        method,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body));
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 400) {
        throw new IllegalStateException(
            method + " " + path + ": " + answer.statusCode() + " " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
