package vn.thutuc.dossier;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thutuc.almanac.Almanac;
import vn.thutuc.clock.Deadline;
import vn.thutuc.clock.Now;
import vn.thutuc.clock.StatutoryClock;

/**
 * What publishing a year's draft would do to the open dossiers. Nothing is changed; the dossiers
 * are read by the page, so that memory does not grow with their number.
 */
@Service
public class CalendarPreview {

  private static final Logger LOG = LoggerFactory.getLogger(CalendarPreview.class);
  private static final int PAGE = 200;
  private static final int EXAMPLES = 50;

  private final Dossiers dossiers;
  private final OpenDossiers open;
  private final DossierClock clock;
  private final Almanac almanac;
  private final Now now;
  private final TransactionTemplate reading;

  CalendarPreview(
      Dossiers dossiers,
      OpenDossiers open,
      DossierClock clock,
      Almanac almanac,
      Now now,
      PlatformTransactionManager transactions) {
    this.dossiers = dossiers;
    this.open = open;
    this.clock = clock;
    this.almanac = almanac;
    this.now = now;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
  }

  /**
   * The figures.
   *
   * @param seen open dossiers looked at
   * @param moved those whose end moves
   * @param appointmentsTooEarly moved ones whose appointment lies before the new end
   * @param appointmentsTooLate moved ones whose appointment lies after the new end: it stays, both
   *     are shown and timers follow the earlier
   * @param reissuable appointments that would be given anew when asked for
   * @param provisional ends that may still move after publishing
   * @param failed dossiers that could not be counted
   * @param examples the first moved ones
   */
  public record Impact(
      int seen,
      int moved,
      int becomeLate,
      int stopBeingLate,
      int appointmentsTooEarly,
      int appointmentsTooLate,
      int reissuable,
      int provisional,
      int failed,
      List<Example> examples) {}

  /** One dossier whose end moves; an end is null while the clock stands still. */
  public record Example(
      String number,
      String phase,
      LocalDateTime before,
      LocalDateTime after,
      LocalDateTime appointment,
      boolean becomesLate,
      boolean stopsBeingLate,
      boolean provisional) {}

  /**
   * Looks at every open dossier.
   *
   * @throws vn.thutuc.almanac.AlmanacProblem when the year has no draft
   */
  public Impact of(int year) {
    almanac.clockWithDraft(year, "");
    Clocks before = new Clocks(almanac::clockOf);
    Clocks after = new Clocks(agency -> almanac.clockWithDraft(year, agency));
    Tally tally = new Tally();
    List<Long> page = open.page(0, PAGE);
    while (!page.isEmpty()) {
      List<Long> ids = page;
      reading.executeWithoutResult(
          status -> {
            // Only read: a dossier that cannot be counted must not spoil the end of the page.
            status.setRollbackOnly();
            dossiers.findByIdInOrderById(ids).forEach(one -> look(one, before, after, tally));
          });
      page = open.page(page.get(page.size() - 1), PAGE);
    }
    return tally.impact();
  }

  private void look(Dossier dossier, Clocks before, Clocks after, Tally tally) {
    try {
      tally.add(
          CalendarEffect.of(
              clock, dossier, before.of(dossier), after.of(dossier), now.instant(), now.local()));
    } catch (RuntimeException failure) {
      LOG.warn("Dossier {} cannot be counted in the calendar's preview", dossier.number(), failure);
      tally.fail();
    }
  }

  /** The clocks of one calendar, by the unit that settles: units are few, dossiers many. */
  private final class Clocks {

    private final Function<String, StatutoryClock> source;
    private final Map<String, StatutoryClock> byUnit = new HashMap<>();

    Clocks(Function<String, StatutoryClock> source) {
      this.source = source;
    }

    StatutoryClock of(Dossier dossier) {
      return byUnit.computeIfAbsent(
          dossier.units().competent(), unit -> source.apply(clock.agency(dossier)));
    }
  }

  private static final class Tally {

    private final List<Example> examples = new ArrayList<>();
    private int seen;
    private int moved;
    private int becomeLate;
    private int stopBeingLate;
    private int tooEarly;
    private int tooLate;
    private int reissuable;
    private int provisional;
    private int failed;

    void add(CalendarEffect effect) {
      seen++;
      moved += effect.isMoved() ? 1 : 0;
      becomeLate += effect.becomesLate() ? 1 : 0;
      stopBeingLate += effect.stopsBeingLate() ? 1 : 0;
      tooEarly += effect.leavesAppointmentTooEarly() ? 1 : 0;
      tooLate += effect.leavesAppointmentTooLate() ? 1 : 0;
      reissuable += effect.allowsReissue() ? 1 : 0;
      provisional += effect.isProvisional() ? 1 : 0;
      if (effect.isMoved() && examples.size() < EXAMPLES) {
        examples.add(example(effect));
      }
    }

    private static Example example(CalendarEffect effect) {
      CalendarEffect.Move move = effect.moves().get(effect.moves().size() - 1);
      Deadline after = move.after();
      var given = effect.dossier().appointments().current();
      return new Example(
          effect.dossier().number(),
          move.run().name(),
          move.before().end(),
          after.end(),
          given == null ? null : DossierClock.local(given),
          effect.becomesLate(),
          effect.stopsBeingLate(),
          after.provisional());
    }

    void fail() {
      seen++;
      failed++;
    }

    Impact impact() {
      return new Impact(
          seen,
          moved,
          becomeLate,
          stopBeingLate,
          tooEarly,
          tooLate,
          reissuable,
          provisional,
          failed,
          List.copyOf(examples));
    }
  }
}
