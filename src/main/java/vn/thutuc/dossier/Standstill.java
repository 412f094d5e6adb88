package vn.thutuc.dossier;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.thutuc.clock.Pause;
import vn.thutuc.clock.PauseMode;

/**
 * Makes one row of spans, in order and without overlap, of pauses that lay side by side: the clock
 * stands still while any of them lasts. What a pause does to the rest of the term it does when it
 * ends; the parts of it before that only stand still.
 */
final class Standstill {

  private Standstill() {}

  static List<Pause> of(List<Pause> pauses) {
    List<Pause> sorted = pauses.stream().sorted(Comparator.comparing(Pause::from)).toList();
    if (!overlap(sorted)) {
      return sorted;
    }
    List<LocalDateTime> moments =
        sorted.stream()
            .flatMap(pause -> Stream.of(pause.from(), pause.to()))
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList();
    List<Pause> spans = new ArrayList<>();
    for (int i = 0; i < moments.size(); i++) {
      LocalDateTime to = i + 1 < moments.size() ? moments.get(i + 1) : null;
      span(sorted, moments.get(i), to, spans);
    }
    return spans;
  }

  private static boolean overlap(List<Pause> sorted) {
    for (int i = 1; i < sorted.size(); i++) {
      Pause before = sorted.get(i - 1);
      if (before.isOpen() || before.to().isAfter(sorted.get(i).from())) {
        return true;
      }
    }
    return false;
  }

  private static void span(
      List<Pause> sorted, LocalDateTime from, LocalDateTime to, List<Pause> spans) {
    List<Pause> lasting = sorted.stream().filter(pause -> lasts(pause, from)).toList();
    if (lasting.isEmpty()) {
      return;
    }
    Pause youngest = lasting.get(lasting.size() - 1);
    Pause ending =
        lasting.stream()
            .filter(pause -> Objects.equals(pause.to(), to))
            .max(Comparator.comparing(pause -> pause.mode() != PauseMode.CONTINUE))
            .orElse(null);
    spans.add(
        ending == null
            ? new Pause(from, to, PauseMode.CONTINUE, null, youngest.ground())
            : new Pause(from, to, ending.mode(), ending.amount(), ending.ground()));
  }

  private static boolean lasts(Pause pause, LocalDateTime at) {
    return !pause.from().isAfter(at) && (pause.isOpen() || pause.to().isAfter(at));
  }
}
