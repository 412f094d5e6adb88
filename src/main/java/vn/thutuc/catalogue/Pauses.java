package vn.thutuc.catalogue;

import java.util.Locale;
import java.util.Optional;
import vn.thutuc.catalogue.Defaults.PauseDefault;

/** Lays a procedure's own rules of waiting over the defaults of the house. */
final class Pauses {

  private static final String SUPPLEMENT = "SUPPLEMENT";

  private Pauses() {}

  static TermFact window(Procedure procedure, Defaults defaults, String windowId) {
    Optional<TermFact> own =
        procedure
            .window(windowId)
            .filter(window -> window.term() != null)
            .map(window -> new TermFact(window.term(), window.source(), false, window.verified()));
    return own.or(() -> defaults.pause(ground(windowId)).map(PauseDefault::windowFact))
        .orElseGet(() -> TermFact.unknown("Không có quy định về thời gian chờ"));
  }

  static PauseRule rule(Procedure procedure, Defaults defaults, String ground) {
    PauseDefault house =
        defaults
            .pause(ground)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "defaults.yaml không có căn cứ tạm dừng %s.".formatted(ground)));
    Supplement own = ground.equals(SUPPLEMENT) ? procedure.supplement() : null;
    boolean isOwnMode = own != null && own.mode() != null;
    boolean isOwnTimes = own != null && own.times() != null;
    return new PauseRule(
        ground,
        house.waitsFor(),
        isOwnMode ? own.mode() : house.mode(),
        isOwnTimes ? own.times() : house.times(),
        window(procedure, defaults, windowId(ground)),
        procedure.window(windowId(ground)).map(Window::unanswered).orElse(house.unanswered()),
        isOwnMode ? own.source() : house.source(),
        isOwnMode ? own.verified() : house.verified());
  }

  private static String ground(String windowId) {
    return windowId.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static String windowId(String ground) {
    return ground.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
