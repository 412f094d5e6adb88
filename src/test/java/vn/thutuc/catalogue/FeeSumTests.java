package vn.thutuc.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is due by the fees of the quick procedures, as their facts stand. */
class FeeSumTests {

  private static final Catalogue CATALOGUE = Catalogue.of(Path.of("processes"));

  private static FeeSum fees(String code) {
    LocalDateTime day = LocalDateTime.parse("2026-03-03T09:00");
    Procedure procedure = CATALOGUE.find(code, day).orElseThrow();
    return FeeSum.of(procedure, Channel.COUNTER, null, LocalDate.parse("2026-03-03"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 2000, false",
    "2, 1, 4000, false",
    "3, 1, 5000, false",
    "3, 2, 10000, false",
    "10, 3, 36000, false",
    // 2 × 2,000 + 196 × 1,000 is exactly the most for one copy.
    "198, 1, 200000, false",
    "199, 1, 200000, true",
    "500, 4, 800000, true"
  })
  void aCertifiedCopyIsChargedByThePagesOfTheOriginal(
      int pages, int copies, long amount, boolean capped) {
    FeeSum.Charge charge = fees("2.000815").charge(pages, copies);

    assertThat(charge.amount()).isEqualTo(amount);
    assertThat(charge.capped()).isEqualTo(capped);
  }

  @Test
  void theLinesSayHowTheSumComesAbout() {
    assertThat(fees("2.000815").charge(3, 2).lines())
        .extracting(FeeSum.Line::times, FeeSum.Line::each, FeeSum.Line::amount)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(4L, 2_000L, 8_000L),
            org.assertj.core.groups.Tuple.tuple(2L, 1_000L, 2_000L));
  }

  @Test
  void aSignatureIsChargedByTheCaseAndItsFeeForAbroadIsLeftAside() {
    FeeSum fees = fees("2.000884");

    assertThat(fees.asksPages()).isFalse();
    assertThat(fees.piece()).contains("trường hợp");
    assertThat(fees.charge(0, 3).amount()).isEqualTo(30_000);
  }

  @Test
  void whatTheFactsDoNotGiveIsNotGuessed() {
    assertThat(fees("2.000942").charge(5, 1).amount()).isNull();
    assertThat(fees("2.000942").charge(5, 1).lines()).isEmpty();
  }
}
