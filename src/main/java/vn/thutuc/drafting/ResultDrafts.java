package vn.thutuc.drafting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.catalogue.ResultKind;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.Actor;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierAccess;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.JournalEvent;
import vn.thutuc.dossier.PaperStep;
import vn.thutuc.dossier.PaperTasks;
import vn.thutuc.dossier.RepeatedAfterLostRace;
import vn.thutuc.dossier.ResultBasis;
import vn.thutuc.printing.PaperPress;

/**
 * What officers do to the paper of a result at the step they have in hand: write it, look at it,
 * decide on it, give it its number. The step's row is held meanwhile; whatever decides submits the
 * step's own form, so the way on and the way back are the model's.
 */
@Service
@Transactional
@RepeatedAfterLostRace
public class ResultDrafts {

  private final PaperTasks tasks;
  private final PaperRows papers;
  private final VersionRows versions;
  private final DraftViews views;
  private final PaperMerge merge;
  private final PaperPages pages;
  private final ResultBasis basis;
  private final DossierAccess access;
  private final CurrentActor actor;
  private final Now now;

  ResultDrafts(
      PaperTasks tasks,
      PaperRows papers,
      VersionRows versions,
      DraftViews views,
      PaperMerge merge,
      PaperPages pages,
      ResultBasis basis,
      DossierAccess access,
      CurrentActor actor,
      Now now) {
    this.tasks = tasks;
    this.papers = papers;
    this.versions = versions;
    this.views = views;
    this.merge = merge;
    this.pages = pages;
    this.basis = basis;
    this.access = access;
    this.actor = actor;
    this.now = now;
  }

  /**
   * The paper of a step.
   *
   * @param result key of the result to show, where there are several; may be null
   * @throws DossierProblem when the caller's agency has no such task
   */
  @Transactional(readOnly = true)
  public DraftView view(String taskId, String result) {
    return views.of(tasks.seen(taskId), result);
  }

  /**
   * Words merged anew from the template.
   *
   * @param notice what the officer has to know about the template; null when nothing
   */
  public record Fresh(PaperText text, String notice) {}

  /** What the template gives now; nothing is saved. */
  @Transactional(readOnly = true)
  public Fresh fresh(String taskId, String result, String issuer) {
    PaperTasks.Task task = tasks.seen(taskId);
    PaperStep step = requireStep(task, PaperStep.Role.DRAFT);
    ResultBasis.Basis known = basis.of(task.number(), step.ways());
    requireIssuer(task, issuer);
    PaperMerge.Merged merged =
        merge.merge(task.number(), requireKind(known, result), known, issuer);
    return new Fresh(merged.text(), merged.notice());
  }

  /** Begins the paper of a result with what its template gives; a second time changes nothing. */
  public DraftView begin(String taskId, String result) {
    PaperTasks.Task task = tasks.held(taskId);
    PaperStep step = requireMine(task, PaperStep.Role.DRAFT);
    long dossier = access.workable(task.number()).id();
    ResultBasis.Basis known = basis.of(task.number(), step.ways());
    ResultKind kind = requireKind(known, result);
    long id = papers.begin(dossier, kind, now.instant(), actor.get().personId());
    if (papers.find(dossier, id).orElseThrow().latest() == 0) {
      PaperMerge.Merged merged = merge.merge(task.number(), kind, known, null);
      add(task.number(), id, kind.title(), 1, merged.text().plain(), "Lập từ mẫu");
    }
    return views.of(tasks.seen(taskId), kind.key());
  }

  /**
   * What is saved.
   *
   * @param paper id of the paper
   * @param base version the text was written over
   * @param text the words
   * @param note what was changed, in the officer's words; may be null
   */
  public record Save(long paper, int base, PaperText text, String note) {}

  /**
   * Saves a new version. The same words as the newest version make none.
   *
   * @throws DossierProblem when somebody has saved another version meanwhile; nothing is written
   */
  public DraftView save(String taskId, Save save) {
    PaperTasks.Task task = tasks.held(taskId);
    PaperStep step = requireMine(task, PaperStep.Role.DRAFT);
    long dossier = access.workable(task.number()).id();
    PaperText text = DraftChecks.text(save);
    requireIssuer(task, text.issuer());
    PaperRows.Paper paper = requireOpen(task, step, dossier, save.paper());
    boolean same = words(paper, paper.latest()).equals(text);
    if (!same && paper.latest() != save.base()) {
      throw stale(paper);
    }
    if (!same) {
      String note = DraftChecks.note(save.note());
      add(task.number(), paper.id(), paper.title(), paper.latest() + 1, text, note);
    }
    return views.of(tasks.seen(taskId), paper.result());
  }

  private DossierProblem stale(PaperRows.Paper paper) {
    VersionRows.Version latest = versions.of(paper.id()).get(0);
    return DossierProblem.conflict(
        "paper-stale",
        "%s đã lưu bản %d sau khi anh/chị mở. Nội dung anh/chị đang nhập chưa được lưu và vẫn còn ở ô nhập; hãy so với bản mới rồi lưu lại."
            .formatted(views.name(latest.by()), latest.version()));
  }

  private void add(
      String number, long paper, String title, int version, PaperText text, String note) {
    Actor who = actor.get();
    text.check();
    versions.add(
        paper,
        new VersionRows.Version(
            version, now.instant(), who.personId(), who.onBehalfOf(), note, text.sha256()),
        text);
    papers.saved(paper, version, now.instant());
    journal(
        number, JournalEvent.RESULT_DRAFTED, note, paper, "%s, bản %d".formatted(title, version));
  }

  /**
   * Gives a paper up: the result is made outside, and the clerk writes its number by hand. Done a
   * second time it changes nothing.
   */
  public DraftView drop(String taskId, long id, String reason) {
    PaperTasks.Task task = tasks.held(taskId);
    PaperStep step = requireMine(task, PaperStep.Role.DRAFT);
    long dossier = access.workable(task.number()).id();
    String why = DraftChecks.reason(reason);
    if (papers.hold(dossier, id).filter(PaperRows.Paper::dropped).isPresent()) {
      return views.of(tasks.seen(taskId), null);
    }
    PaperRows.Paper paper = requireOpen(task, step, dossier, id);
    papers.dropped(paper.id(), why, now.instant(), actor.get().personId());
    journal(task.number(), JournalEvent.RESULT_DRAFT_DROPPED, why, paper.id(), paper.title());
    return views.of(tasks.seen(taskId), null);
  }

  /** A version as its words alone, with what changed since another. */
  public record Shown(String number, int version, PaperText text, List<Differences.Line> changes) {}

  /**
   * A version, compared with an earlier one.
   *
   * @param since version to compare with; 0 for none
   */
  @Transactional(readOnly = true)
  public Shown version(String taskId, long id, int version, int since) {
    String number = tasks.seen(taskId).number();
    PaperRows.Paper paper = readable(number, id);
    PaperText text = words(paper, version);
    return new Shown(
        number, version, text, since == 0 ? List.of() : views.between(words(paper, since), text));
  }

  /** A version as a file. */
  public record Preview(String number, PaperPress.Pdf pdf) {}

  /** A version as a file, marked as a draft on every page. */
  @Transactional(readOnly = true)
  public Preview preview(String taskId, long id, int version) {
    String number = tasks.seen(taskId).number();
    PaperRows.Paper paper = readable(number, id);
    return new Preview(number, pages.draft(number, paper, version, words(paper, version)));
  }

  /**
   * Decides on the version before the officer, in the words of the step's form.
   *
   * @param version version the officer saw
   * @param choice what the form submits
   * @param comment why; needed where the form asks for it
   * @throws DossierProblem when another version is there, or the form does not take it
   */
  public void decide(String taskId, int version, String choice, String comment) {
    PaperTasks.Task task = tasks.held(taskId);
    PaperStep step = requireMine(task, PaperStep.Role.REVIEW, PaperStep.Role.SIGN);
    ResultBasis.Basis known = basis.of(task.number(), step.ways());
    int latest =
        papers
            .open(known.dossier(), known.kinds(), known.chosen(), true)
            .map(PaperRows.Paper::latest)
            .orElse(0);
    if (latest != version) {
      throw DossierProblem.conflict(
          "paper-changed",
          "Dự thảo đã có bản %d, khác bản %d anh/chị đang xem. Hãy tải lại rồi quyết định."
              .formatted(latest, version));
    }
    PaperTasks.Choice chosen =
        task.choices().stream()
            .filter(one -> one.value().equals(choice))
            .findFirst()
            .orElseThrow(
                () ->
                    DossierProblem.invalid(
                        "choice-unknown",
                        "choice",
                        "Bước này không có lựa chọn đã gửi. Hãy tải lại."));
    tasks.complete(taskId, DraftChecks.form(task, chosen, comment));
  }

  /**
   * A paper that has been issued.
   *
   * @param paper its id
   * @param written its number
   * @param date its day, local
   */
  public record Numbered(long paper, String written, LocalDate date) {}

  /** Gives the signed paper its number and date and completes the step, in one transaction. */
  public Numbered number(String taskId) {
    PaperTasks.Task task = tasks.held(taskId);
    PaperStep step = requireMine(task, PaperStep.Role.NUMBER);
    ResultBasis.Basis known = basis.of(task.number(), step.ways());
    PaperRows.Paper paper =
        papers
            .open(known.dossier(), known.kinds(), known.chosen(), true)
            .orElseThrow(
                () ->
                    DossierProblem.conflict(
                        "paper-missing",
                        "Kết quả này không có dự thảo trên hệ thống. Hãy ghi số và ngày ở biểu mẫu của bước."));
    tasks.complete(taskId, Map.of());
    PaperRows.Paper issued = papers.find(known.dossier(), paper.id()).orElseThrow();
    return new Numbered(issued.id(), issued.number(), issued.issuedOn());
  }

  private PaperRows.Paper readable(String number, long id) {
    long dossier = access.readable(number).id();
    return papers.find(dossier, id).orElseThrow(() -> unknown(number));
  }

  private PaperRows.Paper requireOpen(PaperTasks.Task task, PaperStep step, long dossier, long id) {
    ResultBasis.Basis known = basis.of(task.number(), step.ways());
    return papers
        .hold(dossier, id)
        .filter(
            paper ->
                paper.isOpen()
                    && known.kinds().stream().anyMatch(kind -> kind.key().equals(paper.result())))
        .orElseThrow(() -> unknown(task.number()));
  }

  static DossierProblem unknown(String number) {
    return new DossierProblem(
        DossierProblem.Kind.NOT_FOUND,
        "paper-not-found",
        "paper",
        "Hồ sơ %s không có dự thảo này ở bước đang làm. Hãy tải lại.".formatted(number));
  }

  private PaperText words(PaperRows.Paper paper, int version) {
    return versions
        .text(paper.id(), version)
        .orElseThrow(
            () ->
                new DossierProblem(
                    DossierProblem.Kind.NOT_FOUND,
                    "paper-version-not-found",
                    "version",
                    "Dự thảo không có bản %d. Hãy tải lại.".formatted(version)));
  }

  private static PaperStep requireStep(PaperTasks.Task task, PaperStep.Role... roles) {
    return Optional.ofNullable(task.step())
        .filter(step -> List.of(roles).contains(step.role()))
        .orElseThrow(
            () ->
                DossierProblem.conflict(
                    "step-without-paper",
                    "Bước “%s” không làm được việc này với dự thảo kết quả."
                        .formatted(task.name())));
  }

  private PaperStep requireMine(PaperTasks.Task task, PaperStep.Role... roles) {
    PaperStep step = requireStep(task, roles);
    if (!actor.get().personId().equals(task.assignee())) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "not-yours",
          null,
          task.assignee() == null
              ? "Hãy nhận việc trước khi làm việc với dự thảo."
              : "Việc này đang do %s xử lý.".formatted(views.name(task.assignee())));
    }
    return step;
  }

  private static ResultKind requireKind(ResultBasis.Basis known, String result) {
    if (result == null && known.kinds().size() == 1) {
      return known.kinds().get(0);
    }
    return known.kinds().stream()
        .filter(kind -> kind.key().equals(result))
        .findFirst()
        .orElseThrow(
            () ->
                DossierProblem.invalid(
                    "result-unknown", "result", "Hãy chọn loại kết quả trong danh sách."));
  }

  private void requireIssuer(PaperTasks.Task task, String issuer) {
    if (issuer != null && !views.mayIssue(access.competentUnit(task.number()), issuer)) {
      throw DossierProblem.invalid(
          "issuer-unknown", "issuer", "Hãy chọn đơn vị ban hành trong danh sách.");
    }
  }

  private void journal(String number, JournalEvent event, String reason, long paper, String about) {
    Map<String, Object> data = new HashMap<>();
    data.put("about", about);
    data.put("paper", paper);
    access.journal(number, event, reason, data);
  }
}
