package vn.thutuc.process.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import vn.thutuc.clock.Verdict;
import vn.thutuc.organisation.Deputyship;
import vn.thutuc.organisation.PostView;

/** Who may stand in for whom, and when. */
class DeputyRuleTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

  private static Deputyship from(String principal, String deputy, int first, int last) {
    return appointed(principal, deputy, first, last, false, null);
  }

  private static Deputyship appointed(
      String principal, String deputy, int first, int last, boolean signing, String basis) {
    return new Deputyship(
        1,
        principal,
        deputy,
        TODAY.withDayOfMonth(first),
        TODAY.withDayOfMonth(last),
        signing,
        basis,
        principal,
        null);
  }

  private static List<PostView> post(String person, String role) {
    return List.of(new PostView(person, "H1.1", role, LocalDate.of(2025, 7, 1), null));
  }

  private static Verdict decide(
      Deputyship wanted, String principalRole, String deputyRole, Deputyship... around) {
    return DeputyRule.decide(
        new DeputyRule.Facts(
            wanted,
            post(wanted.principal(), principalRole),
            post(wanted.deputy(), deputyRole),
            Set.of("H1.1"),
            Set.of("H1.1"),
            List.of(around)),
        TODAY,
        UnaryOperator.identity());
  }

  private static void refused(Verdict verdict, String words) {
    assertThat(verdict.allowed()).as(verdict.reasonVi()).isFalse();
    assertThat(verdict.reasonVi()).contains(words);
  }

  @Test
  void aColleagueStandsInForSomeDaysOfWhichTheLastCounts() {
    assertThat(decide(from("a", "b", 3, 3), "specialist", "specialist").allowed()).isTrue();
    Deputyship held = from("a", "b", 3, 5);
    assertThat(held.holdsOn(TODAY)).isTrue();
    assertThat(held.holdsOn(TODAY.plusDays(2))).isTrue();
    assertThat(held.holdsOn(TODAY.plusDays(3))).isFalse();
    assertThat(held.holdsOn(TODAY.minusDays(1))).isFalse();
  }

  @Test
  void daysAreInOrderAndAhead() {
    refused(decide(from("a", "b", 5, 4), "specialist", "specialist"), "sớm hơn");
    refused(decide(from("a", "b", 1, 2), "specialist", "specialist"), "đã qua");
    refused(decide(from("a", "a", 3, 4), "specialist", "specialist"), "là một");
  }

  @Test
  void onlyALeaderOrAHeadSignsAndOnlyWithADocument() {
    refused(decide(from("a", "b", 3, 4), "leader", "head"), "ký thay");
    refused(decide(appointed("a", "b", 3, 4, true, " "), "leader", "head"), "văn bản");
    refused(
        decide(appointed("a", "b", 3, 4, true, "QĐ 1"), "leader", "specialist"),
        "chưa đối chiếu văn bản");
    refused(decide(appointed("a", "b", 3, 4, true, "QĐ 1"), "specialist", "head"), "quyền ký");
    assertThat(decide(appointed("a", "b", 3, 4, true, "QĐ 1"), "leader", "head").allowed())
        .isTrue();
  }

  @Test
  void oneDeputyAtATimeTheLastDayIncluded() {
    Deputyship other = from("a", "c", 5, 8);
    refused(decide(from("a", "b", 8, 9), "specialist", "specialist", other), "đã giao cho c");
    refused(decide(from("a", "b", 3, 5), "specialist", "specialist", other), "đã giao cho c");
    assertThat(decide(from("a", "b", 9, 9), "specialist", "specialist", other).allowed()).isTrue();
    assertThat(decide(from("a", "b", 3, 4), "specialist", "specialist", other).allowed()).isTrue();
  }

  @Test
  void whoIsAwayStandsInForNobodyAndWhoStandsInIsNotAway() {
    refused(
        decide(from("a", "b", 3, 4), "specialist", "specialist", from("b", "c", 4, 6)), "b vắng");
    refused(
        decide(from("a", "b", 3, 4), "specialist", "specialist", from("d", "a", 4, 6)),
        "đang được giao thay d");
  }

  @Test
  void peopleOfAnotherAgencyDoNotStandIn() {
    Verdict verdict =
        DeputyRule.decide(
            new DeputyRule.Facts(
                from("a", "b", 3, 4),
                post("a", "specialist"),
                post("b", "specialist"),
                Set.of("H1.1"),
                Set.of("H1.2"),
                List.of()),
            TODAY,
            UnaryOperator.identity());
    refused(verdict, "cùng cơ quan");
  }
}
