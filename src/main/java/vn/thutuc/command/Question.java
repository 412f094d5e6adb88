package vn.thutuc.command;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import vn.thutuc.clock.Pause;
import vn.thutuc.clock.Term;

/**
 * What the clock is asked, as it was written, not yet checked.
 *
 * @param received when the dossier was received; null if not given
 * @param term the term; null if not given
 * @param pauses in any order
 */
record Question(String received, String term, List<PauseWords> pauses) {

  /** The moment of reception. */
  LocalDateTime receivedAt(Moments moments) {
    return moments.read("received", received);
  }

  /** The term that is counted. */
  Term termToCount() {
    if (term == null) {
      throw new BadInputException("'term' is missing: give one such as 5wd, 10d, 2mo or 16wh.");
    }
    return Term.parse(term);
  }

  /** The pauses; what is wrong in one is told with its place. */
  List<Pause> pausesToCount(Moments moments) {
    List<Pause> read = new ArrayList<>(pauses.size());
    for (PauseWords words : pauses) {
      try {
        read.add(words.pause(moments));
      } catch (IllegalArgumentException wrong) {
        throw new BadInputException("Pause %s: %s".formatted(read.size() + 1, wrong.getMessage()));
      }
    }
    return read;
  }
}
