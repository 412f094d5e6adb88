package vn.thutuc.story;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.thutuc.outbound.ActState;

/**
 * Mail servers and an SMS gateway that fail: officers' acts stand, and each applicant is told once.
 */
class NoticeFaultStories extends NoticeStory {

  private static final String EMAIL = "duocbao@example.invalid";
  private static final String PHONE = "0912345678";
  private static final int FIRST = freePort();
  private static final int SECOND = freePort();
  private static final WireMockServer GATEWAY =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());

  private final List<GreenMail> servers = new ArrayList<>();
  private GreenMail first;
  private GreenMail second;

  @DynamicPropertySource
  static void addresses(DynamicPropertyRegistry properties) {
    GATEWAY.start();
    properties.add("thutuc.notice.timeout", () -> "5s");
    properties.add("thutuc.notice.mail.from", () -> "motcua@tinh.example.invalid");
    for (int server = 0; server < 2; server++) {
      String provider = "thutuc.notice.mail.providers[" + server + "].";
      String port = String.valueOf(server == 0 ? FIRST : SECOND);
      properties.add(provider + "name", () -> port.equals(String.valueOf(FIRST)) ? "A" : "B");
      properties.add(provider + "host", () -> "127.0.0.1");
      properties.add(provider + "port", () -> port);
      properties.add(provider + "security", () -> "NONE");
    }
    properties.add("thutuc.notice.sms.url", () -> GATEWAY.baseUrl() + "/sms");
    properties.add("thutuc.notice.sms.token", () -> "bimat");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void stopTheGateway() {
    GATEWAY.stop();
  }

  @BeforeEach
  void begin() {
    nothingWaits();
    GATEWAY.resetAll();
  }

  @AfterEach
  void stopTheServers() {
    servers.forEach(GreenMail::stop);
  }

  private GreenMail starts(int port) {
    GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    servers.add(server);
    return server;
  }

  private void bothRun() {
    first = starts(FIRST);
    second = starts(SECOND);
  }

  @Test
  void whenTheFirstServerIsDownTheSecondTakesTheMail() throws Exception {
    bothRun();
    isAccepted(somebody(PHONE, EMAIL), null);
    drain.drain("NOTICE");
    assertThat(first.getReceivedMessages()).hasSize(1);
    assertThat(notice("received").words()).isEqualTo("Thư điện tử, máy chủ A.");
    first.stop();

    isReady();
    drain.drain("NOTICE");

    assertThat(notice("ready").words()).isEqualTo("Thư điện tử, máy chủ B.");
    MimeMessage mail = second.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("Đã có kết quả hồ sơ " + number);
    assertThat(mail.getMessageID())
        .isEqualTo(
            jdbc.sql("select reference from outbound_act where id = ?")
                .param(notice("ready").id())
                .query(String.class)
                .single())
        .matches("<thutuc-[0-9a-z]+-\\d+@tinh\\.example\\.invalid>");
  }

  @Test
  void noServerForAnHourRollsNothingBackAndEverybodyIsToldOnceAfterwards() throws Exception {
    int tried = 0;
    isAccepted(somebody(null, EMAIL), null);
    for (int minute = 0; minute < 60; minute++) {
      tried += drain.drain("NOTICE");
      itIs(now.local().plusMinutes(1).toString());
    }
    assertThat(notice("received").state()).isEqualTo(ActState.WRITTEN);
    assertThat(notice("received").words()).isEqualTo("Máy chủ thư chưa nhận: A, B.");
    isReady();
    assertThat(dossier().state().code()).as("the officers' work went on").isEqualTo("9");
    assertThat(journal()).contains("READY", "RESULT_ISSUED");

    bothRun();
    itIs(now.local().plusMinutes(30).toString());
    tried += drain.drain("NOTICE");
    drain.drain("NOTICE");

    List<String> subjects =
        Stream.of(first.getReceivedMessages()).map(NoticeFaultStories::subject).toList();
    assertThat(subjects)
        .containsExactly("Đã tiếp nhận hồ sơ " + number, "Đã có kết quả hồ sơ " + number);
    assertThat(second.getReceivedMessages()).isEmpty();
    assertThat(notice("received").state()).isEqualTo(ActState.SENT);
    System.out.printf(
        "mail servers down for an hour: written 2, tried %d, taken %d, duplicated %d, lost %d%n",
        tried,
        subjects.size(),
        subjects.size() - subjects.stream().distinct().count(),
        2 - subjects.stream().distinct().count());
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anSmsGatewayThatFailsGetsTheSameRequestUntilItAnswers() {
    isAccepted(somebody(PHONE, null), null);
    GATEWAY.stubFor(post("/sms").willReturn(serverError()));
    for (int minute = 0; minute < 60; minute++) {
      drain.drain("NOTICE");
      itIs(now.local().plusMinutes(1).toString());
    }
    int failed =
        GATEWAY.countRequestsMatching(postRequestedFor(urlEqualTo("/sms")).build()).getCount();
    assertThat(failed).isBetween(5, 15);
    assertThat(notice("received").words()).isEqualTo("Cổng SMS trả lời mã 500.");
    GATEWAY.stubFor(post("/sms").willReturn(okJson("{\"status\":\"accepted\",\"id\":\"SMS-9\"}")));

    itIs(now.local().plusMinutes(30).toString());
    drain.drain("NOTICE");
    drain.drain("NOTICE");

    assertThat(notice("received").state()).isEqualTo(ActState.SENT);
    List<String> ids =
        GATEWAY.getAllServeEvents().stream()
            .map(event -> event.getRequest().getBodyAsString())
            .map(body -> body.replaceAll(".*\"requestId\":\"([^\"]+)\".*", "$1"))
            .toList();
    assertThat(ids).hasSize(failed + 1).containsOnly(ids.get(0));
    assertThat(ids.get(0)).endsWith("-" + notice("received").id());
  }

  @Test
  void aMailThatNobodyTakesForThisAddressGoesToTheTelephone() {
    isAccepted(somebody(PHONE, "khong phai dia chi"), null);
    GATEWAY.stubFor(post("/sms").willReturn(okJson("{\"status\":\"accepted\",\"id\":\"SMS-1\"}")));

    drain.drain("NOTICE");

    assertThat(notice("received").state()).isEqualTo(ActState.SENT);
    assertThat(notice("received").words()).isEqualTo("Tin nhắn SMS.");
  }

  @Test
  void whatMustBeToldAndReachesNobodyIsForSomebodyToSettle() {
    isAccepted(somebody(PHONE, null), null);
    GATEWAY.stubFor(post("/sms").willReturn(okJson("{\"status\":\"invalid-number\"}")));

    drain.drain("NOTICE");

    assertThat(notice("received").state()).isEqualTo(ActState.FAILED);
    assertThat(notice("received").words())
        .contains("Cổng SMS báo số điện thoại này không nhận được tin", "Hãy gọi điện")
        .doesNotContain(PHONE);
    assertThat(
            engine
                .getRuntimeService()
                .createIncidentQuery()
                .incidentType("outbound")
                .configuration(String.valueOf(notice("received").id()))
                .count())
        .isEqualTo(1);
  }

  @Test
  void nothingThatIsKeptOfAnActNamesTheApplicant() {
    bothRun();
    isAccepted(somebody(PHONE, EMAIL), null);
    drain.drain("NOTICE");

    List<String> kept =
        jdbc.sql(
                """
                select concat_ws(' ', a.event, a.turn, a.data::text, a.words, a.reference, t.words)
                from outbound_act a join dossier d on d.id = a.dossier_id
                  left join outbound_attempt t on t.act_id = a.id
                where d.number = ?
                """)
            .param(number)
            .query(String.class)
            .list();
    assertThat(kept).isNotEmpty();
    for (String secret : Arrays.asList(EMAIL, PHONE, "Được Báo")) {
      assertThat(kept).noneMatch(text -> text.contains(secret));
    }
  }
}
