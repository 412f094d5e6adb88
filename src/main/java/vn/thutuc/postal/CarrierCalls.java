package vn.thutuc.postal;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import vn.thutuc.clock.Now;

/**
 * Call-backs of the carrier. Each is signed by HMAC-SHA256 over its time, a dot and its body with a
 * secret both sides hold; how VNPost signs, if it calls back at all, is not known.
 */
@Service
public class CarrierCalls {

  private static final Logger LOG = LoggerFactory.getLogger(CarrierCalls.class);
  private static final String ALGORITHM = "HmacSHA256";

  private final ObjectProvider<Carrier> carrier;
  private final ParcelEvents events;
  private final PostalSettings settings;
  private final Now now;

  CarrierCalls(
      ObjectProvider<Carrier> carrier, ParcelEvents events, PostalSettings settings, Now now) {
    this.carrier = carrier;
    this.events = events;
    this.settings = settings;
    this.now = now;
  }

  /** A call-back that nobody believes; nothing of it was read. */
  public static final class Forged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Forged(String message) {
      super(message);
    }
  }

  /**
   * What became of a call-back.
   *
   * @param moved parcels that went forward
   * @param kept words kept that change nothing
   * @param again words that were said before
   * @param unknown words about parcels that are not ours
   */
  public record Heard(int moved, int kept, int again, int unknown) {}

  /**
   * Takes a call-back in.
   *
   * @param time seconds since 1970, as the header says
   * @param signature hexadecimal, as the header says
   * @throws Forged when the signature or the time is wrong, or no carrier is connected
   * @throws IllegalArgumentException when the body cannot be read
   */
  public Heard heard(byte[] body, String time, String signature) {
    Carrier connected = carrier.getIfAvailable();
    if (connected == null) {
      throw new Forged("no carrier is connected");
    }
    require(body, time, signature);
    Map<ParcelEvents.Taken, Integer> counts = new EnumMap<>(ParcelEvents.Taken.class);
    for (Carrier.Said said : connected.read(body)) {
      counts.merge(takeIn(events, said, "CALLBACK"), 1, Integer::sum);
    }
    return new Heard(
        counts.getOrDefault(ParcelEvents.Taken.MOVED, 0),
        counts.getOrDefault(ParcelEvents.Taken.KEPT, 0),
        counts.getOrDefault(ParcelEvents.Taken.AGAIN, 0),
        counts.getOrDefault(ParcelEvents.Taken.UNKNOWN, 0));
  }

  /**
   * Takes in one thing said. When the process cannot go on now, what was said is kept all the same,
   * and the process is told at the next look.
   */
  static ParcelEvents.Taken takeIn(ParcelEvents events, Carrier.Said said, String source) {
    try {
      return events.said(said, source, true);
    } catch (RuntimeException e) {
      LOG.warn("The process of the order {} could not be told now; told later", said.number(), e);
      return events.said(said, source, false);
    }
  }

  private void require(byte[] body, String time, String signature) {
    Instant at;
    try {
      at = Instant.ofEpochSecond(Long.parseLong(time == null ? "" : time));
    } catch (RuntimeException e) {
      throw new Forged("no time");
    }
    byte[] given;
    try {
      given = HexFormat.of().parseHex(signature == null ? "" : signature);
    } catch (IllegalArgumentException e) {
      throw new Forged("no signature");
    }
    if (!MessageDigest.isEqual(sign(settings.callbackSecret(), time, body), given)) {
      throw new Forged("wrong signature");
    }
    if (Duration.between(at, now.instant()).abs().compareTo(settings.replayWindow()) > 0) {
      throw new Forged("stale");
    }
  }

  /** The signature of a body at a time. */
  static byte[] sign(String secret, String time, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("This Java has no " + ALGORITHM, e);
    }
  }

  /** Headers of a call-back. */
  public static final List<String> HEADERS = List.of("X-Thutuc-Time", "X-Thutuc-Signature");
}
