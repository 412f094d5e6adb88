package vn.thutuc.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Chooses the term of a phase. */
final class Terms {

  private Terms() {}

  static TermFact of(
      Procedure procedure, String phaseId, Channel channel, String caseCode, String area) {
    Phase phase =
        procedure
            .phase(phaseId)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Thủ tục %s không có giai đoạn %s; các giai đoạn: %s."
                            .formatted(
                                procedure.code(),
                                phaseId,
                                procedure.phases().stream().map(Phase::id).toList())));
    Scope wanted = new Scope(channel, caseCode, area);
    List<Determination> made =
        procedure.determinations().stream().filter(one -> one.phase().equals(phaseId)).toList();
    return narrowest(made, Scope::of, wanted)
        .map(one -> new TermFact(one.term(), source(one), true, one.verified()))
        .or(
            () ->
                narrowest(phase.terms(), Scope::of, wanted)
                    .map(t -> new TermFact(t.term(), t.source(), false, t.verified())))
        .orElseGet(() -> TermFact.unknown("Dữ liệu thủ tục không có thời hạn cho trường hợp này"));
  }

  /** What starts a phase of a dossier: its narrowest row says so, else the phase. */
  static PhaseStart start(Phase phase, Channel channel, String caseCode, String area) {
    return narrowest(phase.terms(), Scope::of, new Scope(channel, caseCode, area))
        .map(PhaseTerm::starts)
        .orElse(phase.starts());
  }

  private static String source(Determination made) {
    return "%s (%s)".formatted(made.source(), made.by());
  }

  private static <T> Optional<T> narrowest(List<T> terms, Function<T, Scope> scope, Scope wanted) {
    return terms.stream()
        .filter(
            term -> scope.apply(term).matches(wanted.channel(), wanted.caseCode(), wanted.area()))
        .max(Comparator.comparingInt(term -> scope.apply(term).narrowness()));
  }
}
