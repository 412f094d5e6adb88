package vn.thutuc.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thutuc.HouseTest;

/**
 * Numbers of forms have no gap, whoever asks for one at the same moment, here or on another node.
 */
@HouseTest
class FormNumbersTests {

  private static final int DESKS = 6;
  private static final int EACH = 20;

  @Autowired private FormNumbers numbers;
  @Autowired private PlatformTransactionManager transactions;

  private int next(String unit, FormKind kind, int year) {
    return new TransactionTemplate(transactions)
        .execute(status -> numbers.next(unit, kind, year).sequence());
  }

  @Test
  void eachAgencyFormAndYearCountsFromOne() {
    assertThat(next("H37.13", FormKind.RECEIPT, 2026)).isEqualTo(1);
    assertThat(next("H37.13", FormKind.RECEIPT, 2026)).isEqualTo(2);
    assertThat(next("H37.13", FormKind.SUPPLEMENT, 2026)).isEqualTo(1);
    assertThat(next("H37.13", FormKind.RECEIPT, 2027)).isEqualTo(1);
    assertThat(next("H37.14", FormKind.RECEIPT, 2026)).isEqualTo(1);
  }

  @Test
  void whatIsRolledBackLeavesNoGapAlsoWithManyDesksAtOnce() throws Exception {
    List<Integer> kept = new ArrayList<>();
    ExecutorService desks = Executors.newFixedThreadPool(DESKS);
    try {
      List<Future<List<Integer>>> work =
          IntStream.range(0, DESKS).mapToObj(desk -> desks.submit(this::numbersOfADesk)).toList();
      for (Future<List<Integer>> desk : work) {
        kept.addAll(desk.get());
      }
    } finally {
      desks.shutdownNow();
    }

    int expected = DESKS * EACH * 3 / 4;
    assertThat(kept)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, expected).boxed().toList());
  }

  /** Every fourth form fails after it has its number. */
  private List<Integer> numbersOfADesk() {
    List<Integer> kept = new ArrayList<>();
    for (int i = 1; i <= EACH; i++) {
      boolean fails = i % 4 == 0;
      Integer given =
          new TransactionTemplate(transactions)
              .execute(
                  status -> {
                    int sequence = numbers.next("H37.15", FormKind.CONTROL, 2026).sequence();
                    if (fails) {
                      status.setRollbackOnly();
                    }
                    return sequence;
                  });
      if (!fails) {
        kept.add(given);
      }
    }
    return kept;
  }
}
