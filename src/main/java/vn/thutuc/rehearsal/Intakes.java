package vn.thutuc.rehearsal;

import java.util.ArrayList;
import java.util.List;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.Choice;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.ReturnMethod;

/** The ways a dossier of a procedure can come in. */
final class Intakes {

  private final Procedure procedure;

  Intakes(Procedure procedure) {
    this.procedure = procedure;
  }

  /** What is wanted where it is offered, else the first. */
  Intake usual(Channel channel, String caseCode, String area) {
    return new Intake(
        channel != null ? channel : first(procedure.channels(), Channel.COUNTER),
        first(procedure.returnMethods(), ReturnMethod.COUNTER),
        caseCode != null ? caseCode : code(procedure.cases()),
        area != null ? area : code(procedure.areas()),
        false);
  }

  private static <T> T first(List<T> offered, T usual) {
    return offered.isEmpty() || offered.contains(usual) ? usual : offered.get(0);
  }

  private static String code(List<Choice> choices) {
    return choices.isEmpty() ? null : choices.get(0).code();
  }

  /** Every case in every area class. */
  List<Intake> cases(Intake usual) {
    List<Intake> all = new ArrayList<>();
    for (String caseCode : codes(procedure.cases())) {
      for (String area : codes(procedure.areas())) {
        all.add(usual.of(caseCode, area));
      }
    }
    return all;
  }

  /** Every channel and every way of return, each once, beside the usual. */
  List<Intake> ways(Intake usual) {
    List<Intake> all = new ArrayList<>();
    procedure.channels().stream()
        .filter(channel -> channel != usual.channel())
        .forEach(channel -> all.add(usual.through(channel)));
    procedure.returnMethods().stream()
        .filter(method -> method != usual.returnMethod())
        .forEach(method -> all.add(usual.back(method)));
    return all;
  }

  private static List<String> codes(List<Choice> choices) {
    List<String> codes = new ArrayList<>(choices.stream().map(Choice::code).toList());
    if (codes.isEmpty()) {
      codes.add(null);
    }
    return codes;
  }
}
