package vn.thutuc.dossier;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thutuc.almanac.Almanac;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.catalogue.Phase;
import vn.thutuc.clock.Deadline;
import vn.thutuc.clock.Extension;
import vn.thutuc.clock.FinishedClass;
import vn.thutuc.clock.Now;
import vn.thutuc.clock.OpenClass;
import vn.thutuc.clock.Pause;
import vn.thutuc.clock.StatutoryClock;
import vn.thutuc.clock.Term;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;

/**
 * Derives every deadline of a dossier from its ledger (phases and pauses) through the statutory
 * clock. Nothing else in the house computes a date.
 */
@Component
public class DossierClock {

  /**
   * The instant of a timer that must not fire: the clock stands still or there is no term. Never
   * null, because the engine runs a job without a date at once.
   */
  public static final Instant PARKED = Instant.parse("9999-01-01T00:00:00Z");

  private final Almanac almanac;
  private final Organisation organisation;
  private final Terms terms;
  private final Ladder ladder;
  private final Rungs rungs;
  private final Now now;

  DossierClock(
      Almanac almanac,
      Organisation organisation,
      Terms terms,
      Ladder ladder,
      Rungs rungs,
      Now now) {
    this.almanac = almanac;
    this.organisation = organisation;
    this.terms = terms;
    this.ladder = ladder;
    this.rungs = rungs;
    this.now = now;
  }

  /** The clock of the agency that settles a dossier. */
  StatutoryClock clockOf(Dossier dossier) {
    return almanac.clockOf(agency(dossier));
  }

  /** The agency that settles a dossier: its calendar counts. */
  String agency(Dossier dossier) {
    String unit = dossier.units().competent();
    return organisation.agencyOf(unit).map(UnitView::id).orElse(unit);
  }

  /** The deadline of one run of a phase, with its explanation. */
  public Deadline deadline(Dossier dossier, PhaseRun run) {
    return deadline(clockOf(dossier), dossier, run);
  }

  /** The deadline as another calendar would give it. */
  Deadline deadline(StatutoryClock clock, Dossier dossier, PhaseRun run) {
    return clock.deadline(
        local(run.startedAt()), run.term(), pauses(dossier, run), extensions(dossier, run));
  }

  /** When the phase ends, or {@link #PARKED} while paused, without a term or not running. */
  public Instant end(Dossier dossier, String phase) {
    return running(dossier, phase).flatMap(run -> end(dossier, run)).orElse(PARKED);
  }

  /** The next rung of the ladder that has not rung, or {@link #PARKED}. */
  public Instant nextRung(Dossier dossier, String phase) {
    return nextDue(dossier, phase).map(due -> due.at()).orElse(PARKED);
  }

  /** A rung with the instant it is due. */
  record DueRung(Ladder.Rung rung, Instant at, PhaseRun run) {}

  Optional<DueRung> nextDue(Dossier dossier, String phase) {
    Optional<PhaseRun> running = running(dossier, phase);
    if (running.isEmpty() || end(dossier, running.get()).isEmpty()) {
      return Optional.empty();
    }
    PhaseRun run = running.get();
    LocalDateTime end = local(end(dossier, run).orElseThrow());
    return ladder.rungs(phase, isShort(run.term())).stream()
        .filter(rung -> !rungs.hasRung(dossier, run, rung.id()))
        .map(rung -> new DueRung(rung, instant(at(dossier, run, end, rung.distance())), run))
        .min((a, b) -> a.at().compareTo(b.at()));
  }

  /**
   * When a step that uses this cumulative share of the phase is due; empty when nobody is waiting.
   */
  public Optional<Instant> stepDue(Dossier dossier, String phase, int perMille) {
    return running(dossier, phase)
        .filter(run -> run.term() != null)
        .map(
            run ->
                clockOf(dossier)
                    .shareUsed(
                        local(run.startedAt()),
                        run.term(),
                        pauses(dossier, run),
                        extensions(dossier, run),
                        perMille))
        .map(DossierClock::instant);
  }

  /** In time, near, late, paused or without a term, computed now and never stored. */
  public OpenClass openClass(Dossier dossier) {
    return standing(dossier).at(now.instant());
  }

  /** How the phase that counts stands. */
  Standing standing(Dossier dossier) {
    return current(dossier).map(run -> standing(dossier, run)).orElse(Standing.NO_TERM);
  }

  private Standing standing(Dossier dossier, PhaseRun run) {
    Deadline deadline = deadline(dossier, run);
    return switch (deadline.status()) {
      case NO_TERM -> Standing.NO_TERM;
      case PAUSED -> Standing.PAUSED;
      case RUNNING ->
          new Standing(false, near(dossier, run, deadline.end()), instant(deadline.end()));
    };
  }

  /** When the first rung before the end rings; null when the ladder has none. */
  private Instant near(Dossier dossier, PhaseRun run, LocalDateTime end) {
    return ladder.rungs(run.phase(), isShort(run.term())).stream()
        .filter(rung -> rung.distance().startsWith("-"))
        .map(rung -> instant(at(dossier, run, end, rung.distance())))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Early, on time or late of a finished dossier against its binding appointment. */
  Optional<FinishedClass> finishedClass(Dossier dossier) {
    if (dossier.appointments().binding() == null || dossier.settledAt() == null) {
      return Optional.empty();
    }
    return Optional.of(
        FinishedClass.of(
            clockOf(dossier), local(dossier.appointments().binding()), local(dossier.settledAt())));
  }

  /** How one run of a phase stands or stood. */
  public DossierDocument.Labelled phaseClass(Dossier dossier, PhaseRun run) {
    Deadline deadline = deadline(dossier, run);
    if (!run.isRunning() && deadline.end() != null) {
      FinishedClass done = FinishedClass.of(clockOf(dossier), deadline.end(), local(run.endedAt()));
      return new DossierDocument.Labelled(done.name(), done.vietnamese());
    }
    OpenClass open = standing(dossier, run).at(now.instant());
    return new DossierDocument.Labelled(open.name(), open.vietnamese());
  }

  /** The phase that counts now: of those running the first to end, so that none hides another. */
  public Optional<PhaseRun> current(Dossier dossier) {
    return dossier.phases().stream()
        .filter(PhaseRun::isRunning)
        .min(Comparator.comparing(run -> end(dossier, run).orElse(PARKED)));
  }

  /**
   * The phase the applicant's appointment rests on: the whole time; where a procedure has none, of
   * the house's own the first to end.
   */
  Optional<PhaseRun> promised(Dossier dossier) {
    List<PhaseRun> running = dossier.phases().stream().filter(PhaseRun::isRunning).toList();
    Optional<PhaseRun> whole =
        running.stream().filter(run -> run.phase().equals(Phase.SETTLEMENT)).findFirst();
    return whole.or(
        () ->
            running.stream()
                .filter(run -> !terms.isOfOtherBody(dossier, run.phase()))
                .min(Comparator.comparing(run -> end(dossier, run).orElse(PARKED))));
  }

  /** Working time left until an instant; negative after it. */
  Duration remaining(Dossier dossier, Instant end) {
    return clockOf(dossier).workingTimeBetween(now.local(), local(end));
  }

  /** The end of a term that starts at an instant, as the dossier's agency counts. */
  Deadline window(Dossier dossier, Instant from, Term term) {
    return clockOf(dossier).deadline(local(from), term, List.of());
  }

  /** The end of a term that would start at an instant, with the hours of the whole house. */
  Deadline preview(Instant from, Term term) {
    return almanac.clockOf("").deadline(local(from), term, List.of());
  }

  private Optional<Instant> end(Dossier dossier, PhaseRun run) {
    return Optional.ofNullable(deadline(dossier, run).end()).map(DossierClock::instant);
  }

  private static Optional<PhaseRun> running(Dossier dossier, String phase) {
    return dossier.runningPhase(phase);
  }

  private LocalDateTime at(Dossier dossier, PhaseRun run, LocalDateTime end, String distance) {
    char sign = distance.charAt(0);
    String amount = distance.replaceFirst("^[+-]", "");
    if (amount.endsWith("%")) {
      int left = 10 * Integer.parseInt(amount.substring(0, amount.length() - 1));
      return clockOf(dossier)
          .shareUsed(
              local(run.startedAt()),
              run.term(),
              pauses(dossier, run),
              extensions(dossier, run),
              1000 - left);
    }
    if (amount.startsWith("0")) {
      return end;
    }
    return sign == '-'
        ? clockOf(dossier).before(end, Term.parse(amount))
        : clockOf(dossier).after(end, Term.parse(amount));
  }

  /** Under five working days the ladder's rows for short terms apply. */
  private static boolean isShort(Term term) {
    return switch (term.unit()) {
      case SAME_DAY, WORKING_HOUR, CLOCK_HOUR -> true;
      case WORKING_DAY -> term.amount() < 5;
      case DAY -> term.amount() < 7;
      case MONTH -> false;
    };
  }

  private List<Pause> pauses(Dossier dossier, PhaseRun run) {
    return Standstill.of(
        dossier.pauses().stream()
            .filter(pause -> !pause.fromAt().isBefore(run.startedAt()))
            .filter(pause -> run.endedAt() == null || !pause.fromAt().isAfter(run.endedAt()))
            .filter(pause -> stops(dossier, run, pause))
            .map(DossierClock::toPause)
            .toList());
  }

  /** Waiting for another body stops the house's own phases, never the body's own term. */
  private boolean stops(Dossier dossier, PhaseRun run, ClockPause pause) {
    return pause.ground() != PauseGround.OTHER_BODY || !terms.isOfOtherBody(dossier, run.phase());
  }

  private static Pause toPause(ClockPause pause) {
    return new Pause(
        local(pause.fromAt()),
        pause.toAt() == null ? null : local(pause.toAt()),
        pause.mode(),
        pause.amount() == null ? null : Term.parse(pause.amount()),
        pause.ground().label());
  }

  private static List<Extension> extensions(Dossier dossier, PhaseRun run) {
    return dossier.extensions().stream()
        .filter(extension -> extension.phase().equals(run.phase()))
        .filter(extension -> !extension.at().isBefore(run.startedAt()))
        .map(e -> new Extension(local(e.at()), Term.parse(e.amount()), e.ground()))
        .toList();
  }

  static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, WorkingCalendar.ZONE);
  }

  static Instant instant(LocalDateTime local) {
    return local.atZone(WorkingCalendar.ZONE).toInstant();
  }
}
