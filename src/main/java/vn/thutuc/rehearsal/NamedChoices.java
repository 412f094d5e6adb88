package vn.thutuc.rehearsal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** What the named paths choose; each is for one walk. */
final class NamedChoices {

  /** Answers to a question an officer decides. */
  static final List<String> ANSWERS = List.of("yes", "no");

  private static final Set<String> INCOMPLETE = Set.of("incomplete", "supplement");

  private NamedChoices() {}

  /** Takes an option the first time it is offered at a place, then the usual one. */
  private static Choices once(BiPredicate<Site, String> wanted) {
    Set<String> taken = new HashSet<>();
    return (site, options, usual) ->
        options.stream()
            .filter(option -> wanted.test(site, option))
            .filter(option -> taken.add(site.key(option)))
            .findFirst()
            .orElse(usual);
  }

  /** Something is missing once: at reception, and where it is examined. */
  static Choices supplement() {
    Set<String> asked = new HashSet<>();
    return (site, options, usual) ->
        options.stream()
            .filter(INCOMPLETE::contains)
            .filter(option -> asked.add(option))
            .findFirst()
            .orElse(usual);
  }

  /** The desk refuses to receive. */
  static Choices notReceived() {
    return (site, options, usual) ->
        site.what().equals("checkResult") && options.contains("refuse") ? "refuse" : usual;
  }

  /**
   * Whoever can refuse in substance refuses, once at each place.
   *
   * @param answer what is answered to every question with yes or no; null for the usual
   */
  static Choices negative(String answer) {
    Choices refusing =
        once(
            (site, option) ->
                !site.what().equals("checkResult") && Usual.REFUSALS.contains(option));
    return (site, options, usual) ->
        answer != null && site.what().equals("needed") && options.contains(answer)
            ? answer
            : refusing.choose(site, options, usual);
  }

  /** Waits until a phase has ended before anybody goes on. */
  static Choices late(Stage.Models models, String phase) {
    return once((site, option) -> endsPhase(models, option, phase));
  }

  private static boolean endsPhase(Stage.Models models, String option, String phase) {
    return timer(models, option)
        .filter(node -> node.node().verb().equals("clock.end"))
        .filter(node -> models.resolve(node.path(), node.node().argument()).equals(phase))
        .isPresent();
  }

  /** A timer among the options. */
  record TimerAt(String path, ModelView.Node node) {}

  static Optional<TimerAt> timer(Stage.Models models, String option) {
    if (!option.startsWith("timer:")) {
      return Optional.empty();
    }
    String place = option.substring("timer:".length(), option.lastIndexOf('@'));
    String process = option.substring(option.lastIndexOf('@') + 1);
    int slash = place.lastIndexOf('/');
    return Optional.ofNullable(models.node(process, place.substring(slash + 1)))
        .map(node -> new TimerAt(slash < 0 ? "" : place.substring(0, slash), node));
  }

  /** A message interrupts as soon as the dossier has been accepted. */
  static Choices interrupted(String message) {
    boolean[] accepted = {false};
    return new Choices() {
      private boolean heard;

      @Override
      public String choose(Site site, List<String> options, String usual) {
        accepted[0] |= site.what().equals("checkResult") || site.element().contains("Settle");
        if (heard || !accepted[0] || !site.what().equals(Site.NEXT)) {
          return usual;
        }
        Optional<String> found =
            options.stream()
                .filter(name -> name.startsWith("message:" + message + ":"))
                .findFirst();
        heard = found.isPresent();
        return found.orElse(usual);
      }
    };
  }
}
