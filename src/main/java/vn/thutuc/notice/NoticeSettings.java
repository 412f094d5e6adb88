package vn.thutuc.notice;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a province reaches people. With nothing set nothing is sent (the demo keeps what it would
 * send in its letter box). Passwords and tokens come from the environment.
 *
 * @param templates folder with the province's own templates; empty for {@code mau-thong-bao} in the
 *     folder of the organisation's files, if it is there
 * @param address where officers open the house, for links in mail to them; empty for no link
 * @param expiry how long a notice is worth sending, by event, where it is not as shipped
 * @param timeout how long the other side may take to connect, and to answer; two servers that are
 *     silent one after the other must leave the act its half minute
 * @param mail e-mail
 * @param sms SMS
 * @param zalo Zalo
 */
@ConfigurationProperties("thutuc.notice")
record NoticeSettings(
    @DefaultValue("") String templates,
    @DefaultValue("") String address,
    @DefaultValue Map<String, Duration> expiry,
    @DefaultValue("7s") Duration timeout,
    @DefaultValue Mail mail,
    @DefaultValue Sms sms,
    @DefaultValue Zalo zalo) {

  NoticeSettings {
    expiry
        .keySet()
        .forEach(
            event ->
                require(
                    NoticeEvent.of(event).isPresent(),
                    "expiry names an unknown event '%s'; known: %s"
                        .formatted(event, NoticeEvent.known())));
    expiry.forEach(
        (event, worth) ->
            require(
                worth.compareTo(Duration.ofMinutes(1)) >= 0,
                "expiry.%s is at least one minute".formatted(event)));
    require(!timeout.isNegative() && !timeout.isZero(), "timeout is longer than nothing");
  }

  /** How a mail server is spoken to. */
  enum Security {
    /** Not encrypted: only for a server on the same machine or network. */
    NONE,
    /** Begins in the open and must go over to TLS. */
    STARTTLS,
    /** TLS from the first byte. */
    TLS
  }

  /**
   * E-mail.
   *
   * @param from address notices come from; needed with a provider
   * @param fromName name that stands beside it
   * @param replyTo where answers go; empty for nowhere
   * @param providers servers, asked in this order until one takes the mail
   */
  record Mail(
      @DefaultValue("") String from,
      @DefaultValue("") String fromName,
      @DefaultValue("") String replyTo,
      @DefaultValue List<Provider> providers) {

    Mail {
      require(
          providers.isEmpty() || from.contains("@"),
          "mail.from is the address notices come from; it is needed with a provider");
    }
  }

  /**
   * A mail server.
   *
   * @param name for messages to operators
   * @param host its name
   * @param port its port
   * @param security how it is spoken to
   * @param username login; empty for none
   * @param password from the environment; needed with a login
   */
  record Provider(
      String name,
      String host,
      @DefaultValue("587") int port,
      @DefaultValue("STARTTLS") Security security,
      @DefaultValue("") String username,
      @DefaultValue("") String password) {

    Provider {
      require(host != null && !host.isBlank(), "mail.providers: each needs a host");
      require(
          username.isBlank() || !password.isBlank(),
          "mail.providers: the password of %s is missing; set it in the environment"
              .formatted(host));
      name = name == null || name.isBlank() ? host : name;
    }
  }

  /**
   * An SMS gateway that takes a POST of JSON.
   *
   * @param url its address; empty for none
   * @param header name of the header that carries the token
   * @param tokenPrefix what stands before the token in it
   * @param token from the environment; needed with an address
   * @param sender name the message comes from (brand name)
   * @param body what is sent: JSON in whose texts {@code {requestId}}, {@code {sender}}, {@code
   *     {phone}} and {@code {text}} are replaced
   * @param answer where the answer says what became of it, as a JSON pointer
   * @param reference where the answer says its own number, as a JSON pointer
   * @param taken answers that mean it has the message, a repeated one included
   * @param unreachable answers that mean this number gets no SMS
   * @param international whether numbers are written 84… instead of 0…
   * @param plain whether texts go without Vietnamese marks
   */
  record Sms(
      @DefaultValue("") String url,
      @DefaultValue("Authorization") String header,
      @DefaultValue("Bearer ") String tokenPrefix,
      @DefaultValue("") String token,
      @DefaultValue("") String sender,
      @DefaultValue(
              "{\"requestId\":\"{requestId}\",\"from\":\"{sender}\",\"to\":\"{phone}\",\"text\":\"{text}\"}")
          String body,
      @DefaultValue("/status") String answer,
      @DefaultValue("/id") String reference,
      @DefaultValue({"accepted", "duplicate"}) Set<String> taken,
      @DefaultValue("invalid-number") Set<String> unreachable,
      @DefaultValue("true") boolean international,
      @DefaultValue("false") boolean plain) {

    Sms {
      require(url.isBlank() || isWeb(url), "sms.url is no address: " + url);
      require(
          url.isBlank() || !token.isBlank(),
          "sms.token is missing; set THUTUC_NOTICE_SMS_TOKEN in the environment");
    }
  }

  /**
   * Messages by template at Zalo (ZNS). The shape is as public clients use it; limits of parameters
   * and the full list of error codes are not known (unverified).
   *
   * @param url address of the service; empty for none
   * @param token access token, from the environment
   * @param tokenFile file with the access token, read anew for each message, because tokens live
   *     for about a day; instead of {@code token}
   * @param templates id of the template that Zalo has approved, by the name our template gives
   * @param unreachable error codes that mean this number gets nothing by Zalo
   */
  record Zalo(
      @DefaultValue("") String url,
      @DefaultValue("") String token,
      @DefaultValue("") String tokenFile,
      @DefaultValue Map<String, String> templates,
      @DefaultValue("-118") Set<Integer> unreachable) {

    Zalo {
      require(url.isBlank() || isWeb(url), "zalo.url is no address: " + url);
      require(
          url.isBlank() || !token.isBlank() || !tokenFile.isBlank(),
          "zalo.token is missing; set THUTUC_NOTICE_ZALO_TOKEN in the environment or name a"
              + " zalo.token-file");
    }
  }

  Duration worth(NoticeEvent event) {
    return expiry.getOrDefault(event.key(), event.worth());
  }

  private static boolean isWeb(String url) {
    try {
      String scheme = URI.create(url).getScheme();
      return "https".equals(scheme) || "http".equals(scheme);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void require(boolean right, String wrong) {
    if (!right) {
      throw new IllegalArgumentException("thutuc.notice: " + wrong);
    }
  }
}
