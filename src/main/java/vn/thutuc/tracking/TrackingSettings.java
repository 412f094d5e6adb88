package vn.thutuc.tracking;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where applicants look and how often they may. All of it is the house's own choice: no rule of law
 * known to us sets these numbers.
 *
 * @param address public address of the server as applicants reach it, e.g. {@code
 *     https://motcua.langson.gov.vn}; empty while there is none, then forms print the secret
 *     without a place to look
 * @param keepDays how many days after its end a dossier can still be looked up
 * @param ratingDays how many days a rating can be changed
 * @param window time in which guesses count together
 * @param guessesPerAddress wrong guesses from one network address in a window, on each node
 * @param guessesPerNumber wrong guesses at one number in a window, on all nodes together
 * @param readsPerMinute calls of public addresses from one network address, on each node
 */
@ConfigurationProperties("thutuc.tracking")
record TrackingSettings(
    @DefaultValue("") String address,
    @DefaultValue("365") int keepDays,
    @DefaultValue("7") int ratingDays,
    @DefaultValue("10m") Duration window,
    @DefaultValue("20") int guessesPerAddress,
    @DefaultValue("10") int guessesPerNumber,
    @DefaultValue("240") int readsPerMinute) {

  TrackingSettings {
    address = address.strip().replaceFirst("/+$", "");
    if (!address.isEmpty() && !isWeb(address)) {
      throw new IllegalArgumentException(
          "thutuc.tracking.address is the public address of this server, such as"
              + " https://motcua.example.vn, without ? and #: "
              + address);
    }
    if (keepDays < 1
        || ratingDays < 0
        || window.toSeconds() < 1
        || guessesPerAddress < 1
        || guessesPerNumber < 1
        || readsPerMinute < 1) {
      throw new IllegalArgumentException(
          "thutuc.tracking: rating-days is 0 or more, window a second or more, the others 1 or"
              + " more");
    }
  }

  private static boolean isWeb(String address) {
    try {
      URI uri = URI.create(address);
      return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          && uri.getHost() != null
          && uri.getQuery() == null
          && uri.getFragment() == null;
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }

  /** Address of the tracking page; null while there is no public address. */
  String page() {
    return address.isEmpty() ? null : address + "/tra-cuu/";
  }
}
