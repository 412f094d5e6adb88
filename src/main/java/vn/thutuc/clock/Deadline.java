package vn.thutuc.clock;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

/**
 * When a term ends, and why.
 *
 * @param end the legal end, local to the calendar's zone; null unless running
 * @param status whether there is an end
 * @param provisional whether the end depends on a day that may still change: an estimated holiday
 *     or a year in draft
 * @param explanation one line a fact, in the order they are counted; the last line is the end, or
 *     says why there is none
 */
public record Deadline(
    LocalDateTime end, Status status, boolean provisional, List<Line> explanation) {

  /** Copies the explanation; an end is there exactly if the term runs. */
  public Deadline {
    Objects.requireNonNull(status, "A deadline needs a status.");
    explanation = List.copyOf(explanation);
    if ((end != null) != (status == Status.RUNNING)) {
      throw new IllegalArgumentException("A deadline has an end exactly if it is running.");
    }
  }

  /** Whether a term is being counted. */
  public enum Status {
    /** The term is counted and has an end. */
    RUNNING,
    /** Somebody is waited for: nobody is shown an end and no timer fires. */
    PAUSED,
    /** The term is not known: the dossier has no statutory term. */
    NO_TERM
  }
}
