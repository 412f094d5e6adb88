package vn.thutuc.dossier;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.Choice;
import vn.thutuc.catalogue.Phase;
import vn.thutuc.catalogue.PhaseStart;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.clock.Now;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;

/**
 * The steps of a model that change the dossier. Each takes part in the engine's transaction: when
 * the step fails, neither the dossier nor the engine has moved.
 */
@Service
@Transactional
public class DossierSteps {

  private final Dossiers dossiers;
  private final Journal journal;
  private final FormEntries entries;
  private final Terms terms;
  private final DossierAgencies agencies;
  private final Organisation organisation;
  private final DossierClock clock;
  private final CurrentActor actor;
  private final Now now;

  DossierSteps(
      Dossiers dossiers,
      Journal journal,
      FormEntries entries,
      Terms terms,
      DossierAgencies agencies,
      Organisation organisation,
      DossierClock clock,
      CurrentActor actor,
      Now now) {
    this.dossiers = dossiers;
    this.journal = journal;
    this.entries = entries;
    this.terms = terms;
    this.agencies = agencies;
    this.organisation = organisation;
    this.clock = clock;
    this.actor = actor;
    this.now = now;
  }

  /** An agency is asked to act: from now on it sees the dossier. */
  public void takesPart(String number, String agency) {
    agencies.enter(find(number), agency);
  }

  /** Newest line of a dossier's journal; 0 while it is empty. */
  public long newestLine(String number) {
    return journal.newestLine(find(number).id());
  }

  /**
   * Takes what a form submitted; the engine keeps none of it.
   *
   * @return the routing flags the dossier holds: a form cannot route past them
   */
  public Map<String, Object> record(
      String number, CompletedSteps.Completion done, Map<String, ?> fields) {
    Dossier dossier = find(number);
    fields.forEach(DossierSteps::requireFit);
    entries.add(dossier, done, actor.get(), fields);
    Entry entry = new Entry(new LinkedHashMap<>(fields));
    reclassify(dossier, entry);
    if (entry.text("lateReason") != null) {
      dossier.explainLateness(entry.text("lateReason"), entry.text("lateUnit"));
      journal.write(dossier, JournalEvent.LATENESS_EXPLAINED, entry.text("lateReason"), Map.of());
    }
    if (entry.text("verifierUnit") != null) {
      dossier.units().verifyAt(commune(entry.text("verifierUnit")));
      agencies.enter(dossier);
      journal.write(
          dossier,
          JournalEvent.VERIFICATION_ASKED,
          null,
          Map.of("unit", entry.text("verifierUnit")));
    }
    journal.write(
        dossier, JournalEvent.STEP_DONE, entry.text("reason"), Map.of("step", done.stepName()));
    dossiers.saveAndFlush(dossier);
    return RoutingFlags.of(dossier);
  }

  private String commune(String unit) {
    return organisation
        .unit(unit)
        .filter(found -> Organisation.COMMUNE.equals(found.key()))
        .map(UnitView::id)
        .orElseThrow(
            () ->
                DossierProblem.invalid(
                    "verifier-unknown",
                    "verifierUnit",
                    "Đơn vị được đề nghị xác minh phải là mã của một UBND cấp xã. Các mã: "
                        + String.join(
                            ", ", organisation.communes().stream().map(UnitView::id).toList())));
  }

  /** Numbers and units go to narrow columns, texts to wide ones. */
  private static void requireFit(String field, Object value) {
    boolean narrow = field.endsWith("Number") || field.endsWith("Unit") || field.endsWith("Volume");
    Texts.fits(field, field, value == null ? null : value.toString(), narrow ? 64 : 1_000);
  }

  private void reclassify(Dossier dossier, Entry entry) {
    String caseCode = entry.text("caseCode");
    String area = entry.text("areaClass");
    if (dossier.isAccepted() || (caseCode == null && area == null)) {
      return;
    }
    Procedure procedure = terms.procedure(dossier);
    requireChoice("caseCode", "Trường hợp", caseCode, procedure.cases());
    requireChoice("areaClass", "Địa bàn", area, procedure.areas());
    dossier.classify(caseCode, area);
  }

  private static void requireChoice(String field, String label, String code, List<Choice> choices) {
    if (code != null && choices.stream().noneMatch(choice -> choice.code().equals(code))) {
      throw DossierProblem.invalid(
          field + "-unknown", field, label + " không có trong thủ tục. Hãy chọn trong danh sách.");
    }
  }

  /**
   * The complete dossier is accepted: the phases that wait for it start, the appointment is given.
   */
  public void accept(String number) {
    Dossier dossier = find(number);
    Instant at = acceptance(dossier);
    dossier.accept(at);
    journal.write(dossier, JournalEvent.ACCEPTED, null, Map.of());
    Procedure procedure = terms.procedure(dossier);
    procedure.phasesOfTheCheck().forEach(phase -> end(dossier, phase.id(), at));
    procedure.phases().stream()
        .filter(phase -> terms.start(dossier, phase) == PhaseStart.COMPLETE_DOSSIER)
        .forEach(phase -> begin(dossier, phase, at));
    appoint(dossier);
    dossiers.saveAndFlush(dossier);
  }

  /**
   * A dossier handed in at the counter and entered afterwards was checked and accepted when it was
   * handed in: its phases count from the true instant.
   */
  private Instant acceptance(Dossier dossier) {
    ReceptionFacts reception = dossier.reception();
    boolean enteredAfterwards = reception.lateEntryGround() != null;
    return enteredAfterwards && dossier.channel() == Channel.COUNTER
        ? reception.receivedAt()
        : now.instant();
  }

  private void appoint(Dossier dossier) {
    clock
        .promised(dossier)
        .map(run -> clock.deadline(dossier, run).end())
        .map(DossierClock::instant)
        .ifPresent(
            end -> {
              dossier.appointments().give(end);
              journal.write(
                  dossier, JournalEvent.APPOINTMENT_GIVEN, null, Map.of("at", end.toString()));
            });
  }

  /** A phase starts; nothing happens when it runs already. */
  public void begin(String number, String phase) {
    Dossier dossier = find(number);
    Phase facts =
        terms
            .procedure(dossier)
            .phase(phase)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Procedure %s has no phase '%s' in the catalogue; add it or mend the model"
                            .formatted(dossier.procedureCode(), phase)));
    begin(dossier, facts, startAtStage(dossier, facts));
    dossiers.saveAndFlush(dossier);
  }

  private Instant startAtStage(Dossier dossier, Phase phase) {
    boolean countsBack =
        phase.starts() == PhaseStart.STAGE_FROM_COMPLETE_DOSSIER
            && dossier.acceptedAt() != null
            && dossier.latestPhase(phase.id()).isEmpty();
    return countsBack ? dossier.acceptedAt() : now.instant();
  }

  /** A phase ends; nothing happens when it does not run. */
  public void finish(String number, String phase) {
    Dossier dossier = find(number);
    end(dossier, phase, now.instant());
    dossiers.saveAndFlush(dossier);
  }

  private void begin(Dossier dossier, Phase phase, Instant at) {
    if (dossier.runningPhase(phase.id()).isEmpty()) {
      PhaseRun run = dossier.begin(terms.of(dossier, phase), at);
      journal.write(
          dossier,
          JournalEvent.PHASE_STARTED,
          null,
          Map.of("phase", phase.id(), "term", String.valueOf(run.term())));
    }
  }

  private void end(Dossier dossier, String phase, Instant at) {
    if (dossier.runningPhase(phase).isPresent()) {
      dossier.end(phase, at);
      journal.write(dossier, JournalEvent.PHASE_ENDED, null, Map.of("phase", phase));
    }
  }

  /** The unit has taken the dossier up: national state 4. */
  public void settling(String number) {
    Dossier dossier = find(number);
    dossier.settle();
    dossiers.saveAndFlush(dossier);
  }

  /** The tax sheet is sent: national state 6. */
  public void askObligation(String number) {
    Dossier dossier = find(number);
    dossier.askObligation();
    journal.write(dossier, JournalEvent.OBLIGATION_ASKED, null, Map.of());
    dossiers.saveAndFlush(dossier);
  }

  /** The obligation is proven: back to national state 4. */
  public void meetObligation(String number) {
    Dossier dossier = find(number);
    dossier.meetObligation();
    journal.write(dossier, JournalEvent.OBLIGATION_MET, null, Map.of());
    dossiers.saveAndFlush(dossier);
  }

  /** The result is ready: national state 9, the clock ends. */
  public void ready(String number) {
    Dossier dossier = find(number);
    dossier.settle();
    dossier.ready(now.instant());
    journal.write(dossier, JournalEvent.READY, null, Map.of());
    dossiers.saveAndFlush(dossier);
  }

  /** The result is with the applicant: national state 10. */
  public void returned(String number) {
    Dossier dossier = find(number);
    dossier.handOver(now.instant());
    journal.write(
        dossier, JournalEvent.RETURNED, null, Map.of("way", dossier.returnMethod().name()));
    dossiers.saveAndFlush(dossier);
  }

  /** Reception is refused (form 03): national state 3. */
  public void notReceived(String number) {
    Dossier dossier = find(number);
    dossier.refuseReception(now.instant());
    journal.write(
        dossier, JournalEvent.NOT_RECEIVED, entries.latest(dossier).text("reason"), Map.of());
    dossiers.saveAndFlush(dossier);
  }

  /** The applicant has the papers back: national state 7. */
  public void withdrawn(String number) {
    Dossier dossier = find(number);
    dossier.withdraw(now.instant());
    journal.write(dossier, JournalEvent.WITHDRAWN, null, Map.of());
    dossiers.saveAndFlush(dossier);
  }

  /** The notice of stopping is signed (form 05): national state 8. */
  public void stopped(String number) {
    Dossier dossier = find(number);
    dossier.stop(now.instant());
    journal.write(dossier, JournalEvent.STOPPED, entries.latest(dossier).text("reason"), Map.of());
    dossiers.saveAndFlush(dossier);
  }

  /** Whether an apology may still re-appoint the dossier: it does so once. */
  @Transactional(readOnly = true)
  public boolean isApologyDue(String number) {
    return !find(number).appointments().isReAppointed();
  }

  /**
   * The approved apology re-appoints the dossier, once; it stays late in every report. A second one
   * signed meanwhile changes nothing.
   */
  public void apologise(String number) {
    Dossier dossier = find(number);
    if (dossier.appointments().isReAppointed()) {
      // Two terms ended at once and both apologies were signed: the first stands.
      return;
    }
    Entry entry = entries.latest(dossier);
    LocalDateTime appointment = entry.dateTime("newAppointment", "Ngày hẹn trả mới");
    if (appointment.isBefore(now.local())) {
      throw DossierProblem.invalid(
          "appointment-past",
          "newAppointment",
          "Ngày hẹn trả mới đã qua. Hãy nhập một ngày trong tương lai.");
    }
    dossier.appointments().giveAnew(DossierClock.instant(appointment));
    journal.write(
        dossier,
        JournalEvent.RE_APPOINTED,
        dossier.lateness().reason(),
        Map.of("at", appointment.toString()));
    dossiers.saveAndFlush(dossier);
  }

  private Dossier find(String number) {
    return dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number));
  }
}
