package vn.thutuc.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * What the house assumes where a procedure's own text says nothing: a table apart from the facts,
 * shown as unverified until a province gives a source.
 */
record Defaults(List<PauseDefault> pauses) {

  static final Defaults NONE = new Defaults(List.of());

  /** The assumption for one ground; {@code window} is null when it is unknown. */
  record PauseDefault(
      String ground,
      String waitsFor,
      String mode,
      Integer times,
      String window,
      Unanswered unanswered,
      String source,
      boolean verified) {

    TermFact windowFact() {
      return new TermFact(window, source, false, verified && window != null);
    }
  }

  static Defaults read(Section file) {
    return new Defaults(file.whole(whole -> whole.soundParts("pauses", Defaults::pause)));
  }

  private static PauseDefault pause(Section pause) {
    return new PauseDefault(
        pause.text("ground"),
        pause.text("waitsFor"),
        FactsReader.mode(pause),
        FactsReader.times(pause),
        pause.term("window"),
        FactsReader.unanswered(pause),
        pause.text("source"),
        pause.flag("verified"));
  }

  Optional<PauseDefault> pause(String ground) {
    return pauses.stream().filter(pause -> pause.ground().equals(ground)).findFirst();
  }
}
