package vn.thutuc.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.Paper;
import vn.thutuc.catalogue.PhaseStart;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.clock.Now;
import vn.thutuc.organisation.UnitView;

/**
 * Reception of a dossier: the one service behind REST, the pages and Tasklist's start dialog. It
 * creates the dossier and starts the procedure's model in one transaction; either both are there or
 * neither.
 */
@Service
@Transactional
@RepeatedAfterLostRace
public class Reception {

  private final Catalogue catalogue;
  private final Dossiers dossiers;
  private final DossierNumbers numbers;
  private final ReceptionUnits units;
  private final ProcedureEngine engine;
  private final Journal journal;
  private final Terms terms;
  private final DossierAgencies agencies;
  private final ReceptionDrafts drafts;
  private final Now now;

  Reception(
      Catalogue catalogue,
      Dossiers dossiers,
      DossierNumbers numbers,
      ReceptionUnits units,
      ProcedureEngine engine,
      Journal journal,
      Terms terms,
      DossierAgencies agencies,
      ReceptionDrafts drafts,
      Now now) {
    this.catalogue = catalogue;
    this.dossiers = dossiers;
    this.numbers = numbers;
    this.units = units;
    this.engine = engine;
    this.journal = journal;
    this.terms = terms;
    this.agencies = agencies;
    this.drafts = drafts;
    this.now = now;
  }

  /**
   * Receives a dossier and starts its model. A dossier of another system that is here already is
   * answered, not received twice.
   *
   * @throws DossierProblem when something is missing, unknown or not allowed
   */
  public String receive(Submission submission) {
    Optional<Dossier> here = alreadyHere(submission);
    if (here.isPresent()) {
      return here.get().number();
    }
    requireModel(submission.procedure());
    Dossier dossier = create(submission);
    ProcedureEngine.Started started = engine.start(dossier, agency(dossier), flags(dossier));
    dossier.runsIn(started.instanceId(), started.definitionId());
    dossiers.saveAndFlush(dossier);
    return dossier.number();
  }

  /**
   * Receives what an officer has typed into a sheet. The same sheet sent again, because an answer
   * was lost or a key pressed twice, is answered with the same dossier.
   *
   * @param sheet id the page has given the sheet; its draft goes with the reception
   * @throws DossierProblem when something is missing, unknown or not allowed
   */
  public String receive(Submission submission, UUID sheet) {
    Optional<String> before = drafts.begin(sheet);
    if (before.isPresent()) {
      return before.get();
    }
    String number = receive(submission);
    drafts.received(sheet, number);
    return number;
  }

  /**
   * Number of the dossier a sheet was received as before; empty when it has not been. Who sends the
   * same sheet at once waits here until the first commits.
   */
  public Optional<String> receivedAs(UUID sheet) {
    return drafts.begin(sheet);
  }

  /**
   * What a dossier started by the engine's own start dialog needs to go on.
   *
   * @param number the dossier's number, to become the business key
   * @param flags routing flags
   */
  public record ReceivedInEngine(String number, Map<String, Object> flags) {}

  /** Receives a dossier whose process instance is being started by Tasklist's start dialog. */
  public ReceivedInEngine receiveInEngine(
      Submission submission, String instanceId, String definitionId) {
    Dossier dossier = create(submission);
    dossier.runsIn(instanceId, definitionId);
    dossiers.saveAndFlush(dossier);
    return new ReceivedInEngine(dossier.number(), flags(dossier));
  }

  /**
   * The agency that settles what is submitted: the tenant of its process instance.
   *
   * @throws DossierProblem when it cannot be found
   */
  public String settlingAgency(Submission submission) {
    Procedure procedure = procedure(submission, now.instant());
    return agencyOf(units.of(procedure, submission).competent());
  }

  private Optional<Dossier> alreadyHere(Submission submission) {
    ReceptionFacts facts = submission.reception();
    if (facts.externalId() == null) {
      return Optional.empty();
    }
    dossiers.waitForTurn(facts.sourceSystem() + " " + facts.externalId());
    return dossiers.findByReceptionSourceSystemAndReceptionExternalId(
        facts.sourceSystem(), facts.externalId());
  }

  private Dossier create(Submission submission) {
    Instant at = now.instant();
    Procedure procedure = procedure(submission, at);
    new SubmissionCheck(procedure, submission).run(at);
    Units found = units.of(procedure, submission);
    submission.reception().enter(at);
    submission.reception().holdTo(terms.factsDay(submission.reception().receivedAt()));
    LocalDate day = DossierClock.local(submission.reception().receivedAt()).toLocalDate();
    String number = numbers.next(agencyOf(found.competent()), day);
    Dossier dossier = new Dossier(number, procedure.version(), submission, found);
    holdPapers(dossier, procedure, submission);
    dossiers.saveAndFlush(dossier);
    agencies.enter(dossier);
    journalReception(dossier);
    procedure.phases().stream()
        .filter(phase -> terms.start(dossier, phase) == PhaseStart.RECEPTION)
        .forEach(
            phase -> dossier.begin(terms.of(dossier, phase), submission.reception().receivedAt()));
    return dossiers.saveAndFlush(dossier);
  }

  private Procedure procedure(Submission submission, Instant at) {
    Instant received =
        submission.reception().receivedAt() == null ? at : submission.reception().receivedAt();
    String code = submission.procedure();
    return terms
        .inForce(code == null ? "" : code, received)
        .orElseThrow(() -> unknownProcedure(code));
  }

  private void requireModel(String code) {
    if (code != null && catalogue.find(code, now.local()).isPresent() && !engine.hasModel(code)) {
      throw DossierProblem.conflict(
          "no-model-in-force",
          "Thủ tục " + code + " chưa có quy trình đang áp dụng. Hãy báo người thiết kế quy trình.");
    }
  }

  private static DossierProblem unknownProcedure(String code) {
    return DossierProblem.invalid(
        "procedure-unknown",
        "procedure",
        "Không có thủ tục mang mã \"%s\" đang áp dụng. Hãy kiểm tra lại mã thủ tục."
            .formatted(code == null ? "" : code));
  }

  private static void holdPapers(Dossier dossier, Procedure procedure, Submission submission) {
    if (submission.papers() == null) {
      return;
    }
    Map<String, String> titles =
        procedure.papers().stream().collect(Collectors.toMap(Paper::key, Paper::title));
    List<Submission.HandedIn> handedIn = submission.papers();
    handedIn.forEach(
        p ->
            dossier.hold(
                new PaperReceived(p.key(), titles.get(p.key()), p.originals(), p.copies())));
  }

  private void journalReception(Dossier dossier) {
    ReceptionFacts facts = dossier.reception();
    Map<String, Object> data = new HashMap<>();
    data.put("receivedAt", facts.receivedAt().toString());
    data.put("channel", dossier.channel().name());
    data.put("sourceSystem", facts.sourceSystem());
    data.put("externalId", facts.externalId());
    data.put("procedureVersion", dossier.procedureVersion());
    journal.write(dossier, JournalEvent.RECEIVED, null, data);
    if (facts.lateEntryGround() != null) {
      data.put("slipNumber", facts.slipNumber());
      journal.write(dossier, JournalEvent.ENTERED_AFTERWARDS, facts.lateEntryGround(), data);
    }
  }

  private Map<String, Object> flags(Dossier dossier) {
    Map<String, Object> flags = RoutingFlags.of(dossier);
    String desk = units.agency(dossier.units().desk()).map(UnitView::id).orElse("");
    flags.put("forwarded", !desk.equals(agency(dossier)));
    flags.put("originalsAtReturn", terms.procedure(dossier).originalsAtReturn(dossier.channel()));
    return flags;
  }

  private String agency(Dossier dossier) {
    return agencyOf(dossier.units().competent());
  }

  private String agencyOf(String unit) {
    return units
        .agency(unit)
        .map(UnitView::id)
        .orElseThrow(
            () ->
                DossierProblem.invalid(
                    "unit-outside",
                    "competentUnit",
                    "Đơn vị "
                        + unit
                        + " không thuộc hệ thống này nên không giải quyết được hồ sơ."));
  }
}
