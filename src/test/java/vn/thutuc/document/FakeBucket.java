package vn.thutuc.document;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The few calls of Amazon's protocol that the store makes, on memory: whole objects, parts, what is
 * begun and not finished. It looks whether a request is signed, not whether it is signed right.
 */
final class FakeBucket implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  private final Map<String, SortedMap<Integer, byte[]>> begun = new ConcurrentHashMap<>();
  private volatile int largestBody;

  FakeBucket() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  int objects() {
    return objects.size();
  }

  int begun() {
    return begun.size();
  }

  /** Bytes of the largest body that came in. */
  int largestBody() {
    return largestBody;
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    largestBody = Math.max(largestBody, body.length);
    String signed = exchange.getRequestHeaders().getFirst("Authorization");
    if (signed == null || !signed.startsWith("AWS4-HMAC-SHA256 Credential=")) {
      reply(exchange, 403, error("AccessDenied"));
      return;
    }
    String key = exchange.getRequestURI().getPath();
    String query = exchange.getRequestURI().getRawQuery();
    switch (exchange.getRequestMethod()) {
      case "PUT" -> put(exchange, key, query, body);
      case "POST" -> post(exchange, key, query);
      case "GET" -> get(exchange, key, query);
      case "DELETE" -> delete(exchange, key, query);
      default -> reply(exchange, 405, error("MethodNotAllowed"));
    }
  }

  private void put(HttpExchange exchange, String key, String query, byte[] body)
      throws IOException {
    if (query == null || !query.contains("uploadId=")) {
      objects.put(key, body);
    } else {
      begun
          .get(parameter(query, "uploadId"))
          .put(Integer.parseInt(parameter(query, "partNumber")), body);
    }
    exchange.getResponseHeaders().set("ETag", "\"tag\"");
    reply(exchange, 200, "");
  }

  private void post(HttpExchange exchange, String key, String query) throws IOException {
    if (query.startsWith("uploads")) {
      String upload = "u" + key.hashCode();
      begun.put(upload, new TreeMap<>());
      reply(
          exchange,
          200,
          "<InitiateMultipartUploadResult><UploadId>"
              + upload
              + "</UploadId></InitiateMultipartUploadResult>");
      return;
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : begun.remove(parameter(query, "uploadId")).values()) {
      whole.write(part);
    }
    objects.put(key, whole.toByteArray());
    reply(
        exchange,
        200,
        "<CompleteMultipartUploadResult><ETag>\"t\"</ETag></CompleteMultipartUploadResult>");
  }

  private void get(HttpExchange exchange, String key, String query) throws IOException {
    if (query != null && query.contains("uploads")) {
      String prefix = parameter(query, "prefix").replace("%2F", "/");
      StringBuilder uploads = new StringBuilder();
      for (String upload : begun.keySet()) {
        if (upload.equals("u" + (key + "/" + prefix).hashCode())) {
          uploads.append(
              "<Upload><Key>%s</Key><UploadId>%s</UploadId></Upload>".formatted(prefix, upload));
        }
      }
      reply(
          exchange,
          200,
          "<ListMultipartUploadsResult>" + uploads + "</ListMultipartUploadsResult>");
      return;
    }
    byte[] object = objects.get(key);
    if (object == null) {
      reply(exchange, 404, error("NoSuchKey"));
      return;
    }
    exchange.sendResponseHeaders(200, object.length);
    exchange.getResponseBody().write(object);
    exchange.close();
  }

  private void delete(HttpExchange exchange, String key, String query) throws IOException {
    if (query != null && query.contains("uploadId=")) {
      begun.remove(parameter(query, "uploadId"));
    } else {
      objects.remove(key);
    }
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private static String parameter(String query, String name) {
    for (String pair : query.split("&")) {
      if (pair.startsWith(name + "=")) {
        return pair.substring(name.length() + 1);
      }
    }
    throw new IllegalArgumentException(query + " has no " + name);
  }

  private static String error(String code) {
    return "<Error><Code>" + code + "</Code></Error>";
  }

  private static void reply(HttpExchange exchange, int status, String xml) throws IOException {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
