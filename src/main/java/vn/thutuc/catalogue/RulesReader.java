package vn.thutuc.catalogue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the rules of a procedure and checks that each is told at a step there is. */
final class RulesReader {

  private RulesReader() {}

  static List<Rule> read(Section facts) {
    return facts.parts("rules", RulesReader::rule);
  }

  private static Rule rule(Section part) {
    Rule rule =
        new Rule(
            part.text("at"),
            part.choice("kind", Rule.Kind.class),
            part.optional("who"),
            part.optional("term") == null ? null : part.term("term"),
            part.text("text"),
            part.text("source"));
    boolean isDuty = rule.kind() == Rule.Kind.DUTY;
    if (isDuty && rule.who() == null) {
      part.wrong("who", "nghĩa vụ không rõ của ai", "ghi ai phải làm, ví dụ Người nộp hồ sơ");
    }
    if (!isDuty && (rule.who() != null || rule.term() != null)) {
      part.wrong("kind", "chỉ DUTY có who và term", "đổi kind thành DUTY hoặc bỏ who, term");
    }
    return rule;
  }

  /** Whether every rule is told somewhere; notes those that are not. */
  static void check(Section facts, Procedure procedure) {
    Set<String> stages = procedure.allStages().stream().map(Stage::id).collect(Collectors.toSet());
    for (int r = 0; r < procedure.rules().size(); r++) {
      String at = procedure.rules().get(r).at();
      boolean isOfFrame = procedure.rules().get(r).isOfTheFrame();
      if (isOfFrame && stages.contains(at)) {
        facts.wrong(
            "rules[" + r + "].at",
            "“%s” vừa là bước của khung vừa là id của một bước".formatted(at),
            "đổi id của bước trong stages");
      } else if (!at.isEmpty() && !isOfFrame && !stages.contains(at)) {
        facts.wrong(
            "rules[" + r + "].at",
            "không có bước “%s”".formatted(at),
            "dùng reception, check, return hoặc id của một bước");
      }
    }
  }
}
