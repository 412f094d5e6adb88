package vn.thutuc.clock;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import vn.thutuc.calendar.WorkingCalendar;

/**
 * Derives when a term ends and why, on one working calendar. All moments are local to {@link
 * WorkingCalendar#ZONE}. The rules are the house's reading of the Civil Code (art. 146-148) and of
 * one-stop practice; facts of a procedure override them. Immutable, without side effects, and
 * independent of the machine's zone and locale. A span beyond {@link WorkingCalendar#LIMIT_YEARS}
 * throws {@link IllegalStateException}.
 */
public final class StatutoryClock {

  /** The date of a timer while its term is paused; never null, because a job without one fires. */
  public static final LocalDateTime PARKED = LocalDate.of(9999, 1, 1).atStartOfDay();

  private final WorkingCalendar calendar;
  private final Counting counting;
  private final WorkingTime time;
  private final Distances distances;

  /** A clock whose terms of days and months end at closing time. */
  public StatutoryClock(WorkingCalendar calendar) {
    this(calendar, DayEnd.CLOSING_TIME);
  }

  /** A clock with the agency's policy for the end of terms of days and months. */
  public StatutoryClock(WorkingCalendar calendar, DayEnd dayEnd) {
    this.calendar = Objects.requireNonNull(calendar, "A clock needs a calendar.");
    this.counting = new Counting(calendar, Objects.requireNonNull(dayEnd));
    this.time = new WorkingTime(calendar);
    this.distances = new Distances(calendar);
  }

  /** The calendar on which this clock counts. */
  public WorkingCalendar calendar() {
    return calendar;
  }

  /** As the longer form, without extensions. */
  public Deadline deadline(LocalDateTime received, Term term, List<Pause> pauses) {
    return deadline(received, term, pauses, List.of());
  }

  /**
   * When the term ends, and why.
   *
   * @param received when the dossier was received, not null; its effective moment counts
   * @param term null if the term is not known: then there is no end
   * @param pauses in any order. One that begins after the end changes nothing, nor does one that
   *     was over before the reception; time waited twice counts once
   * @param extensions in any order. One granted after the end changes nothing; a restart counts the
   *     term with the extensions granted before it
   */
  public Deadline deadline(
      LocalDateTime received, Term term, List<Pause> pauses, List<Extension> extensions) {
    Objects.requireNonNull(received, "A deadline needs the moment of reception.");
    return term == null
        ? withoutTerm(received)
        : reckon(received, term, pauses, extensions).deadline();
  }

  private Deadline withoutTerm(LocalDateTime received) {
    Explanation explanation = new Explanation();
    explanation.received(received);
    explanation.noTerm(received);
    return new Deadline(null, Deadline.Status.NO_TERM, false, explanation.lines());
  }

  /** The deadline as it would be if every open pause ended at the given moment. */
  public Deadline ifResumedAt(
      LocalDateTime resumed,
      LocalDateTime received,
      Term term,
      List<Pause> pauses,
      List<Extension> extensions) {
    return deadline(received, term, pauses.stream().map(closer(resumed)).toList(), extensions);
  }

  private static UnaryOperator<Pause> closer(LocalDateTime resumed) {
    return pause -> pause.isOpen() ? pause.endedAt(resumed) : pause;
  }

  /**
   * The moment at which a share of the term's working time is used up: the working time between the
   * effective reception, or the last restart, and the end, without what was waited. Within working
   * hours and never after the end.
   *
   * @param received as for {@link #deadline}
   * @param term as for {@link #deadline}
   * @param pauses as for {@link #deadline}
   * @param extensions as for {@link #deadline}
   * @param perMille the share, 0 to 1000
   * @return null while the term is paused or if it is not known
   * @throws IllegalArgumentException if the share is out of range
   */
  public LocalDateTime shareUsed(
      LocalDateTime received,
      Term term,
      List<Pause> pauses,
      List<Extension> extensions,
      int perMille) {
    Shares.requireShare(perMille);
    if (term == null) {
      return null;
    }
    Reckoning reckoning = reckon(received, term, pauses, extensions);
    return reckoning.isPaused() ? null : new Shares(time).used(reckoning, perMille);
  }

  private Reckoning reckon(
      LocalDateTime received, Term term, List<Pause> pauses, List<Extension> extensions) {
    return new Reckoning(calendar, counting, term, received).through(pauses, extensions);
  }

  /**
   * The moment at a distance before an end, for the rungs of a ladder. Working days keep the time
   * of day, closing time stays closing time; working hours are counted backwards; calendar days,
   * months and clock hours that lead to a closed desk give way to the last time it was open; a
   * same-day distance is the opening of the day.
   */
  public LocalDateTime before(LocalDateTime end, Term distance) {
    return distances.before(end, distance);
  }

  /**
   * The moment at a distance after an end, for the rungs of a ladder: as {@link #before}, forwards;
   * a closed desk gives way to the next time it is open; a same-day distance is the closing of the
   * day.
   */
  public LocalDateTime after(LocalDateTime end, Term distance) {
    return distances.after(end, distance);
  }

  /** The working time from one moment to another; negative if the second is earlier. */
  public Duration workingTimeBetween(LocalDateTime from, LocalDateTime to) {
    return time.between(from, to);
  }
}
