package vn.thutuc.command;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import vn.thutuc.clock.Pause;
import vn.thutuc.clock.PauseMode;
import vn.thutuc.clock.Term;

/**
 * A pause as it was written, not yet checked.
 *
 * @param from when it began; null if not given
 * @param to when it ended; null while it is open
 * @param mode the name of a {@link PauseMode}; null for the default
 * @param amount what the mode adds or counts; null if not given
 */
record PauseWords(String from, String to, String mode, String amount) {

  private static final String FORM =
      "FROM/TO, FROM/TO/RESTART, FROM/TO/PLUS=5wd, FROM/TO/WITH=18wd";

  /** Takes {@code FROM/TO[/MODE[=AMOUNT]]} apart; an open pause has an empty TO. */
  static PauseWords ofOption(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length < 2 || parts.length > 3) {
      throw new BadInputException(
          "'%s' is no pause: write %s; leave TO empty while it is open.".formatted(text, FORM));
    }
    String to = parts[1].isEmpty() ? null : parts[1];
    if (parts.length == 2) {
      return new PauseWords(parts[0], to, null, null);
    }
    String[] mode = parts[2].split("=", 2);
    return new PauseWords(parts[0], to, mode[0], mode.length == 1 ? null : mode[1]);
  }

  /** The pause that the words say. */
  Pause pause(Moments moments) {
    LocalDateTime begin = moments.read("from", from);
    LocalDateTime end = to == null ? null : moments.read("to", to);
    if (end != null && end.isBefore(begin)) {
      throw new BadInputException(
          "'to' (%s) is before 'from' (%s): exchange or correct them.".formatted(to, from));
    }
    PauseMode how = mode == null ? PauseMode.CONTINUE : modeOf(mode);
    return new Pause(begin, end, how, amountFor(how), null);
  }

  private Term amountFor(PauseMode how) {
    if (how.needsAmount() && amount == null) {
      throw new BadInputException("'amount' is missing: %s needs one, such as 5wd.".formatted(how));
    }
    if (!how.needsAmount() && amount != null) {
      throw new BadInputException(
          "'amount' is %s, but %s has none: leave it out, or use PLUS or WITH."
              .formatted(amount, how));
    }
    return amount == null ? null : Term.parse(amount);
  }

  private static PauseMode modeOf(String word) {
    return Arrays.stream(PauseMode.values())
        .filter(mode -> mode.name().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "'%s' is no mode of a pause: use one of %s.".formatted(word, modes())));
  }

  private static String modes() {
    return Arrays.stream(PauseMode.values()).map(PauseMode::name).collect(Collectors.joining(", "));
  }
}
