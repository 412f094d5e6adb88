package vn.thutuc.outbound;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import vn.thutuc.clock.Now;

/** How long the oldest act of each connected system has waited: the one figure to watch. */
@Component
@Profile("!rehearsal")
class OutboundMeters implements MeterBinder {

  private final OutboundRows rows;
  private final Channels channels;
  private final Now now;

  OutboundMeters(OutboundRows rows, Channels channels, Now now) {
    this.rows = rows;
    this.channels = channels;
    this.now = now;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    channels
        .systems()
        .forEach(
            system ->
                Gauge.builder("thutuc.outbound.oldest.unsent", () -> age(system))
                    .baseUnit("seconds")
                    .tag("system", system)
                    .description("Age of the oldest act that waits to be sent; 0 when none waits")
                    .register(registry));
  }

  private double age(String system) {
    return rows.oldest(system)
        .map(oldest -> (double) Duration.between(oldest, now.instant()).toSeconds())
        .orElse(0.0);
  }
}
