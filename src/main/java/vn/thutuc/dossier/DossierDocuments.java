package vn.thutuc.dossier;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.catalogue.Choice;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.clock.Deadline;
import vn.thutuc.clock.OpenClass;
import vn.thutuc.dossier.DossierDocument.Labelled;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;
import vn.thutuc.organisation.UnitView;

/** Reads dossiers for people, each only to those who may see it. */
@Service
@Transactional(readOnly = true)
public class DossierDocuments {

  private final Dossiers dossiers;
  private final DossierVisibility visibility;
  private final Terms terms;
  private final DossierClock clock;
  private final Journal journal;
  private final Organisation organisation;

  DossierDocuments(
      Dossiers dossiers,
      DossierVisibility visibility,
      Terms terms,
      DossierClock clock,
      Journal journal,
      Organisation organisation) {
    this.dossiers = dossiers;
    this.visibility = visibility;
    this.terms = terms;
    this.clock = clock;
    this.journal = journal;
    this.organisation = organisation;
  }

  /**
   * The whole dossier.
   *
   * @throws DossierProblem when there is none or the caller may not know of it
   */
  public DossierDocument read(String number) {
    Dossier dossier = visible(number);
    Procedure procedure = terms.procedure(dossier);
    Optional<Deadline> deadline = clock.current(dossier).map(run -> clock.deadline(dossier, run));
    LocalDateTime end = deadline.map(Deadline::end).orElse(null);
    return new DossierDocument(
        dossier.number(),
        ref(procedure),
        state(dossier),
        clock(dossier),
        new Labelled(dossier.channel().name(), dossier.channel().label()),
        chosen(procedure.cases(), dossier.caseCode()),
        chosen(procedure.areas(), dossier.areaClass()),
        new Labelled(dossier.returnMethod().name(), dossier.returnMethod().label()),
        local(dossier.reception().receivedAt()),
        local(dossier.appointments().first()),
        local(dossier.appointments().current()),
        end,
        remaining(dossier, end),
        deadline.map(Deadline::provisional).orElse(false),
        unit(dossier.units().desk()),
        unit(dossier.units().competent()),
        unit(dossier.units().returning()),
        party(dossier.owner()),
        party(dossier.submitter()),
        papers(dossier),
        dossier.phases().stream().map(run -> phase(dossier, run)).toList(),
        dossier.pauses().stream().map(DossierDocuments::pause).toList(),
        dossier.results().stream().map(this::result).toList(),
        journal.of(dossier).stream().map(this::event).toList());
  }

  /** What a line of a list or a task card shows. */
  public record Card(
      String number,
      DossierDocument.ProcedureRef procedure,
      String applicant,
      Labelled state,
      Labelled clock,
      LocalDateTime receivedAt,
      LocalDateTime appointment,
      LocalDateTime end,
      String remaining,
      DossierDocument.UnitRef competentUnit) {}

  /** The dossier in short. */
  public Card card(String number) {
    return card(visible(number));
  }

  /** The dossiers in short, by number; those the caller may not know of are left out. */
  public Map<String, Card> cards(Collection<String> numbers) {
    return numbers.isEmpty()
        ? Map.of()
        : dossiers.findByNumberIn(numbers).stream()
            .filter(visibility::mayRead)
            .collect(Collectors.toMap(Dossier::number, this::card));
  }

  Card card(Dossier dossier) {
    LocalDateTime end =
        clock.current(dossier).map(run -> clock.deadline(dossier, run).end()).orElse(null);
    return new Card(
        dossier.number(),
        ref(terms.procedure(dossier)),
        dossier.owner().name(),
        state(dossier),
        clock(dossier),
        local(dossier.reception().receivedAt()),
        local(dossier.appointments().current()),
        end,
        remaining(dossier, end),
        unit(dossier.units().competent()));
  }

  private Dossier visible(String number) {
    Dossier dossier =
        dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number));
    visibility.requireRead(dossier);
    return dossier;
  }

  private static Labelled state(Dossier dossier) {
    return new Labelled(Integer.toString(dossier.state().code()), dossier.state().label());
  }

  private Labelled clock(Dossier dossier) {
    if (dossier.state().isSettled()) {
      return clock
          .finishedClass(dossier)
          .map(done -> new Labelled(done.name(), done.vietnamese()))
          .orElseGet(() -> labelled(OpenClass.NO_TERM));
    }
    return labelled(clock.openClass(dossier));
  }

  private static Labelled labelled(OpenClass open) {
    return new Labelled(open.name(), open.vietnamese());
  }

  private static DossierDocument.ProcedureRef ref(Procedure procedure) {
    return new DossierDocument.ProcedureRef(
        procedure.code(), procedure.shortTitle(), procedure.field());
  }

  private static Labelled chosen(List<Choice> choices, String code) {
    return choices.stream()
        .filter(choice -> choice.code().equals(code))
        .map(choice -> new Labelled(choice.code(), choice.label()))
        .findFirst()
        .orElse(null);
  }

  private DossierDocument.UnitRef unit(String id) {
    String name = organisation.unit(id).map(UnitView::name).orElse(id);
    return new DossierDocument.UnitRef(id, name);
  }

  private static DossierDocument.PartyView party(Party party) {
    return party == null
        ? null
        : new DossierDocument.PartyView(
            party.kind().name(),
            party.name(),
            party.idNumber(),
            party.phone(),
            party.email(),
            party.address());
  }

  private static List<DossierDocument.PaperView> papers(Dossier dossier) {
    return dossier.papers().stream()
        .map(
            p ->
                new DossierDocument.PaperView(
                    p.key(), p.title(), p.originals(), p.copies(), p.originals() + p.copies() > 0))
        .toList();
  }

  private DossierDocument.PhaseView phase(Dossier dossier, PhaseRun run) {
    Deadline deadline = clock.deadline(dossier, run);
    return new DossierDocument.PhaseView(
        run.phase(),
        run.name(),
        run.term() == null ? null : run.term().vietnamese(),
        local(run.startedAt()),
        local(run.endedAt()),
        deadline.end(),
        clock.phaseClass(dossier, run),
        deadline.explanation().stream().map(DossierDocument.ExplainedLine::of).toList());
  }

  private static DossierDocument.PauseView pause(ClockPause pause) {
    return new DossierDocument.PauseView(
        pause.ground().label(), local(pause.fromAt()), local(pause.toAt()), pause.mode().name());
  }

  private DossierDocument.ResultView result(Result result) {
    ResultFacts facts = result.facts();
    return new DossierDocument.ResultView(
        facts.kind(),
        facts.title(),
        facts.positive(),
        facts.number(),
        facts.issuedOn(),
        organisation.signature(facts.signer(), facts.signedFor()),
        facts.validFrom(),
        facts.validTo(),
        result.paper());
  }

  private String name(String person) {
    return person == null ? null : organisation.person(person).map(PersonView::name).orElse(person);
  }

  private DossierDocument.Event event(Journal.Line line) {
    String actor = organisation.person(line.actor()).map(PersonView::name).orElse("Hệ thống");
    if (line.onBehalfOf() != null) {
      actor = "%s (thay %s)".formatted(actor, name(line.onBehalfOf()));
    }
    String unit =
        line.unit() == null
            ? null
            : organisation.unit(line.unit()).map(UnitView::name).orElse(line.unit());
    return new DossierDocument.Event(
        local(line.at()),
        actor,
        unit,
        line.event(),
        JournalEvent.valueOf(line.event()).label(line.data()),
        line.reason());
  }

  private String remaining(Dossier dossier, LocalDateTime end) {
    if (end == null) {
      return null;
    }
    Duration left = clock.remaining(dossier, DossierClock.instant(end)).abs();
    long days = left.toHours() / 8;
    long hours = left.toHours() % 8;
    long minutes = left.toMinutesPart();
    if (days > 0) {
      return hours == 0 ? days + " ngày" : "%d ngày %d giờ".formatted(days, hours);
    }
    return hours > 0 ? "%d giờ %d phút".formatted(hours, minutes) : minutes + " phút";
  }

  private static LocalDateTime local(Instant instant) {
    return instant == null ? null : DossierClock.local(instant).withNano(0);
  }
}
