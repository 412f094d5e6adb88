package vn.thutuc.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thutuc.HouseTest;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Now;

/** Guesses are counted by network address and by number, on whichever node they are made. */
@HouseTest
class TrackingGateTests {

  private static final TrackingSettings SETTINGS =
      new TrackingSettings("", 365, 7, Duration.ofMinutes(10), 20, 10, 5);

  @Autowired private GuessRows guesses;
  @Autowired private Now now;

  private static int numbers;
  private String number;
  private TrackingGate gate;

  @BeforeEach
  void itIsTuesday() {
    itIs("2026-03-03T09:00");
    number = "H99-260303-%04d".formatted(++numbers);
    gate = node();
  }

  @AfterEach
  void letTheClockGo() {
    now.release();
  }

  private void itIs(String local) {
    now.moveTo(LocalDateTime.parse(local).atZone(WorkingCalendar.ZONE).toInstant());
  }

  /** A node has memory of its own, and the same database. */
  private TrackingGate node() {
    return new TrackingGate(guesses, SETTINGS, now);
  }

  /** How many wrong guesses are looked at. */
  private static int lookedAt(TrackingGate gate, String address, String number, int tries) {
    int looked = 0;
    for (int i = 0; i < tries; i++) {
      try {
        gate.tries(address, number, () -> null);
        looked++;
      } catch (TooManyTries limited) {
        assertThat(limited.seconds()).isBetween(1L, 600L);
      }
    }
    return looked;
  }

  @Test
  void aNumberIsGuessedAtTenTimesInAWindowFromHoweverManyAddresses() {
    int looked =
        IntStream.range(0, 100).map(i -> lookedAt(gate, "203.0.113." + i, number, 3)).sum();

    assertThat(looked).isEqualTo(10);
  }

  @Test
  void aSecondNodeDoesNotDoubleTheGuesses() {
    assertThat(lookedAt(gate, "203.0.113.1", number, 8)).isEqualTo(8);

    assertThat(lookedAt(node(), "203.0.113.2", number, 50)).isEqualTo(2);
    assertThat(lookedAt(node(), "203.0.113.3", number, 50)).isZero();
  }

  @Test
  void anAddressGuessesTwentyTimesAtWhateverNumbers() {
    int looked =
        IntStream.range(0, 100).map(i -> lookedAt(gate, "203.0.113.9", number + i, 1)).sum();

    assertThat(looked).isEqualTo(20);
    assertThat(lookedAt(gate, "203.0.113.10", number + 200, 1)).isEqualTo(1);
  }

  @Test
  void aNetworkOfTheSixthVersionIsOneAddress() {
    int looked =
        IntStream.range(0, 100)
            .map(i -> lookedAt(gate, "2001:db8:1:2::" + Integer.toHexString(i), number + i, 1))
            .sum();

    assertThat(looked).isEqualTo(20);
    assertThat(TrackingGate.network("2001:db8:1:2:3:4:5:6")).isEqualTo("20010db800010002");
    assertThat(TrackingGate.network("[2001:db8:1:2::1]")).isEqualTo("20010db800010002");
    assertThat(TrackingGate.network("a name")).isEqualTo("unknown");
    assertThat(TrackingGate.network(null)).isEqualTo("unknown");
  }

  @Test
  void afterTheWindowOneMayTryAgain() {
    lookedAt(gate, "203.0.113.1", number, 50);
    itIs("2026-03-03T09:10");

    assertThat(lookedAt(gate, "203.0.113.1", number, 50)).isEqualTo(10);
  }

  @Test
  void theRightSecretUsesNothingUp() {
    for (int i = 0; i < 100; i++) {
      assertThat(gate.<String>tries("203.0.113.1", number, () -> "right")).isEqualTo("right");
    }
  }

  @Test
  void whoHasGuessedTooOftenIsRefusedTheRightSecretToo() {
    lookedAt(gate, "203.0.113.1", number, 50);

    assertThatThrownBy(() -> gate.tries("203.0.113.1", number, () -> "right"))
        .isInstanceOf(TooManyTries.class)
        .hasMessageContaining("thử lại sau")
        .hasMessageContaining("phút");
  }

  @Test
  void guessesMadeAtOnceDoNotPassEachOther() throws Exception {
    CyclicBarrier together = new CyclicBarrier(8);
    ExecutorService nodes = Executors.newFixedThreadPool(8);
    int looked = 0;
    try {
      List<Future<Integer>> all =
          IntStream.range(0, 8)
              .mapToObj(
                  i ->
                      nodes.submit(
                          () -> {
                            TrackingGate node = node();
                            together.await();
                            return lookedAt(node, "203.0.113." + i, number, 5);
                          }))
              .toList();
      for (Future<Integer> one : all) {
        looked += one.get();
      }
    } finally {
      nodes.shutdownNow();
    }

    assertThat(looked).isEqualTo(10);
  }

  @Test
  void callsThatGuessNothingAreCountedByTheMinute() {
    for (int i = 0; i < 5; i++) {
      gate.reads("203.0.113.1");
    }

    assertThatThrownBy(() -> gate.reads("203.0.113.1")).isInstanceOf(TooManyTries.class);
    gate.reads("203.0.113.2");
    itIs("2026-03-03T09:01");
    gate.reads("203.0.113.1");
  }
}
