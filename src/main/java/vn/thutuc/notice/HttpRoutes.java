package vn.thutuc.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** What the routes over HTTP share: time-outs, and an answer whatever its status. */
final class HttpRoutes {

  /** An answer is a few fields; what is longer is not read. */
  private static final int LONGEST = 64 * 1024;

  private HttpRoutes() {}

  /** An answer: its status, and its body, which may be empty. */
  record Answer(HttpStatusCode status, String body) {}

  static RestClient client(Duration timeout) {
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build());
    requests.setReadTimeout(timeout);
    return RestClient.builder().requestFactory(requests).build();
  }

  static Answer answer(ClientHttpResponse response) throws IOException {
    byte[] body = response.getBody().readNBytes(LONGEST);
    return new Answer(response.getStatusCode(), new String(body, StandardCharsets.UTF_8));
  }

  /** The answer as JSON; of what is none, nothing is found in it. */
  static JsonNode tree(ObjectMapper json, String body) {
    try {
      JsonNode tree = json.readTree(body);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** The kind of a failure; its words may repeat what was sent. */
  static String kind(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName();
  }
}
