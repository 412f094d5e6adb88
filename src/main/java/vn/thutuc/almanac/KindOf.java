package vn.thutuc.almanac;

import biweekly.component.VEvent;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.thutuc.calendar.DayKind;

/**
 * Reads the kind of day of an event. First its categories: a word of the CSV ({@code statutory},
 * {@code compensatory}, {@code swap_off}, {@code swap_work}, {@code estimated}) or one of the
 * Vietnamese words below. Then its summary, by the words below, the first that it holds: "làm bù"
 * or "làm việc bù" is a Saturday worked, "nghỉ bù" a compensatory day, "hoán đổi" a day off
 * exchanged. Anything else is a public holiday.
 */
final class KindOf {

  private record Word(String text, DayKind kind) {}

  private static final List<Word> WORDS =
      List.of(
          new Word("làm bù", DayKind.SWAP_WORK),
          new Word("làm việc bù", DayKind.SWAP_WORK),
          new Word("nghỉ bù", DayKind.COMPENSATORY),
          new Word("hoán đổi", DayKind.SWAP_OFF));

  private KindOf() {}

  static DayKind event(VEvent event, String summary) {
    return event.getCategories().stream()
        .flatMap(categories -> categories.getValues().stream())
        .map(KindOf::plain)
        .flatMap(category -> category(category).stream())
        .findFirst()
        .or(() -> words(plain(summary)))
        .orElse(DayKind.STATUTORY);
  }

  private static Optional<DayKind> category(String category) {
    return Stream.of(DayKind.ofWord(category), words(category))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<DayKind> words(String text) {
    return WORDS.stream().filter(word -> text.contains(word.text())).map(Word::kind).findFirst();
  }

  /** Accents can be written in two ways; calendars use both. */
  private static String plain(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}
