package vn.thutuc.dossier;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.Now;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;
import vn.thutuc.organisation.UnitView;

/**
 * Stopping in two steps: whoever works on the dossier proposes with who asked for it and the
 * ground, a leader decides. Only then the model drafts and signs the notice (form 05).
 */
@Service
@Transactional
@RepeatedAfterLostRace
public class StopProposals {

  /** Who asked that settlement stops. */
  public enum AskedBy {
    /** The applicant. */
    APPLICANT("Người nộp hồ sơ"),
    /** The agency that settles. */
    AGENCY("Cơ quan giải quyết"),
    /** Another body, e.g. a court or an inspectorate. */
    OTHER_BODY("Cơ quan khác có thẩm quyền");

    private final String label;

    AskedBy(String label) {
      this.label = label;
    }

    /** What people read, in Vietnamese. */
    public String label() {
      return label;
    }
  }

  /**
   * A proposal that waits for a leader.
   *
   * @param proposedAt local to Asia/Ho_Chi_Minh
   */
  public record Proposal(
      String number,
      AskedBy askedBy,
      String askedByLabel,
      String ground,
      String proposedBy,
      LocalDateTime proposedAt) {}

  private final Dossiers dossiers;
  private final StopProposalRows rows;
  private final DossierActs acts;
  private final DossierVisibility visibility;
  private final Capacities capacities;
  private final ProcedureEngine engine;
  private final Organisation organisation;
  private final Journal journal;
  private final CurrentActor actor;
  private final Now now;

  StopProposals(
      Dossiers dossiers,
      StopProposalRows rows,
      DossierActs acts,
      DossierVisibility visibility,
      Capacities capacities,
      ProcedureEngine engine,
      Organisation organisation,
      Journal journal,
      CurrentActor actor,
      Now now) {
    this.dossiers = dossiers;
    this.rows = rows;
    this.acts = acts;
    this.visibility = visibility;
    this.capacities = capacities;
    this.engine = engine;
    this.organisation = organisation;
    this.journal = journal;
    this.actor = actor;
    this.now = now;
  }

  /** Why the caller may not propose that this dossier stops; empty when they may. */
  @Transactional(readOnly = true)
  public Optional<String> refusal(String number) {
    return refusal(workable(number)).map(DossierProblem::getMessage);
  }

  private Optional<DossierProblem> refusal(Dossier dossier) {
    Optional<String> agency = organisation.agencyOf(dossier.units().competent()).map(UnitView::id);
    if (!actor.get().isSystem() && agency.filter(visibility.agencies()::contains).isEmpty()) {
      return Optional.of(
          new DossierProblem(
              DossierProblem.Kind.FORBIDDEN,
              "not-the-competent-agency",
              null,
              "Chỉ người của cơ quan giải quyết hồ sơ được đề nghị dừng giải quyết."));
    }
    if (!dossier.isOpen() || !engine.awaits(dossier.number(), "stop")) {
      return Optional.of(
          DossierProblem.conflict(
              "stop-not-possible",
              "Hồ sơ %s không thể dừng giải quyết (trạng thái: %s)."
                  .formatted(dossier.number(), dossier.state().label())));
    }
    return rows.waiting(dossier)
        .map(
            waiting ->
                DossierProblem.conflict(
                    "stop-proposed",
                    "%s đã đề nghị dừng giải quyết hồ sơ này; đang chờ lãnh đạo quyết định."
                        .formatted(name(waiting.proposedBy()))));
  }

  /**
   * Proposes that settlement stops.
   *
   * @param askedBy who asked for it; required
   * @param ground why; required
   */
  public void propose(String number, AskedBy askedBy, String ground) {
    Dossier dossier = workable(number);
    if (askedBy == null) {
      throw DossierProblem.invalid(
          "field-missing", "askedBy", "Chưa chọn \"Bên đề nghị dừng\". Hãy chọn rồi gửi lại.");
    }
    Texts.required("ground", "Căn cứ dừng giải quyết", ground);
    Texts.fits("ground", "Căn cứ dừng giải quyết", ground, Texts.REASON);
    refusal(dossier)
        .ifPresent(
            problem -> {
              throw problem;
            });
    if (rows.add(dossier, askedBy, ground, actor.get().personId(), now.instant())) {
      journal.write(
          dossier,
          JournalEvent.STOP_PROPOSED,
          ground,
          Map.of("what", askedBy.label(), "askedBy", askedBy.name()));
    }
  }

  /**
   * A leader of the competent unit decides on the proposal that waits.
   *
   * @param reason why not; required when it is refused
   */
  public void decide(String number, boolean approved, String reason) {
    Dossier dossier = workable(number);
    Capacities.Capacity leader = acts.requireLeader(dossier);
    StopProposalRows.Row waiting =
        rows.waiting(dossier)
            .orElseThrow(
                () ->
                    DossierProblem.conflict(
                        "no-stop-proposed",
                        "Hồ sơ %s không có đề nghị dừng nào đang chờ quyết định. Hãy tải lại trang."
                            .formatted(number)));
    Texts.fits("reason", "Ý kiến", reason, Texts.REASON);
    if (approved) {
      acts.stop(number, waiting.ground());
      return;
    }
    Texts.required("reason", "Lý do không đồng ý", reason);
    rows.decide(dossier, false, reason, actor.get(), leader.onBehalfOf(), now.instant());
    journal.write(dossier, JournalEvent.STOP_NOT_APPROVED, reason, Map.of(), leader.onBehalfOf());
  }

  /** Whether the caller may decide that this dossier stops. */
  @Transactional(readOnly = true)
  public boolean mayDecide(String number) {
    return capacities.over(find(number).units().competent(), "leader").isPresent();
  }

  /** The proposal of a dossier that waits, for whoever may see the dossier. */
  @Transactional(readOnly = true)
  public Optional<Proposal> waiting(String number) {
    Dossier dossier = find(number);
    visibility.requireRead(dossier);
    return rows.waiting(dossier).map(this::view);
  }

  /** What waits for the caller's decision, oldest first, up to 100. */
  @Transactional(readOnly = true)
  public List<Proposal> forMe() {
    Set<String> led = capacities.led(Set.of("leader"));
    return led.isEmpty() ? List.of() : rows.waiting(led).stream().map(this::view).toList();
  }

  private Proposal view(StopProposalRows.Row row) {
    return new Proposal(
        row.number(),
        row.askedBy(),
        row.askedBy().label(),
        row.ground(),
        name(row.proposedBy()),
        DossierClock.local(row.proposedAt()).withNano(0));
  }

  private String name(String person) {
    return organisation.person(person).map(PersonView::name).orElse(person);
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
