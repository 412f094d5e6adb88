package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.ReceptionRegister;
import vn.thutuc.printing.FormRegister;
import vn.thutuc.process.security.AccessLog;

/** The register of dossiers (form 07) of a receiving desk, by period; every export is logged. */
@RestController
@RequestMapping("/api/registers/{unit}")
@Tag(name = "Biểu mẫu in")
class RegisterController {

  /** What a printed page of the register holds at most: a file of some forty sheets. */
  private static final String SHEETS = "300";

  private final ReceptionRegister rows;
  private final FormRegister register;
  private final AccessLog log;
  private final CurrentActor actor;

  RegisterController(
      ReceptionRegister rows, FormRegister register, AccessLog log, CurrentActor actor) {
    this.rows = rows;
    this.register = register;
    this.log = log;
    this.actor = actor;
  }

  @Operation(summary = "Sổ theo dõi hồ sơ của bộ phận tiếp nhận trong kỳ")
  @GetMapping
  ReceptionRegister.Page page(
      @PathVariable String unit,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size) {
    ReceptionRegister.Page found = rows.page(unit, from, to, page, size);
    log.write(actor.get().personId(), "READ_REGISTER", unit);
    return found;
  }

  @Operation(summary = "Sổ theo dõi hồ sơ, tệp PDF/A để in")
  @GetMapping("/pdf")
  ResponseEntity<byte[]> pdf(
      @PathVariable String unit,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = SHEETS) int size) {
    byte[] pdf = register.pdf(unit, from, to, page, size);
    log.write(actor.get().personId(), "EXPORT_REGISTER", unit);
    return FormController.file(name(unit, from, to, page) + ".pdf", MediaType.APPLICATION_PDF, pdf);
  }

  @Operation(summary = "Sổ theo dõi hồ sơ, tệp CSV")
  @GetMapping("/csv")
  ResponseEntity<byte[]> csv(
      @PathVariable String unit,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "1000") int size) {
    String csv = register.csv(unit, from, to, page, size);
    log.write(actor.get().personId(), "EXPORT_REGISTER", unit);
    return FormController.file(
        name(unit, from, to, page) + ".csv",
        new MediaType("text", "csv", StandardCharsets.UTF_8),
        csv.getBytes(StandardCharsets.UTF_8));
  }

  private static String name(String unit, LocalDate from, LocalDate to, int page) {
    return "so-theo-doi-%s-%s-%s-%d".formatted(unit.replace('.', '_'), from, to, page + 1);
  }
}
