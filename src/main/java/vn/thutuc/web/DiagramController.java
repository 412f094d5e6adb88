package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.process.DossierDiagrams;

/** The models of a dossier, with where it stands. */
@RestController
@RequestMapping("/api/dossiers/{number}/diagram")
@Tag(name = "Hồ sơ")
class DiagramController {

  private final DossierDiagrams diagrams;

  DiagramController(DossierDiagrams diagrams) {
    this.diagrams = diagrams;
  }

  @Operation(
      summary =
          "Sơ đồ quy trình của hồ sơ (BPMN), các bước đã qua và bước đang đứng, cả trong quy trình con")
  @GetMapping
  DossierDiagrams.Diagrams of(@PathVariable String number) {
    return diagrams.of(number);
  }
}
