package vn.thutuc.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import vn.thutuc.catalogue.YamlText.Keys;
import vn.thutuc.catalogue.YamlText.Line;

/**
 * Writes a procedure's facts as the YAML this house reads: fixed order of keys, long texts folded,
 * the same bytes for the same facts. What it wrote reads as equal facts.
 */
public final class FactsWriter {

  private static final Set<String> PARAGRAPHS =
      Set.of(
          "competent",
          "cases",
          "areas",
          "channels",
          "phases",
          "windows",
          "supplement",
          "papers",
          "fees",
          "results",
          "originalsAtReturn",
          "silence",
          "stages",
          "after",
          "rules",
          "approvedSteps",
          "notes",
          "imported");

  private FactsWriter() {}

  /** The whole file. */
  public static String write(Procedure procedure) {
    return YamlText.print(file(procedure), PARAGRAPHS);
  }

  private static Keys file(Procedure p) {
    Keys keys =
        new Keys()
            .with("code", p.code())
            .with("title", p.title())
            .with("shortTitle", p.shortTitle().equals(p.title()) ? null : p.shortTitle())
            .with("field", p.field())
            .with("levels", p.levels())
            .with("settled", name(p.settled()))
            .with("settledBy", p.settledBy())
            .with("decision", p.decision())
            .with("effective", days(p.effective()))
            .with("transition", p.transition() == Transition.STAY ? null : name(p.transition()))
            .orUnknown("competent", p.competent())
            .with("competences", p.competences().stream().map(FactsWriter::competence).toList())
            .with("bodies", p.bodies())
            .with("outside", p.outside())
            .with("cases", p.cases().stream().map(FactsWriter::choice).toList())
            .with("areas", p.areas().stream().map(FactsWriter::choice).toList())
            .with("channels", p.channels())
            .with("returnMethods", p.returnMethods())
            .with("phases", p.phases().stream().map(FactsWriter::phase).toList())
            .with("windows", p.windows().stream().map(FactsWriter::window).toList())
            .with("supplement", p.supplement() == null ? null : supplement(p.supplement()))
            .with("papers", p.papers().stream().map(FactsWriter::paper).toList())
            .with("fees", p.fees().stream().map(FactsWriter::fee).toList())
            .with("results", p.results().stream().map(FactsWriter::result).toList())
            .with("originalsAtReturn", p.originalsWantedFrom())
            .with("silence", name(p.silence()))
            .with("silenceArticle", p.silenceArticle())
            .with("quick", p.quick())
            .with("retention", p.retention() == null ? null : retention(p.retention()));
    return keys.with("stages", p.stages().stream().map(FactsWriter::stage).toList())
        .with("after", p.after().stream().map(FactsWriter::stage).toList())
        .with("rules", p.rules().stream().map(FactsWriter::rule).toList())
        .with("approvedSteps", p.approvedSteps() == null ? null : approved(p.approvedSteps()))
        .with("notes", p.notes())
        .with("imported", p.imported() == null ? null : imported(p.imported()));
  }

  private static Line days(Effective effective) {
    return new Line(
        new Keys()
            .orUnknown("from", text(effective.from()))
            .orUnknown("until", text(effective.until())));
  }

  private static Keys competence(Competence one) {
    return new Keys()
        .with("unit", one.unit())
        .with("case", one.caseCode())
        .with("area", one.area())
        .with("criterion", one.criterion())
        .with("source", one.source());
  }

  private static Line choice(Choice choice) {
    return new Line(new Keys().with("code", choice.code()).with("label", choice.label()));
  }

  private static Keys phase(Phase phase) {
    return new Keys()
        .with("id", phase.id())
        .with("name", phase.name())
        .with("starts", name(phase.starts()))
        .with("condition", phase.condition())
        .with("terms", phase.terms().stream().map(FactsWriter::term).toList());
  }

  private static Keys term(PhaseTerm term) {
    return new Keys()
        .with("channel", name(term.channel()))
        .with("case", term.caseCode())
        .with("area", term.area())
        .with("starts", name(term.starts()))
        .orUnknown("term", term.term())
        .with("source", term.source())
        .with("verified", term.verified());
  }

  private static Keys window(Window window) {
    return new Keys()
        .with("id", window.id())
        .orUnknown("term", window.term())
        .with("unanswered", name(window.unanswered()))
        .with("source", window.source())
        .with("verified", window.verified());
  }

  private static Keys supplement(Supplement supplement) {
    return new Keys()
        .orUnknown("times", supplement.times())
        .orUnknown("mode", supplement.mode())
        .with("paper", supplement.paper())
        .with("source", supplement.source())
        .with("verified", supplement.verified());
  }

  private static Keys paper(Paper paper) {
    return new Keys()
        .with("key", paper.key())
        .with("title", paper.title())
        .with("originals", paper.originals() == 0 ? null : paper.originals())
        .with("copies", paper.copies() == 0 ? null : paper.copies())
        .with("condition", paper.condition());
  }

  private static Keys fee(Fee fee) {
    boolean always = fee.validity().equals(Effective.ALWAYS);
    return new Keys()
        .with("title", fee.title())
        .with("channel", name(fee.channel()))
        .with("case", fee.caseCode())
        .orUnknown("amount", fee.amount())
        .with("per", fee.per())
        .with("condition", fee.condition())
        .with("exemptions", fee.exemptions())
        .with("setBy", fee.setBy())
        .with("validity", always ? null : days(fee.validity()))
        .with("source", fee.source())
        .with("counts", fee.counts() == null ? null : counts(fee.counts()));
  }

  private static Line counts(FeeCount counts) {
    return new Line(
        new Keys()
            .with("fromPage", counts.fromPage())
            .with("toPage", counts.toPage())
            .with("mostPerCopy", counts.mostPerCopy()));
  }

  private static Keys result(ResultKind result) {
    return new Keys()
        .with("key", result.key())
        .with("title", result.title())
        .with("code", result.code())
        .orUnknown("positive", result.positive());
  }

  private static Keys retention(Retention retention) {
    Keys keys = new Keys();
    if (retention.years() != null || !retention.permanent()) {
      keys.orUnknown("years", retention.years());
    }
    return keys.with("permanent", retention.permanent())
        .with("source", retention.source())
        .with("verified", retention.verified());
  }

  private static Keys stage(Stage stage) {
    return new Keys()
        .with("id", stage.id())
        .with("block", name(stage.block()))
        .with("name", stage.name())
        .with("by", stage.by())
        .with("phase", stage.phase())
        .with("stopsClock", stage.stopsClock())
        .with("silence", stage.silence() == Silence.NONE ? null : name(stage.silence()))
        .with("article", stage.article())
        .with("result", stage.result())
        .with("refusal", stage.refusal())
        .with("remedy", stage.remedy())
        .with("detail", stage.detail())
        .with("failing", name(stage.failing()))
        .with("on", name(stage.on()))
        .with("question", stage.question())
        .with("within", stage.within())
        .with("source", stage.source())
        .with("unclear", stage.unclear())
        .with("branches", stage.branches().stream().map(FactsWriter::branch).toList());
  }

  /** Without name, condition and stages a branch still has to be something: an empty list. */
  private static Keys branch(Stage.Branch branch) {
    Keys keys = new Keys().with("name", branch.name()).with("when", branch.when());
    keys.put("stages", branch.stages().stream().map(FactsWriter::stage).toList());
    return keys;
  }

  private static Keys rule(Rule rule) {
    return new Keys()
        .with("at", rule.at())
        .with("kind", name(rule.kind()))
        .with("who", rule.who())
        .with("term", rule.term())
        .with("text", rule.text())
        .with("source", rule.source());
  }

  private static Keys approved(ApprovedSteps approved) {
    return new Keys()
        .with("decision", approved.decision())
        .with("source", approved.source())
        .with("steps", approved.steps().stream().map(FactsWriter::step).toList());
  }

  private static Line step(ApprovedSteps.Step step) {
    BigDecimal days = step.days();
    return new Line(
        new Keys().with("step", step.step()).with("unit", step.unit()).with("days", days));
  }

  private static Keys imported(Imported imported) {
    return new Keys().with("hash", imported.hash()).with("source", imported.source());
  }

  private static String name(Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  private static String text(LocalDate day) {
    return day == null ? null : day.toString();
  }
}
