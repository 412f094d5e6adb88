package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.dossier.DossierProblem;
import vn.thutuc.modelling.ModelDifference;
import vn.thutuc.organisation.Organisation;
import vn.thutuc.organisation.PersonView;
import vn.thutuc.process.deployment.Draft;
import vn.thutuc.process.deployment.ModelDrafts;

/** Drafts of models: what they change, their review, and the day they come into force. */
@RestController
@RequestMapping("/api/models/drafts")
@Tag(name = "Mô hình")
class DraftController {

  private final ModelDrafts drafts;
  private final Designers designers;
  private final Organisation organisation;

  DraftController(ModelDrafts drafts, Designers designers, Organisation organisation) {
    this.drafts = drafts;
    this.designers = designers;
    this.organisation = organisation;
  }

  record PersonRef(String id, String name) {}

  record DraftRow(
      Draft draft, PersonRef author, PersonRef reviewer, PersonRef scheduler, boolean own) {}

  record DraftPage(List<DraftRow> drafts, long total, int size) {}

  record LogRow(ModelDrafts.LogLine line, PersonRef actor) {}

  /** A draft and all that is looked at. */
  record DraftDetail(
      DraftRow row,
      String inForceSha256,
      Integer inForceVersion,
      boolean outdated,
      List<ModelDifference.Line> difference,
      List<String> warnings,
      List<LogRow> log) {}

  record Rejection(String reason) {}

  /** From which day, and by which decision. */
  record InForce(LocalDate from, String decision) {}

  @Operation(summary = "Các bản dự thảo đang mở (open) hoặc đã kết thúc, mới nhất trước")
  @GetMapping
  DraftPage page(
      @RequestParam(defaultValue = "true") boolean open,
      @RequestParam(defaultValue = "0") int page) {
    designers.requireToRead("drafts");
    ModelDrafts.Page found = drafts.page(open, page);
    return new DraftPage(
        found.drafts().stream().map(this::row).toList(), found.total(), found.size());
  }

  @Operation(summary = "Một bản dự thảo: khác gì với phiên bản đang áp dụng, cảnh báo, nhật ký")
  @GetMapping("/{id}")
  DraftDetail read(@PathVariable long id) {
    designers.requireToRead("draft " + id);
    return detail(id);
  }

  private DraftDetail detail(long id) {
    ModelDrafts.View view = drafts.view(id);
    return new DraftDetail(
        row(view.draft()),
        view.inForceSha256(),
        view.inForceVersion(),
        view.outdated(),
        view.difference(),
        view.warnings(),
        view.log().stream().map(line -> new LogRow(line, person(line.actor()))).toList());
  }

  @Operation(summary = "Tệp của bản dự thảo")
  @GetMapping("/{id}/file")
  ResponseEntity<byte[]> file(@PathVariable long id) {
    designers.requireToRead("draft " + id);
    Draft draft = drafts.view(id).draft();
    return download(base(draft.path()), drafts.content(id));
  }

  @Operation(summary = "Tệp đang áp dụng mà bản dự thảo sẽ thay")
  @GetMapping("/{id}/file-in-force")
  ResponseEntity<byte[]> fileInForce(@PathVariable long id) {
    designers.requireToRead("draft " + id);
    Draft draft = drafts.view(id).draft();
    return download(
        base(draft.path()), drafts.contentInForce(id).orElseThrow(DraftController::nothing));
  }

  @Operation(summary = "Báo cáo diễn tập mà người xem xét đã gửi")
  @GetMapping("/{id}/report")
  ResponseEntity<byte[]> report(@PathVariable long id) {
    designers.requireToRead("draft " + id);
    String text = drafts.report(id).orElseThrow(DraftController::nothing);
    return download("dien-tap-%d.json".formatted(id), text.getBytes(StandardCharsets.UTF_8));
  }

  private static DossierProblem nothing() {
    return new DossierProblem(
        DossierProblem.Kind.NOT_FOUND, "file-unknown", null, "Không có tệp này.");
  }

  private static String base(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static ResponseEntity<byte[]> download(String name, byte[] content) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(content);
  }

  @Operation(summary = "Người thứ hai xem xét, kèm báo cáo diễn tập của đúng tệp này")
  @PostMapping("/{id}/review")
  DraftDetail review(@PathVariable long id, @RequestBody ModelDrafts.Review review) {
    String person = designers.require("MODEL_REVIEWED", subject(id));
    drafts.review(id, person, review);
    return detail(id);
  }

  @Operation(summary = "Không chấp nhận bản dự thảo, có lý do")
  @PostMapping("/{id}/rejection")
  DraftDetail reject(@PathVariable long id, @RequestBody Rejection rejection) {
    String person = designers.require("MODEL_REJECTED", subject(id));
    drafts.reject(id, person, rejection.reason());
    return detail(id);
  }

  @Operation(summary = "Đưa bản đã được xem xét vào áp dụng từ một ngày")
  @PostMapping("/{id}/in-force")
  DraftDetail putInForce(@PathVariable long id, @RequestBody InForce request) {
    String person =
        designers.require(
            "MODEL_PUT_IN_FORCE",
            subject(id) + " from " + request.from() + " by " + request.decision());
    drafts.putInForce(id, person, request.from(), request.decision());
    return detail(id);
  }

  private String subject(long id) {
    Draft draft = drafts.view(id).draft();
    return "draft %d %s %s".formatted(id, draft.key(), draft.sha256());
  }

  private DraftRow row(Draft draft) {
    return new DraftRow(
        draft,
        person(draft.author()),
        person(draft.reviewedBy()),
        person(draft.scheduledBy()),
        designers.isMe(draft.author()));
  }

  private PersonRef person(String id) {
    return id == null
        ? null
        : new PersonRef(id, organisation.person(id).map(PersonView::name).orElse(id));
  }
}
