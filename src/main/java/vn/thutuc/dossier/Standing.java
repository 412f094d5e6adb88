package vn.thutuc.dossier;

import java.time.Instant;
import vn.thutuc.clock.OpenClass;

/**
 * How the phase of a dossier that counts stands: nothing of it changes while nobody acts, and the
 * class at any moment follows from it.
 *
 * @param paused whether the clock stands still
 * @param nearAt from when on the end is near; null without such a rung, or when nothing is counted
 * @param endAt when the phase ends; null while paused and without a term
 */
record Standing(boolean paused, Instant nearAt, Instant endAt) {

  static final Standing NO_TERM = new Standing(false, null, null);
  static final Standing PAUSED = new Standing(true, null, null);

  /** In time, near, late, paused or without a term. The moment of the end itself is not late. */
  OpenClass at(Instant now) {
    if (endAt == null) {
      return paused ? OpenClass.PAUSED : OpenClass.NO_TERM;
    }
    if (now.isAfter(endAt)) {
      return OpenClass.LATE;
    }
    return nearAt != null && !now.isBefore(nearAt) ? OpenClass.NEAR : OpenClass.IN_TIME;
  }
}
