package vn.thutuc.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.thutuc.calendar.HolidayTable;
import vn.thutuc.calendar.WorkingCalendar;

class StatutoryClockPropertiesTest {

  private static final WorkingCalendar CALENDAR = HolidayTable.shipped();
  private static final StatutoryClock CLOCK = new StatutoryClock(CALENDAR);
  private static final StatutoryClock SAME_TIME = new StatutoryClock(CALENDAR, DayEnd.SAME_TIME);
  private static final Pattern ADDED = Pattern.compile("cộng (\\d+) ngày làm việc");

  @Property(tries = 10_000)
  void agreesWithTheWalkThroughTheDays(@ForAll("anyCase") Cases.Case dossier) {
    Assume.that(!isPausedAtTheVeryEnd(dossier));
    assertThat(end(dossier))
        .isEqualTo(DayByDayOracle.end(dossier.received(), dossier.term(), dossier.pauses()));
  }

  @Property
  void isNeverDueEarlierForALaterReception(
      @ForAll("moments") LocalDateTime received,
      @ForAll @IntRange(max = 50_000) int minutesLater,
      @ForAll("terms") Term term) {
    assertThatLaterIsNeverEarlier(CLOCK, received, minutesLater, term);
  }

  @Property
  void isNeverDueEarlierForALaterReceptionAtTheSameTimeOfAWorkingDay(
      @ForAll("moments") LocalDateTime received,
      @ForAll @IntRange(max = 50_000) int minutesLater,
      @ForAll @IntRange(min = 1, max = 40) int days) {
    Term term = Term.of(days, TermUnit.WORKING_DAY);
    assertThatLaterIsNeverEarlier(SAME_TIME, received, minutesLater, term);
  }

  @Property
  void isNeverDueEarlierForAnotherPauseThatContinuesOrAdds(
      @ForAll("continueOrPlus") Cases.Case dossier) {
    assertThatAnotherPauseIsNeverEarlier(dossier);
  }

  @Property
  void isNeverDueEarlierForARestart(@ForAll("restart") Cases.Case dossier) {
    Assume.that(!dossier.pauses().isEmpty());
    assertThatAnotherPauseIsNeverEarlier(firstPauses(dossier, 1));
  }

  @Property
  void changesNothingForAPauseWithoutWorkingTime(
      @ForAll("continueOrPlus") Cases.Case dossier,
      @ForAll("moments") LocalDateTime from,
      @ForAll @IntRange(max = 10_000) int minutes) {
    LocalDateTime to = from.plusMinutes(minutes);
    Assume.that(CALENDAR.effective(from).equals(CALENDAR.effective(to)));
    List<Pause> more = new ArrayList<>(dossier.pauses());
    more.add(Pause.continuing(from, to, null));
    assertThat(CLOCK.deadline(dossier.received(), dossier.term(), more).end())
        .isEqualTo(end(dossier));
  }

  @Property
  void explainsUpToTheEnd(@ForAll("anyCase") Cases.Case dossier) {
    Deadline deadline = deadline(dossier);
    Line last = deadline.explanation().get(deadline.explanation().size() - 1);
    assertThat(last.code()).isEqualTo(LineCode.DUE.name());
    assertThat(last.to()).isEqualTo(deadline.end());
    assertThat(last.vietnamese()).contains(Wording.moment(deadline.end()));
    assertThat(last.english()).contains(Wording.moment(deadline.end()));
  }

  @Property
  void addsUpTheWorkingDaysItNames(@ForAll("continuingWorkingDays") Cases.Case dossier) {
    Deadline deadline = deadline(dossier);
    int named =
        deadline.explanation().stream().mapToInt(StatutoryClockPropertiesTest::addedBy).sum()
            + dossier.term().amount();
    assertThat(
            CALENDAR.workingDaysBetween(
                CALENDAR.effective(dossier.received()).toLocalDate(), deadline.end().toLocalDate()))
        .isEqualTo(named);
  }

  @Property
  void usesUpSharesInOrderWithinWorkingHoursAndNeverAfterTheEnd(
      @ForAll("anyCase") Cases.Case dossier,
      @ForAll @IntRange(max = 1000) int one,
      @ForAll @IntRange(max = 1000) int other) {
    LocalDateTime less = share(dossier, Math.min(one, other));
    LocalDateTime more = share(dossier, Math.max(one, other));
    assertThat(less).isBeforeOrEqualTo(more);
    assertThat(more).isBeforeOrEqualTo(end(dossier));
    assertThat(new WorkingTime(CALENDAR).firstOpen(more)).isEqualTo(more);
    assertThat(share(dossier, 1000)).isEqualTo(end(dossier));
  }

  @Property
  void countsWorkingHoursBackAsForth(
      @ForAll("moments") LocalDateTime moment, @ForAll @IntRange(min = 1, max = 200) int hours) {
    Term distance = Term.of(hours, TermUnit.WORKING_HOUR);
    LocalDateTime before = CLOCK.before(moment, distance);
    LocalDateTime after = CLOCK.after(moment, distance);
    assertThat(CLOCK.workingTimeBetween(before, moment)).isEqualTo(Duration.ofHours(hours));
    assertThat(CLOCK.workingTimeBetween(moment, after)).isEqualTo(Duration.ofHours(hours));
    assertThat(CLOCK.workingTimeBetween(moment, before)).isEqualTo(Duration.ofHours(-hours));
  }

  @Property
  void findsRungsOnTheirSideOfTheEnd(
      @ForAll("moments") LocalDateTime received,
      @ForAll("terms") Term term,
      @ForAll("terms") Term distance) {
    LocalDateTime end = CLOCK.deadline(received, term, List.of()).end();
    assertThat(CLOCK.before(end, distance)).isBeforeOrEqualTo(end);
    assertThat(CLOCK.after(end, distance)).isAfterOrEqualTo(end);
  }

  @Provide
  Arbitrary<Cases.Case> anyCase() {
    return Cases.cases(PauseMode.values());
  }

  @Provide
  Arbitrary<Cases.Case> continueOrPlus() {
    return Cases.cases(PauseMode.CONTINUE, PauseMode.PLUS);
  }

  @Provide
  Arbitrary<Cases.Case> restart() {
    return Cases.cases(PauseMode.RESTART);
  }

  @Provide
  Arbitrary<Cases.Case> continuingWorkingDays() {
    return Cases.cases(PauseMode.CONTINUE)
        .filter(dossier -> dossier.term().unit() == TermUnit.WORKING_DAY);
  }

  @Provide
  Arbitrary<LocalDateTime> moments() {
    return Cases.moments();
  }

  @Provide
  Arbitrary<Term> terms() {
    return Cases.terms();
  }

  private static boolean isPausedAtTheVeryEnd(Cases.Case dossier) {
    return IntStream.range(0, dossier.pauses().size())
        .anyMatch(i -> dossier.pauses().get(i).from().equals(end(firstPauses(dossier, i))));
  }

  private static Cases.Case firstPauses(Cases.Case dossier, int size) {
    return new Cases.Case(dossier.received(), dossier.term(), dossier.pauses().subList(0, size));
  }

  private static void assertThatAnotherPauseIsNeverEarlier(Cases.Case dossier) {
    LocalDateTime before = null;
    for (int size = 0; size <= dossier.pauses().size(); size++) {
      LocalDateTime end = end(firstPauses(dossier, size));
      assertThat(before == null || !end.isBefore(before)).as("%s after %s", end, before).isTrue();
      before = end;
    }
  }

  private static void assertThatLaterIsNeverEarlier(
      StatutoryClock clock, LocalDateTime received, int minutesLater, Term term) {
    LocalDateTime later = received.plusMinutes(minutesLater);
    assertThat(clock.deadline(later, term, List.of()).end())
        .isAfterOrEqualTo(clock.deadline(received, term, List.of()).end());
  }

  private static int addedBy(Line line) {
    Matcher added = ADDED.matcher(line.vietnamese());
    return added.find() ? Integer.parseInt(added.group(1)) : 0;
  }

  private static LocalDateTime share(Cases.Case dossier, int perMille) {
    return CLOCK.shareUsed(
        dossier.received(), dossier.term(), dossier.pauses(), List.of(), perMille);
  }

  private static LocalDateTime end(Cases.Case dossier) {
    return deadline(dossier).end();
  }

  private static Deadline deadline(Cases.Case dossier) {
    return CLOCK.deadline(dossier.received(), dossier.term(), dossier.pauses());
  }
}
