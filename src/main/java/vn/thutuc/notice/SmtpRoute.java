package vn.thutuc.notice;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import vn.thutuc.clock.Now;

/**
 * E-mail by SMTP: servers are asked one after the other until one takes the mail. Every sending of
 * a message has the same Message-ID, made of its key, so that a mailbox can tell a repetition.
 */
final class SmtpRoute implements Route {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpRoute.class);
  private static final int PERMANENT = 500;

  private final NoticeSettings.Mail settings;
  private final List<Server> servers;
  private final Now now;

  private record Server(String name, JavaMailSenderImpl sender) {}

  SmtpRoute(NoticeSettings settings, Now now) {
    this.settings = settings.mail();
    this.servers =
        this.settings.providers().stream()
            .map(provider -> new Server(provider.name(), sender(provider, settings)))
            .toList();
    this.now = now;
  }

  @Override
  public Medium medium() {
    return Medium.EMAIL;
  }

  @Override
  public Delivery deliver(Message message) {
    InternetAddress to;
    try {
      to = new InternetAddress(message.to(), true);
    } catch (AddressException e) {
      return new Delivery.Unreachable("Địa chỉ thư điện tử không đúng dạng.");
    }
    List<String> failed = new ArrayList<>();
    boolean refusedEverywhere = true;
    for (Server server : servers) {
      try {
        server.sender().send(mime(server.sender(), message, to));
        return new Delivery.Taken(
            messageId(message), "Thư điện tử, máy chủ %s.".formatted(server.name()));
      } catch (MailException e) {
        boolean refused = isAddressRefused(e);
        refusedEverywhere &= refused;
        failed.add(server.name());
        // The exception's own words name the address.
        LOG.warn(
            "Mail server {} did not take {}: {}",
            server.name(),
            message.key(),
            refused ? "address refused" : kind(e));
      }
    }
    return refusedEverywhere
        ? new Delivery.Unreachable("Máy chủ thư từ chối địa chỉ này.")
        : new Delivery.Later("Máy chủ thư chưa nhận: %s.".formatted(String.join(", ", failed)));
  }

  private MimeMessage mime(JavaMailSenderImpl sender, Message message, InternetAddress to) {
    MimeMessage mime = sender.createMimeMessage();
    try {
      MimeMessageHelper helper =
          new MimeMessageHelper(mime, !message.files().isEmpty(), StandardCharsets.UTF_8.name());
      helper.setFrom(
          settings.fromName().isBlank()
              ? new InternetAddress(settings.from())
              : new InternetAddress(
                  settings.from(), settings.fromName(), StandardCharsets.UTF_8.name()));
      if (!settings.replyTo().isBlank()) {
        helper.setReplyTo(settings.replyTo());
      }
      helper.setTo(to);
      helper.setSubject(message.subject());
      helper.setText(message.text(), false);
      helper.setSentDate(Date.from(now.instant()));
      for (Message.Attachment file : message.files()) {
        helper.addAttachment(file.name(), new ByteArrayResource(file.content()), file.type());
      }
      mime.setHeader("Message-ID", messageId(message));
      mime.setHeader("Auto-Submitted", "auto-generated");
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new IllegalStateException("A mail cannot be composed", e);
    }
    return mime;
  }

  private String messageId(Message message) {
    String from = settings.from();
    return "<%s@%s>".formatted(message.key(), from.substring(from.lastIndexOf('@') + 1));
  }

  /** Refused for good (5xx) for the address, not for the server's own trouble. */
  private static boolean isAddressRefused(Throwable failure) {
    if (failure instanceof SMTPAddressFailedException refused) {
      return refused.getReturnCode() >= PERMANENT;
    }
    if (failure instanceof MailSendException several) {
      for (Exception one : several.getMessageExceptions()) {
        if (isAddressRefused(one)) {
          return true;
        }
      }
    }
    if (failure instanceof MessagingException chain
        && chain.getNextException() != null
        && isAddressRefused(chain.getNextException())) {
      return true;
    }
    return failure.getCause() != null
        && failure.getCause() != failure
        && isAddressRefused(failure.getCause());
  }

  private static String kind(Throwable failure) {
    Throwable root = failure;
    if (failure instanceof MailSendException several && several.getMessageExceptions().length > 0) {
      root = several.getMessageExceptions()[0];
    }
    return HttpRoutes.kind(root);
  }

  private static JavaMailSenderImpl sender(
      NoticeSettings.Provider provider, NoticeSettings settings) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost(provider.host());
    sender.setPort(provider.port());
    sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
    String protocol = provider.security() == NoticeSettings.Security.TLS ? "smtps" : "smtp";
    sender.setProtocol(protocol);
    if (!provider.username().isBlank()) {
      sender.setUsername(provider.username());
      sender.setPassword(provider.password());
    }
    Properties properties = sender.getJavaMailProperties();
    String prefix = "mail." + protocol + ".";
    String millis = String.valueOf(settings.timeout().toMillis());
    for (String limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      properties.setProperty(prefix + limit, millis);
    }
    properties.setProperty(prefix + "auth", String.valueOf(!provider.username().isBlank()));
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    if (provider.security() == NoticeSettings.Security.STARTTLS) {
      properties.setProperty(prefix + "starttls.enable", "true");
      properties.setProperty(prefix + "starttls.required", "true");
    }
    return sender;
  }
}
