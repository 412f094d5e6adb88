package vn.thutuc.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.thutuc.clock.Pause;
import vn.thutuc.clock.PauseMode;
import vn.thutuc.clock.Term;

/** Pauses side by side: one standstill, counted once. */
class StandstillTest {

  private static LocalDateTime day(int day) {
    return LocalDateTime.of(2026, 3, day, 9, 0);
  }

  private static Pause waiting(int from, Integer to) {
    return Pause.continuing(day(from), to == null ? null : day(to), "Chờ cơ quan khác");
  }

  private static Pause restarting(int from, int to) {
    return Pause.restarting(day(from), day(to), "Chờ bổ sung");
  }

  @Test
  void pausesOneAfterAnotherStayAsTheyAre() {
    List<Pause> pauses = List.of(waiting(2, 4), restarting(4, 6), waiting(9, null));

    assertThat(Standstill.of(pauses)).isEqualTo(pauses);
  }

  @Test
  void twoThatOverlapAreCountedOnce() {
    List<Pause> spans = Standstill.of(List.of(waiting(2, 5), waiting(3, 9)));

    assertThat(spans).extracting(Pause::from).containsExactly(day(2), day(3), day(5));
    assertThat(spans).extracting(Pause::to).containsExactly(day(3), day(5), day(9));
    assertThat(spans).extracting(Pause::mode).containsOnly(PauseMode.CONTINUE);
  }

  @Test
  void oneInsideAnotherThatLastsLeavesTheClockStanding() {
    List<Pause> spans = Standstill.of(List.of(waiting(2, null), waiting(3, 5)));

    assertThat(spans).last().matches(Pause::isOpen).extracting(Pause::from).isEqualTo(day(5));
    assertThat(spans).filteredOn(Pause::isOpen).hasSize(1);
  }

  @Test
  void twoThatLastAreOneThatLasts() {
    List<Pause> spans = Standstill.of(List.of(waiting(2, null), waiting(3, null)));

    assertThat(spans).filteredOn(Pause::isOpen).hasSize(1);
    assertThat(spans).extracting(Pause::from).containsExactly(day(2), day(3));
  }

  @Test
  void whatAPauseDoesToTheTermItDoesWhenItEnds() {
    List<Pause> spans = Standstill.of(List.of(restarting(2, 8), waiting(3, 5)));

    assertThat(spans)
        .extracting(Pause::mode)
        .containsExactly(PauseMode.CONTINUE, PauseMode.CONTINUE, PauseMode.RESTART);
  }

  @Test
  void ofTwoThatEndTogetherTheOneThatDoesMoreIsNotLost() {
    Pause plus = new Pause(day(2), day(6), PauseMode.PLUS, Term.parse("5wd"), "Chờ thẩm định");

    assertThat(Standstill.of(List.of(plus, waiting(3, 6))))
        .last()
        .matches(span -> span.mode() == PauseMode.PLUS && span.amount().equals(Term.parse("5wd")));
  }

  @Test
  void theOrderInTheLedgerDoesNotMatter() {
    assertThat(Standstill.of(List.of(waiting(3, 9), waiting(2, 5))))
        .isEqualTo(Standstill.of(List.of(waiting(2, 5), waiting(3, 9))));
  }
}
