package vn.thutuc.clock;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random dossiers: minutes of 2019 to 2026, terms of every unit, pauses in order. */
final class Cases {

  private static final LocalDateTime FIRST = LocalDateTime.parse("2019-01-02T00:00");
  private static final int MINUTES = 60 * 24 * 365 * 7;
  private static final int LONGEST_GAP = 60 * 24 * 25;

  private Cases() {}

  /** A dossier and its pauses. */
  record Case(LocalDateTime received, Term term, List<Pause> pauses) {}

  /** From the end of the gap before (in minutes) to its own length, and what it does. */
  private record Gap(int before, int length, PauseMode mode, Term amount) {}

  static Arbitrary<Case> cases(PauseMode... modes) {
    return Combinators.combine(moments(), terms(), gaps(modes).list().ofMaxSize(3))
        .as((received, term, gaps) -> new Case(received, term, pauses(received, gaps)));
  }

  static Arbitrary<LocalDateTime> moments() {
    return Arbitraries.oneOf(
            Arbitraries.integers().between(0, MINUTES).withoutEdgeCases(), quarterHours())
        .map(FIRST::plusMinutes);
  }

  private static Arbitrary<Integer> quarterHours() {
    return Arbitraries.integers().between(0, MINUTES / 30).withoutEdgeCases().map(n -> n * 30);
  }

  static Arbitrary<Term> terms() {
    return Arbitraries.of(TermUnit.values()).flatMap(Cases::termsOf);
  }

  static Arbitrary<Term> termsOf(TermUnit unit) {
    if (unit == TermUnit.SAME_DAY) {
      return Arbitraries.of(Term.parse("sd"), Term.parse("sd@16:00"));
    }
    int most = unit == TermUnit.MONTH ? 6 : unit == TermUnit.CLOCK_HOUR ? 120 : 40;
    return Arbitraries.integers().between(1, most).map(amount -> Term.of(amount, unit));
  }

  private static Arbitrary<Gap> gaps(PauseMode... modes) {
    Arbitrary<Integer> length =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, LONGEST_GAP),
            Arbitraries.integers().between(0, LONGEST_GAP / 30).map(n -> n * 30),
            Arbitraries.integers().between(0, 60 * 16));
    return Combinators.combine(
            length, length, Arbitraries.of(modes), termsOf(TermUnit.WORKING_DAY), terms())
        .as((before, own, mode, days, any) -> new Gap(before, own, mode, amount(mode, days, any)));
  }

  private static Term amount(PauseMode mode, Term days, Term any) {
    return switch (mode) {
      case PLUS -> days;
      case WITH -> any;
      case CONTINUE, RESTART -> null;
    };
  }

  private static List<Pause> pauses(LocalDateTime received, List<Gap> gaps) {
    List<Pause> pauses = new ArrayList<>();
    LocalDateTime at = received;
    for (Gap gap : gaps) {
      LocalDateTime from = at.plusMinutes(gap.before());
      at = from.plusMinutes(gap.length());
      pauses.add(new Pause(from, at, gap.mode(), gap.amount(), null));
    }
    return pauses;
  }
}
