package vn.thutuc.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thutuc.HouseTest;
import vn.thutuc.sandbox.Sandbox;

/** The demo's gateway over HTTP, in the shapes our routes speak: well, failing, losing answers. */
@HouseTest
class GatewayStandInTests {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Autowired private Sandbox sandbox;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void well() throws Exception {
    switches("");
  }

  private String gateway(String path) {
    return sandbox.address() + "/tin-nhan" + path;
  }

  private void switches(String setting) throws Exception {
    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(sandbox.address() + "/cong-tac"))
                .POST(HttpRequest.BodyPublishers.ofString("path=%2Ftin-nhan" + setting))
                .build(),
            HttpResponse.BodyHandlers.discarding());
  }

  private SmsRoute sms() {
    return new SmsRoute(
        Settings.none()
            .with("sms.url", gateway("/sms"))
            .with("sms.token", "demo")
            .with("timeout", "5s")
            .build(),
        JSON);
  }

  private static Message message(String key, String to, String text) {
    return new Message(key, to, null, text, "ready", Map.of("ten", "A"), List.of());
  }

  private long kept(String key) {
    return jdbc.sql("select count(*) from sandbox.thing where stand_in = '/tin-nhan' and key = ?")
        .param(key)
        .query(Long.class)
        .single();
  }

  private int came(String key) {
    return jdbc.sql("select came from sandbox.thing where stand_in = '/tin-nhan' and key = ?")
        .param(key)
        .query(Integer.class)
        .single();
  }

  @Test
  void anSmsIsTakenOnceThoughTheAnswerWasLostAndTheServerFailed() throws Exception {
    switches("&failNext=2&loseAnswers=1");
    Message message = message("thutuc-t-1", "0912345678", "Đã có kết quả");

    assertThat(sms().deliver(message)).isInstanceOf(Delivery.Later.class);
    assertThat(sms().deliver(message)).isInstanceOf(Delivery.Later.class);
    assertThat(sms().deliver(message)).isEqualTo(new Delivery.Later("Cổng SMS không trả lời."));
    assertThat(sms().deliver(message)).isInstanceOf(Delivery.Taken.class);

    assertThat(kept("SMS thutuc-t-1")).isEqualTo(1);
    assertThat(came("SMS thutuc-t-1")).as("the lost one and its repetition").isEqualTo(2);
  }

  @Test
  void aNumberThatDoesNotExistIsSaidSo() {
    assertThat(sms().deliver(message("thutuc-t-2", "0912345404", "A")))
        .isInstanceOf(Delivery.Unreachable.class);
    assertThat(kept("SMS thutuc-t-2")).isZero();
  }

  @Test
  void zaloSpeaksItsOwnShape() {
    ZaloRoute zalo =
        new ZaloRoute(
            Settings.none()
                .with("zalo.url", gateway("/zalo/message/template"))
                .with("zalo.token", "demo")
                .with("zalo.templates[ready]", "330875")
                .build(),
            JSON);

    assertThat(zalo.deliver(message("thutuc-t-3", "0912345678", "A")))
        .isInstanceOf(Delivery.Taken.class);
    assertThat(zalo.deliver(message("thutuc-t-3", "0912345678", "A")))
        .isInstanceOf(Delivery.Taken.class);
    assertThat(kept("ZALO thutuc-t-3")).isEqualTo(1);
    assertThat(zalo.deliver(message("thutuc-t-4", "0912345404", "A")))
        .isInstanceOf(Delivery.Unreachable.class);
  }

  @Test
  void itsPageShowsWhatItTookAsText() throws Exception {
    sms().deliver(message("thutuc-t-5", "0912345678", "<script>alert(1)</script>"));

    String page =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(gateway("/")))
                    .header("Accept", "text/html")
                    .build(),
                HttpResponse.BodyHandlers.ofString())
            .body();

    assertThat(page).contains("&lt;script&gt;").doesNotContain("<script>alert");
  }
}
