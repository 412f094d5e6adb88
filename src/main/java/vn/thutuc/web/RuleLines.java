package vn.thutuc.web;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.thutuc.catalogue.Phase;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.Rule;
import vn.thutuc.catalogue.Stage;

/** The rules of a procedure in the order of its steps, as people read them. */
final class RuleLines {

  private static final Set<String> DESK = Set.of(Rule.RECEPTION, Rule.CHECK);

  private RuleLines() {}

  /**
   * A rule as people read it, in Vietnamese.
   *
   * @param step where it is told
   * @param atDesk whether the desk tells or examines it before the dossier is accepted
   * @param kind what it is
   * @param text the rule, with whose duty it is and how long there is
   * @param source where it stands
   */
  record Line(String step, boolean atDesk, String kind, String text, String source) {}

  static List<Line> of(Procedure procedure) {
    List<String> order =
        Stream.of(
                Stream.of(Rule.RECEPTION, Rule.CHECK),
                procedure.allStages().stream().map(Stage::id),
                Stream.of(Rule.RETURN))
            .flatMap(steps -> steps)
            .toList();
    return procedure.rules().stream()
        .sorted(Comparator.comparingInt(rule -> order.indexOf(rule.at())))
        .map(
            rule ->
                new Line(
                    step(procedure, rule.at()),
                    DESK.contains(rule.at()),
                    rule.kind().label(),
                    rule.sentence(),
                    source(rule.source())))
        .toList();
  }

  /** Facts abbreviate the sections of the conditions and of the list. */
  private static String source(String written) {
    return written
        .replaceFirst("^C(?=:|$)", "Yêu cầu, điều kiện")
        .replaceFirst("^L(?=:|$)", "Danh mục quốc gia");
  }

  private static String step(Procedure procedure, String at) {
    return switch (at) {
      case Rule.RECEPTION -> "Nộp hồ sơ";
      case Rule.CHECK -> "Kiểm tra thành phần hồ sơ";
      case Rule.RETURN -> "Trả kết quả";
      default ->
          procedure.allStages().stream()
              .filter(stage -> stage.id().equals(at))
              .findFirst()
              .map(stage -> named(procedure, stage))
              .orElse(at);
    };
  }

  private static String named(Procedure procedure, Stage stage) {
    if (stage.name() != null) {
      return stage.name();
    }
    return stage.phase() != null
        ? procedure.phase(stage.phase()).map(Phase::name).orElse(stage.id())
        : SheetWords.block(stage.block());
  }
}
