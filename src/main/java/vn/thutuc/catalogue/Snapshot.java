package vn.thutuc.catalogue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The catalogue as its files were at one moment; nothing in it changes. */
final class Snapshot {

  private final Map<String, List<Facts>> byCode;
  private final Map<String, List<Determination>> determinations;
  private final Defaults defaults;
  private final Agencies agencies;
  private final List<CatalogueProblem> problems;
  private final List<Searchable> searchable;

  Snapshot(
      List<Facts> facts,
      List<Determination> determinations,
      Defaults defaults,
      Agencies agencies,
      List<CatalogueProblem> problems) {
    this.byCode = facts.stream().collect(Collectors.groupingBy(f -> f.procedure().code()));
    this.determinations =
        determinations.stream().collect(Collectors.groupingBy(Determination::code));
    this.defaults = defaults;
    this.agencies = agencies;
    this.problems = List.copyOf(problems);
    this.searchable =
        byCode.keySet().stream().sorted().map(this::latest).map(Searchable::of).toList();
  }

  Optional<Procedure> find(String code, LocalDate day) {
    return byCode.getOrDefault(code, List.of()).stream()
        .filter(facts -> facts.procedure().effective().on(day))
        .findFirst()
        .map(facts -> determined(facts, day));
  }

  List<Procedure> versions(String code) {
    return byCode.getOrDefault(code, List.of()).stream().map(Facts::procedure).toList();
  }

  private Procedure determined(Facts facts, LocalDate day) {
    Procedure procedure = facts.procedure();
    List<Determination> applying =
        determinations.getOrDefault(procedure.code(), List.of()).stream()
            .filter(made -> made.effective().on(day))
            .toList();
    String version = applying.isEmpty() ? facts.hash() : Fingerprint.of(facts.hash() + applying);
    return procedure.with(applying, version);
  }

  /** A procedure with the words it is found by, made plain once. */
  record Searchable(Procedure procedure, String text, String spoken, String shortTitle) {

    private static Searchable of(Procedure procedure) {
      String text = procedure.shortTitle() + " " + procedure.title() + " " + procedure.field();
      return new Searchable(
          procedure,
          PlainWords.line(text),
          SpokenWords.line(text),
          PlainWords.line(procedure.shortTitle()));
    }

    boolean isHit(String phrase, List<String> words) {
      return procedure.code().startsWith(phrase) || words.stream().allMatch(this::has);
    }

    /** A word as typed may be a beginning; in another spelling it is a whole word. */
    private boolean has(String word) {
      return text.contains(" " + word) || spoken.contains(" " + SpokenWords.of(word) + " ");
    }

    /** Short titles with the phrase come first, the shortest before; all else in order of codes. */
    int rank(String phrase) {
      return !phrase.isEmpty() && shortTitle.contains(phrase)
          ? shortTitle.length()
          : Integer.MAX_VALUE;
    }
  }

  /** The latest version of every procedure, by code. */
  List<Searchable> searchable() {
    return searchable;
  }

  private Procedure latest(String code) {
    return byCode.get(code).stream()
        .map(Facts::procedure)
        .reduce((one, other) -> isLater(other, one) ? other : one)
        .orElseThrow();
  }

  /** Every version of every procedure, by code and first day. */
  List<Facts> versions() {
    return byCode.keySet().stream()
        .sorted()
        .flatMap(
            code ->
                byCode.get(code).stream()
                    .sorted(Comparator.comparing(f -> f.procedure().effective().firstDay())))
        .toList();
  }

  private static boolean isLater(Procedure one, Procedure other) {
    LocalDate from = one.effective().from();
    LocalDate otherFrom = other.effective().from();
    return from != null && (otherFrom == null || from.isAfter(otherFrom));
  }

  Defaults defaults() {
    return defaults;
  }

  List<Determination> determinations(String code) {
    return determinations.getOrDefault(code, List.of());
  }

  Agencies agencies() {
    return agencies;
  }

  List<CatalogueProblem> problems() {
    return problems;
  }
}
