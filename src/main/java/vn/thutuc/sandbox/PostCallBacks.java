package vn.thutuc.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;

/** How the demo's carrier calls back: signed, and twice or in another order when it is told so. */
@Component
@Profile("demo")
class PostCallBacks {

  private static final Logger LOG = LoggerFactory.getLogger(PostCallBacks.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final ObjectProvider<Sandbox> sandbox;
  private final Environment environment;
  private final String secret;
  private final Now now;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  /** What is sent after the next one; null when nothing is. */
  private String heldBack;

  PostCallBacks(
      ObjectProvider<Sandbox> sandbox,
      Environment environment,
      @Value("${thutuc.postal.callback-secret:}") String secret,
      Now now) {
    this.sandbox = sandbox;
    this.environment = environment;
    this.secret = secret;
    this.now = now;
  }

  /** Calls back; the house may be away, it reads the list later. */
  synchronized void send(String event) {
    if (secret.isEmpty()) {
      return;
    }
    Switches.Setting setting = sandbox.getObject().switches().of("/buu-chinh");
    if (setting.reorder() && heldBack == null) {
      heldBack = event;
      return;
    }
    post(event);
    if (setting.repeat()) {
      post(event);
    }
    if (heldBack != null) {
      String late = heldBack;
      heldBack = null;
      post(late);
    }
  }

  private void post(String event) {
    String port =
        environment.getProperty(
            "local.server.port", environment.getProperty("server.port", "8080"));
    String time = Long.toString(now.instant().getEpochSecond());
    HttpRequest call =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/public/postal/events"))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header("X-Thutuc-Time", time)
            .header("X-Thutuc-Signature", signature(time, event))
            .POST(HttpRequest.BodyPublishers.ofString(event))
            .build();
    try {
      int status = client.send(call, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        LOG.warn("The house answered a call-back of the demo's carrier with {}", status);
      }
    } catch (IOException e) {
      LOG.warn("The house did not hear a call-back of the demo's carrier: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String signature(String time, String event) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of()
          .formatHex(mac.doFinal((time + "." + event).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HmacSHA256", e);
    }
  }
}
