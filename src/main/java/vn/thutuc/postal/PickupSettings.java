package vn.thutuc.postal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the house keeps what it was told for a fetching.
 *
 * @param keepDays days after its dossier was received, or after its order ended otherwise; no rule
 *     of law that says how many is known (unverified)
 */
@ConfigurationProperties("thutuc.postal.pickups")
record PickupSettings(@DefaultValue("90") int keepDays) {

  PickupSettings {
    if (keepDays < 1) {
      throw new IllegalArgumentException(
          "thutuc.postal.pickups.keep-days is 1 or more, not " + keepDays);
    }
  }
}
