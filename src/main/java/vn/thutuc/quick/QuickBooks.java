package vn.thutuc.quick;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierAccess;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.KeptRegisters;
import vn.thutuc.dossier.ResultBasis;

/**
 * The registers of quick procedures, kept whole however a dossier is settled: at the sheet, step by
 * step in Tasklist, or with a drafted paper. Once an agency has begun a register here, every result
 * of such a procedure has the number that comes next.
 */
@Component
class QuickBooks implements KeptRegisters {

  private final Catalogue catalogue;
  private final DossierAccess dossiers;
  private final ResultBasis basis;
  private final QuickCases cases;
  private final QuickNumbers numbers;
  private final QuickDesk desk;
  private final CurrentActor actor;

  QuickBooks(
      Catalogue catalogue,
      DossierAccess dossiers,
      ResultBasis basis,
      QuickCases cases,
      QuickNumbers numbers,
      QuickDesk desk,
      CurrentActor actor) {
    this.catalogue = catalogue;
    this.dossiers = dossiers;
    this.basis = basis;
    this.cases = cases;
    this.numbers = numbers;
    this.desk = desk;
    this.actor = actor;
  }

  @Override
  public String number(String dossier, String typed, Instant at) {
    if (typed == null) {
      return null;
    }
    boolean entered = cases.hold(dossier).filter(one -> one.number() != null).isPresent();
    Optional<String> given = take(dossier, at);
    given
        .filter(number -> !numbers.isMeant(typed, number, local(at).getYear()))
        .ifPresent(
            number -> {
              throw entered ? another(number) : notNext(number);
            });
    return given.orElse(typed);
  }

  private static DossierProblem another(String number) {
    return DossierProblem.conflict(
        "number-differs", "Hồ sơ này đã vào sổ số %s. Hãy ghi đúng số này.".formatted(number));
  }

  private static DossierProblem notNext(String number) {
    return DossierProblem.conflict(
        "number-not-next",
        "Sổ của thủ tục này do hệ thống cấp số liên tục; số tiếp theo là %s. Hãy ghi đúng số này, hoặc hoàn tất ở trang Giải quyết ngay."
            .formatted(number));
  }

  @Override
  public Optional<String> take(String dossier, Instant at) {
    Optional<QuickCases.Case> here = cases.hold(dossier);
    if (here.isPresent() && here.get().number() != null) {
      return here.map(QuickCases.Case::number);
    }
    String unit = agency(dossier);
    if (here.isEmpty()) {
      Optional<QuickCases.Case> begun = stepByStep(dossier, unit, at);
      if (begun.isEmpty()) {
        return Optional.empty();
      }
      cases.begin(begun.get(), null);
      here = begun;
    }
    QuickNumbers.Given given = numbers.next(unit, here.get().book(), local(at).getYear());
    cases.entered(dossier, given, held(dossier), at);
    return Optional.of(given.text());
  }

  /**
   * A dossier that did not come through the sheet; empty when its agency keeps no register here.
   */
  private Optional<QuickCases.Case> stepByStep(String dossier, String unit, Instant at) {
    return catalogue
        .find(dossiers.procedureCode(dossier), local(at))
        .filter(QuickDesk::isQuick)
        .filter(procedure -> numbers.isBegun(unit, Book.of(procedure), local(at).getYear()))
        .map(procedure -> bare(dossier, procedure, unit, at));
  }

  private QuickCases.Case bare(String dossier, Procedure procedure, String unit, Instant at) {
    return new QuickCases.Case(
        dossier,
        procedure.code(),
        unit,
        Book.of(procedure),
        null,
        null,
        null,
        null,
        null,
        null,
        actor.get().personId(),
        at,
        null,
        null,
        null,
        null);
  }

  /** Who has signed, as the dossier holds it, in Tasklist or on paper; both null when nobody. */
  private QuickEngine.Signature held(String dossier) {
    Map<String, String> typed = basis.of(dossier, List.of()).typed();
    return new QuickEngine.Signature(typed.get("signedBy"), typed.get("signedFor"));
  }

  @Override
  public void moved(String dossier) {
    cases.moved(dossier, agency(dossier));
  }

  /** The agency that settles the dossier now and enters it. */
  private String agency(String dossier) {
    String unit = dossiers.competentUnit(dossier);
    String agency = desk.agencyOf(unit);
    return agency == null ? unit : agency;
  }

  private static LocalDateTime local(Instant at) {
    return LocalDateTime.ofInstant(at, WorkingCalendar.ZONE);
  }
}
