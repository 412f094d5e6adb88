package vn.thutuc.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pauses between attempts double, and none is longer than the longest. */
class OutboundSettingsTest {

  private final OutboundSettings settings =
      new OutboundSettings(
          Duration.ofHours(24),
          Duration.ofSeconds(10),
          Duration.ofMinutes(30),
          Duration.ofMinutes(10),
          10,
          Duration.ofSeconds(1));

  @ParameterizedTest
  @CsvSource({"1,10", "2,20", "3,40", "8,1280", "9,1800", "10,1800", "1000000,1800"})
  void pausesDouble(int attempts, long seconds) {
    assertThat(settings.pause(attempts)).isEqualTo(Duration.ofSeconds(seconds));
  }
}
