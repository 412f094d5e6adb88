package vn.thutuc.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thutuc.HouseTest;
import vn.thutuc.dossier.RegisterCounters;
import vn.thutuc.organisation.Organisation;

/** The registers of papers have no gap, whoever asks for a number at the same moment. */
@HouseTest
class PaperNumbersTests {

  private static final int CLERKS = 6;
  private static final int EACH = 20;

  @Autowired private PaperNumbers numbers;
  @Autowired private RegisterCounters counters;
  @Autowired private Organisation organisation;
  @Autowired private PlatformTransactionManager transactions;

  private String next(PaperNumbers from, String unit, PaperKind kind, int year) {
    return new TransactionTemplate(transactions)
        .execute(status -> from.next(unit, kind, year, unit).text());
  }

  @Test
  void eachAgencyRegisterAndYearCountsFromOneAndLettersShareARegister() {
    assertThat(next(numbers, "H37.13", PaperKind.DECISION, 2026)).isEqualTo("01/QĐ-STC");
    assertThat(next(numbers, "H37.13", PaperKind.DECISION, 2026)).isEqualTo("02/QĐ-STC");
    assertThat(next(numbers, "H37.13", PaperKind.DECISION, 2027)).isEqualTo("01/QĐ-STC");
    assertThat(next(numbers, "H37.13", PaperKind.LETTER, 2026)).isEqualTo("01/STC");
    assertThat(next(numbers, "H37.13", PaperKind.REFUSAL, 2026)).isEqualTo("02/STC");
    assertThat(next(numbers, "H37.18", PaperKind.LICENCE, 2026)).isEqualTo("01/GP-SKHCN");
    assertThat(next(numbers, "H37.201", PaperKind.CERTIFICATE, 2026)).isEqualTo("01/GCN-UBND");
  }

  @Test
  void aRegisterBegunOnPaperGoesOnWhereThatEnded() {
    PaperNumbers own =
        new PaperNumbers(
            counters,
            new DraftingSettings(
                "{sequence}/{kind}-{unit}",
                "{sequence}/{unit}",
                Map.of("H37.16", "SCTLS"),
                Map.of("H37.16/quyet-dinh/2026", 813)),
            organisation);

    assertThat(next(own, "H37.16", PaperKind.DECISION, 2026)).isEqualTo("813/QĐ-SCTLS");
    assertThat(next(own, "H37.16", PaperKind.DECISION, 2026)).isEqualTo("814/QĐ-SCTLS");
    assertThatThrownBy(() -> new DraftingSettings("{year}", "{sequence}", Map.of(), Map.of()))
        .hasMessageContaining("needs {sequence}");
  }

  @Test
  void whatIsRolledBackLeavesNoGapAlsoWithManyClerksAtOnce() throws Exception {
    List<Integer> kept = new ArrayList<>();
    ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
    try {
      List<Future<List<Integer>>> work =
          IntStream.range(0, CLERKS)
              .mapToObj(clerk -> clerks.submit(this::numbersOfAClerk))
              .toList();
      for (Future<List<Integer>> clerk : work) {
        kept.addAll(clerk.get());
      }
    } finally {
      clerks.shutdownNow();
    }

    int expected = CLERKS * EACH * 3 / 4;
    assertThat(kept)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, expected).boxed().toList());
  }

  /** Every fourth paper fails after it has its number. */
  private List<Integer> numbersOfAClerk() {
    List<Integer> kept = new ArrayList<>();
    for (int i = 1; i <= EACH; i++) {
      boolean fails = i % 4 == 0;
      Integer given =
          new TransactionTemplate(transactions)
              .execute(
                  status -> {
                    int sequence =
                        numbers.next("H37.15", PaperKind.NOTICE, 2026, "H37.15").sequence();
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
