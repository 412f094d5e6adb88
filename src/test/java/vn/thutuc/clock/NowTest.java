package vn.thutuc.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NowTest {

  private static final Instant REAL = Instant.parse("2026-03-02T02:00:00Z");
  private static final Instant MOVED = Instant.parse("2026-06-30T20:00:00Z");

  private final Now now = new Now(Clock.fixed(REAL, ZoneOffset.UTC));
  private final List<Instant> told = new ArrayList<>();

  @Test
  void tellsRealTimeInVietnam() {
    assertThat(now.instant()).isEqualTo(REAL);
    assertThat(now.local()).isEqualTo("2026-03-02T09:00");
  }

  @Test
  void standsStillWhereItWasMovedUntilReleased() {
    now.moveTo(MOVED);
    assertThat(now.instant()).isEqualTo(MOVED);
    assertThat(now.local()).isEqualTo("2026-07-01T03:00");
    now.release();
    assertThat(now.instant()).isEqualTo(REAL);
  }

  @Test
  void tellsListenersOfMovesAndReleases() {
    now.onMove(told::add);
    now.moveTo(MOVED);
    now.moveTo(REAL);
    now.release();
    now.release();
    assertThat(told).isEqualTo(Arrays.asList(MOVED, REAL, null));
  }

  @Test
  void refusesMovesOnceSealed() {
    now.moveTo(MOVED);
    now.onMove(told::add);
    now.seal();
    assertThat(now.instant()).isEqualTo(REAL);
    assertThat(told).isEqualTo(Collections.singletonList(null));
    assertThatIllegalStateException()
        .isThrownBy(() -> now.moveTo(MOVED))
        .withMessageContaining("sealed");
    assertThat(now.instant()).isEqualTo(REAL);
  }

  @Test
  void tellsMovesOfManyThreadsInTheOrderTheyHappened() throws InterruptedException {
    now.onMove(instant -> told.add(now.instant().equals(instant) ? instant : null));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    IntStream.range(0, 400).forEach(i -> threads.execute(() -> now.moveTo(REAL.plusSeconds(i))));
    threads.shutdown();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(told).hasSize(400).doesNotContainNull();
    assertThat(now.instant()).isEqualTo(told.get(399));
  }
}
