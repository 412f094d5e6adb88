package vn.thutuc.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.thutuc.catalogue.Choice;
import vn.thutuc.catalogue.Determination;
import vn.thutuc.catalogue.Phase;
import vn.thutuc.catalogue.PhaseTerm;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.clock.Term;

/** A phase with its terms in words; a determination of the province stands first and says so. */
final class PhaseRefs {

  private PhaseRefs() {}

  static ProcedureController.PhaseRef of(Procedure procedure, Phase phase) {
    List<String> terms = new ArrayList<>();
    procedure.determinations().stream()
        .filter(made -> made.phase().equals(phase.id()))
        .map(made -> determined(made))
        .forEach(terms::add);
    phase.terms().stream().map(term -> words(procedure, term)).forEach(terms::add);
    return new ProcedureController.PhaseRef(phase.id(), phase.name(), terms);
  }

  private static String determined(Determination made) {
    return Term.parse(made.term()).vietnamese() + " (địa phương xác định)";
  }

  private static String words(Procedure procedure, PhaseTerm term) {
    String amount =
        term.term() == null ? "chưa xác định thời hạn" : Term.parse(term.term()).vietnamese();
    String conditions =
        Stream.of(
                term.channel() == null ? null : term.channel().label(),
                label(procedure.cases(), term.caseCode()),
                label(procedure.areas(), term.area()))
            .filter(condition -> condition != null)
            .collect(Collectors.joining(", "));
    return conditions.isEmpty() ? amount : amount + " (" + conditions + ")";
  }

  private static String label(List<Choice> choices, String code) {
    return choices.stream()
        .filter(choice -> choice.code().equals(code))
        .map(Choice::label)
        .findFirst()
        .orElse(null);
  }
}
