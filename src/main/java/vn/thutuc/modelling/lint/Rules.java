package vn.thutuc.modelling.lint;

import java.util.List;
import java.util.stream.Stream;

/** All rules, in the order their findings are told. */
public final class Rules {

  /** Every rule there is. */
  public static final List<Rule<?>> ALL =
      Stream.of(
              FileRules.RULES,
              LanguageRules.RULES,
              StepRules.RULES,
              TimeRules.RULES,
              FrameRules.RULES,
              GraphRules.RULES,
              DiagramRules.RULES,
              FactsRules.RULES,
              ContractRules.RULES,
              SuccessionRules.RULES,
              FormRules.RULES)
          .<Rule<?>>flatMap(List::stream)
          .toList();

  private Rules() {}
}
