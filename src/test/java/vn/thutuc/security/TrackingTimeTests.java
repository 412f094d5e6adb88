package vn.thutuc.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** How long an answer takes does not tell whether there is such a dossier. */
@TestPropertySource(
    properties = {
      "thutuc.test.own=tracking-without-limits",
      "thutuc.tracking.reads-per-minute=1000000",
      "thutuc.tracking.guesses-per-address=1000000",
      "thutuc.tracking.guesses-per-number=1000000"
    })
class TrackingTimeTests extends SecurityCase {

  private static final int TIMES = 400;
  private static final int WARM = 100;

  private long nanos(Web.Caller caller, String number) {
    long from = System.nanoTime();
    Web.Answer answer =
        caller.post("/api/public/tracking", Map.of("number", number, "secret", "0".repeat(12)));
    long taken = System.nanoTime() - from;
    assertThat(answer.status()).isEqualTo(404);
    return taken;
  }

  @Test
  void anUnknownNumberTakesAsLongAsAWrongSecret() {
    String number = permitAtTheSpecialist();
    Web.Caller caller = web.nobody();
    long[] wrong = new long[TIMES];
    long[] unknown = new long[TIMES];
    for (int i = -WARM; i < TIMES; i++) {
      long one = nanos(caller, number);
      long other = nanos(caller, "H37.12-990101-0001");
      if (i >= 0) {
        wrong[i] = one;
        unknown[i] = other;
      }
    }
    Arrays.sort(wrong);
    Arrays.sort(unknown);
    double ratio = (double) wrong[TIMES / 2] / unknown[TIMES / 2];
    System.out.printf(
        "median of %d: wrong secret %.2f ms, unknown number %.2f ms%n",
        TIMES, wrong[TIMES / 2] / 1e6, unknown[TIMES / 2] / 1e6);

    // Every question to the database would show: each takes a fifth of an answer or more.
    assertThat(ratio).isBetween(0.8, 1.25);
  }
}
