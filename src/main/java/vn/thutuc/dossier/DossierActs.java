package vn.thutuc.dossier;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.ExtensionRule;
import vn.thutuc.clock.Now;
import vn.thutuc.clock.Term;
import vn.thutuc.clock.Verdict;

/**
 * What people do to a dossier besides completing tasks: hand in a supplement, withdraw, stop. Each
 * asks first whether the model waits for it, then delivers a message.
 */
@Service
@Transactional
@RepeatedAfterLostRace
public class DossierActs {

  private final Dossiers dossiers;
  private final Journal journal;
  private final ProcedureEngine engine;
  private final DossierVisibility visibility;
  private final CurrentActor actor;
  private final Capacities capacities;
  private final StopProposalRows proposals;
  private final DossierClock clock;
  private final Reissue reissue;
  private final Now now;

  DossierActs(
      Dossiers dossiers,
      Journal journal,
      ProcedureEngine engine,
      DossierVisibility visibility,
      CurrentActor actor,
      Capacities capacities,
      StopProposalRows proposals,
      DossierClock clock,
      Reissue reissue,
      Now now) {
    this.dossiers = dossiers;
    this.journal = journal;
    this.engine = engine;
    this.visibility = visibility;
    this.actor = actor;
    this.capacities = capacities;
    this.proposals = proposals;
    this.clock = clock;
    this.reissue = reissue;
    this.now = now;
  }

  /**
   * The applicant hands in what was asked for.
   *
   * @param note what was handed in, for the journal; may be null
   */
  public void supplementReceived(String number, String note) {
    Dossier dossier = workable(number);
    Texts.fits("note", "Giấy tờ đã bổ sung", note, Texts.REASON);
    if (dossier.openSupplement().isEmpty() || !engine.awaits(number, "supplement-received")) {
      throw DossierProblem.conflict(
          "no-supplement-asked",
          "Hồ sơ %s không chờ bổ sung (trạng thái: %s)."
              .formatted(number, dossier.state().label()));
    }
    journal.write(dossier, JournalEvent.STEP_DONE, note, Map.of("step", "Nhận hồ sơ bổ sung"));
    engine.deliver(number, "supplement-received");
  }

  /**
   * A leader of the competent unit extends the term of the phase that counts: once, before its end,
   * with a ground. The applicant gets a re-issued appointment.
   *
   * @param amount what is added, as a term text, e.g. {@code 5wd}
   * @param ground why; required
   */
  public void extend(String number, String amount, String ground) {
    Dossier dossier = workable(number);
    Capacities.Capacity leader = requireLeader(dossier);
    Texts.fits("ground", "Căn cứ gia hạn", ground, 1_000);
    PhaseRun run = running(dossier);
    Verdict verdict = verdict(dossier, run, ground);
    if (!verdict.allowed()) {
      throw DossierProblem.conflict("extension-refused", verdict.reasonVi() + source(verdict));
    }
    dossier.extend(run, term(amount), ground, actor.get().personId(), now.instant());
    journal.write(
        dossier, JournalEvent.EXTENDED, ground, Map.of("amount", amount), leader.onBehalfOf());
    dossiers.saveAndFlush(dossier);
    reissue.ifLater(dossier, ground);
    dossiers.saveAndFlush(dossier);
    engine.rederive(number);
  }

  /** Why the caller may not extend the term now; empty when they may. */
  @Transactional(readOnly = true)
  public Optional<String> refusalToExtend(String number) {
    Dossier dossier = workable(number);
    try {
      requireLeader(dossier);
      Verdict verdict = verdict(dossier, running(dossier), "given when it is extended");
      return verdict.allowed()
          ? Optional.empty()
          : Optional.of(verdict.reasonVi() + source(verdict));
    } catch (DossierProblem refused) {
      return Optional.of(refused.getMessage());
    }
  }

  private PhaseRun running(Dossier dossier) {
    return clock
        .current(dossier)
        .orElseThrow(
            () ->
                DossierProblem.conflict(
                    "no-term-runs", "Hồ sơ " + dossier.number() + " không có thời hạn đang tính."));
  }

  private Verdict verdict(Dossier dossier, PhaseRun run, String ground) {
    return ExtensionRule.shipped()
        .decide(
            now.local(),
            clock.deadline(dossier, run).end(),
            (int) extensionsOf(dossier, run),
            ground,
            actor.get().personId());
  }

  private static long extensionsOf(Dossier dossier, PhaseRun run) {
    return dossier.extensions().stream()
        .filter(e -> e.phase().equals(run.phase()) && !e.at().isBefore(run.startedAt()))
        .count();
  }

  private static String source(Verdict verdict) {
    return " (%s%s)"
        .formatted(verdict.source(), verdict.verified() ? "" : "; chưa đối chiếu văn bản");
  }

  private static String term(String amount) {
    try {
      return Term.parse(amount == null ? "" : amount).toString();
    } catch (IllegalArgumentException e) {
      throw DossierProblem.invalid(
          "term-malformed",
          "amount",
          "Thời gian gia hạn \"%s\" chưa đúng. Hãy viết như 5wd (ngày làm việc) hoặc 10d (ngày)."
              .formatted(amount));
    }
  }

  /**
   * The applicant answers the electronic draft.
   *
   * @param right whether everything on it is right
   * @param note what is to be corrected; required when it is not
   */
  public void answerDraft(String number, boolean right, String note) {
    Dossier dossier = workable(number);
    String message = right ? "draft-confirmed" : "draft-corrected";
    if (!right) {
      requireReason("note", "Nội dung cần chỉnh sửa", note);
    }
    requireAwaited(dossier, message, "no-draft-sent", "xác nhận biểu mẫu điện tử");
    String step = right ? "Người nộp xác nhận biểu mẫu" : "Người nộp đề nghị sửa biểu mẫu";
    journal.write(dossier, JournalEvent.STEP_DONE, note, Map.of("step", step));
    engine.deliver(number, message);
  }

  /** The obligation is proven by a connected system instead of at the desk. */
  public void provePayment(String number, String proof) {
    Dossier dossier = workable(number);
    requireReason("proof", "Số chứng từ", proof);
    requireAwaited(dossier, "payment-proven", "no-payment-due", "chứng từ nộp tiền");
    journal.write(dossier, JournalEvent.STEP_DONE, proof, Map.of("step", "Nhận chứng từ nộp tiền"));
    engine.deliver(number, "payment-proven");
  }

  private void requireAwaited(Dossier dossier, String message, String code, String what) {
    if (!engine.awaits(dossier.number(), message)) {
      throw DossierProblem.conflict(
          code,
          "Hồ sơ %s không chờ %s (trạng thái: %s)."
              .formatted(dossier.number(), what, dossier.state().label()));
    }
  }

  /**
   * The applicant withdraws.
   *
   * @param reason in the applicant's words; required
   */
  public void withdraw(String number, String reason) {
    Dossier dossier = workable(number);
    requireReason("reason", "Lý do rút hồ sơ", reason);
    if (!dossier.isOpen() || !engine.awaits(number, "withdraw")) {
      throw DossierProblem.conflict(
          "withdrawal-not-possible",
          "Hồ sơ %s không thể rút: %s."
              .formatted(
                  number,
                  dossier.isOpen()
                      ? "việc rút hồ sơ đã được ghi nhận trước đó"
                      : "trạng thái hiện tại là \"" + dossier.state().label() + "\""));
    }
    journal.write(dossier, JournalEvent.WITHDRAWAL_ASKED, reason, Map.of());
    engine.deliver(number, "withdraw");
  }

  /**
   * A leader of the competent unit decides that settlement stops.
   *
   * @param ground why; required
   */
  public void stop(String number, String ground) {
    Dossier dossier = workable(number);
    requireReason("ground", "Căn cứ dừng giải quyết", ground);
    Capacities.Capacity leader = requireLeader(dossier);
    if (!dossier.isOpen() || !engine.awaits(number, "stop")) {
      throw DossierProblem.conflict(
          "stop-not-possible",
          "Hồ sơ %s không thể dừng giải quyết (trạng thái: %s)."
              .formatted(number, dossier.state().label()));
    }
    proposals.decide(dossier, true, ground, actor.get(), leader.onBehalfOf(), now.instant());
    journal.write(dossier, JournalEvent.STOP_DECIDED, ground, Map.of(), leader.onBehalfOf());
    engine.deliver(number, "stop");
  }

  /** A leader of the competent unit, or who stands in for one with the right to sign. */
  Capacities.Capacity requireLeader(Dossier dossier) {
    return capacities
        .over(dossier.units().competent(), "leader")
        .orElseThrow(
            () ->
                new DossierProblem(
                    DossierProblem.Kind.FORBIDDEN,
                    "leader-decides",
                    null,
                    "Chỉ lãnh đạo của đơn vị giải quyết được quyết định việc này."));
  }

  private Dossier workable(String number) {
    Dossier dossier =
        dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number));
    visibility.requireWork(dossier);
    return dossier;
  }

  private static void requireReason(String field, String label, String reason) {
    Texts.required(field, label, reason);
    Texts.fits(field, label, reason, Texts.REASON);
  }
}
