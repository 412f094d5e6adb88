package vn.thutuc.dossier;

import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.clock.FinishedClass;
import vn.thutuc.clock.Now;
import vn.thutuc.clock.OpenClass;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;

/**
 * Every late dossier needs a reason and the unit that was late. The late dossier's own step asks
 * the head; this is for those nobody has explained, finished ones included.
 */
@Service
@Transactional
@RepeatedAfterLostRace
public class LateReasons {

  private static final Set<String> EXPLAIN = Set.of("head", "leader");
  private static final int MOST = 100;

  private final Dossiers dossiers;
  private final DossierVisibility visibility;
  private final Capacities capacities;
  private final DossierClock clock;
  private final Organisation organisation;
  private final Journal journal;
  private final JdbcClient jdbc;
  private final Now now;

  LateReasons(
      Dossiers dossiers,
      DossierVisibility visibility,
      Capacities capacities,
      DossierClock clock,
      Organisation organisation,
      Journal journal,
      JdbcClient jdbc,
      Now now) {
    this.dossiers = dossiers;
    this.visibility = visibility;
    this.capacities = capacities;
    this.clock = clock;
    this.organisation = organisation;
    this.journal = journal;
    this.jdbc = jdbc;
    this.now = now;
  }

  /**
   * How the lateness of a dossier stands.
   *
   * @param late whether it is late or was returned late
   * @param reason null until somebody gave one
   * @param unit the unit that was late; null until somebody named it
   * @param proposedUnit name of the unit that settles, offered as the one that was late
   * @param refusal why the caller may not give a reason; null when they may
   */
  public record State(
      boolean late, String reason, String unit, String proposedUnit, String refusal) {}

  /** How the lateness of a dossier stands, for whoever may see it. */
  @Transactional(readOnly = true)
  public State state(String number) {
    Dossier dossier = find(number);
    visibility.requireRead(dossier);
    return new State(
        isLate(dossier),
        dossier.lateness().reason(),
        dossier.lateness().unit(),
        shortName(dossier.units().competent()),
        refusal(dossier).map(DossierProblem::getMessage).orElse(null));
  }

  /**
   * A head or a leader of the competent unit says why the dossier is late; what was said before
   * stays in the journal.
   *
   * @param reason required
   * @param unit which unit or body was late, in words; null for the unit that settles
   */
  public void explain(String number, String reason, String unit) {
    Dossier dossier = find(number);
    visibility.requireWork(dossier);
    Texts.required("reason", "Lý do quá hạn", reason);
    Texts.fits("reason", "Lý do quá hạn", reason, 1_000);
    Texts.fits("unit", "Cơ quan, đơn vị để chậm", unit, 64);
    refusal(dossier)
        .ifPresent(
            problem -> {
              throw problem;
            });
    String late =
        unit == null || unit.isBlank() ? shortName(dossier.units().competent()) : unit.strip();
    if (reason.equals(dossier.lateness().reason()) && late.equals(dossier.lateness().unit())) {
      return;
    }
    dossier.explainLateness(reason, late);
    journal.write(
        dossier,
        JournalEvent.LATENESS_EXPLAINED,
        reason,
        Map.of("what", late),
        capacity(dossier).map(Capacities.Capacity::onBehalfOf).orElse(null));
    dossiers.saveAndFlush(dossier);
  }

  private Optional<DossierProblem> refusal(Dossier dossier) {
    if (capacity(dossier).isEmpty()) {
      return Optional.of(
          new DossierProblem(
              DossierProblem.Kind.FORBIDDEN,
              "head-explains",
              null,
              "Chỉ trưởng phòng hoặc lãnh đạo của đơn vị giải quyết nêu lý do quá hạn."));
    }
    return isLate(dossier)
        ? Optional.empty()
        : Optional.of(
            DossierProblem.conflict(
                "not-late", "Hồ sơ " + dossier.number() + " không quá hạn nên không cần lý do."));
  }

  private Optional<Capacities.Capacity> capacity(Dossier dossier) {
    return EXPLAIN.stream()
        .flatMap(role -> capacities.over(dossier.units().competent(), role).stream())
        .findFirst();
  }

  private boolean isLate(Dossier dossier) {
    return dossier.state().isSettled()
        ? clock.finishedClass(dossier).filter(FinishedClass.LATE::equals).isPresent()
        : clock.openClass(dossier) == OpenClass.LATE;
  }

  /**
   * A late dossier without a reason.
   *
   * @param appointment the one on-time figures compare with, local
   */
  public record Unexplained(String number, String state, LocalDateTime appointment) {}

  /** Late dossiers without a reason in the units the caller leads, the oldest first, up to 100. */
  @Transactional(readOnly = true)
  public List<Unexplained> unexplained() {
    Set<String> led = capacities.led(EXPLAIN);
    if (led.isEmpty()) {
      return List.of();
    }
    return jdbc
        .sql(
            """
            select number from dossier where competent_unit = any(?) and late_reason is null
              and (settled_at is null or settled_at > binding_appointment)
              and binding_appointment < ? order by binding_appointment limit 300
            """)
        .param(led.toArray(String[]::new))
        .param(Timestamp.from(now.instant()))
        .query(String.class)
        .list()
        .stream()
        .map(this::find)
        .filter(this::isLate)
        .limit(MOST)
        .map(
            dossier ->
                new Unexplained(
                    dossier.number(),
                    dossier.state().label(),
                    DossierClock.local(dossier.appointments().binding()).withNano(0)))
        .toList();
  }

  private String shortName(String unit) {
    return organisation.unit(unit).map(UnitView::shortName).orElse(unit);
  }

  private Dossier find(String number) {
    return dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number));
  }
}
