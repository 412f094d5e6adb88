package vn.thutuc.tracking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import vn.thutuc.clock.Now;

/** So many tries in a window for each key, refilled evenly; in the memory of this node. */
final class Buckets {

  /** Keys remembered at most: whoever changes keys faster than this meets the other limits. */
  private static final int MOST = 200_000;

  private static final long NANOS = 1_000_000_000L;

  private final Cache<String, Bucket> buckets;
  private final Bandwidth limit;
  private final TimeMeter meter;

  Buckets(int tries, Duration window, Now now) {
    this.limit = Bandwidth.builder().capacity(tries).refillGreedy(tries, window).build();
    this.meter = new HouseTime(now);
    this.buckets =
        Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(window.multipliedBy(2)).build();
  }

  /**
   * Takes a try.
   *
   * @throws TooManyTries when none is left
   */
  void take(String key) {
    ConsumptionProbe probe = of(key).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new TooManyTries(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  /** Gives a try back: it was no wrong one. */
  void giveBack(String key) {
    of(key).addTokens(1);
  }

  private Bucket of(String key) {
    return buckets.get(
        key, any -> Bucket.builder().addLimit(limit).withCustomTimePrecision(meter).build());
  }

  /** The one "now". */
  private record HouseTime(Now now) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      Instant at = now.instant();
      return at.getEpochSecond() * NANOS + at.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
