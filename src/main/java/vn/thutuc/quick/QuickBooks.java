package vn.thutuc.quick;

import java.time.Instant;
import java.time.LocalDateTime;
import org.springframework.stereotype.Component;
import vn.thutuc.calendar.WorkingCalendar;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.Dossier;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.KeptRegisters;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;

/**
 * Keeps the sequence whole where quick procedures are also settled step by step: once an agency has
 * begun a register here, who enters a dossier in Tasklist writes the number that comes next.
 */
@Component
class QuickBooks implements KeptRegisters {

  private final Catalogue catalogue;
  private final Organisation organisation;
  private final QuickCases cases;
  private final QuickNumbers numbers;
  private final CurrentActor actor;

  QuickBooks(
      Catalogue catalogue,
      Organisation organisation,
      QuickCases cases,
      QuickNumbers numbers,
      CurrentActor actor) {
    this.catalogue = catalogue;
    this.organisation = organisation;
    this.cases = cases;
    this.numbers = numbers;
    this.actor = actor;
  }

  @Override
  public String number(Dossier dossier, String typed, Instant at) {
    QuickCases.Case one = cases.hold(dossier.number()).orElse(null);
    if (one != null && one.number() != null) {
      return one.number();
    }
    LocalDateTime local = LocalDateTime.ofInstant(at, WorkingCalendar.ZONE);
    Procedure procedure = catalogue.find(dossier.procedureCode(), local).orElse(null);
    if (procedure == null || !QuickDesk.isQuick(procedure)) {
      return typed;
    }
    String unit =
        organisation
            .agencyOf(dossier.units().competent())
            .map(UnitView::id)
            .orElse(dossier.units().competent());
    Book book = Book.of(procedure);
    int year = local.getYear();
    if (one == null && numbers.last(unit, book, year).isEmpty()) {
      return typed;
    }
    QuickNumbers.Given given = numbers.next(unit, book, year);
    if (!typed.equals(given.text()) && !typed.equals(Integer.toString(given.sequence()))) {
      throw DossierProblem.conflict(
          "number-not-next",
          "%s năm %d do hệ thống cấp số liên tục; số tiếp theo là %s. Hãy ghi đúng số này, hoặc hoàn tất ở trang Giải quyết ngay."
              .formatted(book.label(), year, given.text()));
    }
    if (one == null) {
      cases.begin(stepByStep(dossier, procedure, unit, book, at), null);
    }
    cases.entered(dossier.number(), given, at);
    return given.text();
  }

  private QuickCases.Case stepByStep(
      Dossier dossier, Procedure procedure, String unit, Book book, Instant at) {
    return new QuickCases.Case(
        dossier.number(),
        procedure.code(),
        unit,
        book,
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
}
