package vn.thutuc.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.Channel;
import vn.thutuc.catalogue.Choice;
import vn.thutuc.catalogue.Paper;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.ProcedureSummary;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.AppointmentPreview;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.dossier.ProcedureEngine;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;
import vn.thutuc.quick.QuickSheets;

/** Procedures as the desk needs them: find, check papers, preview the appointment. */
@RestController
@RequestMapping("/api/procedures")
@Tag(name = "Thủ tục")
class ProcedureController {

  private static final int MOST = 50;

  private final Catalogue catalogue;
  private final Organisation organisation;
  private final ProcedureEngine engine;
  private final AppointmentPreview appointments;
  private final QuickSheets quick;
  private final Now now;

  ProcedureController(
      Catalogue catalogue,
      Organisation organisation,
      ProcedureEngine engine,
      AppointmentPreview appointments,
      QuickSheets quick,
      Now now) {
    this.catalogue = catalogue;
    this.organisation = organisation;
    this.engine = engine;
    this.appointments = appointments;
    this.quick = quick;
    this.now = now;
  }

  /** A procedure found; quick when the caller may settle it at once. */
  record Hit(
      String code,
      String title,
      String shortTitle,
      String field,
      boolean startable,
      boolean quick) {}

  record UnitRef(String id, String name) {}

  record Competent(UnitRef unit, List<UnitRef> choose) {}

  record ResultRef(String key, String title) {}

  record FeeRef(String label, Long amount, String per, String note) {}

  record PhaseRef(String id, String name, List<String> terms) {}

  record CodeLabel(String code, String label) {}

  record ProcedurePage(
      String code,
      String title,
      String shortTitle,
      String field,
      List<String> level,
      List<Choice> cases,
      List<Choice> areas,
      List<CodeLabel> channels,
      List<CodeLabel> returnMethods,
      List<Paper> papers,
      List<FeeRef> fees,
      List<ResultRef> results,
      List<PhaseRef> phases,
      List<String> legalNotes,
      List<RuleLines.Line> rules,
      Competent competent) {}

  @GetMapping
  List<Hit> search(@RequestParam(defaultValue = "") String q) {
    return catalogue.search(q).stream().limit(MOST).map(this::hit).toList();
  }

  private Hit hit(ProcedureSummary found) {
    boolean startable = isStartable(found.code());
    boolean quickly =
        startable && catalogue.find(found.code(), now.local()).filter(quick::isMine).isPresent();
    return new Hit(
        found.code(), found.title(), found.shortTitle(), found.field(), startable, quickly);
  }

  @GetMapping("/{code}")
  ProcedurePage read(@PathVariable String code) {
    Procedure p = find(code);
    return new ProcedurePage(
        p.code(),
        p.title(),
        p.shortTitle(),
        p.field(),
        p.levels().stream().map(SheetWords::level).toList(),
        p.cases(),
        p.areas(),
        p.channels().stream().map(c -> new CodeLabel(c.name(), c.label())).toList(),
        p.returnMethods().stream().map(r -> new CodeLabel(r.name(), r.label())).toList(),
        p.papers(),
        FeeRefs.of(p),
        p.results().stream().map(r -> new ResultRef(r.key(), r.title())).toList(),
        p.phases().stream().map(phase -> PhaseRefs.of(p, phase)).toList(),
        p.notes(),
        RuleLines.of(p),
        competent(p));
  }

  @GetMapping("/{code}/appointment")
  AppointmentPreview.Preview appointment(
      @PathVariable String code,
      @RequestParam Channel channel,
      @RequestParam(name = "case", required = false) String caseCode,
      @RequestParam(required = false) String area,
      @RequestParam(required = false) LocalDateTime receivedAt) {
    return appointments.of(
        find(code), channel, caseCode, area, receivedAt == null ? now.local() : receivedAt);
  }

  /** A model is not enough: while the agency is not determined, nothing can be received. */
  private boolean isStartable(String code) {
    return engine.hasModel(code)
        && catalogue.find(code, now.local()).filter(Procedure::isAgencyKnown).isPresent();
  }

  private Competent competent(Procedure procedure) {
    List<String> keys = procedure.competentKeys();
    if (keys.size() == 1 && !Organisation.COMMUNE.equals(keys.get(0))) {
      return new Competent(
          organisation.unitByKey(keys.get(0)).map(ProcedureController::ref).orElse(null),
          List.of());
    }
    return new Competent(
        null, keys.stream().flatMap(this::units).map(ProcedureController::ref).toList());
  }

  private Stream<UnitView> units(String key) {
    return Organisation.COMMUNE.equals(key)
        ? organisation.communes().stream()
        : organisation.unitByKey(key).stream();
  }

  private static UnitRef ref(UnitView unit) {
    return new UnitRef(unit.id(), unit.name());
  }

  private Procedure find(String code) {
    return catalogue
        .find(code, now.local())
        .orElseThrow(
            () ->
                new DossierProblem(
                    DossierProblem.Kind.NOT_FOUND,
                    "procedure-unknown",
                    "code",
                    "Không có thủ tục mang mã \"%s\" đang áp dụng.".formatted(code)));
  }
}
