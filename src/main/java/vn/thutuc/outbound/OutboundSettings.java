package vn.thutuc.outbound;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How acts are brought out.
 *
 * @param giveUpAfter how long an act is tried before somebody has to look
 * @param firstPause pause after the first failed attempt; doubles with each
 * @param longestPause the longest pause between two attempts
 * @param lease how long a node keeps the acts it has taken; after a kill others take them then
 * @param batch how many acts of a system a node takes at once
 * @param look pause between two looks for acts
 */
@ConfigurationProperties("thutuc.outbound")
record OutboundSettings(
    @DefaultValue("24h") Duration giveUpAfter,
    @DefaultValue("10s") Duration firstPause,
    @DefaultValue("30m") Duration longestPause,
    @DefaultValue("10m") Duration lease,
    @DefaultValue("10") int batch,
    @DefaultValue("1s") Duration look) {

  /** The pause after so many failed attempts. */
  Duration pause(int attempts) {
    Duration pause = firstPause;
    for (int i = 1; i < attempts && pause.compareTo(longestPause) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(longestPause) > 0 ? longestPause : pause;
  }
}
