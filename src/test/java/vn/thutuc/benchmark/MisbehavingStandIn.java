package vn.thutuc.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * A stand-in of the sandbox that is told by its switches, over HTTP as a person tells it, to answer
 * some requests with 500 and to take some without an answer, again and again.
 */
final class MisbehavingStandIn {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String sandbox;
  private final String path;
  private final int slowMillis;
  private final int atOnce;
  private int told;
  private int failed;
  private int lost;

  /**
   * @param slowMillis how long each answer takes, so that something is always under way
   * @param atOnce how many requests fail, and how many answers are lost, each time
   */
  MisbehavingStandIn(String sandbox, String path, int slowMillis, int atOnce) {
    this.sandbox = sandbox;
    this.path = path;
    this.slowMillis = slowMillis;
    this.atOnce = atOnce;
  }

  /**
   * Tells it again when it has done what it was told.
   *
   * @param times how often it is to have been told by now
   */
  void tell(int times) throws IOException, InterruptedException {
    if (told >= times || left("failNext") + left("loseAnswers") > 0) {
      return;
    }
    String form =
        "path=%s&slowMillis=%d&failNext=%d&loseAnswers=%d&repeat=on"
            .formatted(path, slowMillis, atOnce, atOnce);
    int status =
        CLIENT
            .send(
                HttpRequest.newBuilder(URI.create(sandbox + "/cong-tac"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build(),
                HttpResponse.BodyHandlers.discarding())
            .statusCode();
    if (status != 303) {
      throw new IllegalStateException("The sandbox's switches answer " + status);
    }
    told++;
    failed += atOnce;
    lost += atOnce;
  }

  /** What it did of what it was told. */
  String did() throws IOException, InterruptedException {
    return "answered 500: %d, taken without an answer: %d"
        .formatted(failed - left("failNext"), lost - left("loseAnswers"));
  }

  private int left(String what) throws IOException, InterruptedException {
    String all =
        CLIENT
            .send(
                HttpRequest.newBuilder(URI.create(sandbox + "/cong-tac")).build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    JsonNode left = JSON.readTree(all).path(path).path(what);
    if (!left.isInt()) {
      throw new IllegalStateException("The sandbox has no switch %s of %s".formatted(what, path));
    }
    return left.intValue();
  }
}
