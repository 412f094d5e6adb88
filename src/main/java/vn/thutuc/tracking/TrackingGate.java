package vn.thutuc.tracking;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import vn.thutuc.clock.Now;

/**
 * Lets nobody guess: wrong tries are counted by network address on each node and by number on all
 * nodes together. A try counts before it is looked at and is given back when it was right, so those
 * made at once do not pass each other. Who has used up their tries is refused the right secret too:
 * otherwise the refusal would tell a right guess from a wrong one.
 */
@Service
public class TrackingGate {

  /** Only addresses as they are: a name would be asked for in the network. */
  private static final Pattern LITERAL =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*");

  private static final int NETWORK = 8;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Buckets reads;
  private final Buckets addresses;
  private final Buckets numbers;
  private final GuessRows guesses;
  private final TrackingSettings settings;
  private final Now now;

  TrackingGate(GuessRows guesses, TrackingSettings settings, Now now) {
    this.guesses = guesses;
    this.settings = settings;
    this.now = now;
    this.reads = new Buckets(settings.readsPerMinute(), MINUTE, now);
    this.addresses = new Buckets(settings.guessesPerAddress(), settings.window(), now);
    this.numbers = new Buckets(settings.guessesPerNumber(), settings.window(), now);
  }

  /**
   * Counts a call of a public address.
   *
   * @param address network address of the caller
   * @throws TooManyTries when there were too many in a minute
   */
  public void reads(String address) {
    reads.take(network(address));
  }

  /**
   * Lets somebody try, and counts the try when it was a wrong one.
   *
   * @param right answers null for a wrong try
   * @throws TooManyTries when no try is left to the address or the number
   */
  <T> T tries(String address, String number, Supplier<T> right) {
    String network = network(address);
    addresses.take(network);
    try {
      numbers.take(number);
    } catch (TooManyTries spent) {
      // It was not looked at: the address has guessed nothing.
      addresses.giveBack(network);
      throw spent;
    }
    count(number);
    T found = right.get();
    if (found != null) {
      addresses.giveBack(network);
      numbers.giveBack(number);
      guesses.takeBack(number);
    }
    return found;
  }

  private void count(String number) {
    Instant at = now.instant();
    int most = settings.guessesPerNumber();
    GuessRows.Counted counted = guesses.count(number, at, at.minus(settings.window()), most);
    if (counted.guesses() > most) {
      throw new TooManyTries(Duration.between(at, counted.since().plus(settings.window())));
    }
  }

  /** One connection of the sixth version has a whole network of addresses: its first 64 bits. */
  static String network(String address) {
    String bare = address == null ? "" : address.replaceAll("[\\[\\]]|%.*", "");
    if (!LITERAL.matcher(bare).matches()) {
      return "unknown";
    }
    try {
      InetAddress parsed = InetAddress.getByName(bare);
      return parsed instanceof Inet6Address six
          ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK))
          : parsed.getHostAddress();
    } catch (UnknownHostException notAnAddress) {
      return "unknown";
    }
  }
}
