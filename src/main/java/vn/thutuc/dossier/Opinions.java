package vn.thutuc.dossier;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;
import vn.thutuc.clock.Term;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;
import vn.thutuc.organisation.UnitView;

/**
 * Asks other units of the house for an opinion beside the form, several at once, each with a term.
 * Where the law makes it a stage of the procedure, the model draws it with what silence means and
 * whether the clock stands still; these questions are the officer's own and stop no clock.
 */
@Service
@Transactional
@RepeatedAfterLostRace
public class Opinions {

  private static final Set<String> ANSWER = Set.of("head", "leader", "specialist");
  private static final int MOST_UNITS = 20;
  private static final int MOST_DAYS = 60;

  private final Dossiers dossiers;
  private final OpinionRows rows;
  private final DossierVisibility visibility;
  private final DossierAgencies agencies;
  private final Capacities capacities;
  private final DossierClock clock;
  private final Organisation organisation;
  private final Journal journal;
  private final CurrentActor actor;
  private final Now now;

  Opinions(
      Dossiers dossiers,
      OpinionRows rows,
      DossierVisibility visibility,
      DossierAgencies agencies,
      Capacities capacities,
      DossierClock clock,
      Organisation organisation,
      Journal journal,
      CurrentActor actor,
      Now now) {
    this.dossiers = dossiers;
    this.rows = rows;
    this.visibility = visibility;
    this.agencies = agencies;
    this.capacities = capacities;
    this.clock = clock;
    this.organisation = organisation;
    this.journal = journal;
    this.actor = actor;
    this.now = now;
  }

  /** What a unit answers. */
  public enum Answer {
    AGREE("Đồng ý"),
    DISAGREE("Không đồng ý"),
    OTHER("Ý kiến khác");

    private final String label;

    Answer(String label) {
      this.label = label;
    }

    /** What people read, in Vietnamese. */
    public String label() {
      return label;
    }
  }

  /**
   * A unit that is asked.
   *
   * @param unit id of the unit
   * @param days working days it has, 1 to 60
   */
  public record Asked(String unit, int days) {}

  /**
   * An opinion asked for.
   *
   * @param due when it is due, local
   * @param late whether it is not there and that has passed
   * @param answer label of the answer; null while it waits
   */
  public record Opinion(
      long id,
      String number,
      String unit,
      String question,
      LocalDateTime due,
      boolean late,
      String askedBy,
      LocalDateTime askedAt,
      String answer,
      String text,
      String answeredBy,
      LocalDateTime answeredAt) {}

  /** Why the caller may not ask about this dossier; empty when they may. */
  @Transactional(readOnly = true)
  public Optional<String> refusal(String number) {
    return problem(workable(number)).map(DossierProblem::getMessage);
  }

  private Optional<DossierProblem> problem(Dossier dossier) {
    Optional<String> agency = organisation.agencyOf(dossier.units().competent()).map(UnitView::id);
    if (agency.filter(visibility.agencies()::contains).isEmpty()) {
      return Optional.of(
          new DossierProblem(
              DossierProblem.Kind.FORBIDDEN,
              "not-the-competent-agency",
              null,
              "Chỉ người của cơ quan giải quyết hồ sơ được lấy ý kiến."));
    }
    return dossier.isOpen() && dossier.isAccepted()
        ? Optional.empty()
        : Optional.of(
            DossierProblem.conflict(
                "not-in-settlement",
                "Hồ sơ %s không ở giai đoạn giải quyết (trạng thái: %s)."
                    .formatted(dossier.number(), dossier.state().label())));
  }

  /**
   * Asks units of the house; one that is asked already and has not answered is not asked again.
   *
   * @param asked 1 to 20 units, each with its days
   * @param question what is asked; required
   */
  public void ask(String number, List<Asked> asked, String question) {
    Dossier dossier = workable(number);
    Texts.required("question", "Nội dung lấy ý kiến", question);
    Texts.fits("question", "Nội dung lấy ý kiến", question, Texts.REASON);
    if (asked == null || asked.isEmpty() || asked.size() > MOST_UNITS) {
      throw DossierProblem.invalid(
          "units-out-of-range",
          "units",
          "Hãy chọn từ 1 đến %d đơn vị để lấy ý kiến.".formatted(MOST_UNITS));
    }
    problem(dossier)
        .ifPresent(
            refused -> {
              throw refused;
            });
    asked.forEach(one -> ask(dossier, one, question));
    dossiers.saveAndFlush(dossier);
  }

  private void ask(Dossier dossier, Asked asked, String question) {
    UnitView unit = askable(dossier, asked.unit());
    if (asked.days() < 1 || asked.days() > MOST_DAYS) {
      throw DossierProblem.invalid(
          "term-malformed",
          "days",
          "Thời hạn trả lời là từ 1 đến %d ngày làm việc.".formatted(MOST_DAYS));
    }
    Term term = Term.parse(asked.days() + "wd");
    Instant due = DossierClock.instant(clock.window(dossier, now.instant(), term).end());
    boolean isNew =
        rows.ask(
            dossier,
            unit.id(),
            question,
            term.toString(),
            due,
            actor.get().personId(),
            now.instant());
    if (isNew) {
      organisation.agencyOf(unit.id()).ifPresent(agency -> agencies.enter(dossier, agency.id()));
      journal.write(
          dossier,
          JournalEvent.OPINION_ASKED,
          question,
          Map.of("what", unit.name(), "unit", unit.id(), "due", due.toString()));
    }
  }

  private UnitView askable(Dossier dossier, String id) {
    return organisation
        .unit(id == null ? "" : id)
        .filter(unit -> unit.until() == null && unit.agencyId() != null)
        .filter(unit -> !unit.id().equals(dossier.units().competent()))
        .orElseThrow(
            () ->
                DossierProblem.invalid(
                    "unit-unknown",
                    "units",
                    "Không lấy ý kiến được đơn vị đã chọn. Hãy chọn đơn vị khác trong danh sách."));
  }

  /** Units that can be asked about a dossier, by name. */
  @Transactional(readOnly = true)
  public List<UnitChanges.Target> units(String number) {
    Dossier dossier = find(number);
    visibility.requireRead(dossier);
    return organisation.standing().stream()
        .filter(unit -> unit.agencyId() != null)
        .filter(unit -> !unit.id().equals(dossier.units().competent()))
        .map(unit -> new UnitChanges.Target(unit.id(), unit.name()))
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  /** The opinions asked about a dossier, oldest first, up to 100. */
  @Transactional(readOnly = true)
  public List<Opinion> of(String number) {
    Dossier dossier = find(number);
    visibility.requireRead(dossier);
    return rows.of(dossier).stream().map(this::view).toList();
  }

  /** What waits for the caller's units, the first due first, up to 100. */
  @Transactional(readOnly = true)
  public List<Opinion> waiting() {
    Set<String> units = capacities.led(ANSWER);
    return units.isEmpty() ? List.of() : rows.waiting(units).stream().map(this::view).toList();
  }

  /**
   * Somebody of the unit that was asked answers; a second answer changes nothing.
   *
   * @param answer required
   * @param text the opinion; required
   */
  public void answer(long id, Answer answer, String text) {
    OpinionRows.Row row = rows.find(id).orElseThrow(() -> notFound(id));
    Capacities.Capacity capacity =
        ANSWER.stream()
            .flatMap(role -> capacities.over(row.unit(), role).stream())
            .findFirst()
            .orElseThrow(() -> notFound(id));
    Dossier dossier = workable(row.number());
    if (answer == null) {
      throw DossierProblem.invalid(
          "field-missing", "answer", "Chưa chọn \"Ý kiến\". Hãy chọn rồi gửi lại.");
    }
    Texts.required("text", "Nội dung ý kiến", text);
    Texts.fits("text", "Nội dung ý kiến", text, Texts.REASON);
    if (!dossier.isOpen()) {
      throw DossierProblem.conflict(
          "not-in-settlement",
          "Hồ sơ %s không còn ở giai đoạn giải quyết (trạng thái: %s)."
              .formatted(dossier.number(), dossier.state().label()));
    }
    if (!rows.answer(id, answer.name(), text, actor.get(), capacity.onBehalfOf(), now.instant())) {
      throw DossierProblem.conflict(
          "already-answered", "Đơn vị đã trả lời câu hỏi này. Hãy tải lại trang.");
    }
    journal.write(
        dossier,
        JournalEvent.OPINION_GIVEN,
        text,
        Map.of("what", "%s: %s".formatted(unitName(row.unit()), answer.label())),
        capacity.onBehalfOf());
  }

  private static DossierProblem notFound(long id) {
    return new DossierProblem(
        DossierProblem.Kind.NOT_FOUND,
        "opinion-not-found",
        "id",
        "Không có câu hỏi số %d gửi đến đơn vị của anh/chị.".formatted(id));
  }

  private Opinion view(OpinionRows.Row row) {
    return new Opinion(
        row.id(),
        row.number(),
        unitName(row.unit()),
        row.question(),
        local(row.dueAt()),
        row.answeredAt() == null && row.dueAt().isBefore(now.instant()),
        name(row.askedBy()),
        local(row.askedAt()),
        row.answer() == null ? null : Answer.valueOf(row.answer()).label(),
        row.text(),
        name(row.answeredBy()),
        local(row.answeredAt()));
  }

  private static LocalDateTime local(Instant at) {
    return at == null ? null : DossierClock.local(at).withNano(0);
  }

  private String name(String person) {
    return person == null ? null : organisation.person(person).map(PersonView::name).orElse(person);
  }

  private String unitName(String unit) {
    return organisation.unit(unit).map(UnitView::name).orElse(unit);
  }

  private Dossier workable(String number) {
    Dossier dossier = find(number);
    visibility.requireWork(dossier);
    return dossier;
  }

  private Dossier find(String number) {
    return dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number));
  }
}
