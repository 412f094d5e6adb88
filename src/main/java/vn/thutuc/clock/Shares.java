package vn.thutuc.clock;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Divides the working time of a term that is neither paused nor unknown. */
final class Shares {

  private static final int WHOLE = 1000;

  private final WorkingTime time;

  Shares(WorkingTime time) {
    this.time = time;
  }

  static void requireShare(int perMille) {
    if (perMille < 0 || perMille > WHOLE) {
      throw new IllegalArgumentException(
          "A share is given per mille, from 0 to 1000, not %s.".formatted(perMille));
    }
  }

  /** The moment at which the share of the counted working time is used up. */
  LocalDateTime used(Reckoning reckoning, int perMille) {
    LocalDateTime end = reckoning.end();
    if (perMille == WHOLE) {
      return end;
    }
    List<Stretch> stretches = counted(reckoning);
    Duration left = total(stretches).multipliedBy(perMille).dividedBy(WHOLE);
    for (Stretch stretch : stretches) {
      Duration length = length(stretch);
      if (left.compareTo(length) <= 0 && !length.isZero()) {
        return earlier(time.plus(stretch.from(), left), end);
      }
      left = left.minus(length);
    }
    return end;
  }

  private record Stretch(LocalDateTime from, LocalDateTime to) {}

  private static List<Stretch> counted(Reckoning reckoning) {
    List<Stretch> stretches = new ArrayList<>();
    LocalDateTime since = reckoning.begin();
    for (Reckoning.Wait wait : reckoning.waits()) {
      if (since.isBefore(wait.from())) {
        stretches.add(new Stretch(since, earlier(wait.from(), reckoning.end())));
      }
      since = since.isBefore(wait.to()) ? wait.to() : since;
    }
    if (since.isBefore(reckoning.end())) {
      stretches.add(new Stretch(since, reckoning.end()));
    }
    return stretches;
  }

  private Duration total(List<Stretch> stretches) {
    return stretches.stream().map(this::length).reduce(Duration.ZERO, Duration::plus);
  }

  private Duration length(Stretch stretch) {
    return time.between(stretch.from(), stretch.to());
  }

  private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
    return one.isBefore(other) ? one : other;
  }
}
