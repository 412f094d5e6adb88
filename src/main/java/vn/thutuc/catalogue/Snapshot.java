package vn.thutuc.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The catalogue as its files were at one moment; nothing in it changes. */
final class Snapshot {

  static final Snapshot EMPTY = new Snapshot(List.of(), List.of(), Defaults.NONE, List.of());

  private final Map<String, List<Facts>> byCode;
  private final Map<String, List<Determination>> determinations;
  private final Defaults defaults;
  private final List<CatalogueProblem> problems;

  Snapshot(
      List<Facts> facts,
      List<Determination> determinations,
      Defaults defaults,
      List<CatalogueProblem> problems) {
    this.byCode = facts.stream().collect(Collectors.groupingBy(f -> f.procedure().code()));
    this.determinations =
        determinations.stream().collect(Collectors.groupingBy(Determination::code));
    this.defaults = defaults;
    this.problems = List.copyOf(problems);
  }

  Optional<Procedure> find(String code, LocalDate day) {
    return byCode.getOrDefault(code, List.of()).stream()
        .filter(facts -> facts.procedure().effective().on(day))
        .findFirst()
        .map(facts -> determined(facts, day));
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

  /** The latest version of every procedure, by code. */
  List<Procedure> latest() {
    return byCode.keySet().stream().sorted().map(this::latest).toList();
  }

  private Procedure latest(String code) {
    return byCode.get(code).stream()
        .map(Facts::procedure)
        .reduce((one, other) -> isLater(other, one) ? other : one)
        .orElseThrow();
  }

  private static boolean isLater(Procedure one, Procedure other) {
    LocalDate from = one.effective().from();
    LocalDate otherFrom = other.effective().from();
    return from != null && (otherFrom == null || from.isAfter(otherFrom));
  }

  Defaults defaults() {
    return defaults;
  }

  List<CatalogueProblem> problems() {
    return problems;
  }
}
