package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.document.DocumentIntake;
import vn.thutuc.document.DocumentList;
import vn.thutuc.document.DocumentProblem;
import vn.thutuc.document.Documents;
import vn.thutuc.document.PaperMark;
import vn.thutuc.document.PaperMarks;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.process.security.AccessLog;

/**
 * The files of a dossier. A file is the body of its request, so that it streams through; its name
 * stands in a header, for addresses are logged and names tell of people.
 */
@RestController
@RequestMapping("/api/dossiers/{number}/documents")
@Tag(name = "Giấy tờ")
class DocumentController {

  /** What a file that is opened by its address may do: nothing, whatever is in it. */
  private static final String NOTHING = "default-src 'none'; sandbox; frame-ancestors 'none'";

  private final Documents documents;
  private final DocumentIntake intake;
  private final PaperMarks marks;
  private final AccessLog log;
  private final CurrentActor actor;

  DocumentController(
      Documents documents,
      DocumentIntake intake,
      PaperMarks marks,
      AccessLog log,
      CurrentActor actor) {
    this.documents = documents;
    this.intake = intake;
    this.marks = marks;
    this.log = log;
    this.actor = actor;
  }

  @Operation(summary = "Thành phần hồ sơ với các tệp và ghi nhận")
  @GetMapping
  DocumentList list(@PathVariable String number) {
    DocumentList list = documents.list(number);
    log.write(actor.get().personId(), "READ_DOCUMENT_LIST", number);
    return list;
  }

  @Operation(
      summary = "Tải một tệp lên",
      description =
          "Thân yêu cầu là nội dung tệp; tên tệp ở đầu đề Content-Disposition theo RFC 6266"
              + " (attachment; filename*=UTF-8''...); paper là khóa của thành phần hồ sơ, bỏ trống"
              + " nếu là giấy tờ khác. Gửi lại cùng nội dung thì nhận lại tệp đã có (200).")
  @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<DocumentIntake.Taken> add(
      @PathVariable String number,
      @RequestParam(required = false) String paper,
      HttpServletRequest request)
      throws IOException {
    return answer(intake.add(number, paper, upload(request)));
  }

  @Operation(summary = "Thay một tệp bằng phiên bản mới; phiên bản cũ được giữ")
  @PostMapping(path = "/{id}/versions", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<DocumentIntake.Taken> replace(
      @PathVariable String number, @PathVariable long id, HttpServletRequest request)
      throws IOException {
    return answer(intake.replace(number, id, upload(request)));
  }

  private static ResponseEntity<DocumentIntake.Taken> answer(DocumentIntake.Taken taken) {
    return ResponseEntity.status(taken.isNew() ? HttpStatus.CREATED : HttpStatus.OK).body(taken);
  }

  private static DocumentIntake.Upload upload(HttpServletRequest request) throws IOException {
    return new DocumentIntake.Upload(
        name(request.getHeader(HttpHeaders.CONTENT_DISPOSITION)),
        request.getContentLengthLong(),
        request.getInputStream());
  }

  private static String name(String disposition) {
    try {
      return disposition == null ? null : ContentDisposition.parse(disposition).getFilename();
    } catch (IllegalArgumentException e) {
      // Whatever a machine wrote there: the file has no name, which is no reason to refuse it.
      return null;
    }
  }

  @Operation(summary = "Tải tệp về")
  @GetMapping("/{id}/content")
  void content(@PathVariable String number, @PathVariable long id, HttpServletResponse response)
      throws IOException {
    Documents.OpenFile file = documents.open(number, id);
    send(number, id, file, "attachment", response);
  }

  @Operation(summary = "Tệp để xem tại chỗ: PDF, ảnh JPEG, ảnh PNG")
  @GetMapping("/{id}/preview")
  void preview(@PathVariable String number, @PathVariable long id, HttpServletResponse response)
      throws IOException {
    Documents.OpenFile file = documents.open(number, id);
    if (!file.type().isShown()) {
      file.bytes().close();
      throw DossierProblem.conflict(
          "file-not-shown",
          "Tệp %s không xem được tại chỗ. Hãy tải về để mở trên máy."
              .formatted(file.type().label()));
    }
    send(number, id, file, "inline", response);
  }

  private void send(
      String number,
      long id,
      Documents.OpenFile file,
      String disposition,
      HttpServletResponse response)
      throws IOException {
    log.write(actor.get().personId(), "READ_DOCUMENT", number + "/" + id);
    try (InputStream bytes = file.bytes()) {
      response.setContentType(file.type().media());
      response.setContentLengthLong(file.size());
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION,
          ContentDisposition.builder(disposition)
              .filename(file.name(), StandardCharsets.UTF_8)
              .build()
              .toString());
      response.setHeader("Content-Security-Policy", NOTHING);
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
      response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
      bytes.transferTo(response.getOutputStream());
    }
  }

  /** Why a file is removed. */
  record RemovalRequest(String reason) {}

  @Operation(summary = "Xóa một tệp mà chưa ai khác dùng đến")
  @PostMapping("/{id}/removal")
  DocumentList remove(
      @PathVariable String number, @PathVariable long id, @RequestBody RemovalRequest request) {
    documents.remove(number, id, request.reason());
    return documents.list(number);
  }

  @Operation(summary = "Quản trị viên xóa hẳn một tệp tải nhầm, kể cả khi người khác đã mở")
  @PostMapping("/{id}/expunging")
  DocumentList expunge(
      @PathVariable String number, @PathVariable long id, @RequestBody RemovalRequest request) {
    documents.expunge(number, id, request.reason());
    return documents.list(number);
  }

  /** Where a reused paper comes from. */
  record MarkRequest(String source) {}

  @Operation(summary = "Ghi nhận một giấy tờ đã kiểm tra, đã số hóa hoặc tái sử dụng")
  @PutMapping("/papers/{paper}/marks/{mark}")
  DocumentList mark(
      @PathVariable String number,
      @PathVariable String paper,
      @PathVariable PaperMark mark,
      @RequestBody MarkRequest request) {
    marks.mark(number, paper, mark, request.source());
    return documents.list(number);
  }

  @Operation(summary = "Bỏ ghi nhận của một giấy tờ")
  @DeleteMapping("/papers/{paper}/marks/{mark}")
  DocumentList unmark(
      @PathVariable String number, @PathVariable String paper, @PathVariable PaperMark mark) {
    marks.unmark(number, paper, mark);
    return documents.list(number);
  }

  @ExceptionHandler
  ProblemDetail refused(DocumentProblem problem) {
    HttpStatus status =
        switch (problem.kind()) {
          case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
          case TOO_LARGE -> HttpStatus.PAYLOAD_TOO_LARGE;
          case TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
          case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    return problem(status, "Tệp không được nhận", problem.code(), problem.getMessage());
  }

  /** The other side has gone, or went silent; most often nobody reads the answer any more. */
  @ExceptionHandler
  ProblemDetail broken(IOException failure, HttpServletResponse response) {
    return response.isCommitted()
        ? null
        : problem(
            HttpStatus.BAD_REQUEST,
            "Việc truyền tệp bị ngắt",
            "transfer-broken",
            "Việc truyền tệp bị ngắt giữa chừng, chưa có gì được lưu. Hãy kiểm tra mạng rồi tải"
                + " lại.");
  }

  private static ProblemDetail problem(
      HttpStatus status, String title, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setTitle(title);
    problem.setProperty("code", code);
    problem.setProperty("field", null);
    return problem;
  }
}
