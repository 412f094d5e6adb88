package vn.thutuc.postal;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Fallback;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** By the mail server of {@code spring.mail}, where nobody else sends the house's mail. */
@Component
@Fallback
class SpringResultMail implements ResultMail {

  private final ObjectProvider<JavaMailSender> sender;
  private final String from;

  SpringResultMail(
      ObjectProvider<JavaMailSender> sender,
      @Value("${thutuc.returns.from:khong-tra-loi@localhost}") String from) {
    this.sender = sender;
    this.from = from;
  }

  @Override
  public boolean isConnected() {
    return sender.getIfAvailable() != null;
  }

  @Override
  public void send(String key, String to, String subject, String text, String file, byte[] pdf)
      throws Exception {
    JavaMailSender server = sender.getObject();
    MimeMessage letter = server.createMimeMessage();
    MimeMessageHelper parts = new MimeMessageHelper(letter, true, StandardCharsets.UTF_8.name());
    parts.setFrom(from);
    parts.setTo(to);
    parts.setSubject(subject);
    parts.setText(text);
    parts.addAttachment(file, new ByteArrayResource(pdf), "application/pdf");
    // A repetition is the same letter: readers that know the id show it once.
    letter.saveChanges();
    letter.setHeader("Message-ID", "<" + key + "@thutuc>");
    server.send(letter);
  }
}
