package vn.thutuc.postal;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the house is connected with the post. Without a carrier nothing is: acts stay written and
 * people hand over and confirm as before.
 *
 * @param carrier {@code none} or {@code vnpost}
 * @param address base address of the carrier's interface
 * @param customerKey given by the carrier
 * @param secretKey given by the carrier; from the environment only
 * @param customerCode the house as the carrier's customer
 * @param callbackSecret what call-backs are signed with; from the environment only
 * @param replayWindow how far the time of a call-back may be from now
 * @param connectTimeout for each call
 * @param readTimeout for each call
 * @param codes the carrier's codes and what they stand for, a CSV file
 * @param places names of places and the carrier's codes of them, a CSV file
 * @param province the carrier's code of the house's own province, taken where an address names none
 * @param collectFees whether the carrier collects fees that are due and were not taken
 * @param takenStatus what the carrier answers for an order taken (unverified)
 * @param againStatus what it answers for an order number it has already (unverified)
 * @param addresses street addresses of desks by id of the unit; without one its name and place
 * @param silentAfter after how many days without a word an officer may enter the outcome
 */
@ConfigurationProperties("thutuc.postal")
record PostalSettings(
    @DefaultValue("none") String carrier,
    String address,
    String customerKey,
    String secretKey,
    String customerCode,
    String callbackSecret,
    @DefaultValue("5m") Duration replayWindow,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("10s") Duration readTimeout,
    @DefaultValue("classpath:postal/vnpost-codes.csv") String codes,
    @DefaultValue("classpath:postal/vnpost-places.csv") String places,
    String province,
    @DefaultValue("false") boolean collectFees,
    @DefaultValue("1") String takenStatus,
    @DefaultValue("2") String againStatus,
    @DefaultValue Map<String, String> addresses,
    @DefaultValue("3") int silentAfter) {

  private static final int LEAST_SECRET = 16;

  PostalSettings {
    if (!carrier.equals("none") && !carrier.equals("vnpost")) {
      throw new IllegalArgumentException(
          "thutuc.postal.carrier is none or vnpost, not '" + carrier + "'");
    }
    if (carrier.equals("vnpost")
        && Stream.of(address, customerKey, secretKey, customerCode, callbackSecret, province)
            .anyMatch(text -> text == null || text.isBlank())) {
      throw new IllegalArgumentException(
          "thutuc.postal.carrier is vnpost: set address, customer-key, secret-key, customer-code,"
              + " callback-secret and province, the secrets by the environment"
              + " (THUTUC_POSTAL_SECRETKEY, THUTUC_POSTAL_CALLBACKSECRET)");
    }
    if (carrier.equals("vnpost") && callbackSecret.length() < LEAST_SECRET) {
      throw new IllegalArgumentException(
          "thutuc.postal.callback-secret has at least " + LEAST_SECRET + " characters");
    }
  }

  /** Whether a carrier is connected. */
  boolean isConnected() {
    return !carrier.equals("none");
  }

  /** Prints no secrets. */
  @Override
  public String toString() {
    return "PostalSettings[carrier=" + carrier + ", address=" + address + "]";
  }
}
