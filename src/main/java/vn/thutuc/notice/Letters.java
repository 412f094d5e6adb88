package vn.thutuc.notice;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Mail for whoever has something of their own to send: by the house's mail servers, in the demo
 * into the letter box. Called outside any transaction.
 */
@Component
public class Letters {

  private static final String PDF = "application/pdf";

  private final Routes routes;

  Letters(Routes routes) {
    this.routes = routes;
  }

  /** Whether mail can be sent at all. */
  public boolean isConnected() {
    return routes.of(Medium.EMAIL).isPresent();
  }

  /**
   * Sends one letter with a PDF.
   *
   * @param key the same for every repetition of the same letter
   * @param to one address
   * @param fileName name of the attached PDF
   * @throws IOException when no server took it; its words are Vietnamese and name no address
   */
  public void send(String key, String to, String subject, String text, String fileName, byte[] pdf)
      throws IOException {
    Route mail =
        routes.of(Medium.EMAIL).orElseThrow(() -> new IOException("Chưa kết nối máy chủ thư."));
    Message letter =
        new Message(
            key,
            to,
            Words.line(subject),
            text,
            null,
            Map.of(),
            List.of(new Message.Attachment(fileName, PDF, pdf)));
    Delivery delivery = mail.deliver(letter);
    if (delivery instanceof Delivery.Later later) {
      throw new IOException(later.reason());
    }
    if (delivery instanceof Delivery.Unreachable unreachable) {
      throw new IOException(unreachable.reason());
    }
  }
}
