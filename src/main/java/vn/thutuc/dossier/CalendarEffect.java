package vn.thutuc.dossier;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import vn.thutuc.clock.Deadline;
import vn.thutuc.clock.StatutoryClock;

/**
 * What a change of the calendar does to one open dossier. The preview and the run ask the same
 * questions here, so that what was shown is what happens.
 *
 * @param current how the phase that counts stands; null when none is counted otherwise
 * @param moves the phases whose end moves
 * @param now the moment it is asked
 */
record CalendarEffect(Dossier dossier, Move current, List<Move> moves, LocalDateTime now) {

  /**
   * A phase counted on both calendars.
   *
   * @param before its deadline before the change
   * @param after its deadline after it
   */
  record Move(PhaseRun run, Deadline before, Deadline after) {

    boolean changesTheEnd() {
      return !Objects.equals(before.end(), after.end());
    }

    /** The end had come and is still to come: the ladder rings anew for it. */
    boolean isTimelyAgain(LocalDateTime now) {
      return isDue(before.end(), now) && !isDue(after.end(), now);
    }

    private static boolean isDue(LocalDateTime end, LocalDateTime now) {
      return end != null && !now.isBefore(end);
    }
  }

  /**
   * @param changed when the calendar changed: phases that began later were never counted otherwise
   */
  static CalendarEffect of(
      DossierClock clock,
      Dossier dossier,
      StatutoryClock before,
      StatutoryClock after,
      Instant changed,
      LocalDateTime now) {
    List<Move> phases =
        dossier.phases().stream()
            .filter(run -> run.isRunning() && !run.startedAt().isAfter(changed))
            .map(
                run ->
                    new Move(
                        run,
                        clock.deadline(before, dossier, run),
                        clock.deadline(after, dossier, run)))
            .toList();
    PhaseRun counts = clock.current(dossier).orElse(null);
    Move current = phases.stream().filter(move -> move.run() == counts).findFirst().orElse(null);
    return new CalendarEffect(
        dossier, current, phases.stream().filter(Move::changesTheEnd).toList(), now);
  }

  boolean isMoved() {
    return !moves.isEmpty();
  }

  boolean becomesLate() {
    return current != null && !isLate(current.before()) && isLate(current.after());
  }

  boolean stopsBeingLate() {
    return current != null && isLate(current.before()) && !isLate(current.after());
  }

  private boolean isLate(Deadline deadline) {
    return deadline.end() != null && now.isAfter(deadline.end());
  }

  /** Whether the new end may still move. */
  boolean isProvisional() {
    return current != null && current.after().end() != null && current.after().provisional();
  }

  /** The end moves and the appointment given to the applicant lies before the new one. */
  boolean leavesAppointmentTooEarly() {
    return appointmentAgainstEnd() < 0;
  }

  /** The end moves and the appointment given to the applicant lies after the new one. */
  boolean leavesAppointmentTooLate() {
    return appointmentAgainstEnd() > 0;
  }

  /** The end becomes later than the appointment, which may then be given anew. */
  boolean allowsReissue() {
    return leavesAppointmentTooEarly()
        && !dossier.appointments().isReAppointed()
        && (current.before().end() == null
            || current.after().end().isAfter(current.before().end()));
  }

  private int appointmentAgainstEnd() {
    Instant given = dossier.appointments().current();
    if (given == null
        || current == null
        || !current.changesTheEnd()
        || current.after().end() == null) {
      return 0;
    }
    return given.compareTo(DossierClock.instant(current.after().end()));
  }
}
