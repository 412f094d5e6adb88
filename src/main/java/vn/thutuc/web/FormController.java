package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.printing.PrintedForms;
import vn.thutuc.process.security.AccessLog;

/** The printed forms of a dossier: which there are, issuing one, and its PDF. */
@RestController
@RequestMapping("/api/dossiers/{number}/forms")
@Tag(name = "Biểu mẫu in")
class FormController {

  /** Chromium shows a PDF as an object within a page of its own, which our usual policy forbids. */
  private static final String SHOWN =
      "default-src 'self'; object-src 'self'; style-src 'self' 'unsafe-inline';"
          + " frame-ancestors 'none'; base-uri 'none'";

  private final PrintedForms forms;
  private final AccessLog log;
  private final CurrentActor actor;

  FormController(PrintedForms forms, AccessLog log, CurrentActor actor) {
    this.forms = forms;
    this.log = log;
    this.actor = actor;
  }

  @Operation(summary = "Biểu mẫu của hồ sơ: đến lượt cấp và đã cấp")
  @GetMapping
  List<PrintedForms.Form> list(@PathVariable String number) {
    return forms.of(number);
  }

  /** Which form, and what made it due. */
  record IssueRequest(String form, String occasion) {}

  @Operation(summary = "Cấp một biểu mẫu; nội dung không đổi thì trả lại bản đã cấp")
  @PostMapping
  PrintedForms.Issued issue(@PathVariable String number, @RequestBody IssueRequest request) {
    String occasion = request.occasion() == null ? "1" : request.occasion();
    return forms.issue(number, request.form(), occasion);
  }

  @Operation(summary = "Tệp PDF/A của một biểu mẫu đã cấp, đúng từng byte")
  @GetMapping("/{id}")
  ResponseEntity<byte[]> pdf(@PathVariable String number, @PathVariable long id) {
    PrintedForms.Pdf pdf = forms.pdf(number, id);
    log.write(actor.get().personId(), "READ_FORM", number);
    return file(pdf.fileName(), MediaType.APPLICATION_PDF, pdf.content());
  }

  /** A file for one reader: shown where the browser can, never kept by it. */
  static ResponseEntity<byte[]> file(String name, MediaType type, byte[] content) {
    return ResponseEntity.ok()
        .contentType(type)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name).build().toString())
        .header("Content-Security-Policy", SHOWN)
        .body(content);
  }
}
