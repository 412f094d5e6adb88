package vn.thutuc.drafting;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.catalogue.ResultKind;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierAccess;
import vn.thutuc.dossier.PaperStep;
import vn.thutuc.dossier.PaperTasks;
import vn.thutuc.dossier.ResultBasis;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;
import vn.thutuc.organisation.UnitView;
import vn.thutuc.printing.PaperPress;

/** Puts together what the officer of a step sees of a paper. */
@Component
class DraftViews {

  private static final int MOST_UNITS_ABOVE = 5;

  private final PaperRows papers;
  private final VersionRows versions;
  private final ResultBasis basis;
  private final DossierAccess access;
  private final Organisation organisation;
  private final PaperPress press;
  private final CurrentActor actor;

  DraftViews(
      PaperRows papers,
      VersionRows versions,
      ResultBasis basis,
      DossierAccess access,
      Organisation organisation,
      PaperPress press,
      CurrentActor actor) {
    this.papers = papers;
    this.versions = versions;
    this.basis = basis;
    this.access = access;
    this.organisation = organisation;
    this.press = press;
    this.actor = actor;
  }

  /**
   * The view.
   *
   * @param result key of the result to show, where there are several; may be null
   */
  DraftView of(PaperTasks.Task task, String result) {
    String me = actor.get().personId();
    boolean mine = me.equals(task.assignee());
    long dossier = access.readable(task.number()).id();
    PaperStep step = task.step();
    if (step == null || step.ways().isEmpty()) {
      return new DraftView(
          task.number(),
          me,
          task.name(),
          null,
          name(task.assignee()),
          mine,
          nothingHere(task),
          List.of(),
          List.of(),
          null,
          List.of(),
          summaries(dossier));
    }
    ResultBasis.Basis known = basis.of(task.number(), step.ways());
    Optional<PaperRows.Paper> paper =
        papers.open(dossier, asked(known.kinds(), result), known.chosen(), false);
    return new DraftView(
        task.number(),
        me,
        task.name(),
        step.role().name(),
        name(task.assignee()),
        mine,
        null,
        known.kinds().stream().map(kind -> new DraftView.Kind(kind.key(), kind.title())).toList(),
        issuers(access.competentUnit(task.number())),
        paper.map(one -> sheet(one, step, me)).orElse(null),
        task.choices().stream()
            .map(
                choice ->
                    new DraftView.Choice(
                        choice.value(), choice.label(), choice.commentRequired(), choice.longest()))
            .toList(),
        summaries(dossier));
  }

  /** Who asks for one result is shown its paper or none: another could then be begun beside it. */
  private static List<ResultKind> asked(List<ResultKind> kinds, String result) {
    return result == null
        ? kinds
        : kinds.stream().filter(kind -> kind.key().equals(result)).toList();
  }

  private static String nothingHere(PaperTasks.Task task) {
    return task.drafted()
        ? "Bước “%s” không lập, xem xét, ký hoặc cấp số dự thảo kết quả.".formatted(task.name())
        : "Quy trình của thủ tục này không có bước dự thảo kết quả.";
  }

  private DraftView.Sheet sheet(PaperRows.Paper paper, PaperStep step, String me) {
    PaperText text = versions.text(paper.id(), paper.latest()).orElseThrow();
    List<VersionRows.Decision> decisions = versions.decisions(paper.id());
    int seen = seen(decisions, step, me);
    boolean changed = seen > 0 && seen < paper.latest();
    return new DraftView.Sheet(
        paper.id(),
        paper.result(),
        paper.title(),
        paper.latest(),
        text,
        seen,
        changed ? changes(paper.id(), seen, text) : List.of(),
        paper.signature() != null,
        paper.signature() == null ? null : name(paper.signature().by()),
        versions.of(paper.id()).stream().map(this::version).toList(),
        decisions.stream().map(this::decision).toList());
  }

  /** The version this person last decided on at this step, else anybody did there. */
  private static int seen(List<VersionRows.Decision> decisions, PaperStep step, String me) {
    List<VersionRows.Decision> here =
        decisions.stream().filter(one -> one.element().equals(step.element())).toList();
    return here.stream()
        .filter(one -> one.by().equals(me))
        .findFirst()
        .or(() -> here.stream().findFirst())
        .map(VersionRows.Decision::version)
        .orElse(0);
  }

  private List<Differences.Line> changes(long paper, int from, PaperText to) {
    return versions.text(paper, from).map(before -> between(before, to)).orElse(List.of());
  }

  /** What changed from one version to another. */
  List<Differences.Line> between(PaperText before, PaperText after) {
    return Differences.between(
        before.lines(unit(before.issuer())), after.lines(unit(after.issuer())));
  }

  String unit(String id) {
    return organisation.unit(id).map(UnitView::name).orElse(id);
  }

  private DraftView.Version version(VersionRows.Version version) {
    return new DraftView.Version(
        version.version(),
        local(version.at()),
        acting(version.by(), version.behalf()),
        version.note());
  }

  private DraftView.Decision decision(VersionRows.Decision decision) {
    return new DraftView.Decision(
        decision.version(),
        decision.step(),
        decision.decision().equals(PaperFlow.APPROVE),
        decision.comment(),
        local(decision.at()),
        acting(decision.by(), decision.behalf()));
  }

  /** The papers of a dossier, for whoever was found to be allowed to read it. */
  List<DraftView.Summary> summaries(long dossier) {
    return papers.of(dossier).stream()
        .map(
            paper ->
                new DraftView.Summary(
                    paper.id(),
                    paper.title(),
                    paper.latest(),
                    state(paper),
                    paper.number(),
                    paper.issuedOn(),
                    paper.finishedAt() != null))
        .toList();
  }

  private static String state(PaperRows.Paper paper) {
    if (paper.dropped()) {
      return "đã bỏ";
    }
    if (paper.finishedAt() != null) {
      return "đã ban hành";
    }
    return paper.signature() == null ? "đang dự thảo" : "đã ký duyệt, chờ cấp số";
  }

  /** The unit that settles, and those above it. */
  private List<DraftView.Unit> issuers(String unit) {
    List<DraftView.Unit> issuers = new ArrayList<>();
    String at = press.head(unit).unit();
    while (at != null && issuers.size() < MOST_UNITS_ABOVE) {
      Optional<UnitView> found = organisation.unit(at);
      found.ifPresent(one -> issuers.add(new DraftView.Unit(one.id(), one.name())));
      at = found.map(UnitView::parentId).orElse(null);
    }
    return issuers;
  }

  boolean mayIssue(String competent, String issuer) {
    return issuers(competent).stream().anyMatch(unit -> unit.id().equals(issuer));
  }

  private String acting(String person, String behalf) {
    return behalf == null ? name(person) : "%s (thay %s)".formatted(name(person), name(behalf));
  }

  String name(String person) {
    return person == null ? null : organisation.person(person).map(PersonView::name).orElse(person);
  }

  private static LocalDateTime local(Instant at) {
    return LocalDateTime.ofInstant(at, WorkingCalendar.ZONE).withNano(0);
  }
}
