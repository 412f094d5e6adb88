package vn.thutuc.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thutuc.dossier.CurrentActor;
import vn.thutuc.drafting.DraftView;
import vn.thutuc.drafting.IssuedPapers;
import vn.thutuc.drafting.ResultDrafts;
import vn.thutuc.process.TaskDossier;
import vn.thutuc.process.security.AccessLog;

/** The papers of results: at a step, while they are drafted, and of a dossier, once issued. */
@RestController
@RequestMapping("/api")
@Tag(name = "Dự thảo kết quả")
class ResultPaperController {

  private final ResultDrafts drafts;
  private final IssuedPapers issued;
  private final TaskDossier tasks;
  private final AccessLog log;
  private final CurrentActor actor;

  ResultPaperController(
      ResultDrafts drafts,
      IssuedPapers issued,
      TaskDossier tasks,
      AccessLog log,
      CurrentActor actor) {
    this.drafts = drafts;
    this.issued = issued;
    this.tasks = tasks;
    this.log = log;
    this.actor = actor;
  }

  @Operation(summary = "Dự thảo kết quả ở bước này, và những gì người dùng làm được với nó")
  @GetMapping("/tasks/{taskId}/paper")
  DraftView view(@PathVariable String taskId, @RequestParam(required = false) String result) {
    DraftView view = drafts.view(taskId, result);
    opened(taskId, view.number());
    return view;
  }

  /** Whoever read a paper at its step has the step open, and is logged as a reader. */
  private void opened(String taskId, String number) {
    tasks.opened(taskId);
    log.write(actor.get().personId(), "READ_DRAFT", number);
  }

  /** Which result. */
  record Beginning(String result) {}

  @Operation(summary = "Lập dự thảo từ mẫu; đã có thì trả lại dự thảo đang có")
  @PostMapping("/tasks/{taskId}/paper")
  DraftView begin(@PathVariable String taskId, @RequestBody Beginning beginning) {
    return drafts.begin(taskId, beginning.result());
  }

  @Operation(summary = "Nội dung trộn lại từ mẫu, chưa lưu")
  @GetMapping("/tasks/{taskId}/paper/template")
  ResultDrafts.Fresh fresh(
      @PathVariable String taskId,
      @RequestParam(required = false) String result,
      @RequestParam(required = false) String issuer) {
    return drafts.fresh(taskId, result, issuer);
  }

  @Operation(summary = "Lưu bản mới; bị từ chối nếu người khác đã lưu sau khi mở")
  @PostMapping("/tasks/{taskId}/paper/versions")
  DraftView save(@PathVariable String taskId, @RequestBody ResultDrafts.Save save) {
    return drafts.save(taskId, save);
  }

  @Operation(summary = "Nội dung một bản, so với một bản khác nếu cần")
  @GetMapping("/tasks/{taskId}/paper/{paper}/versions/{version}")
  ResultDrafts.Shown version(
      @PathVariable String taskId,
      @PathVariable long paper,
      @PathVariable int version,
      @RequestParam(defaultValue = "0") int since) {
    ResultDrafts.Shown shown = drafts.version(taskId, paper, version, since);
    opened(taskId, shown.number());
    return shown;
  }

  @Operation(summary = "Bản in có dấu DỰ THẢO của một bản")
  @GetMapping("/tasks/{taskId}/paper/{paper}/versions/{version}/preview")
  ResponseEntity<byte[]> preview(
      @PathVariable String taskId, @PathVariable long paper, @PathVariable int version) {
    ResultDrafts.Preview preview = drafts.preview(taskId, paper, version);
    opened(taskId, preview.number());
    return FormController.file(
        "du-thao-%d-ban-%d.pdf".formatted(paper, version),
        MediaType.APPLICATION_PDF,
        preview.pdf().content());
  }

  /** Why. */
  record Reason(String reason) {}

  @Operation(summary = "Bỏ dự thảo: kết quả được lập ngoài hệ thống")
  @PostMapping("/tasks/{taskId}/paper/{paper}/drop")
  DraftView drop(
      @PathVariable String taskId, @PathVariable long paper, @RequestBody Reason reason) {
    return drafts.drop(taskId, paper, reason.reason());
  }

  /** On which version, what, and why. */
  record Deciding(int version, String choice, String comment) {}

  @Operation(summary = "Quyết định về dự thảo: hoàn thành bước bằng lựa chọn của chính biểu mẫu")
  @PostMapping("/tasks/{taskId}/paper/decision")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void decide(@PathVariable String taskId, @RequestBody Deciding deciding) {
    drafts.decide(taskId, deciding.version(), deciding.choice(), deciding.comment());
  }

  @Operation(summary = "Cấp số, ngày từ sổ, ban hành văn bản và hoàn thành bước")
  @PostMapping("/tasks/{taskId}/paper/number")
  ResultDrafts.Numbered number(@PathVariable String taskId) {
    return drafts.number(taskId);
  }

  @Operation(summary = "Văn bản kết quả của hồ sơ: đang dự thảo và đã ban hành")
  @GetMapping("/dossiers/{number}/result-papers")
  List<DraftView.Summary> papers(@PathVariable String number) {
    return issued.of(number);
  }

  @Operation(summary = "Tệp PDF/A của văn bản kết quả đã ban hành, đúng từng byte")
  @GetMapping("/dossiers/{number}/result-papers/{id}")
  ResponseEntity<byte[]> pdf(@PathVariable String number, @PathVariable long id) {
    IssuedPapers.Pdf pdf = issued.pdf(number, id);
    log.write(actor.get().personId(), "READ_RESULT", number);
    return FormController.file(pdf.fileName(), MediaType.APPLICATION_PDF, pdf.content());
  }
}
