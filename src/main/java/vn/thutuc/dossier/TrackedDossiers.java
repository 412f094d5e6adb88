package vn.thutuc.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;

/**
 * Hands a dossier to its applicant. Asks for no right: whoever calls has seen the dossier's secret.
 */
@Service
@Transactional(readOnly = true)
public class TrackedDossiers {

  private final Dossiers dossiers;
  private final Terms terms;
  private final FormEntries entries;
  private final Journal journal;
  private final Organisation organisation;

  TrackedDossiers(
      Dossiers dossiers,
      Terms terms,
      FormEntries entries,
      Journal journal,
      Organisation organisation) {
    this.dossiers = dossiers;
    this.terms = terms;
    this.entries = entries;
    this.journal = journal;
    this.organisation = organisation;
  }

  /** The dossier of this number; empty when there is none. */
  public Optional<TrackedDossier> read(String number) {
    return dossiers.findByNumber(number).map(this::view);
  }

  /** Writes a line about what the applicant did, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void journal(String number, JournalEvent event, Map<String, ?> data) {
    journal.write(dossiers.findByNumber(number).orElseThrow(), event, null, data);
  }

  private TrackedDossier view(Dossier dossier) {
    Procedure procedure = terms.procedure(dossier);
    List<Journal.Line> lines = journal.of(dossier);
    String unit = dossier.units().competent();
    UnitView agency = organisation.agencyOf(unit).orElse(null);
    Appointments given = dossier.appointments();
    return new TrackedDossier(
        dossier.id(),
        dossier.number(),
        procedure.title(),
        dossier.procedureCode(),
        dossier.owner().name(),
        dossier.state(),
        dossier.returnMethod(),
        organisation.unit(dossier.units().returning()).map(UnitView::name).orElse(""),
        unit,
        agency == null ? unit : agency.id(),
        agency == null ? "" : agency.name(),
        local(dossier.reception().receivedAt()),
        local(dossier.acceptedAt()),
        local(given.first()),
        local(given.current()),
        local(given.binding()),
        given.isReAppointed(),
        given.isReAppointed() ? dossier.lateness().reason() : null,
        local(dossier.settledAt()),
        local(dossier.returnedAt()),
        local(dossier.closedAt()),
        endReason(dossier.state(), lines),
        dossier.pauses().stream().map(TrackedDossiers::pause).toList(),
        dossier.supplements().stream().map(TrackedDossiers::request).toList(),
        obligation(dossier),
        fees(dossier, procedure),
        lines.stream().anyMatch(line -> line.event().equals(JournalEvent.FEE_TAKEN.name())),
        dossier.results().stream()
            .filter(result -> !result.isReplaced())
            .map(TrackedDossiers::outcome)
            .toList());
  }

  /** As forms 03 and 05 say it. */
  private static String endReason(NationalState state, List<Journal.Line> lines) {
    return switch (state) {
      case NOT_RECEIVED -> reason(lines, JournalEvent.NOT_RECEIVED);
      case STOPPED -> reason(lines, JournalEvent.STOPPED);
      default -> null;
    };
  }

  private static String reason(List<Journal.Line> lines, JournalEvent event) {
    return lines.stream()
        .filter(line -> line.event().equals(event.name()))
        .map(Journal.Line::reason)
        .filter(reason -> reason != null && !reason.isBlank())
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  private static List<TrackedDossier.FeeLine> fees(Dossier dossier, Procedure procedure) {
    LocalDate day = DossierClock.local(dossier.reception().receivedAt()).toLocalDate();
    return procedure.fees().stream()
        .filter(fee -> fee.validity().on(day))
        .filter(fee -> fee.channel() == null || fee.channel() == dossier.channel())
        .filter(fee -> fee.caseCode() == null || fee.caseCode().equals(dossier.caseCode()))
        .map(
            fee ->
                new TrackedDossier.FeeLine(fee.title(), fee.amount(), fee.per(), fee.condition()))
        .toList();
  }

  private TrackedDossier.Obligation obligation(Dossier dossier) {
    boolean open = dossier.state() == NationalState.OBLIGATION_ASKED;
    Entry entry = entries.latest(dossier);
    boolean asked = entry.text("noticeNumber") != null || entry.text("noticeAmount") != null;
    return open || asked
        ? new TrackedDossier.Obligation(
            entry.text("noticeNumber"), entry.text("noticeAmount"), open)
        : null;
  }

  private static TrackedDossier.Pause pause(ClockPause pause) {
    return new TrackedDossier.Pause(
        pause.ground(), local(pause.fromAt()), local(pause.toAt()), local(pause.windowEnd()));
  }

  private static TrackedDossier.Request request(SupplementRequest request) {
    return new TrackedDossier.Request(
        request.missing(),
        request.reason(),
        local(request.askedAt()),
        local(request.answeredAt()),
        local(request.expiredAt()));
  }

  private static TrackedDossier.Outcome outcome(Result result) {
    ResultFacts facts = result.facts();
    return new TrackedDossier.Outcome(
        facts.title(), facts.positive(), facts.number(), facts.issuedOn(), result.paper());
  }

  private static LocalDateTime local(Instant instant) {
    return instant == null ? null : DossierClock.local(instant).withNano(0);
  }
}
