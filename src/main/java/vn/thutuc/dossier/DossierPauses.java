package vn.thutuc.dossier;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.catalogue.PauseRule;
import vn.thutuc.catalogue.TermFact;
import vn.thutuc.clock.Deadline;
import vn.thutuc.clock.Now;
import vn.thutuc.clock.PauseMode;
import vn.thutuc.clock.Term;

/**
 * Waiting that stops the clock: a supplement, a revision, a financial obligation or another body.
 */
@Service
@Transactional
public class DossierPauses {

  private final Dossiers dossiers;
  private final Journal journal;
  private final FormEntries entries;
  private final Terms terms;
  private final DossierClock clock;
  private final ProcedureEngine engine;
  private final Reissue reissue;
  private final Now now;

  DossierPauses(
      Dossiers dossiers,
      Journal journal,
      FormEntries entries,
      Terms terms,
      DossierClock clock,
      ProcedureEngine engine,
      Reissue reissue,
      Now now) {
    this.dossiers = dossiers;
    this.journal = journal;
    this.entries = entries;
    this.terms = terms;
    this.clock = clock;
    this.engine = engine;
    this.reissue = reissue;
    this.now = now;
  }

  /** Asks for a supplement (form 02) with what the last entry says is missing: national state 5. */
  public void requestSupplement(String number) {
    Dossier dossier = find(number);
    refuseMoreThanAllowed(dossier);
    ask(dossier, false);
  }

  /**
   * Asks the applicant to complete the dossier after comments in substance: national state 5, but
   * not counted among the supplements a procedure allows.
   */
  public void requestRevision(String number) {
    ask(find(number), true);
  }

  private void ask(Dossier dossier, boolean revision) {
    Entry entry = entries.latest(dossier);
    String phase = clock.current(dossier).map(PhaseRun::phase).orElse(null);
    String missing = entry.text("missingPapers");
    dossier.askSupplement(phase, missing, entry.text("reason"), revision, now.instant());
    Map<String, Object> data = new HashMap<>();
    data.put("phase", phase);
    data.put("missing", missing);
    data.put("beforeAcceptance", !dossier.isAccepted());
    journal.write(dossier, JournalEvent.SUPPLEMENT_ASKED, entry.text("reason"), data);
    dossiers.saveAndFlush(dossier);
  }

  private void refuseMoreThanAllowed(Dossier dossier) {
    if (!dossier.isAccepted()) {
      return;
    }
    PauseRule rule = terms.pause(dossier, PauseGround.SUPPLEMENT);
    long asked =
        dossier.supplements().stream()
            .filter(s -> !s.beforeAcceptance() && !s.isRevision())
            .count();
    if (rule.times() != null && asked >= rule.times()) {
      throw DossierProblem.conflict(
          "supplement-more-than-allowed",
          "Thủ tục này chỉ cho phép yêu cầu bổ sung hồ sơ %d lần trong quá trình giải quyết (%s)."
              .formatted(rule.times(), rule.source()));
    }
  }

  /** The supplement has come: back to the state before. */
  public void supplementReceived(String number) {
    Dossier dossier = find(number);
    dossier.answerSupplement(now.instant());
    journal.write(dossier, JournalEvent.SUPPLEMENT_RECEIVED, null, Map.of());
    dossiers.saveAndFlush(dossier);
  }

  /** The clock stops on a ground; its window, if it has one, starts. */
  public void pause(String number, PauseGround ground) {
    Dossier dossier = find(number);
    PauseRule rule = terms.pause(dossier, ground);
    Instant at = now.instant();
    dossier.pause(ground, rule.mode(), at, windowEnd(dossier, at, rule.window()));
    journal.write(
        dossier,
        JournalEvent.CLOCK_PAUSED,
        ground.label(),
        Map.of("ground", ground.name(), "mode", rule.mode()));
    dossiers.saveAndFlush(dossier);
    engine.rederive(number);
  }

  /** The clock runs on; nothing happens when it does not stand still on that ground. */
  public void resume(String number, PauseGround ground) {
    Dossier dossier = find(number);
    List<PhaseRun> stopped = stopped(dossier);
    dossier
        .resume(ground, now.instant())
        .ifPresent(
            pause -> {
              if (pause.mode() == PauseMode.RESTART) {
                stopped.forEach(PhaseRun::beginNewTerm);
              }
              journal.write(
                  dossier,
                  JournalEvent.CLOCK_RESUMED,
                  ground.label(),
                  Map.of("ground", ground.name()));
            });
    reissue.ifLater(dossier, ground.label());
    dossiers.saveAndFlush(dossier);
    engine.rederive(number);
  }

  /** The phases that stand still; one that ended before the pause is late and stays so. */
  private List<PhaseRun> stopped(Dossier dossier) {
    return dossier.phases().stream()
        .filter(PhaseRun::isRunning)
        .filter(run -> clock.deadline(dossier, run).status() == Deadline.Status.PAUSED)
        .toList();
  }

  /** When somebody outside has used up the time to answer; {@link DossierClock#PARKED} without. */
  @Transactional(readOnly = true)
  public Instant window(String number, String window) {
    Dossier dossier = find(number);
    if (window.equals("supplement")) {
      return dossier
          .openPause(PauseGround.SUPPLEMENT)
          .map(ClockPause::windowEnd)
          .orElse(DossierClock.PARKED);
    }
    Instant end = windowEnd(dossier, now.instant(), terms.window(dossier, window));
    return end == null ? DossierClock.PARKED : end;
  }

  private Instant windowEnd(Dossier dossier, Instant from, TermFact fact) {
    if (fact == null || !fact.known()) {
      return null;
    }
    return DossierClock.instant(clock.window(dossier, from, Term.parse(fact.term())).end());
  }

  private Dossier find(String number) {
    return dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number));
  }
}
