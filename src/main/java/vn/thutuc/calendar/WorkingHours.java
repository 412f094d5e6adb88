package vn.thutuc.calendar;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * The hours worked on a working day, in {@link WorkingCalendar#ZONE}.
 *
 * @param slots at least one, in the order of the day and apart from each other
 */
public record WorkingHours(List<Slot> slots) {

  private static final WorkingHours USUAL =
      new WorkingHours(
          List.of(
              new Slot(LocalTime.of(7, 30), LocalTime.of(11, 30)),
              new Slot(LocalTime.of(13, 30), LocalTime.of(17, 30))));

  /**
   * Refuses an empty day and slots that touch, overlap or stand out of order.
   *
   * @throws IllegalArgumentException if the slots are not as described
   */
  public WorkingHours {
    slots = List.copyOf(slots);
    if (slots.isEmpty()) {
      throw new IllegalArgumentException("Working hours need at least one slot.");
    }
    for (int i = 1; i < slots.size(); i++) {
      requireApart(slots.get(i - 1), slots.get(i));
    }
  }

  /** 07:30-11:30 and 13:30-17:30: eight hours. */
  public static WorkingHours usual() {
    return USUAL;
  }

  /** The working time of a day. */
  public Duration perDay() {
    return slots.stream().map(Slot::length).reduce(Duration.ZERO, Duration::plus);
  }

  /** The first worked moment of a day. */
  public LocalTime opening() {
    return slots.get(0).from();
  }

  /** The end of the last slot: at this moment the day is over. */
  public LocalTime closing() {
    return slots.get(slots.size() - 1).to();
  }

  /**
   * The first moment at or after {@code time} that is worked; the end of a slot is not. Empty at
   * and after closing time.
   */
  public Optional<LocalTime> firstWorkedFrom(LocalTime time) {
    return slots.stream()
        .filter(slot -> time.isBefore(slot.to()))
        .findFirst()
        .map(slot -> time.isBefore(slot.from()) ? slot.from() : time);
  }

  private static void requireApart(Slot earlier, Slot later) {
    if (!earlier.to().isBefore(later.from())) {
      throw new IllegalArgumentException(
          "Slot %s must end before slot %s begins: put the slots in order and leave a break."
              .formatted(earlier, later));
    }
  }

  /**
   * One stretch of work without a break.
   *
   * @param from its first moment
   * @param to the moment it is over, later than {@code from} on the same day
   */
  public record Slot(LocalTime from, LocalTime to) {

    /**
     * Refuses a slot that is empty or goes backwards.
     *
     * @throws IllegalArgumentException if {@code to} is not after {@code from}
     */
    public Slot {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException(
            "A slot must end after it begins, not %s-%s.".formatted(from, to));
      }
    }

    /** How long the slot is. */
    public Duration length() {
      return Duration.between(from, to);
    }

    @Override
    public String toString() {
      return from + "-" + to;
    }
  }
}
