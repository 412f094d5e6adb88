package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.catalogue.Catalogue;
import vn.thutuc.clock.Now;
import vn.thutuc.dossier.DossierProblem;

/** The sheet of a procedure, for everybody who is logged in. */
@RestController
@Tag(name = "Thủ tục")
class ProcedureSheetController {

  private final Catalogue catalogue;
  private final ProcedureSheet sheet;
  private final Now now;

  ProcedureSheetController(Catalogue catalogue, ProcedureSheet sheet, Now now) {
    this.catalogue = catalogue;
    this.sheet = sheet;
    this.now = now;
  }

  @Operation(summary = "Quy trình nội bộ của thủ tục: các bước theo mô hình đang áp dụng")
  @GetMapping("/api/procedures/{code}/sheet")
  ProcedureSheet.Sheet sheet(@PathVariable String code) {
    return catalogue
        .find(code, now.local())
        .map(sheet::of)
        .orElseThrow(
            () ->
                new DossierProblem(
                    DossierProblem.Kind.NOT_FOUND,
                    "procedure-unknown",
                    "code",
                    "Không có thủ tục mang mã \"%s\" đang áp dụng.".formatted(code)));
  }
}
