package vn.thutuc.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.Choice;
import vn.thutuc.catalogue.Paper;
import vn.thutuc.catalogue.Phase;
import vn.thutuc.catalogue.PhaseTerm;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.clock.Term;
import vn.thutuc.modelling.ModelSteps;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.Role;
import vn.thutuc.organisation.UnitView;
import vn.thutuc.process.deployment.ModelSheets;

/** A procedure's facts and its model in force as one paper, the annex of a decision. */
@Component
class ProcedureSheet {

  static final String UNKNOWN = "chưa xác định";
  private static final String UNAPPROVED = "mặc định, chưa phê duyệt";

  private final ModelSheets models;
  private final Organisation organisation;

  ProcedureSheet(ModelSheets models, Organisation organisation) {
    this.models = models;
    this.organisation = organisation;
  }

  record TermLine(String when, String term, String source) {}

  record PhaseBlock(String id, String name, String starts, List<TermLine> terms) {}

  /** A term's part; when is null where the phase has one term. */
  record Part(String when, String time) {}

  record StepLine(
      String name,
      String who,
      String form,
      String called,
      String phase,
      Integer share,
      List<Part> parts,
      String condition,
      boolean exceptional) {}

  record ResultLine(String title, boolean positive) {}

  record ModelLine(int version, String sha256, boolean byPeople, String shares) {}

  record Sheet(
      String code,
      String title,
      String field,
      List<String> levels,
      String decision,
      String competent,
      List<Choice> cases,
      List<Choice> areas,
      List<String> channels,
      List<PhaseBlock> phases,
      List<StepLine> steps,
      List<Paper> papers,
      List<ProcedureController.FeeRef> fees,
      List<ResultLine> results,
      String silence,
      String supplementPaper,
      List<RuleLines.Line> rules,
      List<String> notes,
      String facts,
      ModelLine model) {}

  Sheet of(Procedure p) {
    ModelSheets.Sheet model = models.of("TTHC-" + p.code()).orElse(null);
    return new Sheet(
        p.code(),
        p.title(),
        p.field(),
        p.levels().stream().map(SheetWords::level).toList(),
        p.decision(),
        competent(p),
        p.cases(),
        p.areas(),
        p.channels().stream().map(channel -> channel.label()).toList(),
        p.phases().stream().map(phase -> phase(p, phase)).toList(),
        model == null
            ? List.of()
            : model.outline().steps().stream().map(step -> step(p, step)).toList(),
        p.papers(),
        FeeRefs.of(p),
        p.results().stream().map(r -> new ResultLine(r.title(), r.positive())).toList(),
        SheetWords.silence(p.silence()),
        p.supplement() == null ? null : p.supplement().paper(),
        RuleLines.of(p),
        p.notes(),
        p.version(),
        model == null
            ? null
            : new ModelLine(
                model.version(),
                model.sha256(),
                model.byPeople(),
                model.outline().properties().getOrDefault("shares", UNAPPROVED)));
  }

  private String competent(Procedure p) {
    return Organisation.COMMUNE.equals(p.competent())
        ? "Ủy ban nhân dân cấp xã"
        : unit(p.competent());
  }

  private String unit(String key) {
    return key == null
        ? UNKNOWN
        : organisation.unitByKey(key).map(UnitView::name).orElse(UNKNOWN + " (" + key + ")");
  }

  private static PhaseBlock phase(Procedure p, Phase phase) {
    List<TermLine> terms = new ArrayList<>();
    p.determinations().stream()
        .filter(made -> made.phase().equals(phase.id()))
        .map(
            made ->
                new TermLine(
                    when(p, made.channel(), made.caseCode(), made.area()),
                    words(made.term()),
                    made.source() + " (" + made.by() + ")"))
        .forEach(terms::add);
    phase.terms().stream()
        .map(
            term ->
                new TermLine(
                    when(p, term.channel(), term.caseCode(), term.area()),
                    words(term),
                    term.source()))
        .forEach(terms::add);
    if (terms.isEmpty()) {
      terms.add(new TermLine(null, UNKNOWN, null));
    }
    return new PhaseBlock(phase.id(), phase.name(), SheetWords.starts(phase.starts()), terms);
  }

  private static String words(PhaseTerm term) {
    String amount = words(term.term());
    return term.starts() == null ? amount : amount + ", " + SheetWords.starts(term.starts());
  }

  private static String words(String term) {
    return term == null ? UNKNOWN : Term.parse(term).vietnamese();
  }

  private static String when(Procedure p, Channel channel, String caseCode, String area) {
    String words =
        Stream.of(
                channel == null ? null : channel.label(),
                label(p.cases(), caseCode),
                label(p.areas(), area))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? null : words;
  }

  private static String label(List<Choice> choices, String code) {
    return choices.stream()
        .filter(choice -> choice.code().equals(code))
        .map(Choice::label)
        .findFirst()
        .orElse(code);
  }

  private StepLine step(Procedure p, ModelSteps.Step step) {
    Phase phase = step.phase() == null ? null : p.phase(step.phase()).orElse(null);
    return new StepLine(
        step.name(),
        step.place() == null ? null : who(p, step),
        step.form(),
        called(step),
        phase == null ? step.phase() : phase.name(),
        step.share(),
        phase == null || step.share() == null ? List.of() : parts(p, phase, step.share()),
        step.condition(),
        step.exceptional());
  }

  private String called(ModelSteps.Step step) {
    return step.called() == null
        ? null
        : models
            .of(step.called())
            .map(sheet -> sheet.outline().name())
            .filter(name -> !name.isBlank())
            .orElse(step.called());
  }

  private String who(Procedure p, ModelSteps.Step step) {
    String role = Role.of(step.role()).map(Role::label).orElse(step.role());
    return role + ", " + place(p, step.place());
  }

  private String place(Procedure p, String place) {
    return switch (place) {
      case "desk" -> "Bộ phận Một cửa";
      case "competent" -> competent(p);
      default ->
          p.bodies().containsKey(place)
              ? unit(p.bodies().get(place))
              : p.outside().getOrDefault(place, place);
    };
  }

  /** One part for each term that gives another time; determinations of the province come first. */
  private List<Part> parts(Procedure p, Phase phase, int share) {
    Map<String, String> byCondition = new LinkedHashMap<>();
    p.determinations().stream()
        .filter(made -> made.phase().equals(phase.id()))
        .forEach(
            made ->
                byCondition.putIfAbsent(
                    key(when(p, made.channel(), made.caseCode(), made.area())),
                    ShareWords.of(made.term(), share)));
    for (PhaseTerm term : phase.terms()) {
      byCondition.putIfAbsent(
          key(when(p, term.channel(), term.caseCode(), term.area())),
          ShareWords.of(term.term(), share));
    }
    if (byCondition.isEmpty()) {
      return List.of(new Part(null, UNKNOWN));
    }
    if (byCondition.values().stream().distinct().count() == 1) {
      return List.of(new Part(null, byCondition.values().iterator().next()));
    }
    return byCondition.entrySet().stream()
        .map(one -> new Part(one.getKey().isEmpty() ? null : one.getKey(), one.getValue()))
        .toList();
  }

  private static String key(String when) {
    return when == null ? "" : when;
  }
}
