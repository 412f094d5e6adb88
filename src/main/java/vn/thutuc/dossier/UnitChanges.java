package vn.thutuc.dossier;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thutuc.catalogue.Competence;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;

/**
 * Dossiers that go to another unit: one that was routed wrongly is sent on to the competent unit,
 * and everything a merged unit holds goes to its successor. The term runs on: when the dossier came
 * and went stands in the journal, from which the control slip (form 06) is made.
 */
@Service
@Transactional
@RepeatedAfterLostRace
public class UnitChanges {

  /** Dossiers that still have steps before them: in settlement, or with a result to return. */
  private static final String THEIRS =
      "(desk_unit = :unit or competent_unit = :unit or return_unit = :unit"
          + " or verifier_unit = :unit)";

  private static final String WITH_STEPS =
      " (state in (1, 2, 4, 5, 6) and " + THEIRS + ") or (state = 9 and " + THEIRS + ")";

  private final Dossiers dossiers;
  private final DossierVisibility visibility;
  private final DossierAgencies agencies;
  private final Capacities capacities;
  private final Organisation organisation;
  private final Terms terms;
  private final ProcedureEngine engine;
  private final Journal journal;
  private final ObjectProvider<KeptRegisters> registers;
  private final JdbcClient jdbc;

  UnitChanges(
      Dossiers dossiers,
      DossierVisibility visibility,
      DossierAgencies agencies,
      Capacities capacities,
      Organisation organisation,
      Terms terms,
      ProcedureEngine engine,
      Journal journal,
      ObjectProvider<KeptRegisters> registers,
      JdbcClient jdbc) {
    this.dossiers = dossiers;
    this.visibility = visibility;
    this.agencies = agencies;
    this.capacities = capacities;
    this.organisation = organisation;
    this.terms = terms;
    this.engine = engine;
    this.journal = journal;
    this.registers = registers;
    this.jdbc = jdbc;
  }

  /** A unit that a dossier can be sent on to. */
  public record Target(String id, String name) {}

  /** The other units the procedure's facts name as competent for a dossier, by name. */
  @Transactional(readOnly = true)
  public List<Target> targets(String number) {
    Dossier dossier = find(number);
    visibility.requireRead(dossier);
    return terms.procedure(dossier).competent(dossier.caseCode(), dossier.areaClass()).stream()
        .map(Competence::unit)
        .distinct()
        .flatMap(key -> organisation.unitsByKey(key).stream())
        .filter(unit -> !unit.id().equals(dossier.units().competent()))
        .map(unit -> new Target(unit.id(), unit.name()))
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  /** Why the caller may not send the dossier on; empty when they may. */
  @Transactional(readOnly = true)
  public Optional<String> refusal(String number) {
    Dossier dossier = find(number);
    visibility.requireRead(dossier);
    return problem(dossier).map(DossierProblem::getMessage);
  }

  private Optional<DossierProblem> problem(Dossier dossier) {
    if (capacity(dossier).isEmpty()) {
      return Optional.of(
          new DossierProblem(
              DossierProblem.Kind.FORBIDDEN,
              "head-sends-on",
              null,
              "Chỉ trưởng phòng hoặc lãnh đạo của đơn vị đang giải quyết được chuyển hồ sơ đến cơ"
                  + " quan có thẩm quyền."));
    }
    if (!dossier.isOpen() || !dossier.isAccepted()) {
      return Optional.of(
          DossierProblem.conflict(
              "not-in-settlement",
              "Hồ sơ %s không ở giai đoạn giải quyết (trạng thái: %s)."
                  .formatted(dossier.number(), dossier.state().label())));
    }
    return targets(dossier.number()).isEmpty()
        ? Optional.of(
            DossierProblem.conflict(
                "no-other-unit",
                "Theo dữ liệu thủ tục không có cơ quan nào khác có thẩm quyền với hồ sơ này."))
        : Optional.empty();
  }

  private Optional<Capacities.Capacity> capacity(Dossier dossier) {
    String unit = dossier.units().competent();
    return capacities.over(unit, "head").or(() -> capacities.over(unit, "leader"));
  }

  /**
   * Sends a dossier that was routed wrongly on to the competent unit.
   *
   * @param to id of the unit; one of {@link #targets}
   * @param reason why; required
   */
  public void sendOn(String number, String to, String reason) {
    Dossier dossier = find(number);
    visibility.requireWork(dossier);
    Texts.required("reason", "Lý do", reason);
    Texts.fits("reason", "Lý do", reason, Texts.REASON);
    problem(dossier)
        .ifPresent(
            refused -> {
              throw refused;
            });
    if (targets(number).stream().noneMatch(target -> target.id().equals(to))) {
      throw DossierProblem.invalid(
          "unit-not-competent",
          "to",
          "Cơ quan đã chọn không có thẩm quyền theo dữ liệu thủ tục. Hãy chọn trong danh sách.");
    }
    String from = dossier.units().competent();
    String behalf = capacity(dossier).map(Capacities.Capacity::onBehalfOf).orElse(null);
    dossier.units().settleAt(to);
    changed(dossier, JournalEvent.SENT_ON, from, to, reason, behalf);
    engine.moveTasks(number, from, to, false);
    engine.rederive(number);
  }

  private void changed(
      Dossier dossier, JournalEvent event, String from, String to, String reason, String behalf) {
    agencies.enter(dossier);
    Map<String, Object> data = new HashMap<>();
    data.put("what", "%s → %s".formatted(name(from), name(to)));
    data.put("from", from);
    data.put("to", to);
    journal.write(dossier, event, reason, data, behalf);
    dossiers.saveAndFlush(dossier);
    registers.ifAvailable(kept -> kept.moved(dossier.number()));
  }

  /** How many dossiers with steps before them a unit has to do with. */
  @Transactional(readOnly = true)
  public long held(String unit) {
    return jdbc.sql("select count(*) from dossier where" + WITH_STEPS)
        .param("unit", unit)
        .query(Long.class)
        .single();
  }

  /** Their numbers, oldest first. */
  @Transactional(readOnly = true)
  public List<String> numbersHeld(String unit) {
    return jdbc.sql("select number from dossier where" + WITH_STEPS + " order by id")
        .param("unit", unit)
        .query(String.class)
        .list();
  }

  /**
   * Puts the successor in the place of a unit, in every part it has of a dossier; the caller has
   * asked whether it may be done.
   *
   * @return false when the unit has no part of it any more
   */
  @Transactional
  public boolean succeed(String number, String from, String to, String reason) {
    Dossier dossier = find(number);
    if (!dossier.units().replace(from, to)) {
      return false;
    }
    changed(dossier, JournalEvent.UNIT_SUCCEEDED, from, to, reason, null);
    engine.moveTasks(number, from, to, true);
    engine.rederive(number);
    return true;
  }

  private String name(String unit) {
    return organisation.unit(unit).map(UnitView::name).orElse(unit);
  }

  private Dossier find(String number) {
    return dossiers.findByNumber(number).orElseThrow(() -> DossierProblem.notFound(number));
  }
}
