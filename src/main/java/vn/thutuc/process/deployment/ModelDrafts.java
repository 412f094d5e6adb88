package vn.thutuc.process.deployment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.modelling.ModelDifference;

/**
 * Drafts of models and how two persons bring them into force: reviewed by somebody who is not the
 * author, with the report of a rehearsal of this very file, then put in force from a day on. Who
 * may do it at all is asked before.
 */
@Service
public class ModelDrafts {

  private static final int PAGE = 20;

  private final DraftRows rows;
  private final DraftLog log;
  private final ModelsInForce inForce;
  private final DraftsInForce coming;
  private final Now now;

  ModelDrafts(DraftRows rows, DraftLog log, ModelsInForce inForce, DraftsInForce coming, Now now) {
    this.rows = rows;
    this.log = log;
    this.inForce = inForce;
    this.coming = coming;
    this.now = now;
  }

  /** A page of drafts, newest first. */
  public record Page(List<Draft> drafts, long total, int size) {}

  /**
   * A line of a draft's log.
   *
   * @param at when
   * @param actor login name
   * @param act DRAFTED, REVIEWED, SCHEDULED, IN_FORCE, TAKEN_BACK, REJECTED, SUPERSEDED
   * @param sha256 hash of the file
   * @param reportSha256 hash of the report; null without one
   * @param decision number of the decision; null without one
   * @param note what was written with it; null when nothing
   */
  public record LogLine(
      Instant at,
      String actor,
      String act,
      String sha256,
      String reportSha256,
      String decision,
      String note) {}

  /**
   * A draft with all that a reviewer looks at.
   *
   * @param draft the draft
   * @param inForceSha256 hash of what is in force now; null when nothing is
   * @param inForceVersion its number; null when nothing is
   * @param outdated whether another version than the draft's base is in force now
   * @param difference what the draft changes about what is in force
   * @param warnings what the lint noticed without refusing
   * @param log what was done with it
   */
  public record View(
      Draft draft,
      String inForceSha256,
      Integer inForceVersion,
      boolean outdated,
      List<ModelDifference.Line> difference,
      List<String> warnings,
      List<LogLine> log) {}

  /**
   * A page of the open drafts, or of those that are closed.
   *
   * @param page from 0
   */
  public Page page(boolean open, int page) {
    return new Page(rows.page(open, PAGE, Math.max(0, page)), rows.count(open), PAGE);
  }

  /** A draft with its difference, warnings and log. */
  public View view(long id) {
    Draft draft = rows.find(id).orElseThrow(() -> unknown(id));
    Optional<ModelsInForce.Version> current = inForce.find(draft.kind(), draft.key());
    String warnings = rows.text(id, "warnings");
    return new View(
        draft,
        current.map(ModelsInForce.Version::sha256).orElse(null),
        current.map(ModelsInForce.Version::version).orElse(null),
        draft.closedAt() == null && isOutdated(draft, current),
        ModelDifference.between(
            draft.kind(),
            current.map(ModelsInForce.Version::content).orElse(null),
            rows.content(id)),
        warnings == null ? List.of() : warnings.lines().toList(),
        log.of(id).stream().map(ModelDrafts::line).toList());
  }

  private static LogLine line(DraftLog.Row row) {
    return new LogLine(
        row.at(),
        row.actor(),
        row.act(),
        row.sha256(),
        row.reportSha256(),
        row.decision(),
        row.note());
  }

  private static boolean isOutdated(Draft draft, Optional<ModelsInForce.Version> current) {
    return !current
        .map(ModelsInForce.Version::sha256)
        .equals(Optional.ofNullable(draft.baseSha256()));
  }

  /** The draft's file. */
  public byte[] content(long id) {
    rows.find(id).orElseThrow(() -> unknown(id));
    return rows.content(id);
  }

  /** The file in force of the same key; empty when nothing is in force. */
  public Optional<byte[]> contentInForce(long id) {
    Draft draft = rows.find(id).orElseThrow(() -> unknown(id));
    return inForce.find(draft.kind(), draft.key()).map(ModelsInForce.Version::content);
  }

  /** The report the reviewer attached. */
  public Optional<String> report(long id) {
    rows.find(id).orElseThrow(() -> unknown(id));
    return Optional.ofNullable(rows.text(id, "report"));
  }

  /**
   * A review.
   *
   * @param report text of the rehearsal's report; null is allowed for forms and tables, which
   *     cannot be rehearsed alone
   * @param note what was looked at; needed where there is no report
   * @param overOtherVersion that the reviewer knows another version is in force than the draft was
   *     made from
   */
  public record Review(String report, String note, boolean overOtherVersion) {}

  /** The second person finds the draft right. */
  @Transactional
  public void review(long id, String person, Review review) {
    Draft draft = held(id);
    require(draft, "xem xét", Draft.State.DRAFT);
    if (draft.author().equals(person)) {
      throw new DossierProblem(
          DossierProblem.Kind.FORBIDDEN,
          "second-person-needed",
          null,
          "Người lập bản dự thảo không được tự xem xét bản của mình, kể cả quản trị viên. Hãy nhờ"
              + " người thứ hai.");
    }
    Optional<ModelsInForce.Version> current = inForce.find(draft.kind(), draft.key());
    if (isOutdated(draft, current) && !review.overOtherVersion()) {
      throw DraftProblem.conflict(
          "base-not-in-force",
          "Phiên bản mà bản dự thảo dựa vào không còn là phiên bản đang áp dụng: phần thay đổi của"
              + " phiên bản kia sẽ mất. Hãy xem phần khác biệt; nếu vẫn muốn thì đánh dấu xác nhận.");
    }
    boolean hasReport = review.report() != null && !review.report().isBlank();
    String reportHash = null;
    if (hasReport || draft.kind() == vn.thutuc.modelling.ModelIdentity.Kind.PROCESS) {
      reportHash = RehearsalReport.check(draft, review.report());
    }
    String note = DraftProblem.text(review.note(), 2000, "note", reportHash == null);
    rows.review(id, person, now.instant(), note, hasReport ? review.report() : null, reportHash);
    write(draft, person, "REVIEWED", reportHash, null, note);
  }

  /** Somebody refuses the draft; also after its review, and before its day has come. */
  @Transactional
  public void reject(long id, String person, String reason) {
    Draft draft = held(id);
    require(
        draft, "không chấp nhận", Draft.State.DRAFT, Draft.State.REVIEWED, Draft.State.SCHEDULED);
    String why = DraftProblem.text(reason, 2000, "reason", true);
    rows.close(id, Draft.State.REJECTED, now.instant(), why, null);
    write(draft, person, "REJECTED", draft.reportSha256(), draft.decision(), why);
  }

  /**
   * Lets a reviewed draft come into force: today at once, a later day at its first instant.
   *
   * @param from the day
   * @param decision number of the decision that approves it
   */
  public void putInForce(long id, String person, LocalDate from, String decision) {
    coming.schedule(
        id,
        held -> {
          require(held, "đưa vào áp dụng", Draft.State.REVIEWED);
          plan(held, person, from, decision);
        });
    coming.bringDue();
  }

  private void plan(Draft draft, String person, LocalDate from, String decision) {
    LocalDate today = now.local().toLocalDate();
    if (from == null || from.isBefore(today)) {
      throw new DossierProblem(
          DossierProblem.Kind.INVALID,
          "day-in-the-past",
          "from",
          "Ngày áp dụng phải là hôm nay hoặc một ngày sau.");
    }
    String number = DraftProblem.text(decision, 300, "decision", true);
    rows.scheduled(draft)
        .ifPresent(
            other -> {
              throw DraftProblem.conflict(
                  "another-scheduled",
                  "Bản dự thảo số %d của cùng mô hình đang chờ ngày áp dụng. Hãy chờ đến ngày đó hoặc không chấp nhận bản kia trước."
                      .formatted(other.id()));
            });
    Instant at =
        from.equals(today) ? now.instant() : from.atStartOfDay(WorkingCalendar.ZONE).toInstant();
    String over =
        inForce.find(draft.kind(), draft.key()).map(ModelsInForce.Version::sha256).orElse(null);
    rows.schedule(draft.id(), person, at, number, over);
    write(
        draft,
        person,
        "SCHEDULED",
        draft.reportSha256(),
        number,
        "Từ ngày " + DraftProblem.day(from));
  }

  private Draft held(long id) {
    return rows.hold(id).orElseThrow(() -> unknown(id));
  }

  private static void require(Draft draft, String act, Draft.State... allowed) {
    if (!List.of(allowed).contains(draft.state())) {
      throw DraftProblem.conflict(
          "wrong-state",
          "Bản dự thảo số %d %s nên không %s được. Hãy tải lại trang."
              .formatted(draft.id(), DraftProblem.words(draft.state()), act));
    }
  }

  private static DossierProblem unknown(long id) {
    return new DossierProblem(
        DossierProblem.Kind.NOT_FOUND,
        "draft-unknown",
        "id",
        "Không có bản dự thảo số " + id + ".");
  }

  private void write(
      Draft draft, String person, String act, String report, String decision, String note) {
    log.write(new DraftLog.Entry(draft.id(), person, act, draft.sha256(), report, decision, note));
  }
}
