package vn.thutuc.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thutuc.almanac.Almanac;
import vn.thutuc.almanac.CalendarRuns;
import vn.thutuc.almanac.ChangedDays;
import vn.thutuc.clock.Now;
import vn.thutuc.clock.StatutoryClock;

/**
 * Carries a change of the calendar to one dossier, in its caller's transaction: the journal's line,
 * a new term where the dossier is timely again, the appointment where it may be given anew, and the
 * timers.
 */
@Component
class CalendarCarrier {

  private static final DateTimeFormatter END = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");

  /** The ladder's last rungs ring within this time after an end. */
  private static final int DAYS_AFTER_THE_END = 60;

  private final Dossiers dossiers;
  private final DossierClock clock;
  private final Journal journal;
  private final Reissue reissue;
  private final ProcedureEngine engine;
  private final Now now;

  CalendarCarrier(
      Dossiers dossiers,
      DossierClock clock,
      Journal journal,
      Reissue reissue,
      ProcedureEngine engine,
      Now now) {
    this.dossiers = dossiers;
    this.clock = clock;
    this.journal = journal;
    this.reissue = reissue;
    this.engine = engine;
    this.now = now;
  }

  /** The calendar before a run, read once per agency and run. */
  static final class Before {

    private record Counted(StatutoryClock clock, ChangedDays changed) {}

    private final Almanac almanac;
    private final long run;
    private final Map<String, Counted> byAgency = new HashMap<>();

    Before(Almanac almanac, long run) {
      this.almanac = almanac;
      this.run = run;
    }

    private Counted of(String agency) {
      return byAgency.computeIfAbsent(
          agency,
          wanted ->
              new Counted(
                  almanac.clockBefore(run, wanted), almanac.changedDays(run, wanted).orElse(null)));
    }
  }

  CalendarRuns.Step carry(CalendarRuns.Run run, Before before, long id) {
    Dossier dossier = dossiers.findById(id).orElseThrow();
    Before.Counted counted = before.of(clock.agency(dossier));
    CalendarEffect effect =
        CalendarEffect.of(
            clock, dossier, counted.clock(), clock.clockOf(dossier), run.startedAt(), now.local());
    boolean reissued = run.reissue() && effect.allowsReissue();
    effect.moves().forEach(move -> write(run, dossier, move));
    effect.moves().stream()
        .filter(move -> move.isTimelyAgain(effect.now()))
        .forEach(move -> move.run().beginNewTerm());
    if (reissued) {
      reissued = reissue.ifLater(dossier, run.cause());
    }
    if (effect.isMoved() || reaches(counted.changed(), dossier, effect)) {
      dossiers.saveAndFlush(dossier);
      engine.rederive(dossier.number());
    }
    return new CalendarRuns.Step(
        effect.isMoved(), effect.becomesLate(), effect.stopsBeingLate(), reissued, false);
  }

  private void write(CalendarRuns.Run run, Dossier dossier, CalendarEffect.Move move) {
    Map<String, Object> data = new HashMap<>();
    data.put("run", run.id());
    data.put("phase", move.run().phase());
    data.put("from", text(move.before().end()));
    data.put("to", text(move.after().end()));
    String reason =
        "%s: %s → %s".formatted(run.cause(), words(move.before().end()), words(move.after().end()));
    journal.write(dossier, JournalEvent.CALENDAR_CHANGED, reason, data);
  }

  private static String text(LocalDateTime end) {
    return end == null ? null : DossierClock.instant(end).toString();
  }

  private static String words(LocalDateTime end) {
    return end == null ? "tạm dừng" : END.format(end);
  }

  /** An end may stay where it is while the steps and rungs around it move. */
  private static boolean reaches(ChangedDays changed, Dossier dossier, CalendarEffect effect) {
    if (changed == null) {
      return false;
    }
    LocalDate last =
        effect.current() == null
            ? LocalDate.MAX
            : Stream.of(effect.current().before().end(), effect.current().after().end())
                .filter(Objects::nonNull)
                .map(end -> end.toLocalDate().plusDays(DAYS_AFTER_THE_END))
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    return dossier.phases().stream()
        .filter(PhaseRun::isRunning)
        .map(phase -> DossierClock.local(phase.startedAt()).toLocalDate())
        .anyMatch(start -> changed.touch(start, last));
  }
}
