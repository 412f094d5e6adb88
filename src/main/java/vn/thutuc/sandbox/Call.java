package vn.thutuc.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;

/**
 * A request to a stand-in.
 *
 * @param method HTTP method
 * @param path below the stand-in's own path, beginning with a slash
 * @param query parameters, the first of each name
 * @param headers by name in lower case, the first of each name
 * @param body at most a megabyte
 */
record Call(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The body as JSON.
   *
   * @throws IOException when it is none
   */
  JsonNode json() throws IOException {
    return JSON.readTree(body);
  }

  boolean is(String wantedMethod, String wantedPath) {
    return method.equals(wantedMethod) && path.equals(wantedPath);
  }
}
