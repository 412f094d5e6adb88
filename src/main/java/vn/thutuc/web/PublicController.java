package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.catalogue.Paper;
import vn.thutuc.catalogue.Procedure;
import vn.thutuc.catalogue.ProcedureSummary;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.UnitView;
import vn.thutuc.tracking.Figures;
import vn.thutuc.tracking.TrackingGate;

/** What is public: the procedures in force, and the figures of the agencies. */
@RestController
@RequestMapping("/api/public")
@Tag(name = "Công khai")
class PublicController {

  private static final int SIZE = 20;
  private static final int MOST_PAGES = 1_000;
  private static final int LONGEST_QUERY = 200;

  private final Catalogue catalogue;
  private final Organisation organisation;
  private final Figures figures;
  private final TrackingGate gate;
  private final Now now;

  PublicController(
      Catalogue catalogue, Organisation organisation, Figures figures, TrackingGate gate, Now now) {
    this.catalogue = catalogue;
    this.organisation = organisation;
    this.figures = figures;
    this.gate = gate;
    this.now = now;
  }

  /** A procedure in the list. */
  record Line(String code, String title, String field, List<String> levels) {}

  /** A page of the list, from 0. */
  record Page(List<Line> items, int page, int size, int total) {}

  /** A paper; condition is null when it is always needed. */
  record PaperLine(String title, int originals, int copies, String condition) {}

  /** A procedure as the public reads it; competent is null while the agency is not determined. */
  record Sheet(
      String code,
      String title,
      String field,
      List<String> levels,
      String competent,
      List<String> channels,
      List<String> returnMethods,
      List<PaperLine> papers,
      List<ProcedureController.FeeRef> fees,
      List<ProcedureController.PhaseRef> phases,
      List<String> results) {}

  @Operation(summary = "Thủ tục đang áp dụng, tìm theo mã hoặc tên không cần dấu")
  @GetMapping("/procedures")
  Page procedures(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "0") int page,
      HttpServletRequest request) {
    gate.reads(request.getRemoteAddr());
    if (q.length() > LONGEST_QUERY || page < 0 || page > MOST_PAGES) {
      throw DossierProblem.invalid(
          "page-out-of-range",
          q.length() > LONGEST_QUERY ? "q" : "page",
          "Từ cần tìm dài tối đa %d ký tự, trang từ 0 đến %d."
              .formatted(LONGEST_QUERY, MOST_PAGES));
    }
    List<ProcedureSummary> found =
        catalogue.search(q).stream().filter(one -> isInForce(one.code())).toList();
    return new Page(
        found.stream().skip((long) page * SIZE).limit(SIZE).map(PublicController::line).toList(),
        page,
        SIZE,
        found.size());
  }

  private boolean isInForce(String code) {
    return catalogue.find(code, now.local()).isPresent();
  }

  private static Line line(ProcedureSummary found) {
    return new Line(
        found.code(),
        found.title(),
        found.field(),
        found.levels().stream().map(SheetWords::level).toList());
  }

  @Operation(summary = "Giấy tờ, phí, thời hạn của một thủ tục đang áp dụng")
  @GetMapping("/procedures/{code}")
  Sheet procedure(@PathVariable String code, HttpServletRequest request) {
    gate.reads(request.getRemoteAddr());
    Procedure p =
        catalogue
            .find(code, now.local())
            .orElseThrow(
                () ->
                    new DossierProblem(
                        DossierProblem.Kind.NOT_FOUND,
                        "procedure-unknown",
                        "code",
                        "Không có thủ tục mang mã này đang áp dụng. Hãy tìm lại theo tên."));
    return new Sheet(
        p.code(),
        p.title(),
        p.field(),
        p.levels().stream().map(SheetWords::level).toList(),
        competent(p),
        p.channels().stream().map(channel -> channel.label()).toList(),
        p.returnMethods().stream().map(way -> way.label()).toList(),
        p.papers().stream().map(PublicController::paper).toList(),
        FeeRefs.of(p),
        p.phases().stream().map(phase -> PhaseRefs.of(p, phase)).toList(),
        p.results().stream()
            .filter(result -> result.positive())
            .map(result -> result.title())
            .toList());
  }

  private static PaperLine paper(Paper paper) {
    return new PaperLine(paper.title(), paper.originals(), paper.copies(), paper.condition());
  }

  private String competent(Procedure p) {
    if (Organisation.COMMUNE.equals(p.competent())) {
      return "Ủy ban nhân dân cấp xã";
    }
    return p.competent() == null
        ? null
        : organisation.unitByKey(p.competent()).map(UnitView::name).orElse(null);
  }

  @Operation(summary = "Tiếp nhận, đúng hạn, quá hạn theo cơ quan trong một tháng, dạng 2026-03")
  @GetMapping("/figures")
  Figures.Month figures(
      @RequestParam(required = false) YearMonth month, HttpServletRequest request) {
    gate.reads(request.getRemoteAddr());
    return figures.of(month);
  }
}
