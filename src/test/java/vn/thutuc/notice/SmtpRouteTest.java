package vn.thutuc.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thutuc.clock.Now;

/** Mail against real servers: the second takes over from the first, and nothing is told twice. */
class SmtpRouteTest {

  private GreenMail first;
  private GreenMail second;

  @BeforeEach
  void servers() {
    first = server();
    second = server();
  }

  @AfterEach
  void stop() {
    first.stop();
    second.stop();
  }

  private static GreenMail server() {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return server;
  }

  private SmtpRoute route() {
    return new SmtpRoute(
        Settings.none()
            .mailServer(0, "chính", first.getSmtp().getPort())
            .mailServer(1, "dự phòng", second.getSmtp().getPort())
            .with("mail.from-name", "Một cửa tỉnh")
            .with("timeout", "5s")
            .build(),
        new Now());
  }

  private static Message message(String to, Message.Attachment... files) {
    return new Message(
        "thutuc-a1-7",
        to,
        "Đã tiếp nhận hồ sơ",
        "Kính gửi: Nguyễn Thị Ngọc Quỳnh",
        null,
        Map.of(),
        List.of(files));
  }

  private static final String TO = "nguoithu@example.invalid";

  @Test
  void theFirstServerTakesAMailWithItsVietnameseWordsAndItsPaper() throws Exception {
    byte[] slip = {'%', 'P', 'D', 'F'};

    Delivery delivery =
        route().deliver(message(TO, new Message.Attachment("mau-01.pdf", "application/pdf", slip)));

    assertThat(delivery)
        .isEqualTo(
            new Delivery.Taken(
                "<thutuc-a1-7@tinh.example.invalid>", "Thư điện tử, máy chủ chính."));
    MimeMessage mail = only(first);
    assertThat(mail.getSubject()).isEqualTo("Đã tiếp nhận hồ sơ");
    assertThat(mail.getFrom()[0].toString()).contains("motcua@tinh.example.invalid");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    Multipart parts = (Multipart) mail.getContent();
    assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("mau-01.pdf");
    assertThat(second.getReceivedMessages()).isEmpty();
  }

  @Test
  void theSecondTakesOverWhenTheFirstIsDownWithTheSameMessageId() throws Exception {
    SmtpRoute route = route();
    route.deliver(message(TO));
    String id = only(first).getMessageID();
    first.stop();

    Delivery delivery = route.deliver(message(TO));

    assertThat(delivery).isInstanceOf(Delivery.Taken.class);
    assertThat(only(second).getMessageID())
        .isEqualTo(id)
        .isEqualTo("<thutuc-a1-7@tinh.example.invalid>");
  }

  @Test
  void whenBothAreDownItIsTriedLaterAndTheReasonNamesNoAddress() {
    SmtpRoute route = route();
    first.stop();
    second.stop();

    Delivery delivery = route.deliver(message(TO));

    assertThat(delivery).isEqualTo(new Delivery.Later("Máy chủ thư chưa nhận: chính, dự phòng."));
  }

  @Test
  void aServerThatNeverAnswersIsLeftForTheSecond() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      SmtpRoute route =
          new SmtpRoute(
              Settings.none()
                  .mailServer(0, "câm", silent.getLocalPort())
                  .mailServer(1, "dự phòng", second.getSmtp().getPort())
                  .with("timeout", "2s")
                  .build(),
              new Now());

      assertThat(route.deliver(message(TO))).isInstanceOf(Delivery.Taken.class);
    }
    assertThat(second.getReceivedMessages()).hasSize(1);
  }

  @Test
  void anAddressThatEveryServerRefusesGetsNothingAndOneThatIsNoneIsNotTried() throws Exception {
    try (RefusingServer refusing = new RefusingServer(550)) {
      SmtpRoute route = to(refusing);

      assertThat(route.deliver(message("khongco@example.invalid")))
          .isEqualTo(new Delivery.Unreachable("Máy chủ thư từ chối địa chỉ này."));
      assertThat(refusing.asked()).isEqualTo(1);
      assertThat(route.deliver(message("a@b.c,ke@khac.invalid")))
          .isInstanceOf(Delivery.Unreachable.class);
      assertThat(route.deliver(message("a@b.c\r\nBcc: ke@khac.invalid")))
          .isInstanceOf(Delivery.Unreachable.class);
      assertThat(refusing.asked()).isEqualTo(1);
    }
  }

  @Test
  void aMailboxThatIsFullTodayIsTriedLater() throws Exception {
    try (RefusingServer refusing = new RefusingServer(452)) {
      assertThat(to(refusing).deliver(message(TO))).isInstanceOf(Delivery.Later.class);
    }
  }

  private static SmtpRoute to(RefusingServer server) {
    return new SmtpRoute(
        Settings.none().mailServer(0, "chính", server.port()).with("timeout", "5s").build(),
        new Now());
  }

  private static MimeMessage only(GreenMail server) throws IOException {
    assertThat(server.getReceivedMessages()).hasSize(1);
    return server.getReceivedMessages()[0];
  }
}
